// The people of a logged segment on an open one: all of them, or those who answered, did not, could not be reached.
import { ok, refuse, type Result } from '../base/result.ts'
import { peopleOf, planReuseLogged, type Reused } from '../core/segment/followUp.ts'
import type { Failure } from '../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../model/ids.ts'
import type { FollowUpWho } from '../model/parts.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readFollowUpFacts } from '../storage/read/followUp.ts'
import { readSegment } from '../storage/read/segments.ts'
import { byId } from '../storage/read/watch.ts'
import { planAndWrite, type House } from './house.ts'

/** Puts the people meant on the segment, as one step; `replace` takes everybody out first, as a step of its own. */
export function reuseLogged(
  house: House,
  segmentId: SegmentId,
  loggedId: LoggedSegmentId,
  who: FollowUpWho,
  how: 'add' | 'replace',
): Promise<Result<Committed & { value: Reused }, Failure>> {
  return planAndWrite(house, 'reuseLogged', async () => {
    const [state, facts] = await Promise.all([readSegment(house.db, segmentId), readFollowUpFacts(house.db, loggedId)])
    if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
    if (!facts) return refuse({ code: 'notFound', table: 'loggedSegments', id: loggedId })
    const people = peopleOf(facts.lines, facts.entries, facts.states, who)
    const contacts = byId(await readContacts(house.db, people))
    return ok(planReuseLogged(state, facts.logged, { who, people }, contacts, how, house.occasion()))
  })
}
