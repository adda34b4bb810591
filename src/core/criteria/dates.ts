// Relative days: a criterion keeps "90 days ago" as a relation; it becomes a day only when it is asked.
import { addDays, addMonths, type Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { RelativeDay } from '../../model/criteria.ts'

/** Two centuries: whatever lies further back is "ever". */
const longest = { day: 73_000, week: 10_400, month: 2_400, year: 200 }

/** The day a relation means today; a month before the 31st is the last day of the shorter month. */
export function resolveDay(relation: RelativeDay, today: Day): Day {
  if (relation.kind === 'exact') return relation.day
  const { unit } = relation
  const count = Math.min(relation.count, longest[unit])
  switch (unit) {
    case 'day':
      return addDays(today, -count)
    case 'week':
      return addDays(today, -7 * count)
    case 'month':
      return addMonths(today, -count)
    case 'year':
      return addMonths(today, -12 * count)
  }
  return exhaustive(unit)
}
