// The words of a language's calendar: months, weekdays, the halves of the day, and the order of a day in figures.
import { localeOf, plainLanguage, remembering } from './locale.ts'

interface MonthNames {
  /** Standing alone, and beside a day: `ноябрь`, `22 ноября`. */
  alone: readonly string[]
  beside: readonly string[]
  shortAlone: readonly string[]
  shortBeside: readonly string[]
}

export interface Calendar extends MonthNames {
  /** From Sunday. */
  weekday: readonly string[]
  shortWeekday: readonly string[]
  /** Of the day: AM and PM. */
  halves: readonly [string, string]
  /** `dmy`, `mdy`, `ymd`. */
  order: string
  /** For reading, folded: months from 1. */
  months: ReadonlyMap<string, number>
  weekdays: ReadonlySet<string>
  fold: (word: string) => string
}

/** The calendar of a language; the names are of the Gregorian one in every language. */
export const calendarOf = remembering((language: string): Calendar => {
  const locale = localeOf(language)
  const names = monthNames(locale)
  const weekday = dayStamps.map(namer(locale, { weekday: 'long' }, 'weekday'))
  const shortWeekday = dayStamps.map(namer(locale, { weekday: 'short' }, 'weekday'))
  const half = namer(locale, { hour: 'numeric', hour12: true }, 'dayPeriod')
  const halves = [half(dayStamps[0] as number) || 'AM', half((dayStamps[0] as number) + 43_200_000) || 'PM'] as const
  const fold = (word: string) =>
    word
      .toLocaleLowerCase(locale)
      .normalize('NFKD')
      .replace(/\p{M}|\./gu, '')
  const weekdays = new Set([...weekday, ...shortWeekday].map(fold))
  return { ...names, weekday, shortWeekday, halves, order: orderOf(locale), months: readable(locale, names, fold), weekdays, fold }
})

const monthStamps = Array.from({ length: 12 }, (_, month) => Date.UTC(2026, month, 2, 9))
// 4 January 2026 is a Sunday.
const dayStamps = Array.from({ length: 7 }, (_, day) => Date.UTC(2026, 0, 4 + day, 9))

function namer(locale: string, options: Intl.DateTimeFormatOptions, type: Intl.DateTimeFormatPartTypes): (stamp: number) => string {
  const format = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', ...options })
  return (stamp) => format.formatToParts(stamp).find((part) => part.type === type)?.value ?? ''
}

const months = (locale: string, options: Intl.DateTimeFormatOptions) => monthStamps.map(namer(locale, options, 'month'))

/** Where months are counted, the sign for a month belongs to the name: `12月`. */
function monthsAlone(locale: string, length: 'long' | 'short'): string[] {
  const whole = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', calendar: 'gregory', numberingSystem: 'latn', month: length })
  return months(locale, { month: length }).map((name, month) => (/^\d+$/.test(name) ? whole.format(monthStamps[month]) : name))
}

/** English months are shortened to three letters, as everybody expects who writes pictures; Intl has a `Sept`. */
function monthNames(locale: string): MonthNames {
  const alone = monthsAlone(locale, 'long')
  const inDay = months(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const beside = inDay.map((name, month) => (/^\p{L}/u.test(name) ? name : (alone[month] as string)))
  const three = alone.map((name) => name.slice(0, 3))
  if (plainLanguage(locale) === 'en') return { alone, beside, shortAlone: three, shortBeside: three }
  const shortAlone = monthsAlone(locale, 'short')
  const declined = alone.some((name, month) => name !== beside[month])
  return { alone, beside, shortAlone, shortBeside: declined ? shortBeside(locale, shortAlone) : shortAlone }
}

/** Beside a day the short name is no figure, and has a full stop only where it has one alone. */
function shortBeside(locale: string, shortAlone: readonly string[]): string[] {
  return months(locale, { day: 'numeric', month: 'short', year: 'numeric' }).map((name, month) => {
    const alone = shortAlone[month] as string
    if (!/^\p{L}/u.test(name)) return alone
    return alone.endsWith('.') ? name : name.replace(/\.$/, '')
  })
}

function readable(locale: string, names: MonthNames, fold: Calendar['fold']): Map<string, number> {
  const { alone, beside, shortAlone } = names
  const found = new Map<string, number>()
  const inShort = [months(locale, { month: 'short' }), months(locale, { day: 'numeric', month: 'short' })]
  for (const each of [alone, beside, shortAlone, names.shortBeside, ...inShort])
    each.forEach((name, month) => {
      if (/^\p{L}/u.test(name)) found.set(fold(name), month + 1)
    })
  return found
}

function orderOf(locale: string): string {
  const format = new Intl.DateTimeFormat(locale, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    calendar: 'gregory',
    timeZone: 'UTC',
  })
  const letters = format.formatToParts(0).map(({ type }) => (/^(day|month|year)$/.test(type) ? type.charAt(0) : ''))
  const order = letters.join('')
  return order.length === 3 ? order : 'dmy'
}
