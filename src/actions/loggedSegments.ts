// Logged segments: cancelled and un-cancelled with a reason, followed up. What was logged does not change.
import { ok, refuse, type Result } from '../base/result.ts'
import { planCancelLogged } from '../core/interaction/cancel.ts'
import { peopleOf, planFollowUp } from '../core/segment/followUp.ts'
import type { Failure } from '../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { FollowUpWho } from '../model/parts.ts'
import { joinChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readFollowUpFacts } from '../storage/read/followUp.ts'
import { byId } from '../storage/read/watch.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

/** Makes a new segment with those people of a logged one who are meant; what its header said comes along. */
export function createFollowUp(
  house: House,
  id: LoggedSegmentId,
  description: string,
  who: FollowUpWho = 'all',
): Promise<Result<Committed & { value: { segmentId: SegmentId; leftOut: number } }, Failure>> {
  return planAndWrite(house, 'createFollowUp', async () => {
    const facts = await readFollowUpFacts(house.db, id)
    if (!facts) return refuse({ code: 'notFound', table: 'loggedSegments', id })
    const people = peopleOf(facts.lines, facts.entries, facts.states, who)
    const [contacts, number] = await Promise.all([readContacts(house.db, people), nextNumber(house.db, 'segment')])
    const fields = { no: number.no, description }
    const { changes, segmentId, leftOut } = planFollowUp(facts.logged, facts.lines, byId(contacts), fields, house.occasion(), {
      who,
      people,
    })
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
