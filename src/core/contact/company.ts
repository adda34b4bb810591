// What a person takes over from her company: when she gets one, and later for as long as she holds what the company had before. What
// she has of her own stays. An address, a telephone she lacks is looked up at the company (letter/address.ts) and so is not copied.
// BC: Contact/Contact.Table.al, InheritCompanyToPersonData and CheckForExistingRelationships' "Inherit …" of Marketing Setup
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { Inheritable } from '../../model/settings.ts'
import { joinAll, type Changes } from '../../model/tables.ts'
import { planContactChange, type PersonFields } from './edit.ts'

const addressBlock = ['address', 'address2', 'postCode', 'city', 'county', 'countryCode'] as const
const communication = ['phone', 'mobilePhone', 'fax', 'email', 'homePage'] as const
const choices = { salesperson: 'salespersonId', territory: 'territoryId', language: 'languageCode' } as const

/** Whom a changed company reaches, and with what. */
export interface Flow {
  contact: Person
  fields: PersonFields
}

/**
 * What a person takes over from the company she gets: what the switches say and the company has. Of an address or a number that was a
 * copy of the company's she leaves, she gets the new one's.
 * @param left the company she belonged to before
 */
export function takesOver(person: Person, company: Company, inherits: readonly Inheritable[], left?: Company): PersonFields {
  const fields: PersonFields = {}
  for (const [inherited, field] of entriesOf(choices)) {
    if (inherits.includes(inherited) && company[field] !== undefined) Object.assign(fields, { [field]: company[field] })
  }
  if (inherits.includes('country') && !hasPlace(person) && company.countryCode) fields.countryCode = company.countryCode
  if (inherits.includes('communication') && !person.correspondenceType && company.correspondenceType) {
    fields.correspondenceType = company.correspondenceType
  }
  return differing(person, { ...fields, ...(left ? copied(person, left, company, inherits) : {}) })
}

/** The same without what is said of her at the same time, which goes before. @param person with what is said */
export function movesTo(
  person: Person,
  said: PersonFields,
  company: Company,
  inherits: readonly Inheritable[],
  left: Company | undefined,
): PersonFields {
  const fields = Object.entries(takesOver(person, company, inherits, left))
  return Object.fromEntries(fields.filter(([field]) => !(field in said)))
}

/** The people of a company who still hold what it had before it was changed, each with what they get instead. */
export function flowsTo(before: Company, after: Company, people: readonly Person[], inherits: readonly Inheritable[]): Flow[] {
  if (!says(before, after)) return []
  return people.flatMap((contact) => {
    const fields = differing(contact, { ...held(contact, before, after, inherits), ...copied(contact, before, after, inherits) })
    return Object.keys(fields).length > 0 ? [{ contact, fields }] : []
  })
}

/** The flow as changes; the people must still be as they were read. */
export const planFlow = (flow: readonly Flow[], occasion: Occasion): Changes =>
  joinAll(flow.map(({ contact, fields }) => planContactChange(contact, fields, occasion)))

/** Whether anything was changed that people can take over. */
const says = (before: Company, after: Company): boolean =>
  [...Object.values(choices), ...addressBlock, ...communication, 'correspondenceType' as const].some(
    (field) => (before[field] ?? '') !== (after[field] ?? ''),
  )

/** Choices she holds as the company had them; none like none, too. */
function held(person: Person, before: Company, after: Company, inherits: readonly Inheritable[]): PersonFields {
  const fields: PersonFields = {}
  const pass = (field: (typeof choices)[keyof typeof choices] | 'correspondenceType') => {
    if (before[field] !== after[field] && person[field] === before[field]) Object.assign(fields, { [field]: after[field] })
  }
  for (const [inherited, field] of entriesOf(choices)) if (inherits.includes(inherited)) pass(field)
  if (inherits.includes('communication')) pass('correspondenceType')
  if (inherits.includes('country') && !hasPlace(person) && same(person.countryCode, before.countryCode))
    fields.countryCode = after.countryCode
  return fields
}

/** Address and numbers that are a copy of the company's become what it has now; the address as a whole, with its country. */
function copied(person: Person, before: Company, after: Company, inherits: readonly Inheritable[]): PersonFields {
  const fields: PersonFields = {}
  const hasCopy = hasPlace(person) && addressBlock.every((field) => same(person[field], before[field]) || mayLack(field, person))
  if (inherits.includes('address') && hasCopy) for (const field of addressBlock) fields[field] = after[field]
  if (!inherits.includes('communication')) return fields
  for (const field of communication) {
    const now = person[field] ?? ''
    const isCopy = now.trim() !== '' && sameReach(field, now, before[field] ?? '')
    if (isCopy && !sameReach(field, before[field] ?? '', after[field] ?? '')) fields[field] = after[field] ?? ''
  }
  return fields
}

/** Parts without which an address is still the same one. */
const mayLack = (field: (typeof addressBlock)[number], person: Person) =>
  (field === 'countryCode' || field === 'county' || field === 'address2') && person[field].trim() === ''

/** Country alone is no place: a blank one means our own, or that of the company. */
const hasPlace = ({ address, address2, postCode, city }: Contact) => [address, address2, postCode, city].some((text) => text.trim() !== '')

const plain = (text: string) => text.trim().replace(/\s+/gu, ' ').toLowerCase()
const same = (one: string, other: string) => plain(one) === plain(other)

/** Numbers are the same however they are grouped. */
function sameReach(field: (typeof communication)[number], one: string, other: string): boolean {
  if (field === 'email' || field === 'homePage') return same(one, other)
  return digits(one) === digits(other)
}

const digits = (text: string) => text.replace(/[^\p{L}\d+]/gu, '').toLowerCase()

function differing(person: Person, fields: PersonFields): PersonFields {
  const differs = ([field, value]: [string, unknown]) => ((person as unknown as Record<string, unknown>)[field] ?? '') !== (value ?? '')
  return Object.fromEntries(Object.entries(fields).filter(differs))
}

const entriesOf = <T extends object>(all: T) => Object.entries(all) as [keyof T & Inheritable, T[keyof T]][]
