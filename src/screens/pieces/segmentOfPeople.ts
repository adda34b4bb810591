// People who were chosen by name become a new segment, and its worksheet is opened. Whoever is excluded from segments is taken all the same.
import { addToSegment } from '../../actions/selection.ts'
import type { House } from '../../actions/house.ts'
import type { PackedIds } from '../../base/packedIds.ts'
import { addOutcomes } from '../../core/segment/chosenPeople.ts'
import type { CampaignId } from '../../model/ids.ts'
import { goTo } from '../../parts/place.svelte.ts'
import { act } from './act.ts'

/** @param said what is told of it: how many are on it, and how many are not */
export async function segmentOfPeople(
  house: House,
  segment: { description: string; campaignId?: CampaignId },
  people: PackedIds,
  said: (added: number, left: number) => string,
): Promise<void> {
  const made = await act(house, addToSegment(house, segment, people, {}), ({ by }) => {
    const added = by.filter((outcome) => ['added', 'excluded'].includes(addOutcomes[outcome] ?? '')).length
    return said(added, by.length - added)
  })
  if (made) goTo(`/segments/${encodeURIComponent(made.segmentId)}`)
}
