// When a task that comes again is due next.
// BC: Task/Todo.Table.al, "Recurring Date Interval", "Calc. Due Date From"
import { addDays, addMonths, daysBetween, type Day } from '../../base/day.ts'
import type { Recurring } from '../../model/task.ts'

/** The day of the month, 1 to 31. */
const dayOfMonth = (day: Day) => Number(day.slice(8))

/** In the same month: the day wanted, or the last one of a month that has no such day. */
function onMonthDay(day: Day, wanted: number): Day {
  const first = addDays(day, 1 - dayOfMonth(day))
  const length = daysBetween(first, addMonths(first, 1))
  return addDays(first, Math.min(wanted, length) - 1)
}

/** So many times the interval later. The 31st comes back after the months that have none, and 29 February after four years. */
function later(day: Day, { every, unit, monthDay }: Recurring, times: number): Day {
  const count = every * times
  switch (unit) {
    case 'day':
      return addDays(day, count)
    case 'week':
      return addDays(day, 7 * count)
    case 'month':
    case 'year':
      return onMonthDay(addMonths(day, unit === 'year' ? 12 * count : count), monthDay ?? dayOfMonth(day))
  }
}

/** How many intervals are surely over between the two days: a little less than there are. */
function surelyOver(from: Day, to: Day, { every, unit }: Recurring): number {
  const longest = { day: 1, week: 7, month: 31, year: 366 }[unit] * every
  return Math.max(0, Math.floor(daysBetween(from, to) / longest) - 1)
}

/**
 * The next day, and how it goes on from there. Counted from the day it was done it is one interval later. Counted from the day it was due it keeps
 * its rhythm: the first such day after both; those that were missed are not caught up.
 */
export function nextDue(recurring: Recurring, due: Day, done: Day): { day: Day; recurring: Recurring } {
  const { monthDay, ...rhythm } = recurring
  if (recurring.from === 'done') return { day: later(done, rhythm, 1), recurring: rhythm }
  let times = 1 + surelyOver(due, done, recurring)
  while (later(due, recurring, times) <= done) times++
  const day = later(due, recurring, times)
  const wanted = monthDay ?? dayOfMonth(due)
  const isShort = (recurring.unit === 'month' || recurring.unit === 'year') && dayOfMonth(day) !== wanted
  return { day, recurring: isShort ? { ...rhythm, monthDay: wanted } : rhythm }
}
