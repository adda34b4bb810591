// People who were selected in a list and are put on a segment: what comes of each, so that every count can open its people.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { withheld } from '../contact/privacy.ts'

/** `excluded`: added, because chosen by hand, though criteria would pass her over. */
export const addOutcomes = ['added', 'excluded', 'alreadyThere', 'privacyBlocked', 'minor', 'gone'] as const
export type AddOutcome = (typeof addOutcomes)[number]

/** @param there who stands on the segment already */
export function addOutcome(contact: Contact | undefined, there: ReadonlySet<ContactId>): AddOutcome {
  if (!contact) return 'gone'
  const reason = withheld(contact)
  if (reason) return reason
  if (there.has(contact.id)) return 'alreadyThere'
  return contact.excludeFromSegment ? 'excluded' : 'added'
}
