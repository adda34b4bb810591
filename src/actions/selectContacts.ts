// Add, Reduce, Refine: one more step on the list as it is. The worker says exactly who it is, and writes it.
import type { SegmentId } from '../model/ids.ts'
import type { SavedStep } from '../model/criteria.ts'
import { plainOccasion, type House } from './house.ts'
import { applied, type Applied } from './segments.ts'

/** Applies criteria to a segment as a step; its value says how many came and went. */
export async function selectContacts(house: House, id: SegmentId, what: SavedStep): Promise<Applied> {
  return applied(house, id, await house.calls.index.applyCard(id, what, plainOccasion(house)))
}
