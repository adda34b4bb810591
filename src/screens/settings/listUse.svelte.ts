// How many contacts have each row of the short lists, kept up to date: asked again after every commit.
import type { House } from '../../actions/house.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from '../pieces/act.ts'

type Use = Awaited<ReturnType<House['calls']['index']['listUse']>>

/** Made while a component is set up; it stops asking when the component goes. */
export class ListUse {
  #use = $state.raw<Use | undefined>()
  #asked = 0

  constructor(house: House) {
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.#ask(house)
    })
  }

  /** Nothing while the first answer is on its way. */
  of(list: keyof Use, id: string): number | undefined {
    return this.#use && (this.#use[list][id] ?? 0)
  }

  async #ask(house: House): Promise<void> {
    const asked = ++this.#asked
    try {
      const use = await house.calls.index.listUse()
      if (asked === this.#asked) this.#use = use
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
