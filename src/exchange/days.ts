// Days as files write them: 1980-05-01, 01.05.1980, 1-5-1980, 1/5/1980, 5/1/80 9:30 AM. What stands first is told by the whole column.
import { isDay, type Day } from '../base/day.ts'
import type { DayOrder } from '../model/importMapping.ts'
import { decidedBy, type Decided } from './numbers.ts'

const parted = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T]+\d{1,2}[:.]\d{2}.*)?$/
const iso = /^(\d{4})([-/.]?)(\d{1,2})\2(\d{1,2})(?:[T ].*)?$/

/** What this one cell says: which of the two stands first, `either`, `same` (2/2, or the year in front), or that it is no day. */
export function orderOf(text: string): DayOrder | 'either' | 'same' | undefined {
  const cell = text.trim()
  if (iso.test(cell)) return isoDay(cell) ? 'same' : undefined
  const [, first, , second, year] = parted.exec(cell) ?? []
  if (!year || !first || !second) return undefined
  const dmy = made(year, second, first)
  const mdy = made(year, first, second)
  if (dmy && mdy) return dmy === mdy ? 'same' : 'either'
  return dmy ? 'dmy' : mdy ? 'mdy' : undefined
}

/** A cell written with points is never month first. */
export const isPointed = (text: string): boolean => /^\s*\d{1,2}\.\d{1,2}\./.test(text)

/** What stands first, over all cells. One that can only be read one way decides; two that contradict each other leave it open. */
export function orderOfAll(cells: readonly string[]): Decided<DayOrder> {
  let open: string | undefined
  const said = new Set<DayOrder>()
  for (const cell of cells) {
    const order = orderOf(cell)
    if (order === 'dmy' || order === 'mdy') said.add(order)
    else if (order === 'either' && isPointed(cell)) said.add('dmy')
    else if (order === 'either') open ??= cell.trim()
  }
  return decidedBy(said, open)
}

/** The day of a cell in a column of this order. */
export function readDayAs(text: string, order: DayOrder | undefined): Day | undefined {
  const cell = text.trim()
  if (iso.test(cell)) return isoDay(cell)
  const [, first = '', , second = '', year] = parted.exec(cell) ?? []
  if (!year) return undefined
  const dmy = made(year, second, first)
  if (order === undefined) return orderOf(cell) === 'either' && !isPointed(cell) ? undefined : (dmy ?? made(year, first, second))
  return order === 'dmy' ? dmy : made(year, first, second)
}

/** A day with the year in front. */
function isoDay(cell: string): Day | undefined {
  const [, year, mark, month = '', day = ''] = iso.exec(cell) ?? []
  if (!year) return undefined
  return mark !== '' || month.length + day.length === 4 ? made(year, month, day) : undefined
}

/** The day of a birthday, which lies in the past: of the two centuries that a year of two figures can mean the one that does. */
export function readBirthdayAs(text: string, order: DayOrder | undefined, today: Day): Day | undefined {
  const day = readDayAs(text, order)
  if (day === undefined || day <= today || !shortYear.test(text.trim())) return day
  const earlier = `${Number(day.slice(0, 4)) - 100}${day.slice(4)}`
  return isDay(earlier) ? earlier : undefined
}

const shortYear = /^\d{1,2}([./-])\d{1,2}\1\d{2}(?!\d)/

/** Outlook writes a birthday that is missing as a row of noughts. */
export const isNoDay = (text: string): boolean => /^0+([./-])0+\1?0*$/.test(text)

function made(year: string, month = '', day = ''): Day | undefined {
  const text = `${year.length === 4 ? year : `${Number(year) < 30 ? '20' : '19'}${year}`}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? text : undefined
}
