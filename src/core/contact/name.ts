// Names of people: the printed name and its parts, and the company somebody belongs to.
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'

export type NameParts = Pick<Person, 'title' | 'firstName' | 'middleName' | 'surname'>

/** First, middle and last name as one, without the title: lists are sorted by it. BC: Contact/Contact.Table.al, CalculatedName */
export function nameOfPerson(parts: Omit<NameParts, 'title'>): string {
  const [first, middle, surname] = [parts.firstName.trim(), parts.middleName.trim(), parts.surname.trim()]
  const given = first !== '' && middle !== '' ? `${first} ${middle}` : first || middle
  return given !== '' && surname !== '' ? `${given} ${surname}` : given || surname
}

/** The name as it stands in an address and on the card: with the title in front. */
export const printedName = (contact: Contact): string =>
  contact.type === 'person' && contact.title ? `${contact.title} ${contact.name}`.trim() : contact.name

/** What a contact is called on the screen, even when it has no name yet. */
export function displayName(contact: Contact): string {
  return printedName(contact) || contact.email || contact.no
}

/** Two letters in place of a picture: of the first word and of the last, none of a title. */
export function initialsOf(contact: Contact): string {
  const words = (contact.name || displayName(contact)).split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words
  return ends
    .map((word = '') => [...word][0] ?? '')
    .join('')
    .toUpperCase()
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
