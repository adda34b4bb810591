// Deleting contacts: what it would do, and doing it. Its undo is `undoLong`.
import type { Result } from '../base/result.ts'
import type { WithPeople } from '../core/contact/deleteContact.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { DeletedContacts, DeleteTold } from '../workers/jobs/deleteContacts.ts'
import { plainOccasion, type House } from './house.ts'

/** What would happen to whom, and what stands against it. */
export const deletePreview = (house: House, ids: readonly ContactId[], withPeople: WithPeople): Promise<Result<DeleteTold, Failure>> =>
  house.calls.work.deletePreview(ids, withPeople, plainOccasion(house))

/** Deletes those against whom nothing stands. */
export async function deleteContacts(
  house: House,
  ids: readonly ContactId[],
  withPeople: WithPeople,
  watch: JobWatch = {},
): Promise<Result<DeletedContacts, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.deleteContacts(ids, withPeople, occasion, job))
  house.onWritten(done)
  return done
}
