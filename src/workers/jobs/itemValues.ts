// What was bought, to choose from when asking for purchases.
import type { Facts } from '../../core/criteria/facts.ts'

export interface ItemValues {
  /** `count` is how many companies bought it; the description is that of the latest purchase. */
  items: { no: string; description: string; count: number }[]
  groups: { value: string; count: number }[]
}

/** All items and item groups, the most frequent first. */
export function itemValuesOf({ purchases }: Pick<Facts, 'purchases'>): ItemValues {
  const items = new Map<string, { no: string; description: string; count: number; day: string }>()
  const groups = new Map<string, number>()
  for (const bought of purchases.values()) {
    for (const { itemNo, description, day } of bought) {
      const known = items.get(itemNo) ?? { no: itemNo, description, count: 0, day }
      items.set(itemNo, day >= known.day ? { ...known, description, day } : known)
    }
    for (const no of new Set(bought.map(({ itemNo }) => itemNo))) {
      const item = items.get(no)
      if (item) item.count++
    }
    for (const group of new Set(bought.map(({ itemGroup }) => itemGroup))) if (group) groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  return {
    items: [...items.values()]
      .filter(({ no }) => no !== '')
      .map(({ no, description, count }) => ({ no, description, count }))
      .sort((a, b) => b.count - a.count || a.no.localeCompare(b.no)),
    groups: [...groups].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || a.value.localeCompare(b.value)),
  }
}
