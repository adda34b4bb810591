// Who must not be chosen, logged or written to. The reference asks this only when an interaction is created; here it is asked everywhere.
// BC: Contact/Contact.Table.al, "Privacy Blocked", "Minor", "Parental Consent Received"
import type { Contact } from '../../model/contact.ts'

export type Withheld = 'privacyBlocked' | 'minor'

/** Why nothing may be done with this contact; nothing when it may. A minor is withheld until the parents have consented. */
export function withheld(contact: Contact): Withheld | undefined {
  if (contact.privacyBlocked) return 'privacyBlocked'
  return contact.type === 'person' && contact.minor && !contact.parentalConsent ? 'minor' : undefined
}
