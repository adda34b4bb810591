// The people of a logged segment as a list of any length: pieces are read as they come on the screen, filters are answered by the
// index worker, and a commit in any window is followed.
import type { House } from '../../actions/house.ts'
import type { PeopleFilter, PeopleFound } from '../../core/interaction/loggedPeople.ts'
import type { LoggedSegmentId } from '../../model/ids.ts'
import { linesPerPiece, type LoggedSegment } from '../../model/interaction.ts'
import { Live } from '../../parts/live.svelte.ts'
import { readPiece, readPieceKeys } from '../../storage/read/logged.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import { tell } from '../pieces/act.ts'

export type Person = Awaited<ReturnType<typeof readPiece>>['people'][number]

/** Made while a component is set up; it stops asking when the component goes. */
export class LoggedList {
  filter = $state<PeopleFilter>('all')
  text = $state('')
  /** The last answer of the worker, with what it was asked; nothing while the first is on its way. */
  found = $state.raw<(PeopleFound & { filter: PeopleFilter; text: string }) | undefined>()
  #pieces = $state.raw<ReadonlyMap<number, Person[]>>(new Map())
  /** At which commit each piece was read, or is being read. */
  readonly #read = new Map<number, number>()
  readonly #house: House
  readonly #id: LoggedSegmentId
  readonly #all: readonly number[]
  readonly #commits: Live<number>
  #keys: Promise<string[]> | undefined
  #asked = 0

  constructor(house: House, logged: LoggedSegment) {
    this.#house = house
    this.#id = logged.id
    this.#all = Array.from({ length: logged.counts.lines }, (_, place) => place)
    this.#commits = new Live(watchCommits(house.db))
    $effect(() => {
      if (this.#commits.value !== undefined) void this.#ask(this.filter, this.text.trim())
    })
  }

  /** Places of the rows shown; everybody at once, others when the worker has found them. */
  get places(): readonly number[] {
    if (this.filter === 'all' && this.text.trim() === '') return this.#all
    return this.found?.places ?? []
  }

  /** Whether what is shown answers what is asked. */
  get settled(): boolean {
    return this.places === this.#all || (this.found?.filter === this.filter && this.found.text === this.text.trim())
  }

  /** Who stands at a place; nothing as long as the piece is being read. */
  person(place: number): Person | undefined {
    const at = Math.floor(place / linesPerPiece)
    const rev = this.#commits.value
    if (rev !== undefined && (this.#read.get(at) ?? -1) < rev) {
      this.#read.set(at, rev)
      void this.#readPiece(at)
    }
    return this.#pieces.get(at)?.[place % linesPerPiece]
  }

  async #readPiece(at: number): Promise<void> {
    this.#keys ??= readPieceKeys(this.#house.db, this.#id)
    const key = (await this.#keys)[at]
    if (key === undefined) return
    const { people } = await readPiece(this.#house.db, key)
    this.#pieces = new Map(this.#pieces).set(at, people)
  }

  async #ask(filter: PeopleFilter, text: string): Promise<void> {
    const asked = ++this.#asked
    try {
      const found = await this.#house.calls.index.loggedPeople(this.#id, filter, text)
      if (asked === this.#asked) this.found = { ...found, filter, text }
    } catch (error) {
      if (asked === this.#asked) tell(failureOf(error))
    }
  }
}
