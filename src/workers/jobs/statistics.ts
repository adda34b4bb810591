// What the index worker sums up: interactions per template and per group.
import type { Day } from '../../base/day.ts'
import { statisticsOf, type Statistics, type StatisticsBy, type StatisticsPeriod } from '../../core/interaction/statistics.ts'
import type { EntryIndex } from './entryIndex.ts'

export interface StatisticsJobs {
  /** Number, cost and minutes of each template or interaction group; cancelled entries do not count. */
  statistics: (by: StatisticsBy, period: StatisticsPeriod, today: Day) => Promise<Statistics>
}

export const statisticsJobs = (index: EntryIndex): StatisticsJobs => ({
  statistics: async (by, period, today) => {
    const { entries, cancelled } = await index.fresh()
    return statisticsOf(entries.values(), cancelled, by, period, today)
  },
})
