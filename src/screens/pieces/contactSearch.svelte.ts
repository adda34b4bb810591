// Search while typing over all contacts, or over those that have one row of a list: only the answer to the newest question is shown,
// and a commit in any window asks again.
import type { House } from '../../actions/house.ts'
import type { HeldList } from '../../core/contact/lists.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from './act.ts'

export type SearchAnswer = Awaited<ReturnType<House['calls']['index']['search']>>
export type ContactRow = SearchAnswer['rows'][number]
/** A row of a list, as a mailing group: only who has it is looked for. */
export interface Within {
  list: HeldList
  id: string
}

/** Made while a component is set up; it stops asking when the component goes. */
export class ContactSearch {
  text = $state('')
  within = $state.raw<Within | undefined>()
  /** The answer, with the text it was asked for; nothing while the first one is on its way. */
  answer = $state.raw<(SearchAnswer & { text: string }) | undefined>()
  readonly #house: House
  readonly #limit: number
  #asked = 0

  constructor(house: House, limit: number, text = '', within?: Within) {
    this.#house = house
    this.#limit = limit
    this.text = text
    this.within = within
    const commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (commits.value !== undefined) void this.#ask(this.text, this.within)
    })
  }

  async #ask(text: string, within: Within | undefined): Promise<void> {
    const asked = ++this.#asked
    const { index } = this.#house.calls
    try {
      const answer = within ? await index.searchHolders(within.list, within.id, text, this.#limit) : await index.search(text, this.#limit)
      if (asked === this.#asked) this.answer = { ...answer, text: text.trim() }
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
