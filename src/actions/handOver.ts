// Handing over to another tablet, and taking in what one has handed over.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { HandOverWish } from '../model/handOverWish.ts'
import type { JobWatch } from '../workers/call.ts'
import type { ComingTold, ComingWish, HandOverMaking, MadeHandOver } from '../workers/jobs/handOverJobs.ts'
import { plainOccasion, undoLong, type House } from './house.ts'

export type { ComingTold, ComingWish, MadeHandOver }

/** What would go along, counted by table. */
export const countHandOver = (house: House, wish: HandOverWish): Promise<Result<MadeHandOver['counts'], Failure>> =>
  house.calls.work.handOverCounts(wish)

/** Makes the file. Failures: `importOpen`, `stopped`, `diskFull`, disk trouble. */
export async function makeHandOver(
  house: House,
  wish: HandOverWish,
  how: Omit<HandOverMaking, 'at'>,
  watch: JobWatch = {},
): Promise<Result<MadeHandOver, Failure>> {
  const { now } = house.occasion()
  const done = await house.calls.watched(watch, (work, job) => work.makeHandOver(wish, { ...how, at: now }, job))
  house.onWritten(done.ok ? { ok: true, value: { rev: 0 } } : done)
  return done
}

/** What a file would bring, with these choices. Failures: `backupNotOurs`, `backupNewer`, `backupPassword`, `backupCut`, `backupBroken`. */
export const previewHandOver = (
  house: House,
  file: Blob,
  fileName: string,
  wish: ComingWish,
  watch: JobWatch = {},
): Promise<Result<ComingTold, Failure>> =>
  house.calls.watched(watch, (work, job) => work.handOverPreview(file, fileName, wish, plainOccasion(house), job))

/** Takes it in as one act. @returns with what takes it back; nothing where all of it stood here already */
export async function takeHandOver(
  house: House,
  file: Blob,
  fileName: string,
  wish: ComingWish,
  watch: JobWatch = {},
): Promise<Result<ComingTold & { takeBack?: () => Promise<Result<{ rev: number }, Failure>> }, Failure>> {
  const done = await house.calls.watched(watch, (work, job) => work.takeHandOver(file, fileName, wish, plainOccasion(house), job))
  if (!done.ok) return done
  const { rev, ...told } = done.value
  if (rev === undefined) return { ok: true, value: told }
  house.onWritten({ ok: true, value: { rev } })
  return { ok: true, value: { ...told, takeBack: () => undoLong(house, rev) } }
}
