// Operators on days. All but `anniversary` are a window of days, both ends included, or what lies outside of it.
import { daysBetween, type Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { DayRange, RuleOf } from '../../model/criteria.ts'
import { daysOn, firstDay, lastDay, resolveDay } from './dates.ts'

export interface DayWindow {
  from: Day
  to: Day
  /** Those outside of it are meant. */
  outside: boolean
}

const nobody = { from: lastDay, to: firstDay }

/** What a day must lie in (or outside of) today. A rule that lacks its day has an empty window, as has one whose days are in the wrong order. */
export function dayWindow({ operator, from, to }: Pick<RuleOf<'date'>, 'operator' | 'from' | 'to'>, today: Day): DayWindow {
  const day = from && resolveDay(from, today)
  const inside = (start: Day | undefined, end: Day | undefined) => ({
    ...nobody,
    ...(start && end && { from: start, to: end }),
    outside: false,
  })
  switch (operator) {
    case 'before':
      return day === firstDay ? inside(undefined, undefined) : inside(firstDay, day && daysOn(day, -1))
    case 'onOrBefore':
      return inside(firstDay, day)
    case 'on':
      return inside(day, day)
    case 'onOrAfter':
      return inside(day, lastDay)
    case 'after':
      return day === lastDay ? inside(undefined, undefined) : inside(day && daysOn(day, 1), lastDay)
    case 'between':
    case 'anniversary':
      return rangeWindow({ from, to }, today) ?? { ...nobody, outside: false }
    case 'notBetween':
      return { ...(rangeWindow({ from, to }, today) ?? nobody), outside: true }
    case 'isBlank':
      return { ...nobody, outside: false }
    case 'isNotBlank':
      return { ...nobody, outside: true }
  }
  return exhaustive(operator)
}

/** A range of days today; a missing end is open, and where both are missing nothing is asked. */
export function rangeWindow({ from, to }: DayRange, today: Day): DayWindow | undefined {
  if (!from && !to) return undefined
  return { from: from ? resolveDay(from, today) : firstDay, to: to ? resolveDay(to, today) : lastDay, outside: false }
}

export const isIn =
  ({ from, to, outside }: DayWindow) =>
  (day: Day): boolean =>
    (day >= from && day <= to) !== outside

/** Whether a day is meant by a rule about days. Those without one are asked by `blanksOf`. */
export function dayTest(rule: Pick<RuleOf<'date'>, 'operator' | 'from' | 'to'>, today: Day): (day: Day) => boolean {
  const meant = dayWindow(rule, today)
  return rule.operator === 'anniversary' ? comesRound(meant) : isIn(meant)
}

/** Whether day and month come round between the two days; the 29th of February is kept on the 28th where there is none. */
function comesRound({ from, to }: DayWindow): (day: Day) => boolean {
  if (from > to) return () => false
  if (daysBetween(from, to) >= 365) return () => true
  const years = [from.slice(0, 4), to.slice(0, 4)]
  return (day) => years.some((year) => isIn({ from, to, outside: false })(keptIn(year, day)))
}

function keptIn(year: string, day: Day): Day {
  const kept = `${year}${day.slice(4)}`
  const isLeap = Number(year) % 4 === 0 && (Number(year) % 100 !== 0 || Number(year) % 400 === 0)
  return (kept.endsWith('-02-29') && !isLeap ? `${year}-02-28` : kept) as Day
}
