// Lists of a segment's people, and the recipients of its letters for Word's own mail merge: made in the worker, nothing is noted.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { MadeLetters } from '../workers/jobs/letterMaking.ts'
import type { RecipientsWish } from '../workers/jobs/recipients.ts'
import type { ListWish } from '../workers/jobs/segmentLists.ts'
import type { House } from './house.ts'

type Made = Promise<Result<MadeLetters, Failure>>

export const makeList = (house: House, id: SegmentId, wish: ListWish, watch: JobWatch): Made =>
  house.calls.watched(watch, (work, job) => work.makeList(id, wish, job))

export const makeRecipients = (house: House, id: SegmentId, wish: RecipientsWish, watch: JobWatch): Made =>
  house.calls.watched(watch, (work, job) => work.makeRecipients(id, wish, job))
