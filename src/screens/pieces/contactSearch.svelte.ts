// Search while typing over all contacts: only the answer to the newest question is shown, and a commit in any window asks again.
import type { House } from '../../actions/house.ts'
import { IndexRead } from './indexRead.svelte.ts'

export type SearchAnswer = Awaited<ReturnType<House['calls']['index']['search']>>
export type ContactRow = SearchAnswer['rows'][number]

/** Rows of the very first answer after a start: a screenful is there sooner than all of them. */
const screenful = 60
let answered = false
/** Milliseconds after which it is said that there is no answer yet. */
const patience = 500

/** Made while a component is set up; it stops asking when the component goes. */
export class ContactSearch {
  text = $state('')
  readonly #read: IndexRead<SearchAnswer & { text: string }>
  #limit = $state(0)
  #late = $state(false)

  constructor(house: House, limit: number, text = '', type?: 'company' | 'person') {
    this.text = text
    this.#limit = answered ? limit : Math.min(screenful, limit)
    setTimeout(() => (this.#late = true), patience)
    this.#read = new IndexRead(house, async (index) => {
      const [asked, most] = [this.text, this.#limit]
      const answer = await index.search(asked, most, type)
      answered = true
      if (answer.total > most) this.#limit = limit
      return { ...answer, text: asked.trim() }
    })
  }

  /** The rows of the answer. */
  get rows(): readonly ContactRow[] {
    return this.answer?.rows ?? []
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
