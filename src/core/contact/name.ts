// Names of people: the printed name and its parts, and the company somebody belongs to.
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'

export type NameParts = Pick<Person, 'firstName' | 'middleName' | 'surname'>

/** First, middle and last name as one. BC: Contact/Contact.Table.al, CalculatedName */
export function nameOfPerson(parts: NameParts): string {
  const [first, middle, surname] = [parts.firstName.trim(), parts.middleName.trim(), parts.surname.trim()]
  const given = first !== '' && middle !== '' ? `${first} ${middle}` : first || middle
  return given !== '' && surname !== '' ? `${given} ${surname}` : given || surname
}

/**
 * Breaks a full name down: the last word is the surname, the one before it the middle name if there are more than two,
 * the rest the first name. A single word is a first name. BC: Contact/Contact.Table.al, NameBreakdown
 */
export function splitName(full: string): NameParts {
  const words = full.split(/\s+/).filter((word) => word !== '')
  const surname = words.length > 1 ? (words.pop() ?? '') : ''
  const middleName = words.length > 1 ? (words.pop() ?? '') : ''
  return { firstName: words.join(' '), middleName, surname }
}

/** What a contact is called on the screen, even when it has no name yet. */
export function displayName(contact: Contact): string {
  return contact.name || contact.email || contact.no
}

/** The company of a contact: a company is its own, a person may have none. BC: Contact "Company No." */
export function companyOf(contact: Contact, contacts: ReadonlyMap<ContactId, Contact>): Company | undefined {
  if (contact.type === 'company') return contact
  const company = contact.companyId && contacts.get(contact.companyId)
  return company?.type === 'company' ? company : undefined
}

/** The company's name to stand beside a person's; blank beside a company, whose own name says it. */
export function companyNameBeside(contact: Contact, contacts: ReadonlyMap<ContactId, Contact>): string {
  return contact.type === 'company' ? '' : (companyOf(contact, contacts)?.name ?? '')
}
