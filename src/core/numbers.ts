// Number series: KT00001, SM00001, CP00001. A number is taken in the same commit as the row that bears it.
// BC: Foundation/NoSeries
import type { NumberSeries } from '../model/settings.ts'
import type { Changes } from '../model/tables.ts'
import { asRead } from './asRead.ts'

/** The series of a fresh tablet. */
export const defaultSeries: NumberSeries[] = [
  { rev: 0, id: 'contact', prefix: 'KT', next: 1, digits: 5 },
  { rev: 0, id: 'segment', prefix: 'SM', next: 1, digits: 5 },
  { rev: 0, id: 'campaign', prefix: 'CP', next: 1, digits: 5 },
  { rev: 0, id: 'task', prefix: 'TD', next: 1, digits: 5 },
  { rev: 0, id: 'opportunity', prefix: 'OP', next: 1, digits: 5 },
]

/** The stored series of a noun, or the one it begins with. */
export function seriesOr(stored: NumberSeries | undefined, noun: NumberSeries['id']): NumberSeries {
  const series = stored ?? defaultSeries.find(({ id }) => id === noun)
  if (!series) throw new Error(`No number series for ${noun}`)
  return series
}

/** Takes the next number. @param prefix the tablet's own, before the series' */
export function takeNumber(series: NumberSeries, prefix: string): { no: string; changes: Changes } {
  const { nos, changes } = takeNumbers(series, prefix, 1)
  return { no: nos[0] ?? '', changes }
}

/** Takes several numbers in a row, for an import. */
export function takeNumbers(series: NumberSeries, prefix: string, count: number): { nos: string[]; changes: Changes } {
  const nos = Array.from({ length: count }, (_, i) => numberOf(series, prefix, i))
  const changes: Changes = { put: { series: [{ ...series, next: series.next + count }] }, remove: {}, requires: [asRead('series', series)] }
  return { nos, changes }
}

/** The number that is given next, or so many after it. */
export const numberOf = (
  { prefix: ofSeries, next, digits }: Pick<NumberSeries, 'prefix' | 'next' | 'digits'>,
  prefix: string,
  after = 0,
): string => `${prefix}${ofSeries}${String(next + after).padStart(digits, '0')}`

/** What is odd about a series beside the numbers that were given; it may be so all the same. */
export type SeriesTrouble =
  /** The next number was given already. */
  | { code: 'taken'; no: string; highest: string }
  /** The next ones are free, but up to this one some were given. */
  | { code: 'behind'; highest: string }

/** @param given numbers with this beginning, in any order */
export function seriesTrouble(
  series: Pick<NumberSeries, 'prefix' | 'next' | 'digits'>,
  prefix: string,
  given: Iterable<string>,
): SeriesTrouble | undefined {
  const begin = `${prefix}${series.prefix}`
  let highest: { no: string; value: number } | undefined
  let isTaken = false
  for (const no of given) {
    const end = no.slice(begin.length)
    if (!no.startsWith(begin) || !/^\d{1,15}$/.test(end) || Number(end) < series.next) continue
    isTaken ||= Number(end) === series.next
    if (!highest || Number(end) > highest.value) highest = { no, value: Number(end) }
  }
  if (!highest) return undefined
  return isTaken ? { code: 'taken', no: numberOf(series, prefix), highest: highest.no } : { code: 'behind', highest: highest.no }
}

/** Whether two tablets would give the same numbers. */
export const samePrefix = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase()
