// Putting the people of a segment into a mailing group. Who is touched is counted before, and it is nobody outside of the segment.
// BC: Segment/ApplyMailingGroup.Report.al (there "Delete Old Assignments" takes the group from every contact there is)
import type { Contact, MailingGroup } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, unchanged, type Changes } from '../../model/tables.ts'
import { withheld } from '../contact/privacy.ts'
import type { SegmentState } from './steps.ts'

export interface MailingGroupOptions {
  /** Those whom the segment's steps took out again, and who must not be written to, lose the group. */
  replaceOld: boolean
}

/** How many people each thing happens to. */
export interface MailingGroupCounts {
  gets: number
  has: number
  /** Only with `replaceOld`. */
  loses: number
  /** On a line, but privacy blocked or a minor without consent: they do not get it. */
  withheld: number
  gone: number
}

/** Everybody whom the segment knows: those on its lines, and those whom the standing steps took out. */
export function peopleOfSegment({ lines, steps }: SegmentState): { listed: Set<ContactId>; takenOut: Set<ContactId> } {
  const listed = new Set(lines.lines.map(({ contactId }) => contactId))
  const takenOut = new Set<ContactId>()
  for (const { undone, outcome } of steps) {
    if (!undone) for (const { line } of outcome.removed) if (!listed.has(line.contactId)) takenOut.add(line.contactId)
  }
  return { listed, takenOut }
}

/** The assignment as changes, and its counts; a screen asks for the counts first. */
export function planMailingGroup(
  state: SegmentState,
  group: MailingGroup,
  contacts: ReadonlyMap<ContactId, Contact>,
  { replaceOld }: MailingGroupOptions,
  occasion: Occasion,
): { changes: Changes; counts: MailingGroupCounts } {
  const { listed, takenOut } = peopleOfSegment(state)
  const counts: MailingGroupCounts = { gets: 0, has: 0, loses: 0, withheld: 0, gone: 0 }
  const changed: Contact[] = []
  const change = (contact: Contact, mailingGroupIds: Contact['mailingGroupIds']) =>
    changed.push({ ...contact, mailingGroupIds, changedAt: occasion.now })
  const lose = (contact: Contact | undefined) => {
    if (!replaceOld || !contact?.mailingGroupIds.includes(group.id)) return
    counts.loses++
    change(
      contact,
      contact.mailingGroupIds.filter((id) => id !== group.id),
    )
  }
  for (const id of listed) {
    const contact = contacts.get(id)
    if (!contact) counts.gone++
    else if (withheld(contact)) {
      counts.withheld++
      lose(contact)
    } else if (contact.mailingGroupIds.includes(group.id)) counts.has++
    else {
      counts.gets++
      change(contact, [...contact.mailingGroupIds, group.id])
    }
  }
  for (const id of takenOut) lose(contacts.get(id))
  return { changes: assigned(changed, contacts, state, group), counts }
}

function assigned(changed: Contact[], contacts: ReadonlyMap<ContactId, Contact>, state: SegmentState, group: MailingGroup): Changes {
  if (changed.length === 0) return noChanges()
  const read = changed.map(({ id }) => contacts.get(id)).filter((contact) => contact !== undefined)
  return {
    put: { contacts: changed },
    remove: {},
    requires: [
      ...read.map((contact) => unchanged('contacts', contact)),
      unchanged('mailingGroups', group),
      unchanged('segmentLines', state.lines),
    ],
  }
}
