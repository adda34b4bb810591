// Whose value was chosen for which field of two contacts side by side: kept while the app is open, whichever of the two stays, and also
// when a card was looked at in between.
import type { Picks, Side } from '../../core/duplicates/mergeRows.ts'
import type { ContactId } from '../../model/ids.ts'

/** By the two contacts, in either order: field and whose value it takes. */
const chosen = new Map<string, Map<string, ContactId>>()
const keyOf = (one: ContactId, other: ContactId) => [one, other].sort().join(' ')

/** What was chosen of the two before. */
export function picksOf(keptId: ContactId, lostId: ContactId): Picks {
  const sideOf = (id: ContactId): Side => (id === keptId ? 'kept' : 'lost')
  return Object.fromEntries(Array.from(chosen.get(keyOf(keptId, lostId)) ?? [], ([field, id]) => [field, sideOf(id)]))
}

/** Keeps what is chosen now, and gives it back. */
export function keepPick(keptId: ContactId, lostId: ContactId, picks: Picks): Picks {
  chosen.set(keyOf(keptId, lostId), new Map(Object.entries(picks).map(([field, side]) => [field, side === 'kept' ? keptId : lostId])))
  return picks
}
