// Relative days: a criterion keeps "90 days ago" as a relation; it becomes a day only when it is asked.
import { addDays, addMonths, daysBetween, toDay, type Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { DayUnit, PeriodUnit, RelativeDay } from '../../model/criteria.ts'

/** Two centuries: whatever lies further off is "ever". */
const longest = { day: 73_000, week: 10_400, month: 2_400, quarter: 800, year: 200 }

/** The calendar has no days before and after these. */
export const firstDay = toDay('0000-01-01')
export const lastDay = toDay('9999-12-31')

/** The day a relation means today; a month before the 31st is the last day of the shorter month. */
export function resolveDay(relation: RelativeDay, today: Day): Day {
  switch (relation.kind) {
    case 'exact':
      return relation.day
    case 'ago':
      return unitsOn(today, -steps(relation.count, relation.unit), relation.unit)
    case 'ahead':
      return unitsOn(today, steps(relation.count, relation.unit), relation.unit)
    case 'start':
      return startOf(relation.unit, steps(relation.shift, relation.unit), today)
    case 'end':
      return daysOn(startOf(relation.unit, steps(relation.shift, relation.unit) + 1, today), -1)
  }
  return exhaustive(relation)
}

/** Whole steps, and not too many: a number that was mistyped must not lead out of the calendar. */
function steps(count: number, unit: keyof typeof longest): number {
  if (Number.isNaN(count)) return 0
  return Math.max(-longest[unit], Math.min(Math.trunc(count), longest[unit]))
}

function unitsOn(day: Day, count: number, unit: DayUnit): Day {
  switch (unit) {
    case 'day':
      return daysOn(day, count)
    case 'week':
      return daysOn(day, 7 * count)
    case 'month':
      return monthsOn(day, count)
    case 'year':
      return monthsOn(day, 12 * count)
  }
  return exhaustive(unit)
}

/** So many days on, and at the end of the calendar no further. */
export function daysOn(day: Day, count: number): Day {
  return addDays(day, Math.max(daysBetween(day, firstDay), Math.min(count, daysBetween(day, lastDay))))
}

function monthsOn(day: Day, count: number): Day {
  const year = Number(day.slice(0, 4)) + Math.floor((Number(day.slice(5, 7)) - 1 + count) / 12)
  return year < 0 ? firstDay : year > 9999 ? lastDay : addMonths(day, count)
}

const aMonday = toDay('2001-01-01')
const weekday = (day: Day) => ((daysBetween(aMonday, day) % 7) + 7) % 7

/** The first day of the period that lies so many periods after the present one. Weeks begin on Monday. */
function startOf(unit: PeriodUnit, shift: number, today: Day): Day {
  const month = Number(today.slice(5, 7)) - 1
  const first = toDay(`${today.slice(0, 8)}01`)
  switch (unit) {
    case 'week':
      return daysOn(today, 7 * shift - weekday(today))
    case 'month':
      return monthsOn(first, shift)
    case 'quarter':
      return monthsOn(first, 3 * shift - (month % 3))
    case 'year':
      return monthsOn(first, 12 * shift - month)
  }
  return exhaustive(unit)
}
