// Days and country names as a letter in this language writes them. A language the tablet does not know is written as English.
import type { Day } from '../../base/day.ts'

const locales = new Map<string, string>()
const dateFormats = new Map<string, Intl.DateTimeFormat>()
const regionNames = new Map<string, Intl.DisplayNames>()

/** The language if the tablet knows it, else English; plain English is the British, as its readers here expect. */
export function localeOf(language: string | undefined): string {
  if (!language || language.toLowerCase() === 'en') return 'en-GB'
  return remembered(locales, language, () => {
    if (!/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language)) return 'en'
    return Intl.DateTimeFormat.supportedLocalesOf([language.toLowerCase()])[0] ?? 'en'
  })
}

/** `20. November 2026` */
export function longDay(day: Day, language: string | undefined): string {
  const locale = localeOf(language)
  const format = remembered(dateFormats, locale, () => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }))
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return format.format(Date.UTC(year, month - 1, date))
}

/** `Österreich` for `AT`; a code that is no country's stays as it is. */
export function countryName(code: string, language: string | undefined): string {
  if (!/^[A-Za-z]{2}$/.test(code)) return code
  const locale = localeOf(language)
  const names = remembered(regionNames, locale, () => new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' }))
  return names.of(code.toUpperCase()) ?? code
}

/** Formatters are dear to make, and 50 000 letters ask for the same few. */
function remembered<T>(formats: Map<string, T>, locale: string, make: () => T): T {
  const known = formats.get(locale) ?? make()
  formats.set(locale, known)
  return known
}
