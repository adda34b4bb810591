// What Add, Reduce or Refine would do, counted before it is done: who comes, who goes, and who is left out for which reason.
// BC: Contact/AddContacts.Report.al, Segment/RemoveContactsReduce.Report.al, Segment/RemoveContactsRefine.Report.al
import type { Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, StepOptions } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { LeftOut, Line } from '../../model/segment.ts'
import { companyNameBeside, companyOf } from '../contact/name.ts'
import { withheld } from '../contact/privacy.ts'
import type { Facts } from '../criteria/facts.ts'
import { matcher, type Matcher } from '../criteria/matches.ts'
import { orderForSegment } from '../criteria/select.ts'

export type CriteriaStep = 'add' | 'reduce' | 'refine'

export interface FirstName {
  contactId: ContactId
  name: string
  companyName: string
  city: string
}

export interface Outcome {
  /** New people in the order of their lines. */
  addedIds: ContactId[]
  removedLineNos: number[]
  /** People who match an Add and are not added, each counted for one reason. */
  leftOut: LeftOut
  /** Lines before and after. */
  before: number
  after: number
  /** Contacts that match the criteria: of all for Add, of those on the list for Reduce and Refine. */
  matched: number
  /** Up to 20: the new people of Add, those who go in Reduce, those who stay in Refine. */
  first: FirstName[]
}

export const defaultOptions: StepOptions = {
  allowExisting: false,
  expandCompanies: false,
  allowRelatedCompanies: false,
  ignoreExclusion: false,
  entireCompanies: false,
}

export const nobodyLeftOut: LeftOut = { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 }

/** What the step would do to these lines today. */
export function outcomeOf(
  kind: CriteriaStep,
  lines: readonly Line[],
  criteria: Criteria,
  options: StepOptions,
  facts: Facts,
  today: Day,
): Outcome {
  const isMatch = matcher(criteria, facts, today)
  switch (kind) {
    case 'add':
      return outcomeOfAdd(lines, isMatch, options, facts)
    case 'reduce':
    case 'refine':
      return outcomeOfRemoval(kind, lines, isMatch, options, facts)
  }
  return exhaustive(kind)
}

function outcomeOfAdd(lines: readonly Line[], isMatch: Matcher, options: StepOptions, facts: Facts): Outcome {
  const matched = [...facts.contacts.values()].filter(isMatch)
  const { people, leftOut } = admit(expand(matched, options, facts), lines, options)
  const added = orderForSegment(people, facts)
  return {
    addedIds: added.map(({ id }) => id),
    removedLineNos: [],
    leftOut,
    before: lines.length,
    after: lines.length + added.length,
    matched: matched.length,
    first: firstOf(added, facts),
  }
}

/** Expand Companies first, then Allow Related Companies, as the reference does. */
function expand(matched: readonly Contact[], options: StepOptions, facts: Facts): Contact[] {
  const people = options.expandCompanies ? withColleagues(matched, facts) : matched
  if (!options.allowRelatedCompanies) return [...people]
  const related = people.map((contact) => companyOf(contact, facts.contacts)).filter((company) => company !== undefined)
  return [...new Set<Contact>([...people, ...related])]
}

/** Everybody of the companies of these, the companies included; those without a company stay. */
function withColleagues(people: readonly Contact[], facts: Facts): Contact[] {
  const companyId = (contact: Contact) => companyOf(contact, facts.contacts)?.id
  const companies = new Set(people.map(companyId))
  const alone = people.filter((contact) => !companyId(contact))
  const colleagues = [...facts.contacts.values()].filter((contact) => companyId(contact) && companies.has(companyId(contact)))
  return [...alone, ...colleagues]
}

/** Exclusion is looked at last, so it also holds for people whom their company brought in. */
function admit(candidates: readonly Contact[], lines: readonly Line[], options: StepOptions): { people: Contact[]; leftOut: LeftOut } {
  const there = new Set(lines.map(({ contactId }) => contactId))
  const leftOut = { ...nobodyLeftOut }
  const people = candidates.filter((contact) => {
    const reason = withheld(contact)
    if (reason) leftOut[reason]++
    else if (there.has(contact.id) && !options.allowExisting) leftOut.alreadyThere++
    else if (contact.excludeFromSegment && !options.ignoreExclusion) leftOut.excluded++
    else return true
    return false
  })
  return { people, leftOut }
}

function outcomeOfRemoval(
  kind: 'reduce' | 'refine',
  lines: readonly Line[],
  isMatch: Matcher,
  options: StepOptions,
  facts: Facts,
): Outcome {
  const listed = new Set(lines.map(({ contactId }) => contactId))
  const contacts = [...listed].map((id) => facts.contacts.get(id)).filter((contact) => contact !== undefined)
  const matched = options.entireCompanies ? ofMatchingCompanies(contacts, isMatch, facts) : contacts.filter(isMatch)
  const ids = new Set(matched.map(({ id }) => id))
  const removed = lines.filter(({ contactId }) => ids.has(contactId) === (kind === 'reduce'))
  return {
    addedIds: [],
    removedLineNos: removed.map(({ lineNo }) => lineNo),
    leftOut: { ...nobodyLeftOut },
    before: lines.length,
    after: lines.length - removed.length,
    matched: matched.length,
    first: firstOf(matched, facts),
  }
}

/** Entire Companies: if anybody of a company matches, on the list or not, everybody of it counts as matching. */
function ofMatchingCompanies(contacts: readonly Contact[], isMatch: Matcher, facts: Facts): Contact[] {
  const listed = new Set(contacts.map((contact) => companyOf(contact, facts.contacts)?.id))
  const matching = new Set<ContactId>()
  for (const contact of facts.contacts.values()) {
    const company = companyOf(contact, facts.contacts)
    if (company && listed.has(company.id) && !matching.has(company.id) && isMatch(contact)) matching.add(company.id)
  }
  return contacts.filter((contact) => {
    const company = companyOf(contact, facts.contacts)
    return company ? matching.has(company.id) : isMatch(contact)
  })
}

function firstOf(contacts: readonly Contact[], facts: Facts): FirstName[] {
  return contacts.slice(0, 20).map((contact) => ({
    contactId: contact.id,
    name: contact.name,
    companyName: companyNameBeside(contact, facts.contacts),
    city: contact.city,
  }))
}
