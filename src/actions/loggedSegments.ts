// Logged segments: cancelled and un-cancelled with a reason, followed up. What was logged does not change.
import { ok, refuse, type Result } from '../base/result.ts'
import { planCancelLogged } from '../core/interaction/cancel.ts'
import { planFollowUp } from '../core/segment/followUp.ts'
import type { Failure } from '../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../model/ids.ts'
import { joinChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readLoggedLines } from '../storage/read/logged.ts'
import { readAround } from '../storage/read/segments.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

/** Makes a new segment with the people of a logged one; campaign, template and salesperson come along. */
export function createFollowUp(
  house: House,
  id: LoggedSegmentId,
  description: string,
): Promise<Result<Committed & { value: { segmentId: SegmentId; leftOut: number } }, Failure>> {
  return planAndWrite(house, 'createFollowUp', async () => {
    const logged = await house.db.loggedSegments.get(id)
    if (!logged) return refuse({ code: 'notFound', table: 'loggedSegments', id })
    const lines = await readLoggedLines(house.db, id)
    const { contacts } = await readAround(
      house.db,
      lines.map(({ line }) => line.contactId),
    )
    const number = await nextNumber(house.db, 'segment')
    const { changes, segmentId, leftOut } = planFollowUp(logged, lines, contacts, { no: number.no, description }, house.occasion())
    return ok({ changes: joinChanges(number.changes, changes), value: { segmentId, leftOut } })
  })
}

/** Sets or takes back the cancelled flag; statistics leave cancelled ones out. */
export function cancelLogged(
  house: House,
  id: LoggedSegmentId,
  cancelled: boolean,
  reason: string,
): Promise<Result<Committed & { value: undefined }, Failure>> {
  return planAndWrite(house, cancelled ? 'cancelLogged' : 'uncancelLogged', async () => {
    const logged = await house.db.loggedSegments.get(id)
    if (!logged) return refuse({ code: 'notFound', table: 'loggedSegments', id })
    const state = await house.db.loggedStates.get(id)
    return ok({ changes: planCancelLogged(logged, state, cancelled, reason, house.occasion()), value: undefined })
  })
}
