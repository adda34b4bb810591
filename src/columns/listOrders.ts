// The orders that the list of contacts can stand in. Each is made when it is first asked for and mended after changes; the last few are kept.
import type { Day } from '../base/day.ts'
import { exhaustive } from '../base/never.ts'
import { has } from './bitmap.ts'
import type { Columns } from './columns.ts'
import type { Derived, Ground } from './derived.ts'
import type { ListGround, ListSort } from './listAsk.ts'
import { Order } from './order.ts'
import { daySorting, nameRanks, nameSorting, textSorting, thenBy, type FieldSorting } from './sortings.ts'

/** So many are kept beside that by name. */
const kept = 4

export class ListOrders {
  readonly #columns: Columns
  readonly #derived: Derived
  readonly #names: Order
  readonly #known = new Map<string, Order>()

  /** @param names that by name, from A to Z */
  constructor(columns: Columns, derived: Derived, names: Order) {
    this.#columns = columns
    this.#derived = derived
    this.#names = names
  }

  of(sort: ListSort, { salespeople, today }: Pick<ListGround, 'salespeople' | 'today'>): Order {
    if (sort.by === 'name' && !sort.descending) return this.#names
    const around = sort.by === 'salesperson' ? JSON.stringify([...salespeople]) : sort.by === 'nextContact' ? today : ''
    const key = `${sort.by} ${sort.descending} ${around}`
    const order = this.#known.get(key) ?? new Order(this.#columns, thenBy(this.#sorting(sort, salespeople, today), this.#names))
    this.#known.delete(key)
    this.#known.set(key, order)
    if (this.#known.size > kept) this.#known.delete(this.#known.keys().next().value!)
    return order
  }

  change(row: number): void {
    for (const order of this.#known.values()) order.change(row)
  }

  /** Last days are numbers: they are sooner put in order anew than mended. */
  forget(grounds: ReadonlySet<Ground>): void {
    const moves = grounds.has('entries') || grounds.has('contacts') || grounds.has('cadences')
    for (const key of this.#known.keys()) {
      const isGone = key.startsWith('lastInteraction ') ? grounds.has('entries') : key.startsWith('nextContact ') && moves
      if (isGone) this.#known.delete(key)
    }
  }

  #sorting({ by, descending }: ListSort, salespeople: ReadonlyMap<string, string>, today: Day): FieldSorting {
    const columns = this.#columns
    const derived = this.#derived
    const { texts, choices, days } = columns.parts
    const text = (value: (row: number) => string) => textSorting(columns, value, descending)
    const ranks = () => nameRanks(columns, derived, this.#names)
    switch (by) {
      case 'name':
        return nameSorting(columns, derived, descending, ranks)
      case 'company':
        return textSorting(
          columns,
          (row) => (has(derived.employed, row) ? texts.name.value(columns.parts.employer[row]!) : ''),
          descending,
          {
            ranks: () => ofCompany(ranks(), columns),
          },
        )
      case 'city':
      case 'postCode':
        return text((row) => texts[by].value(row))
      case 'no':
        return textSorting(columns, (row) => texts.no.value(row), descending, { numeric: true })
      case 'salesperson':
        return text((row) => salespeople.get(choices.salespersonId.value(row)) ?? '')
      case 'changedAt':
        return daySorting(columns, (row) => days.changedAt.get(row), descending)
      case 'lastInteraction':
        return daySorting(columns, (row) => derived.lastInteraction()[row] ?? 0, descending)
      case 'nextContact':
        return daySorting(columns, (row) => derived.nextContact(today)[row] ?? 0, descending)
    }
    return exhaustive(by)
  }

  bytes(): number {
    let sum = 0
    for (const order of this.#known.values()) sum += order.bytes()
    return sum
  }
}

/** The place of each one's company; of those without one it is not asked. */
const ofCompany = (ranks: Uint32Array, { parts }: Columns) => ranks.map((_, row) => ranks[parts.employer[row]!]!)
