// All contacts and what happened with them as columns of numbers: it answers every criterion, count and search. It is kept up to date by
// patches, and saved as one piece.
import type { Day } from '../base/day.ts'
import type { CriteriaStep, Outcome, PeopleList } from '../core/segment/outcome.ts'
import type { ChoiceField, Criteria, Rule, StepOptions, TextField } from '../model/criteria.ts'
import type { ContactId } from '../model/ids.ts'
import type {
  Bitmap,
  ContactRow,
  FillRates,
  FirstName,
  ItemValues,
  ListState,
  Patch,
  SearchAnswer,
  Snapshot,
  StepAnswer,
  ValueCount,
} from './answers.ts'
import { count, countAnd, has, keepIn } from './bitmap.ts'
import type { Columns } from './columns.ts'
import { ContactList } from './contactList.ts'
import { Evaluator } from './evaluate.ts'
import { fillRatesOf } from './fillRates.ts'
import type { PackedIds } from '../base/packedIds.ts'
import { lineSorting, Order } from './order.ts'
import { Steps } from './outcome.ts'
import type { ListGround, ListItem, ListShown, ListWish, QuickFilter } from './listAsk.ts'
import { patchColumns } from './patch.ts'
import { Search } from './search.ts'
import { listSorting } from './sortings.ts'
import { readSnapshot, writeSnapshot, type Orders } from './snapshot.ts'
import { valuesOf } from './values.ts'
import { contactRowOf } from './contactRow.ts'

export class ColumnIndex {
  readonly #columns: Columns
  readonly #evaluator: Evaluator
  readonly #lineOrder: Order
  readonly #listOrder: Order
  readonly #steps: Steps
  readonly #search: Search
  readonly #list: ContactList

  constructor(columns: Columns, orders: Orders = {}) {
    this.#columns = columns
    this.#evaluator = new Evaluator(columns)
    const { derived } = this.#evaluator
    this.#lineOrder = new Order(columns, lineSorting(columns, derived), orders.lines)
    this.#listOrder = new Order(columns, listSorting(columns, derived), orders.list)
    this.#steps = new Steps(this.#evaluator, this.#lineOrder)
    this.#search = new Search(this.#evaluator)
    this.#list = new ContactList(this.#evaluator, this.#listOrder, this.#search)
  }

  /** Puts rows in their places; exactly as if all had been built anew. */
  patch(patch: Patch): void {
    const { grounds, moved } = patchColumns(this.#columns, patch)
    this.#evaluator.forget(grounds)
    this.#list.forget(grounds, moved)
    this.#search.forget()
    for (const row of moved) {
      this.#lineOrder.change(row)
      this.#listOrder.change(row)
    }
  }

  /** Contacts. */
  get size(): number {
    return count(this.#columns.live)
  }

  /** Bytes of all buffers. */
  bytes(): number {
    return this.#columns.bytes() + this.#evaluator.bytes() + this.#lineOrder.bytes() + this.#listOrder.bytes() + this.#list.bytes()
  }

  /** Who matches, of all contacts; not to be changed by the caller. */
  matching(criteria: Criteria, today: Day): Bitmap {
    return this.#evaluator.matching(criteria, today)
  }

  count(criteria: Criteria, today: Day, among?: Bitmap): number {
    const bits = this.#evaluator.matching(criteria, today)
    return among ? countAnd(bits, among) : count(bits)
  }

  /** How many have no value where the rule looks; nothing for a rule that cannot be asked that. */
  blanks(rule: Rule, today: Day, among?: Bitmap): number | undefined {
    const bits = this.#evaluator.blanks(rule, today)
    return bits && (among ? countAnd(bits, among) : count(bits))
  }

  /** The same as `outcomeOf` of core/segment/outcome. */
  outcome(kind: CriteriaStep, list: PeopleList, criteria: Criteria, options: StepOptions, today: Day): Outcome {
    return this.#steps.outcome(kind, list, criteria, options, today)
  }

  /** The same in numbers, for lists on which each contact stands once. */
  step(kind: CriteriaStep, list: ListState, criteria: Criteria, options: StepOptions, today: Day): StepAnswer {
    return this.#steps.step(kind, list, criteria, options, today)
  }

  /** Those of these who are there, as bits. */
  members(ids: Iterable<ContactId>): Bitmap {
    return this.#steps.members(ids)
  }

  /** The place of each in a bitmap; 0 for who is not there. */
  rowsOf(ids: readonly ContactId[]): Uint32Array {
    const { live, parts } = this.#columns
    return Uint32Array.from(ids, (id) => {
      const row = parts.ids.rowOf(id)
      return row > 0 && has(live, row) ? row : 0
    })
  }

  /** In the order of new lines. */
  idsOf(bitmap: Bitmap): ContactId[] {
    const { ids } = this.#columns.parts
    return Array.from(this.#lineOrder.rowsOf(bitmap), (row) => ids.idOf(row) as ContactId)
  }

  /** The first of them, in the order of new lines. */
  firstNames(bitmap: Bitmap, limit: number): FirstName[] {
    return this.#steps.firstNames(bitmap, limit)
  }

  /** How many of these have no postal address of their own or their company's, and how many no e-mail address. */
  unreached(bitmap: Bitmap): { noAddress: number; noEmail: number } {
    return this.#steps.unreached(bitmap)
  }

  /** Contacts that bear every word, in the order of the list of contacts; the first `limit`, and how many there are in all. */
  search(text: string, limit: number, among?: Bitmap): SearchAnswer {
    const found = this.#search.bearing(text)
    const bits = among ? keepIn(found.slice(), among) : found
    const rows = Array.from(this.#listOrder.rowsOf(bits, limit), (row) => this.#contactRow(row))
    return { total: count(bits), all: among ? count(among) : this.size, rows }
  }

  /** The list of all contacts; what it answers is good until the next patch. */
  list(wish: ListWish, ground: ListGround): ListShown {
    return this.#list.shown(wish, ground)
  }

  /** What stands in these places of the list, the last not included. */
  listItems(shown: ListShown, from: number, to: number): ListItem[] {
    return this.#list.items(shown, from, to)
  }

  /** How many of those found each quick filter lets through. */
  listCounts({ found }: ListShown, ground: ListGround): Record<QuickFilter, number> {
    return this.#list.counts(found, ground)
  }

  /** Those found, in the order they are shown in. */
  listIds({ found, places }: ListShown): PackedIds {
    return this.#columns.parts.ids.packed(places.filter((row) => has(found, row)))
  }

  /** Where a contact stands in the list. */
  placeOf({ places }: ListShown, id: ContactId): number | undefined {
    const row = this.#columns.parts.ids.rowOf(id)
    const place = row > 0 ? places.indexOf(row) : -1
    return place < 0 ? undefined : place
  }

  /** What the first search would make anyhow, in short steps: whoever begins to type later finds it made. */
  get searchPreparations(): (() => void)[] {
    return this.#search.preparations
  }

  /** Values that occur in a field, the most frequent first. */
  values(field: TextField | ChoiceField, limit: number): ValueCount[] {
    return valuesOf(field, limit, this.#evaluator)
  }

  fillRates(): FillRates {
    return fillRatesOf(this.#evaluator)
  }

  itemValues(): ItemValues {
    return this.#columns.parts.purchases.itemValues()
  }

  contactRow(id: ContactId): ContactRow | undefined {
    const row = this.#columns.parts.ids.rowOf(id)
    return row > 0 && has(this.#columns.live, row) ? this.#contactRow(row) : undefined
  }

  #contactRow(row: number): ContactRow {
    return contactRowOf(row, this.#evaluator)
  }

  snapshot(): Snapshot {
    return writeSnapshot(this.#columns, { lines: this.#lineOrder.rows, list: this.#listOrder.rows })
  }

  /** Nothing when it is of another version, or damaged. */
  static fromSnapshot(snapshot: Snapshot): ColumnIndex | undefined {
    const read = readSnapshot(snapshot)
    return read && new ColumnIndex(read.columns, read.orders)
  }
}
