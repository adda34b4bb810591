// Days as files write them: 1980-05-01, 01.05.1980, 1-5-1980, 1/5/1980. What stands first at a slash is told by the whole column.
import { isDay, type Day } from '../base/day.ts'

/** What stands first where days are written with a slash. */
export type DayOrder = 'dayFirst' | 'monthFirst'

const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})$/

/** What stands first at a slash in these cells; nothing when they do not say it, or say both. */
export function dayOrderOf(cells: readonly string[]): DayOrder | undefined {
  const said = new Set<DayOrder>()
  for (const cell of cells) {
    const [, first, second] = slashed.exec(cell.trim()) ?? []
    if (Number(first) > 12) said.add('dayFirst')
    if (Number(second) > 12) said.add('monthFirst')
  }
  return said.size === 1 ? [...said][0] : undefined
}

/** A day, or nothing when it is none or could be either of two. */
export function readDay(text: string, order: DayOrder | undefined): Day | undefined {
  const [, year, month, day] = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ].*)?$/.exec(text) ?? []
  if (year) return made(year, month, day)
  const [, first, second, last] = /^(\d{1,2})[.-](\d{1,2})[.-](\d{4}|\d{2})$/.exec(text) ?? []
  if (last) return made(last, second, first)
  const [, one, other, of] = slashed.exec(text) ?? []
  if (!of) return undefined
  if (order === 'monthFirst') return made(of, one, other)
  return order === 'dayFirst' || one === other ? made(of, other, one) : undefined
}

/** Outlook writes a birthday that is missing as a row of noughts. */
export const isNoDay = (text: string): boolean => /^0+([./-])0+\1?0*$/.test(text)

function made(year: string, month = '', day = ''): Day | undefined {
  const text = `${year.length === 4 ? year : `${Number(year) < 30 ? '20' : '19'}${year}`}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}
