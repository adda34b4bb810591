// Everything we know about a contact: read, and made into a file to be saved. Nothing is noted.
import type { Result } from '../base/result.ts'
import type { KnownData } from '../core/contact/known.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { KnownWish } from '../workers/jobs/known.ts'
import type { MadeLetters } from '../workers/jobs/letterMaking.ts'
import type { House } from './house.ts'

export const readKnown = (house: House, id: ContactId, watch: JobWatch): Promise<Result<KnownData, Failure>> =>
  house.calls.watched(watch, (work, job) => work.readKnown(id, job))

export const makeKnown = (house: House, wish: KnownWish, watch: JobWatch): Promise<Result<MadeLetters, Failure>> =>
  house.calls.watched(watch, (work, job) => work.makeKnown(wish, job))
