// What was bought: the items and item groups that occur in the purchases, the most frequent first.
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export interface ItemValue {
  value: string
  label: string
  /** How many purchases have it. */
  count: number
}

export interface Items {
  items: ItemValue[]
  groups: ItemValue[]
}

export const watchItems = (db: Database): Watched<Items> =>
  watch(async () => {
    const items = new Map<string, ItemValue>()
    const groups = new Map<string, ItemValue>()
    await db.purchases.each(({ itemNo, description, itemGroup }) => {
      countOne(items, itemNo, description ? `${description} · ${itemNo}` : itemNo)
      countOne(groups, itemGroup, itemGroup)
    })
    return { items: frequent(items), groups: frequent(groups) }
  })

function countOne(values: Map<string, ItemValue>, value: string, label: string): void {
  if (value === '') return
  const known = values.get(value)
  if (known) known.count++
  else values.set(value, { value, label, count: 1 })
}

const frequent = (values: Map<string, ItemValue>): ItemValue[] =>
  [...values.values()].sort((a, b) => b.count - a.count || a.label.localeCompare(b.label))
