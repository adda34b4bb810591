// The number of the calendar week: the one that holds the year's first Thursday is the first.
import { addDays, daysBetween, toDay, type Day } from '../../base/day.ts'

export function weekOf(day: Day): number {
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7
  const thursday = addDays(day, 3 - weekday)
  return Math.floor(daysBetween(toDay(`${thursday.slice(0, 4)}-01-01`), thursday) / 7) + 1
}
