// Forgetting a person: what it reaches, and doing it. It has no undo.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { ForgetTold, ForgottenNow } from '../workers/jobs/forget.ts'
import type { House } from './house.ts'

/** What it would reach, counted by going through everything. */
export const forgetPreview = (house: House, id: ContactId, watch: JobWatch = {}): Promise<Result<ForgetTold, Failure>> =>
  house.calls.watched(watch, (work, job) => work.forgetPreview(id, job))

/** Forgets the contact for good. */
export async function forgetContact(house: House, id: ContactId, watch: JobWatch = {}): Promise<Result<ForgottenNow, Failure>> {
  const { now } = house.occasion()
  const done = await house.calls.watched(watch, (work, job) => work.forgetContact(id, now, job))
  house.onWritten(done)
  return done
}
