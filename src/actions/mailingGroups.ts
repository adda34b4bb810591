// A mailing group for the people of a segment: counted first, then given as one commit.
import { ok, refuse, type Result } from '../base/result.ts'
import { peopleOfSegment, planMailingGroup, type MailingGroupCounts, type MailingGroupOptions } from '../core/segment/mailingGroup.ts'
import type { Criteria, Rule } from '../model/criteria.ts'
import type { Failure } from '../model/failure.ts'
import type { MailingGroupId, SegmentId } from '../model/ids.ts'
import type { Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContacts } from '../storage/read/contacts.ts'
import { readSegment } from '../storage/read/segments.ts'
import { byId } from '../storage/read/watch.ts'
import { planAndWrite, type House } from './house.ts'

export interface MailingGroupPreview extends MailingGroupCounts {
  /** Contacts that bear the group now, inside and outside of the segment; those outside keep it. */
  bear: number
}

/** What giving the group would do, before it is done. */
export async function mailingGroupPreview(
  house: House,
  segmentId: SegmentId,
  groupId: MailingGroupId,
  options: MailingGroupOptions,
): Promise<Result<MailingGroupPreview, Failure>> {
  const planned = await plan(house, segmentId, groupId, options)
  if (!planned.ok) return planned
  const rule: Rule = { kind: 'mailingGroup', operator: 'hasAnyOf', ids: [groupId] }
  const bears: Criteria = { kind: 'group', match: 'all', items: [rule] }
  const [bear = 0] = await house.calls.index.counts(undefined, [bears], house.occasion().today)
  return ok({ ...planned.value.value, bear })
}

/** Gives the group to everybody on the segment's lines; the undo of the commit takes it back. */
export const applyMailingGroup = (
  house: House,
  segmentId: SegmentId,
  groupId: MailingGroupId,
  options: MailingGroupOptions,
): Promise<Result<Committed & { value: MailingGroupCounts }, Failure>> =>
  planAndWrite(house, 'applyMailingGroup', () => plan(house, segmentId, groupId, options))

async function plan(
  house: House,
  segmentId: SegmentId,
  groupId: MailingGroupId,
  options: MailingGroupOptions,
): Promise<Result<{ changes: Changes; value: MailingGroupCounts }, Failure>> {
  const [state, group] = await Promise.all([readSegment(house.db, segmentId), house.db.mailingGroups.get(groupId)])
  if (!state) return refuse({ code: 'notFound', table: 'segments', id: segmentId })
  if (!group) return refuse({ code: 'notFound', table: 'mailingGroups', id: groupId })
  const { listed, takenOut } = peopleOfSegment(state)
  const ids = options.replaceOld ? [...listed, ...takenOut] : [...listed]
  const contacts = byId(await readContacts(house.db, ids))
  const { changes, counts } = planMailingGroup(state, group, contacts, options, house.occasion())
  return ok({ changes, value: counts })
}
