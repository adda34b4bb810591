// What was done with each template or in each interaction group, kept up to date: asked again after every commit and for another period.
import type { House } from '../../actions/house.ts'
import {
  noStatistic,
  type Statistic,
  type Statistics,
  type StatisticsBy,
  type StatisticsPeriod,
} from '../../core/interaction/statistics.ts'
import { IndexRead } from './indexRead.svelte.ts'

/** Made while a component is set up; it stops asking when the component goes. */
export class StatisticsRead {
  period = $state<StatisticsPeriod>('year')
  readonly #sums: IndexRead<Statistics>

  constructor(house: House, by: StatisticsBy) {
    this.#sums = new IndexRead(house, (index) => index.statistics(by, this.period, house.occasion().today))
  }

  /** Nothing while the first answer is on its way. */
  of(id: string): Statistic | undefined {
    const sums = this.#sums.value
    return sums && (sums[id] ?? noStatistic)
  }
}
