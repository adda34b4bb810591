// Duplicates: merged into one contact, parted again, or remembered as no duplicates.
import { ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId, MergeId } from '../model/ids.ts'
import { pairId } from '../model/merge.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import type { JobWatch } from '../workers/call.ts'
import type { MergedNow, MergeWish, PartedNow } from '../workers/jobs/merging.ts'
import { plainOccasion, planAndWrite, undoLong, type House } from './house.ts'

export type { MergedNow, MergeWish }

/** Merges contacts, one after another, as one act. Failures: `mergeKinds`, `notFound`, `stale`, `stopped`, disk trouble; then nothing is written. */
export async function mergeContacts(house: House, wishes: readonly MergeWish[], watch: JobWatch = {}): Promise<Result<MergedNow, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.mergeContacts(wishes, occasion, job))
  house.onWritten(done)
  return done
}

/** Takes the whole act back: all is as it was. Refused with `changedSince` or `undoLost`; then each can still be parted. */
export const undoMerge = (house: House, rev: number): Promise<Result<{ rev: number }, Failure>> => undoLong(house, rev)

/** Parts two contacts again: what came along and is still there goes back, what was done since stays. The pair counts as no duplicate then. */
export async function partContacts(house: House, mergeId: MergeId): Promise<Result<PartedNow, Failure>> {
  const done = await house.calls.work.partContacts(mergeId, plainOccasion(house))
  house.onWritten(done)
  return done
}

/** Remembers pairs that were looked at and are two; none of them is shown again. */
export function markNotDuplicates(
  house: House,
  pairs: readonly (readonly [ContactId, ContactId])[],
): Promise<Result<Committed & { value: number }, Failure>> {
  return planAndWrite(house, 'notDuplicates', async () => {
    const changes = await planApart(house, pairs)
    return ok({ changes, value: changes.put.notDuplicates?.length ?? 0 })
  })
}

/** Those of the pairs that are not remembered yet. */
export async function planApart(house: House, pairs: readonly (readonly [ContactId, ContactId])[]): Promise<Changes> {
  const known = new Set<string>(pairs.length > 0 ? await house.db.notDuplicates.toCollection().primaryKeys() : [])
  const { now, user } = house.occasion()
  const rows = pairs
    .map(([one, other]) => ({ id: pairId(one, other), rev: 0, contactIds: [one, other], by: user, at: now }))
    .filter(({ id }) => !known.has(id))
  return rows.length > 0 ? { ...noChanges(), put: { notDuplicates: rows } } : noChanges()
}
