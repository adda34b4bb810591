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
  const keyed = Array.from(contacts, (contact) => {
    const company = companyOf(contact, facts.contacts)
    return { contact, company: company?.name ?? '', companyNo: company?.no ?? '', type: contact.type === 'company' ? 0 : 1 }
  })
  keyed.sort(
    (a, b) =>
      collator.compare(a.company, b.company) ||
      collator.compare(a.companyNo, b.companyNo) ||
      a.type - b.type ||
      collator.compare(a.contact.name, b.contact.name) ||
      (a.contact.id < b.contact.id ? -1 : 1),
  )
  return keyed.map(({ contact }) => contact)
}
