// Figures and days as the person reads them, in the interface's language.
import type { Day } from '../base/day.ts'
import { daysBetween } from '../base/day.ts'
import { ownCurrency } from './currency.svelte.ts'
import { figure } from './figure.ts'
import { dates, lists, names, numbers } from './formats.ts'
import { language, t } from './language.svelte.ts'

export { figure }

const date = (day: Day) => new Date(`${day}T12:00:00Z`)
const formatted = (day: Day, options: Intl.DateTimeFormatOptions) => dates({ timeZone: 'UTC', ...options }).format(date(day))

/** Between thousands as a figure has it. */
const spaced = (format: Intl.NumberFormat, value: number) =>
  format
    .formatToParts(value)
    .map((part) => (part.type === 'group' ? '\u202f' : part.value))
    .join('')

/** What stands before the decimals: a point or a comma. */
export const decimalMark = (): '.' | ',' => (language() === 'en' ? '.' : ',')

/** One of these: words joined with commas and an "or". */
export const either = (words: readonly string[]): string => lists('disjunction').format(words)

/** All of these: words joined with commas and an "and". */
export const together = (words: readonly string[]): string => lists('conjunction').format(words)

/** An amount in our own currency, where the settings name one. */
export const amount = (value: number): string => amountIn(value, ownCurrency())

/** An amount without a currency: two decimals, thousands as in a figure. */
export function plainAmount(value: number): string {
  return spaced(numbers({ minimumFractionDigits: 2, maximumFractionDigits: 2 }), value)
}

/** An amount with its currency, an ISO 4217 code; whole sums without decimals. */
export function amountIn(value: number, currencyCode: string | undefined): string {
  if (!currencyCode || !/^[A-Z]{3}$/.test(currencyCode)) return plainAmount(value)
  const decimals = Number.isInteger(value) ? { maximumFractionDigits: 0 } : {}
  return spaced(numbers({ style: 'currency', currency: currencyCode, ...decimals }), value)
}

/**
 * A number as it stands in a field to be typed in: the language's comma or point, nothing between thousands. Three decimals get a nought
 * behind them, for `1.125` could be read as a thousand and more.
 */
export function typedNumber(value: number): string {
  const plain = /\.\d{3}$/.test(String(value)) ? `${value}0` : String(value)
  return plain.replace('.', decimalMark())
}

/** A number of pieces, hours or kilos: as many decimals as it has, three at most. */
export const quantity = (value: number): string => spaced(numbers({ maximumFractionDigits: 3 }), value)

/** A share of one in percent, `41.5%`. */
export const percent = (share: number): string => numbers({ style: 'percent', maximumFractionDigits: 1 }).format(share)

/** A change of a count, with its sign. */
export const delta = (count: number): string => (count > 0 ? `+${figure(count)}` : figure(count))

export const longDay = (day: Day): string => formatted(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
export const mediumDay = (day: Day): string => formatted(day, { day: 'numeric', month: 'short', year: 'numeric' })
export const shortDay = (day: Day): string => formatted(day, { day: 'numeric', month: 'short' })
/** A day of these weeks, as "Tue 17". */
export const nearWeekday = (day: Day): string => formatted(day, { weekday: 'short', day: 'numeric' })
export const weekdayDay = (day: Day): string => formatted(day, { weekday: 'long', day: 'numeric', month: 'long' })

/** "today", "yesterday", else the day; with the year only when it is another one. */
export function nearDay(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago === 0) return t('day.today')
  if (ago === 1) return t('day.yesterday')
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : mediumDay(day)
}

/** A point in time on this tablet's clock: `18 Nov 2026, 16:40`. */
export const clock = (instant: string): string => dates({ dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant))

/** A size in bytes as a person says it. */
export function size(bytes: number): string {
  const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  let value = bytes
  let step = 0
  while (value >= 1000 && step < steps.length - 1) {
    value /= 1000
    step++
  }
  return numbers({
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value)
}

/** Name of a country in the interface's language; the code where it is unknown. */
export function countryName(code: string): string {
  if (!/^[A-Z]{2}$/.test(code)) return code
  return names('region').of(code) ?? code
}

/** Name of a currency in the interface's language, with its ISO 4217 code. */
export function currencyName(code: string): string {
  if (!/^[A-Z]{3}$/.test(code)) return code
  const name = names('currency').of(code)
  return name && name !== code ? `${name} (${code})` : code
}

/** Name of a letter's language in the interface's language. */
export function letterLanguageName(tag: string): string {
  try {
    return names('language').of(tag) ?? tag
  } catch {
    return tag
  }
}
