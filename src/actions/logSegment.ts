// Logging: read, check, plan, one atomic commit. If another window logged or changed the segment meanwhile, nothing is written.
import { ok, refuse, type Result } from '../base/result.ts'
import { changesOfLog, planLog } from '../core/interaction/planLog.ts'
import type { Failure } from '../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../model/ids.ts'
import { joinChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { aroundOf, readSegmentPage } from '../storage/read/segments.ts'
import { write, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

export interface LoggedNow {
  loggedId: LoggedSegmentId
  entries: number
  followUpId: SegmentId | undefined
}

export interface LogWish {
  /** The segment as the person saw it when she pressed the button. */
  rev: number
  followUp: string | undefined
}

/** Logs the segment. `stale` when it is no longer as it was seen. */
export async function logSegment(house: House, id: SegmentId, wish: LogWish): Promise<Result<Committed & { value: LoggedNow }, Failure>> {
  const page = await readSegmentPage(house.db, id)
  if (!page) return refuse({ code: 'notFound', table: 'segments', id })
  if (page.segment.rev !== wish.rev) return refuse({ code: 'stale', table: 'segments', id })
  const number = wish.followUp === undefined ? undefined : await nextNumber(house.db, 'segment')
  const options = number && wish.followUp !== undefined ? { followUp: { no: number.no, description: wish.followUp } } : {}
  const planned = planLog(page, aroundOf(page.around), options, house.occasion())
  if (!planned.ok) return planned
  const changes = changesOfLog(planned.value, page)
  const done = await write(house, number ? joinChanges(changes, number.changes) : changes, 'logSegment')
  if (!done.ok) return done
  const { logged, entries, followUpId } = planned.value
  return ok({ ...done.value, value: { loggedId: logged.id, entries: entries.length, followUpId } })
}
