// What uses each row of one list: contacts, entries of the log, criteria, segments … Asked again after every commit.
import type { House } from '../../actions/house.ts'
import type { SetupList } from '../../core/contact/lists.ts'
import type { UseOf } from '../../core/lists/uses.ts'
import { IndexRead } from '../pieces/indexRead.svelte.ts'

type UseOfList = Awaited<ReturnType<House['calls']['index']['usesOf']>>

/** Made while a component is set up; it stops asking when the component goes. */
export class SetupUse {
  readonly #read: IndexRead<UseOfList>

  constructor(house: House, list: SetupList) {
    this.#read = new IndexRead(house, (index) => index.usesOf(list))
  }

  /** False while the first answer is on its way. */
  get known(): boolean {
    return this.#read.value !== undefined
  }

  /** Nothing while the first answer is on its way. */
  contacts(key: string): number | undefined {
    const use = this.#read.value
    return use && (use.contacts[key] ?? 0)
  }

  /** Entries of the interaction log. */
  entries(keys: readonly string[]): number {
    return keys.reduce((sum, key) => sum + (this.#read.value?.entries[key] ?? 0), 0)
  }

  /** What else names one of these, each once. */
  others(keys: readonly string[]): UseOf[] {
    const all = keys.flatMap((key) => this.#read.value?.others[key] ?? [])
    return [...new Map(all.map((use) => [`${use.kind} ${use.id}`, use])).values()]
  }

  /** How much uses it in all, contacts first of all. */
  total(key: string): number {
    return (this.contacts(key) ?? 0) + this.entries([key]) + this.others([key]).length
  }

  /** Codes that are in use, of lists whose rows are codes. */
  get codes(): string[] {
    const use = this.#read.value
    return use ? [...new Set([...Object.keys(use.contacts), ...Object.keys(use.others)])] : []
  }

  /** The code that was probably meant; blank where nobody knows, nothing where it stands for itself. */
  meant(code: string): string | undefined {
    return this.#read.value?.meant[code]
  }
}
