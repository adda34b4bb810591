// The list of all contacts: who is found, in which order, under which company; and what stands in some of its places.
import type { Bitmap } from './answers.ts'
import { addTo, and, count, countAnd, has, keepIn } from './bitmap.ts'
import { contactRowOf } from './contactRow.ts'
import type { Evaluator } from './evaluate.ts'
import type { Ground } from './derived.ts'
import { quickFilters, type ListGround, type ListItem, type ListShown, type ListWish, type QuickFilter } from './listAsk.ts'
import { ListOrders } from './listOrders.ts'
import { dayOfNumber } from './numbers.ts'
import type { Order } from './order.ts'
import { QuickFilters } from './quickFilters.ts'
import type { Search } from './search.ts'

export class ContactList {
  readonly #evaluator: Evaluator
  readonly #orders: ListOrders
  readonly #filters: QuickFilters

  readonly #search: Search

  constructor(evaluator: Evaluator, names: Order, search: Search) {
    this.#search = search
    this.#evaluator = evaluator
    this.#orders = new ListOrders(evaluator.columns, evaluator.derived, names)
    this.#filters = new QuickFilters(evaluator)
  }

  forget(grounds: ReadonlySet<Ground>, moved: Iterable<number>): void {
    this.#filters.forget(grounds)
    this.#orders.forget(grounds)
    for (const row of moved) this.#orders.change(row)
  }

  shown(wish: ListWish, ground: ListGround): ListShown {
    const found = this.#search.bearing(wish.text)
    if (ground.among) keepIn(found, ground.among)
    for (const filter of wish.quick) keepIn(found, this.#filters.of(filter, ground))
    const order = this.#orders.of(wish.sort, ground)
    const isGrouped = wish.groupedBy === 'company'
    return {
      found,
      total: count(found),
      places: isGrouped ? this.#grouped(found, order) : order.rowsOf(found),
      isGrouped,
      today: ground.today,
    }
  }

  /** How many of these each quick filter lets through. */
  counts(found: Bitmap, ground: ListGround): Record<QuickFilter, number> {
    return Object.fromEntries(quickFilters.map((filter) => [filter, countAnd(found, this.#filters.of(filter, ground))])) as Record<
      QuickFilter,
      number
    >
  }

  /** Companies in this order, each with those of its people who were found; a company that was not found stands there for them. */
  #grouped(found: Bitmap, order: Order): Uint32Array {
    const { columns, derived } = this.#evaluator
    const { employer } = columns.parts
    const people = and(and(found, derived.persons), derived.employed)
    const heads = order.rowsOf(addTo(and(found, derived.companies), derived.companiesOf(people)))
    const others = order.rowsOf(and(found, derived.free))
    const staff = order.rowsOf(people)
    // First how many each company has, then where its people begin.
    const starts = new Uint32Array(columns.rows)
    for (let at = 0; at < staff.length; at++) starts[employer[staff[at]!]!]!++
    const places = new Uint32Array(heads.length + staff.length + (others.length > 0 ? others.length + 1 : 0))
    let place = 0
    for (let at = 0; at < heads.length; at++) {
      const head = heads[at]!
      const size = starts[head]!
      places[place] = head
      starts[head] = place + 1
      place += size + 1
    }
    for (let at = 0; at < staff.length; at++) places[starts[employer[staff[at]!]!]!++] = staff[at]!
    if (others.length > 0) places.set(others, place + 1)
    return places
  }

  /** What stands in these places, the last not included. */
  items(shown: ListShown, from: number, to: number): ListItem[] {
    const items: ListItem[] = []
    for (let place = Math.max(0, from); place < Math.min(to, shown.places.length); place++) items.push(this.#item(shown, place))
    return items
  }

  #item(shown: ListShown, place: number): ListItem {
    const row = shown.places[place]!
    if (row === 0) return { head: 'withoutCompany', people: shown.places.length - place - 1 }
    const { columns, derived } = this.#evaluator
    const { texts, choices, days } = columns.parts
    const next = dayOfNumber(derived.nextContact(shown.today)[row] ?? 0)
    return {
      ...contactRowOf(row, this.#evaluator),
      postCode: texts.postCode.value(row),
      email: texts.email.value(row),
      phone: texts.phone.value(row),
      mobilePhone: texts.mobilePhone.value(row),
      jobTitle: texts.jobTitle.value(row),
      salespersonId: choices.salespersonId.value(row),
      languageCode: choices.languageCode.value(row),
      changedAt: dayOfNumber(days.changedAt.get(row)),
      due: next && { day: next, every: derived.rhythms()[row]! },
      ...(shown.isGrouped && this.#isHead(row) && { leads: { people: this.#peopleAfter(shown, place), isFound: has(shown.found, row) } }),
    }
  }

  #isHead(row: number): boolean {
    return row === 0 || has(this.#evaluator.derived.companies, row)
  }

  #peopleAfter({ places }: ListShown, head: number): number {
    let place = head + 1
    while (place < places.length && !this.#isHead(places[place]!)) place++
    return place - head - 1
  }

  bytes(): number {
    return this.#orders.bytes() + this.#filters.bytes()
  }
}
