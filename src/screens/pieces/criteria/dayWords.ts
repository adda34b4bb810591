// Days of criteria in words: a relation as it was chosen, a stretch of days, and the day that either means.
import type { DayRange, PeriodUnit, RelativeDay } from '../../../model/criteria.ts'
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
      return t('criteria.start', { period: periodText(day) })
    case 'end':
      return t('criteria.end', { period: periodText(day) })
  }
}

/** "this month", "last month", "the month 3 months ago". */
function periodText({ unit, shift }: { unit: PeriodUnit; shift: number }): string {
  const which = shift === 0 ? 'this' : shift === -1 ? 'last' : shift === 1 ? 'next' : shift < 0 ? 'back' : 'on'
  return t(`criteria.period.${unit}`, { which, count: figure(Math.abs(shift)) })
}

/** When it must have been: "in the last 90 days", "between … and …", "ever". */
export function rangeText(range: DayRange | undefined): string {
  const { from, to } = range ?? {}
  if (from && to) return t('criteria.when.fromTo', { from: dayText(from), to: dayText(to) })
  if (from?.kind === 'ago' && from.count > 0) return t(`criteria.last.${from.unit}`, { count: from.count })
  if (from) return t('criteria.when.sinceDay', { day: dayText(from) })
  if (to) return t('criteria.when.until', { day: dayText(to) })
  return t('criteria.when.ever')
}
