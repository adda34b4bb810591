// What companies bought, in columns.
import type { Day } from '../base/day.ts'
import type { PurchaseWhere } from '../model/criteria.ts'
import type { Purchase } from '../model/purchase.ts'
import type { ItemValues } from './answers.ts'
import { daysOf } from './entries.ts'
import { anyTime, Happenings, type HappeningAsk, type SealedHappenings } from './happenings.ts'
import { numberOfDay } from './numbers.ts'
import { ShortList } from './shortList.ts'

const column = { item: 0, group: 1, description: 2 }
const figure = { quantity: 0, amount: 1 }

export interface PurchaseLists {
  item: ShortList<string>
  group: ShortList<string>
  description: ShortList<string>
}

export const allPurchases: HappeningAsk = { ...anyTime, tables: [], figures: [] }

export class Purchases {
  readonly rows: Happenings
  readonly lists: PurchaseLists

  constructor(
    sealed?: SealedHappenings,
    lists: PurchaseLists = { item: new ShortList(''), group: new ShortList(''), description: new ShortList('') },
  ) {
    this.rows = new Happenings(3, 2, sealed)
    this.lists = lists
  }

  add(purchase: Purchase, company: number): void {
    const { item, group, description } = this.lists
    const codes = [item.add(purchase.itemNo), group.add(purchase.itemGroup), description.add(purchase.description)]
    this.rows.add(purchase.id, company, numberOfDay(purchase.day), codes, [purchase.quantity, purchase.amount])
  }

  /** All that is asked of one and the same purchase. */
  asked(where: PurchaseWhere, today: Day): HappeningAsk {
    const tables: [number, Uint8Array][] = []
    if (where.itemNos && where.itemNos.length > 0) tables.push([column.item, this.lists.item.tableOf(where.itemNos)])
    if (where.itemGroups && where.itemGroups.length > 0) tables.push([column.group, this.lists.group.tableOf(where.itemGroups)])
    const figures = [
      ...rangeOf(figure.quantity, where.quantityFrom, where.quantityTo),
      ...rangeOf(figure.amount, where.amountFrom, where.amountTo),
    ]
    return { ...daysOf(where.within, today), tables, figures }
  }

  /** Summed in cents, so that it does not depend on the order. */
  amounts(rows: number): Float64Array {
    const cents = new Float64Array(rows)
    this.rows.visit(allPurchases, (at) => (cents[this.rows.owner(at)]! += Math.round(this.rows.figure(figure.amount, at) * 100)))
    for (let row = 0; row < rows; row++) cents[row]! /= 100
    return cents
  }

  /** All items and item groups, with how many companies bought each. */
  itemValues(): ItemValues {
    const { item, group, description } = this.lists
    const buyers = { items: new Map<number, Set<number>>(), groups: new Map<number, Set<number>>() }
    const latest = new Map<number, { day: number; description: number }>()
    this.rows.visit(allPurchases, (at) => {
      const owner = this.rows.owner(at)
      if (owner === 0) return
      const no = this.rows.code(column.item, at)
      const day = this.rows.day(at)
      addTo(buyers.items, no, owner)
      addTo(buyers.groups, this.rows.code(column.group, at), owner)
      const known = latest.get(no)
      if (!known || day >= known.day) latest.set(no, { day, description: this.rows.code(column.description, at) })
    })
    const items = [...buyers.items].map(([code, owners]) => ({
      no: item.values[code] ?? '',
      description: description.values[latest.get(code)?.description ?? 0] ?? '',
      count: owners.size,
    }))
    const groups = [...buyers.groups].map(([code, owners]) => ({ value: group.values[code] ?? '', count: owners.size }))
    return {
      items: items.filter(({ no }) => no !== '').sort((a, b) => b.count - a.count || a.no.localeCompare(b.no)),
      groups: groups.filter(({ value }) => value !== '').sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
    }
  }

  bytes(): number {
    return this.rows.bytes()
  }
}

function addTo(sets: Map<number, Set<number>>, key: number, value: number): void {
  const set = sets.get(key)
  if (set) set.add(value)
  else sets.set(key, new Set([value]))
}

/** Both ends included, whichever is said first; a missing end is open. */
function rangeOf(column: number, from: number | undefined, to: number | undefined): [number, number, number][] {
  if (from === undefined && to === undefined) return []
  const swapped = from !== undefined && to !== undefined && from > to
  return [[column, (swapped ? to : from) ?? -Infinity, (swapped ? from : to) ?? Infinity]]
}
