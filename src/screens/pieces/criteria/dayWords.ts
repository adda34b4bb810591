// Days of criteria in words: a relation as it was chosen, a stretch of days, and the days that they mean when they are asked.
import { addDays, addMonths, toDay, type Day } from '../../../base/day.ts'
import { resolveDay } from '../../../core/criteria/dates.ts'
import type { DayRange, DayUnit, PeriodUnit, RelativeDay } from '../../../model/criteria.ts'
import { figure, mediumDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'

/** "90 days ago", "in 2 weeks", "the start of this month", or the day. */
export function dayText(day: RelativeDay): string {
  switch (day.kind) {
    case 'exact':
      return mediumDay(day.day)
    case 'ago':
      return day.count === 0 ? t('criteria.point.today') : t(`criteria.point.${day.unit}`, { count: day.count })
    case 'ahead':
      return day.count === 0 ? t('criteria.point.today') : t(`criteria.ahead.${day.unit}`, { count: day.count })
    case 'start':
      return t('criteria.start', { period: t(`criteria.period.${day.unit}`, which(day)) })
    case 'end':
      return t('criteria.end', { period: t(`criteria.period.${day.unit}`, which(day)) })
  }
}

/** Which of the periods it is, seen from the present one. */
function which({ shift }: { shift: number }): { which: string; count: string } {
  const name = shift === 0 ? 'this' : shift === -1 ? 'last' : shift === 1 ? 'next' : shift < 0 ? 'back' : 'on'
  return { which: name, count: figure(Math.abs(shift)) }
}

const isToday = (day: RelativeDay): boolean => (day.kind === 'ago' || day.kind === 'ahead') && day.count === 0
const isCounted = (day: RelativeDay): boolean => day.kind === 'ago' || day.kind === 'ahead'

/** A day of the calendar inside a sentence; some languages put an article before it. */
export const dayIn = (day: Day): string => t('criteria.point.exact', { day: mediumDay(day) })
const textIn = (day: RelativeDay): string => (day.kind === 'exact' ? dayIn(day.day) : dayText(day))

/** A stretch that has a name of its own: "in the last 90 days", "in the next week", "last month". */
function namedRange({ from, to }: DayRange): string | undefined {
  if (from?.kind === 'ago' && from.count > 0 && (!to || isToday(to))) return t(`criteria.last.${from.unit}`, { count: from.count })
  if (from && to?.kind === 'ahead' && to.count > 0 && isToday(from)) return t(`criteria.next.${to.unit}`, { count: to.count })
  const period = periodOf({ from, to })
  return period && t(`criteria.inPeriod.${period.unit}`, which(period))
}

/** A whole week, month, quarter or year. */
const periodOf = ({ from, to }: DayRange): { unit: PeriodUnit; shift: number } | undefined =>
  from?.kind === 'start' && to?.kind === 'end' && from.unit === to.unit && from.shift === to.shift ? from : undefined

/** When it must have been: "in the last 90 days", "between … and …", "ever". */
export function rangeText(range: DayRange | undefined): string {
  const { from, to } = range ?? {}
  const name = namedRange({ from, to })
  if (name) return name
  if (from && to) return t('criteria.when.fromTo', { from: textIn(from), to: textIn(to) })
  if (from) return t('criteria.when.sinceDay', { day: textIn(from) })
  if (to) return t('criteria.when.until', { day: textIn(to) })
  return t('criteria.when.ever')
}

/** Words, and the other way of saying them: the day of a relation, the relation of a day. */
export interface DayWords {
  text: string
  note?: string
}

/** A single day inside a sentence. What was counted from today is said as its day. */
export function pointWords(day: RelativeDay, asOf: Day): DayWords {
  const resolved = resolveDay(day, asOf)
  if (isCounted(day)) return { text: dayIn(resolved), note: dayText(day) }
  return day.kind === 'exact' ? { text: dayIn(resolved) } : { text: dayText(day), note: mediumDay(resolved) }
}

/** "since 22 Aug 2026"; of a day to come "from 1 Dec 2026 on". */
const sinceText = (day: Day, asOf: Day, text = dayIn(day)): string =>
  day > asOf ? t('criteria.when.from', { day: text }) : t('criteria.when.sinceDay', { day: text })

/** A stretch of days inside a sentence, with the days it means. Nothing when it has no end at all. */
export function whenWords(range: DayRange | undefined, asOf: Day): DayWords | undefined {
  const { from, to } = range ?? {}
  const [first, last] = [from, to].map((day) => day && resolveDay(day, asOf))
  const name = namedRange({ from, to })
  if (name && first && last && !(to && isToday(to))) return { text: name, note: t('criteria.note.range', spoken(first, last)) }
  if (name && first) return { text: name, note: sinceText(first, asOf) }
  if (from && to) return betweenWords(from, to, asOf)
  if (from && first) {
    const point = pointWords(from, asOf)
    return { ...point, text: sinceText(first, asOf, point.text) }
  }
  if (!to) return undefined
  const point = pointWords(to, asOf)
  return { ...point, text: t('criteria.when.until', { day: point.text }) }
}

const spoken = (from: Day, to: Day) => ({ from: mediumDay(from), to: mediumDay(to) })

function betweenWords(from: RelativeDay, to: RelativeDay, asOf: Day): DayWords {
  const [first, last] = [resolveDay(from, asOf), resolveDay(to, asOf)]
  const days = { from: dayIn(first), to: dayIn(last) }
  if (from.kind === 'exact' && to.kind === 'exact') return { text: t('criteria.when.between', days) }
  const counted = isCounted(from) || isCounted(to)
  const said = counted ? days : { from: textIn(from), to: textIn(to) }
  const noted = counted ? { from: dayText(from), to: dayText(to) } : spoken(first, last)
  return { text: t('criteria.when.between', said), note: t('criteria.note.range', noted) }
}

/** "90 days", "3 months". */
export const spanText = ({ count, unit }: { count: number; unit: DayUnit }): string => t(`criteria.span.${unit}`, { count })

/** Days people ask for ahead: in a week, and the first of months to come. In a week may be the first of next month: each day once. */
export function daysToAsk(today: Day): Day[] {
  const nextMonth = addMonths(toDay(`${today.slice(0, 7)}-01`), 1)
  return [...new Set([addDays(today, 7), nextMonth, addMonths(nextMonth, 1), addMonths(nextMonth, 3)])]
}
