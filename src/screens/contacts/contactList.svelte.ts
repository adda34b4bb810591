// The contact list without drawing: what is asked of the index, the rows that come in windows, and what is selected. Each wish changes the
// address in place, without a hint to the shell: the finger is still in the field.
import type { House } from '../../actions/house.ts'
import type { PackedIds } from '../../base/packedIds.ts'
import type { ContactId } from '../../model/ids.ts'
import { RowPages } from '../../parts/rowPages.svelte.ts'
import { readFirstPage } from '../../storage/read/firstPage.ts'
import { failureOf } from '../../workers/call.ts'
import type { ListAsk, ListItem, ListOpened, ListRow, QuickFilter, SortField } from '../../workers/jobs/contactList.ts'
import { tell } from '../pieces/act.ts'
import { IndexRead } from '../pieces/indexRead.svelte.ts'
import { ContactSelection, type Shown } from './contactSelection.svelte.ts'
import { addressOf, askOf, beginsDown } from './listView.ts'

export type ListAnswer = Omit<ListOpened, 'items'> & { ask: ListAsk }

/** It stays when another page is looked at. */
const selection = new ContactSelection()
/** Rows that come with the answer. */
const first = 100
/** Milliseconds after which it is said that there is no answer yet. */
const patience = 500

export const isHead = (item: ListItem): item is Extract<ListItem, { head: string }> => 'head' in item

/** Made while a component is set up; it stops asking when the component goes. */
export class ContactList implements Shown {
  ask = $state.raw<ListAsk>()!
  readonly rows: RowPages<ListItem>
  readonly selection = selection
  readonly #house: House
  readonly #read: IndexRead<ListAnswer>
  #again = $state(0)
  #late = $state(false)

  constructor(house: House, query: URLSearchParams) {
    this.#house = house
    this.ask = askOf(query)
    setTimeout(() => (this.#late = true), patience)
    this.rows = new RowPages<ListItem>((trouble) => (trouble === undefined ? this.#again++ : tell(failureOf(trouble))))
    this.#read = new IndexRead(house, async (index) => {
      const [ask] = [this.ask, this.#again]
      const { today } = house.occasion()
      const { items, ...answer } = await index.openList(ask, today, first)
      const rowsAt = (from: number, to: number) => index.listRows(answer.ticket, from, to)
      await this.rows.show({ total: answer.length, first: items, rowsAt }, addressOf(ask))
      // Somebody may have been merged, deleted or forgotten meanwhile, on another page or in another window.
      if (selection.count > 0) void selection.without((packed) => index.goneOf(packed), answer.ticket)
      return { ...answer, ask }
    })
  }

  /** Shows the rows of the last time until there is an answer, where everybody is listed. */
  async beginWithKept(): Promise<void> {
    if (addressOf(this.ask) === '#/contacts') this.rows.begin((await readFirstPage(this.#house.db)) as ListItem[])
  }

  /** The answer; nothing while the first one is on its way. */
  get answer(): ListAnswer | undefined {
    return this.#read.value
  }

  /** There is no answer for a while already: after a start all contacts may have to be read first. */
  get isReading(): boolean {
    return this.#late && this.answer === undefined
  }

  /** The address was changed from outside. */
  follow(query: URLSearchParams): void {
    const ask = askOf(query)
    if (addressOf(ask) !== addressOf(this.ask)) this.ask = ask
  }

  wish(change: Partial<ListAsk>): void {
    this.ask = { ...this.ask, ...change }
    history.replaceState(null, '', addressOf(this.ask))
  }

  toggle(filter: QuickFilter): void {
    const { quick } = this.ask
    this.wish({ quick: quick.includes(filter) ? quick.filter((one) => one !== filter) : [...quick, filter] })
  }

  sortBy(by: SortField): void {
    this.wish({ sort: { by, descending: beginsDown(by) } })
  }

  leaveList(): void {
    const { within: _, ...ask } = this.ask
    this.ask = ask
    this.wish({})
  }

  group(on: boolean): void {
    const { groupedBy: _, ...ask } = this.ask
    this.ask = ask
    this.wish(on ? { groupedBy: 'company' } : {})
  }

  /** All who were found, as the list stands now; rejected when it does not keep still. */
  async ids(): Promise<PackedIds> {
    const ids = await this.#asked((ticket) => this.#house.calls.index.listIds(ticket))
    if (!ids) throw new Error('The list of contacts moves under the question.')
    return ids
  }

  async between(from: ContactId, to: ContactId): Promise<ContactId[] | undefined> {
    const { index } = this.#house.calls
    return this.#asked(async (ticket) => {
      const places = [await index.placeOf(ticket, from), await index.placeOf(ticket, to)]
      const [a, b] = [Math.min(...places.map((place) => place ?? -1)), Math.max(...places.map((place) => place ?? -1))]
      if (a < 0) return undefined
      const ids: ContactId[] = []
      for (let at = a; at <= b; at += stretch) {
        const items = await index.listRows(ticket, at, Math.min(b + 1, at + stretch))
        if (!items) return undefined
        for (const item of items) if (canBeTicked(item)) ids.push(item.id)
      }
      return ids
    })
  }

  /** Asked of the list as it stands now; when it moves meanwhile, again. */
  async #asked<T>(question: (ticket: number) => Promise<T | undefined>): Promise<T | undefined> {
    for (let attempt = 1; attempt <= 5; attempt++) {
      const { ticket } = await this.#house.calls.index.openList(this.ask, this.#house.occasion().today)
      const answer = await question(ticket)
      if (answer !== undefined) return answer
    }
    return undefined
  }
}

/** Rows of a long stretch are asked for in portions. */
const stretch = 1000

/** A company that only stands as the head of its people was not found itself. */
export const canBeTicked = (item: ListItem): item is ListRow => !isHead(item) && item.leads?.isFound !== false
