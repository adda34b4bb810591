// Relative days: a criterion keeps "90 days ago" as a relation; it becomes a day only when it is asked.
import { addDays, addMonths, daysBetween, toDay, type Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { DayUnit, PeriodUnit, RelativeDay } from '../../model/criteria.ts'

/** Two centuries: whatever lies further back is "ever". */
const longest = { day: 73_000, week: 10_400, month: 2_400, quarter: 800, year: 200 }

/** Whole steps, and no further than two centuries: a number that was mistyped must not lead out of the calendar. */
function within(count: number, unit: keyof typeof longest): number {
  const whole = Number.isFinite(count) ? Math.trunc(count) : 0
  return Math.max(-longest[unit], Math.min(whole, longest[unit]))
}

/** The day a relation means today; a month before the 31st is the last day of the shorter month. */
export function resolveDay(relation: RelativeDay, today: Day): Day {
  switch (relation.kind) {
    case 'exact':
      return relation.day
    case 'ago':
      return daysOn(today, -within(relation.count, relation.unit), relation.unit)
    case 'ahead':
      return daysOn(today, within(relation.count, relation.unit), relation.unit)
    case 'start':
      return startOf(relation.unit, within(relation.shift, relation.unit), today)
    case 'end':
      return addDays(startOf(relation.unit, within(relation.shift, relation.unit) + 1, today), -1)
  }
  return exhaustive(relation)
}

function daysOn(today: Day, count: number, unit: DayUnit): Day {
  switch (unit) {
    case 'day':
      return addDays(today, count)
    case 'week':
      return addDays(today, 7 * count)
    case 'month':
      return addMonths(today, count)
    case 'year':
      return addMonths(today, 12 * count)
  }
  return exhaustive(unit)
}

/** A Monday. */
const aMonday = toDay('2001-01-01')

/** The first day of the period that lies so many periods after the present one. Weeks begin on Monday. */
function startOf(unit: PeriodUnit, shift: number, today: Day): Day {
  const month = Number(today.slice(5, 7))
  const firstOfMonth = toDay(`${today.slice(0, 8)}01`)
  switch (unit) {
    case 'week': {
      const weekday = ((daysBetween(aMonday, today) % 7) + 7) % 7
      return addDays(today, 7 * shift - weekday)
    }
    case 'month':
      return addMonths(firstOfMonth, shift)
    case 'quarter':
      return addMonths(firstOfMonth, 3 * shift - ((month - 1) % 3))
    case 'year':
      return addMonths(firstOfMonth, 12 * shift - (month - 1))
  }
  return exhaustive(unit)
}
