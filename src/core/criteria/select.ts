// Who matches, and in which order people come into a segment.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria } from '../../model/criteria.ts'
import { companyOf } from '../contact/name.ts'
import type { Facts } from './facts.ts'
import { matcher } from './matches.ts'

/** All contacts that match, in no particular order. */
export function selectContacts(criteria: Criteria, facts: Facts, today: Day): Contact[] {
  const isMatch = matcher(criteria, facts, today)
  return [...facts.contacts.values()].filter(isMatch)
}

// One fixed locale: two tablets must put the same people in the same order, whatever language they speak.
const collator = new Intl.Collator('en', { numeric: true })

/**
 * The order of new lines: company name, company number, the company before its people, name.
 * BC: Contact/AddContacts.Report.al
 */
export function orderForSegment(contacts: Iterable<Contact>, facts: Facts): Contact[] {
  const groups = new Map<Contact | undefined, Contact[]>()
  for (const contact of contacts) {
    const company = companyOf(contact, facts.contacts)
    const group = groups.get(company)
    if (group) group.push(contact)
    else groups.set(company, [contact])
  }
  return [...groups].sort(([a], [b]) => byCompany(a, b)).flatMap(([, people]) => people.sort(byPlace))
}

/** Those without a company stand first, as a blank name does. */
function byCompany(a: Contact | undefined, b: Contact | undefined): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined)
  return collator.compare(a.name, b.name) || collator.compare(a.no, b.no) || byId(a, b)
}

function byPlace(a: Contact, b: Contact): number {
  return Number(a.type === 'person') - Number(b.type === 'person') || collator.compare(a.name, b.name) || byId(a, b)
}

const byId = (a: Contact, b: Contact) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
