// What is done with a selection of contacts: one field changed for all of them, or all put on a segment, new or open. Counted first, done
// in the worker with progress and stop, and taken back whole.
import type { PackedIds } from '../base/packedIds.ts'
import { ok, type Result } from '../base/result.ts'
import type { BulkChange } from '../core/contact/bulk.ts'
import type { Failure } from '../model/failure.ts'
import type { CampaignId, SegmentId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { AddAnswer, BulkAnswer } from '../workers/jobs/bulk.ts'
import { plainOccasion, undoLong, type House, type Undoable } from './house.ts'
import { createSegment, deleteSegment } from './segments.ts'

type Done<T> = Promise<Result<Undoable & T, Failure>>

/** What the change would do, before it is done. */
export const bulkPreview = (house: House, people: PackedIds, change: BulkChange, watch: JobWatch): Promise<Result<BulkAnswer, Failure>> =>
  house.calls.watched(watch, (work, job) => work.bulkPreview(people, change, plainOccasion(house), job))

/** Changes the field of all of them, as one act. */
export async function bulkContacts(house: House, people: PackedIds, change: BulkChange, watch: JobWatch): Done<BulkAnswer> {
  const done = await house.calls.watched(watch, (work, job) => work.bulkContacts(people, change, plainOccasion(house), job))
  if (!done.ok || done.value.rev > 0) house.onWritten(done)
  return done.ok ? ok({ ...done.value, takeBack: () => undoLong(house, done.value.rev) }) : done
}

export interface AddedToSegment extends AddAnswer {
  segmentId: SegmentId
}

/** Puts them on an open segment, or on a new one called so; when they cannot be added, it is not made either. */
export async function addToSegment(
  house: House,
  segment: { id: SegmentId } | { description: string; campaignId?: CampaignId },
  people: PackedIds,
  watch: JobWatch,
): Done<AddedToSegment> {
  const made = 'description' in segment ? await createSegment(house, segment.description, { campaignId: segment.campaignId }) : undefined
  if (made && !made.ok) return made
  const segmentId = made ? made.value.value : (segment as { id: SegmentId }).id
  // Taking the people off again has written it anew: its making can no longer be taken back by itself.
  const unmake = () => (made ? deleteSegment(house, segmentId) : Promise.resolve(ok(undefined)))
  const done = await house.calls.watched(watch, (work, job) => work.addPeople(segmentId, people, plainOccasion(house), job))
  if (!done.ok || done.value.rev > 0) house.onWritten(done)
  if (!done.ok) {
    await unmake()
    return done
  }
  const takeBack = async () => {
    const { rev } = done.value
    const taken = rev > 0 ? await undoLong(house, rev) : ok({ rev })
    return taken.ok ? unmake() : taken
  }
  return ok({ ...done.value, rev: done.value.rev || (made?.value.rev ?? 0), segmentId, takeBack })
}
