// What has been done with each template, or in each interaction group: how often, at what cost, in how many minutes.
// Cancelled entries do not count, whether cancelled one by one or with their segment.
// BC: Interaction/InteractionTemplate.Table.al and InteractionGroup.Table.al, the calculated fields with their date filter
import { addDays, addMonths, toDay, type Day } from '../../base/day.ts'
import type { LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { cancelledAmong } from './cancel.ts'

export type StatisticsBy = 'template' | 'interactionGroup'
export type StatisticsPeriod = 'year' | 'months' | 'all'

export interface Statistic {
  /** Interactions. */
  number: number
  /** In our own currency. */
  cost: number
  /** In minutes. */
  duration: number
}

/** What each template or group came to, by its id; those without interactions are missing. */
export type Statistics = Readonly<Record<string, Statistic>>

export const noStatistic: Statistic = { number: 0, cost: 0, duration: 0 }

/** The days of a period, both included: this calendar year, the twelve months up to today, or all. */
export function periodOf(period: StatisticsPeriod, today: Day): { from: Day; to: Day } | undefined {
  if (period === 'year') return { from: toDay(`${today.slice(0, 4)}-01-01`), to: toDay(`${today.slice(0, 4)}-12-31`) }
  return period === 'months' ? { from: addDays(addMonths(today, -12), 1), to: today } : undefined
}

/** @param cancelled logged segments that were cancelled as a whole */
export function statisticsOf(
  entries: Iterable<InteractionLogEntry>,
  cancelled: ReadonlySet<LoggedSegmentId>,
  by: StatisticsBy,
  period: StatisticsPeriod,
  today: Day,
): Statistics {
  const days = periodOf(period, today)
  const sums: Record<string, Statistic> = {}
  for (const entry of entries) {
    const id = by === 'template' ? entry.templateId : entry.interactionGroupId
    if (id === undefined || cancelledAmong(entry, cancelled)) continue
    if (days && (entry.day < days.from || entry.day > days.to)) continue
    const sum = (sums[id] ??= { ...noStatistic })
    sum.number++
    sum.cost += entry.cost
    sum.duration += entry.duration
  }
  for (const sum of Object.values(sums)) sum.cost = Math.round(sum.cost * 100) / 100
  return sums
}
