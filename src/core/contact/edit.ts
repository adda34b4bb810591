// New contacts, and changes to one. A person's name is kept equal to its parts, whichever of the two was changed.
// BC: Contact/Contact.Table.al
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { asRead, given } from '../asRead.ts'
import { nameOfPerson } from './name.ts'
import { splitName } from './personName.ts'

type Fixed = 'id' | 'rev' | 'type' | 'changedAt'
export type CompanyFields = Partial<Omit<Company, Fixed>>
export type PersonFields = Partial<Omit<Person, Fixed>>
export type ContactFields = CompanyFields | PersonFields

const blank = {
  rev: 0,
  id: '' as ContactId,
  no: '',
  name: '',
  name2: '',
  address: '',
  address2: '',
  postCode: '',
  city: '',
  county: '',
  countryCode: '',
  phone: '',
  mobilePhone: '',
  email: '',
  homePage: '',
  salutationCode: '',
  vatNo: '',
  externalId: '',
  excludeFromSegment: false,
  privacyBlocked: false,
  changedAt: '',
}

/** A contact with nothing filled in, for a form; it has no id yet. */
export function emptyContact(type: 'company'): Company
export function emptyContact(type: 'person'): Person
export function emptyContact(type: Contact['type']): Contact
export function emptyContact(type: Contact['type']): Contact {
  const lists = { mailingGroupIds: [], answerIds: [], alternativeAddresses: [] }
  if (type === 'company') return { ...blank, ...lists, type, industryGroupIds: [], businessRelations: [] }
  const parts = { firstName: '', middleName: '', surname: '', jobTitle: '', initials: '' }
  return { ...blank, ...lists, type, ...parts, jobResponsibilityIds: [], minor: false, parentalConsent: false }
}

/** A new company. @param no from the series of contacts */
export function newCompany(occasion: Occasion, no: string, fields: CompanyFields): Company {
  return cleanContact({ ...emptyContact('company'), ...given(fields), no, id: occasion.nextId<ContactId>(), changedAt: occasion.now })
}

/** A new person; the name may come whole or in parts. @param no from the series of contacts */
export function newPerson(occasion: Occasion, no: string, fields: PersonFields): Person {
  const person = { ...emptyContact('person'), ...given(fields), no, id: occasion.nextId<ContactId>(), changedAt: occasion.now }
  return cleanContact(withEqualName(person))
}

/** Changes some fields; `undefined` clears an optional one. Nothing is written when nothing differs. */
export function planContactChange(contact: Contact, patch: ContactFields, occasion: Occasion): Changes {
  const patched: Contact = given(Object.assign({ ...contact }, patch))
  const changed = cleanContact(patched.type === 'person' && contact.type === 'person' ? withEqualName(patched, contact) : patched)
  if (JSON.stringify(changed) === JSON.stringify(cleanContact(contact))) return noChanges()
  return { put: { contacts: [{ ...changed, changedAt: occasion.now }] }, remove: {}, requires: [asRead('contacts', contact)] }
}

/** Without blanks at the ends of any text. */
export function cleanContact<T extends Contact>(contact: T): T {
  const trimmed = Object.entries(contact).map(([key, value]) => [key, typeof value === 'string' ? value.trim() : (value as unknown)])
  return Object.fromEntries(trimmed) as T
}

/** Name and parts say the same: the parts win where they were filled or changed, otherwise the name is broken down. */
function withEqualName(person: Person, before: Person = emptyContact('person')): Person {
  const partsChanged = (['firstName', 'middleName', 'surname'] as const).some((part) => person[part].trim() !== before[part].trim())
  if (partsChanged || person.name === before.name) return { ...person, name: nameOfPerson(person) || person.name }
  const { courtesy: _, ...parts } = splitName(person.name)
  return { ...person, ...parts, name: nameOfPerson(parts) || person.name }
}
