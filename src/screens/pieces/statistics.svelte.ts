// What was done with each template or in each interaction group, kept up to date: asked again after every commit and for another period.
import type { House } from '../../actions/house.ts'
import {
  noStatistic,
  type Statistic,
  type Statistics,
  type StatisticsBy,
  type StatisticsPeriod,
} from '../../core/interaction/statistics.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from './act.ts'

/** Made while a component is set up; it stops asking when the component goes. */
export class StatisticsRead {
  period = $state<StatisticsPeriod>('year')
  #sums = $state.raw<Statistics | undefined>()
  readonly #house: House
  readonly #by: StatisticsBy
  #asked = 0

  constructor(house: House, by: StatisticsBy) {
    this.#house = house
    this.#by = by
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.#ask(this.period)
    })
  }

  /** Nothing while the first answer is on its way. */
  of(id: string): Statistic | undefined {
    return this.#sums && (this.#sums[id] ?? noStatistic)
  }

  async #ask(period: StatisticsPeriod): Promise<void> {
    const asked = ++this.#asked
    try {
      const sums = await this.#house.calls.index.statistics(this.#by, period, this.#house.occasion().today)
      if (asked === this.#asked) this.#sums = sums
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
