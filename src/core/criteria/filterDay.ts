// A day in a filter expression: written out, or as a relation to the day it is asked on. Days as they are written in our languages:
// `31.3.2026`, `31-03-2026`, `31/03/2026`, the day first. `15` is the 15th of this month, `1.3.` this year's; `t` is today; `-30D`, `CM+10D`,
// `t-1W` are date formulas. BC docs: Working with Calendar Dates and Times
import { isDay, type Day } from '../../base/day.ts'
import type { RelativeDay } from '../../model/criteria.ts'
import { resolveDay } from './dates.ts'

/** What makes the day of it, once today is known; nothing where the text is no day. */
export type FilterDay = (today: Day) => Day

/** Nothing where the text is no day. */
export function readFilterDay(text: string): FilterDay | undefined {
  const plain = text.trim().toLowerCase()
  return writtenOut(plain) ?? partly(plain) ?? formula(plain)
}

function writtenOut(text: string): FilterDay | undefined {
  const [, day, , month, year] = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text) ?? []
  const iso = day && month && year ? `${century(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isDay(iso) ? () => iso : undefined
}

/** Years of two digits lie between 1930 and 2029, as in the reference. */
const century = (year: string) => (year.length === 4 ? year : `${Number(year) < 30 ? '20' : '19'}${year}`)

/** A day of this month, or of this year; where this month is too short, its last. */
function partly(text: string): FilterDay | undefined {
  const [, day, month] = /^(\d{1,2})(?:[./](\d{1,2})\.?)?$/.exec(text) ?? []
  if (day === undefined) return undefined
  const inLeapYear = `2000-${(month ?? '1').padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(inLeapYear)) return undefined
  return (today) => lastUpTo(Number(day), `${today.slice(0, 4)}-${month?.padStart(2, '0') ?? today.slice(5, 7)}`)
}

function lastUpTo(day: number, yearAndMonth: string): Day {
  let at = day
  for (;;) {
    const text = `${yearAndMonth}-${String(at--).padStart(2, '0')}`
    if (isDay(text)) return text
  }
}

const units = { d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year' } as const
type Unit = (typeof units)[keyof typeof units]
/** Today in our languages, whole or by its first letter. */
const todayWord = /^(today|t|heute|h|vandaag|v|i dag|idag|i|aujourd’hui|a|workdate|work|w)(?![a-z])/
const step = /^([+-]?)\s*(?:(\d{1,4})\s*([dwmqy])|c([dwmqy]))\s*/

/** Steps one after the other, from today: `CM` to the end of the month, `-CM` to its start, `-30D` thirty days back. */
function formula(text: string): FilterDay | undefined {
  const word = todayWord.exec(text)?.[0] ?? ''
  const relations: ((day: Day) => Day)[] = []
  for (let rest = text.slice(word.length).trimStart(); rest !== '';) {
    const found = step.exec(rest)
    // Only the first step of all goes without a sign.
    if (!found || (found[1] === '' && (word !== '' || relations.length > 0))) return undefined
    relations.push(stepOf(found))
    rest = rest.slice(found[0].length)
  }
  if (word === '' && relations.length === 0) return undefined
  return (today) => relations.reduce((day, go) => go(day), today)
}

function stepOf([, sign, count, unit, current]: RegExpExecArray): (day: Day) => Day {
  const back = sign === '-'
  if (current) return toEdge(units[current as keyof typeof units], back)
  return by(Number(count) * (back ? -1 : 1), units[unit as keyof typeof units])
}

function toEdge(unit: Unit, back: boolean): (day: Day) => Day {
  if (unit === 'day') return (day) => day
  return (day) => resolveDay({ kind: back ? 'start' : 'end', unit, shift: 0 }, day)
}

function by(count: number, unit: Unit): (day: Day) => Day {
  const relation: RelativeDay = unit === 'quarter' ? { kind: 'ahead', count: 3 * count, unit: 'month' } : { kind: 'ahead', count, unit }
  return (day) => resolveDay(relation, day)
}
