// Logging: the worker reads, plans and commits all at once. If another window logged or changed the segment meanwhile, nothing is written.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { SegmentId } from '../model/ids.ts'
import type { JobWatch } from '../workers/call.ts'
import type { LoggedNow, LogWish } from '../workers/jobs/logging.ts'
import { plainOccasion, undoLong, type House } from './house.ts'

export type { LoggedNow, LogWish }

/** Whether a log is being written: from there on it can no longer be stopped. */
export const isBeingWritten = (done: number, total: number): boolean => total > 0 && 2 * done >= total

/** Logs the segment. `stale` when it is no longer as it was seen, `stopped` when it was given up before the writing. */
export async function logSegment(house: House, id: SegmentId, wish: LogWish, watch: JobWatch = {}): Promise<Result<LoggedNow, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.logSegment(id, wish, occasion, job))
  house.onWritten(done)
  return done
}

/**
 * Takes a log back whole: the open segment is there again as it was. Refused when something of it was changed since (`changedSince`), and when
 * the page was loaded anew since (`undoLost`); it can be cancelled with a reason then.
 * @param rev the commit that logged it
 */
export const undoLog = (house: House, rev: number, watch: JobWatch = {}): Promise<Result<{ rev: number }, Failure>> =>
  undoLong(house, rev, watch)
