// How many contacts have each row of the short lists, kept up to date: asked again after every commit.
import type { House } from '../../actions/house.ts'
import { IndexRead } from '../pieces/indexRead.svelte.ts'

type Use = Awaited<ReturnType<House['calls']['index']['listUse']>>

/** Made while a component is set up; it stops asking when the component goes. */
export class ListUse {
  readonly #use: IndexRead<Use>

  constructor(house: House) {
    this.#use = new IndexRead(house, (index) => index.listUse())
  }

  /** Nothing while the first answer is on its way. */
  of(list: keyof Use, id: string): number | undefined {
    const use = this.#use.value
    return use && (use[list][id] ?? 0)
  }
}
