// Search while typing over all contacts, or over those that have one row of a list: only the answer to the newest question is shown,
// and a commit in any window asks again.
import type { House } from '../../actions/house.ts'
import type { HeldList } from '../../core/contact/lists.ts'
import { readFirstPage } from '../../storage/read/firstPage.ts'
import { IndexRead } from './indexRead.svelte.ts'

export type SearchAnswer = Awaited<ReturnType<House['calls']['index']['search']>>
export type ContactRow = SearchAnswer['rows'][number]
/** A row of a list, as a mailing group: only who has it is looked for. */
export interface Within {
  list: HeldList
  id: string
}

/** Rows of the very first answer after a start: a screenful is there sooner than all of them. */
const screenful = 60
let answered = false
/** Milliseconds after which it is said that there is no answer yet. */
const patience = 500

/** Made while a component is set up; it stops asking when the component goes. */
export class ContactSearch {
  text = $state('')
  within = $state.raw<Within | undefined>()
  readonly #read: IndexRead<SearchAnswer & { text: string }>
  #limit = $state(0)
  #kept = $state.raw<readonly ContactRow[]>([])
  #late = $state(false)

  constructor(house: House, limit: number, text = '', within?: Within) {
    this.text = text
    this.within = within
    this.#limit = answered ? limit : Math.min(screenful, limit)
    setTimeout(() => (this.#late = true), patience)
    this.#read = new IndexRead(house, async (index) => {
      const [asked, among, most] = [this.text, this.within, this.#limit]
      const answer = await (among ? index.searchHolders(among.list, among.id, asked, most) : index.search(asked, most))
      answered = true
      if (answer.total > most) this.#limit = limit
      return { ...answer, text: asked.trim() }
    })
  }

  /** Shows the rows of the last time until there is an answer, where everybody is looked for. */
  async beginWithKept(house: House): Promise<void> {
    if (this.text.trim() || this.within) return
    this.#kept = (await readFirstPage(house.db)) as ContactRow[]
  }

  /** The rows to be shown: those of the answer, or those of the last time while there is none. */
  get rows(): readonly ContactRow[] {
    return this.answer?.rows ?? (this.text.trim() || this.within ? [] : this.#kept)
  }

  /** There is no answer for a while already: after a start all contacts may have to be read first. */
  get isReading(): boolean {
    return this.#late && this.answer === undefined
  }

  /** The answer, with the text it was asked for; nothing while the first one is on its way. */
  get answer(): (SearchAnswer & { text: string }) | undefined {
    return this.#read.value
  }
}
