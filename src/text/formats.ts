// The browser's own formats in the interface's language. To make one takes longer than to write a whole page of rows with it: each is
// made once and kept.
import { language } from './language.svelte.ts'

const kept = new Map<string, unknown>()

function made<F, O>(kind: string, locale: string, options: O, make: (locale: string, options: O) => F): F {
  const key = `${kind} ${locale} ${JSON.stringify(options)}`
  const known = kept.get(key)
  if (known !== undefined) return known as F
  const format = make(locale, options)
  kept.set(key, format)
  return format
}

/** English as it is written outside America. */
const written = () => (language() === 'en' ? 'en-GB' : language())

/** For days and times. */
export const dates = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  made('dates', written(), options, (locale) => new Intl.DateTimeFormat(locale, options))

/** For amounts and quantities. */
export const numbers = (options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  made('numbers', written(), options, (locale) => new Intl.NumberFormat(locale, options))

/** For several words in one sentence. */
export const lists = (type: Intl.ListFormatType): Intl.ListFormat =>
  made('lists', language(), type, (locale) => new Intl.ListFormat(locale, { type }))

/** For the names behind codes. */
export const names = (type: Intl.DisplayNamesType): Intl.DisplayNames =>
  made('names', language(), type, (locale) => new Intl.DisplayNames([locale], { type }))
