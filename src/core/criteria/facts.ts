// What a criterion may look at: the contacts, and when each was last in touch.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'

export interface Facts {
  contacts: ReadonlyMap<ContactId, Contact>
  /** Day of the last interaction that counts: not cancelled, attempt not failed. */
  lastInteraction: ReadonlyMap<ContactId, Day>
}

/**
 * Gathers the facts. An entry counts for its own contact only; those of `cancelledSegments` do not count.
 * BC: Contact/Contact.Table.al, Date of Last Interaction
 */
export function factsOf(
  contacts: Iterable<Contact>,
  entries: Iterable<InteractionLogEntry>,
  cancelledSegments: ReadonlySet<LoggedSegmentId> = new Set(),
): Facts {
  const byId = new Map<ContactId, Contact>()
  for (const contact of contacts) byId.set(contact.id, contact)
  const lastInteraction = new Map<ContactId, Day>()
  for (const entry of entries) {
    if (entry.cancelled || entry.attemptFailed) continue
    if (entry.loggedSegmentId && cancelledSegments.has(entry.loggedSegmentId)) continue
    const known = lastInteraction.get(entry.contactId)
    if (!known || known < entry.day) lastInteraction.set(entry.contactId, entry.day)
  }
  return { contacts: byId, lastInteraction }
}
