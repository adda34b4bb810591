// What the index worker knows, kept up to date: asked again after every commit, and when something changed that the question reads.
import type { House } from '../../actions/house.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from './act.ts'

/** Made while a component is set up; it stops asking when the component goes. Only the answer to the newest question is shown. */
export class IndexRead<T> {
  /** Nothing while the first answer is on its way. */
  value = $state.raw<T | undefined>()
  #asked = 0

  /** @param ask the question; state that it reads before its first `await` asks again when it changes */
  constructor(house: House, ask: (index: House['calls']['index']) => Promise<T>) {
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.#ask(() => ask(house.calls.index))
    })
  }

  async #ask(ask: () => Promise<T>): Promise<void> {
    const asked = ++this.#asked
    try {
      const value = await ask()
      if (asked === this.#asked) this.value = value
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
