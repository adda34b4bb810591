// Who cannot be greeted as we would like: for want of a salutation code, of a name, or of a greeting line in their language.
import type { Contact } from '../../model/contact.ts'
import { SalutationKind } from '../../model/lists.ts'
import { withheld } from '../contact/privacy.ts'
import { salutation, type FormulaBook } from './salutation.ts'

export interface Fallback {
  contact: Contact
  /** The language of the contact; blank = none is known. */
  languageCode: string
  kinds: SalutationKind[]
}

/** Contacts that get a fallback in their own language, formally or informally; whoever must not be written to is not looked at. */
export function* fallbacks(
  contacts: Iterable<Contact>,
  formulas: FormulaBook,
  companyName: (contact: Contact) => string,
): Iterable<Fallback> {
  for (const contact of contacts) {
    if (withheld(contact)) continue
    const kinds = SalutationKind.options.filter(
      (kind) => salutation(contact, contact.languageCode, kind, formulas, companyName(contact)).fellBack,
    )
    if (kinds.length > 0) yield { contact, languageCode: contact.languageCode ?? '', kinds }
  }
}
