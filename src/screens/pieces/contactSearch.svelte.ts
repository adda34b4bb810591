// Search while typing over all contacts: only the answer to the newest question is shown, and a commit in any window asks again.
import type { House } from '../../actions/house.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from './act.ts'

export type SearchAnswer = Awaited<ReturnType<House['calls']['index']['search']>>
export type ContactRow = SearchAnswer['rows'][number]

/** Made while a component is set up; it stops asking when the component goes. */
export class ContactSearch {
  text = $state('')
  /** The answer, with the text it was asked for; nothing while the first one is on its way. */
  answer = $state.raw<(SearchAnswer & { text: string }) | undefined>()
  readonly #house: House
  readonly #limit: number
  #asked = 0

  constructor(house: House, limit: number, text = '') {
    this.#house = house
    this.#limit = limit
    this.text = text
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.#ask(this.text)
    })
  }

  async #ask(text: string): Promise<void> {
    const asked = ++this.#asked
    try {
      const answer = await this.#house.calls.index.search(text, this.#limit)
      if (asked === this.#asked) this.answer = { ...answer, text: text.trim() }
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
