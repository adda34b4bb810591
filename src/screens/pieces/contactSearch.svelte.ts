// Search while typing over all contacts, or over those that have one row of a list: only the answer to the newest question is shown,
// and a commit in any window asks again.
import type { House } from '../../actions/house.ts'
import type { HeldList } from '../../core/contact/lists.ts'
import { IndexRead } from './indexRead.svelte.ts'

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
  readonly #read: IndexRead<SearchAnswer & { text: string }>

  constructor(house: House, limit: number, text = '', within?: Within) {
    this.text = text
    this.within = within
    this.#read = new IndexRead(house, async (index) => {
      const [asked, among] = [this.text, this.within]
      const answer = await (among ? index.searchHolders(among.list, among.id, asked, limit) : index.search(asked, limit))
      return { ...answer, text: asked.trim() }
    })
  }

  /** The answer, with the text it was asked for; nothing while the first one is on its way. */
  get answer(): (SearchAnswer & { text: string }) | undefined {
    return this.#read.value
  }
}
