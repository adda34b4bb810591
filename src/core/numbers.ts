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
  const nos = Array.from({ length: count }, (_, i) => `${prefix}${series.prefix}${String(series.next + i).padStart(series.digits, '0')}`)
  const changes: Changes = { put: { series: [{ ...series, next: series.next + count }] }, remove: {}, requires: [asRead('series', series)] }
  return { nos, changes }
}

/** Whether two tablets would give the same numbers. */
export const samePrefix = (one: string, other: string): boolean => one.trim().toUpperCase() === other.trim().toUpperCase()
