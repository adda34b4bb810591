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

/** A list as a step finds it. */
export interface PeopleList {
  lines: readonly Line[]
  pinnedOut?: readonly ContactId[] | undefined
}

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
  /** Pinned lines that stay against the criteria. */
  kept: number
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

/** What the step would do to this list today. */
export function outcomeOf(
  kind: CriteriaStep,
  list: PeopleList,
  criteria: Criteria,
  options: StepOptions,
  facts: Facts,
  today: Day,
): Outcome {
  const isMatch = matcher(criteria, facts, today)
  switch (kind) {
    case 'add':
      return outcomeOfAdd(list, isMatch, options, facts)
    case 'reduce':
    case 'refine':
      return outcomeOfRemoval(kind, list.lines, isMatch, options, facts)
  }
  return exhaustive(kind)
}

function outcomeOfAdd(list: PeopleList, isMatch: Matcher, options: StepOptions, facts: Facts): Outcome {
  const matched = [...facts.contacts.values()].filter(isMatch)
  const { people, leftOut } = admit(expand(matched, options, facts), list, options)
  const added = orderForSegment(people, facts)
  const before = list.lines.length
  return {
    addedIds: added.map(({ id }) => id),
    removedLineNos: [],
    leftOut,
    before,
    after: before + added.length,
    matched: matched.length,
    kept: 0,
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

export type WhyLeftOut = keyof LeftOut

/**
 * Why a step leaves a contact out that matches, or nothing. Exclusion is looked at last, so it also holds for people whom their company
 * brought in.
 */
export function whyLeftOut(contact: Contact, list: ListedPeople, options: StepOptions): WhyLeftOut | undefined {
  const reason = withheld(contact)
  if (reason) return reason
  if (list.there.has(contact.id) && !options.allowExisting) return 'alreadyThere'
  if (list.pinnedOut.has(contact.id)) return 'pinnedOut'
  return contact.excludeFromSegment && !options.ignoreExclusion ? 'excluded' : undefined
}

/** Who is on a list, and who is kept out of it. */
export interface ListedPeople {
  there: ReadonlySet<ContactId>
  pinnedOut: ReadonlySet<ContactId>
}

export const listed = ({ lines, pinnedOut }: PeopleList): ListedPeople => ({
  there: new Set(lines.map(({ contactId }) => contactId)),
  pinnedOut: new Set(pinnedOut),
})

function admit(candidates: readonly Contact[], list: PeopleList, options: StepOptions): { people: Contact[]; leftOut: LeftOut } {
  const listedPeople = listed(list)
  const leftOut = { ...nobodyLeftOut }
  const people = candidates.filter((contact) => {
    const reason = whyLeftOut(contact, listedPeople, options)
    if (reason) leftOut[reason] = (leftOut[reason] ?? 0) + 1
    return !reason
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
  const contacts = contactsOf(lines, facts)
  const matched = options.entireCompanies ? ofMatchingCompanies(contacts, isMatch, facts) : contacts.filter(isMatch)
  const ids = new Set(matched.map(({ id }) => id))
  const meant = lines.filter(({ contactId }) => ids.has(contactId) === (kind === 'reduce'))
  const removed = meant.filter(({ pinned }) => !pinned)
  const gone = new Set(removed)
  return {
    addedIds: [],
    removedLineNos: removed.map(({ lineNo }) => lineNo),
    leftOut: { ...nobodyLeftOut },
    before: lines.length,
    after: lines.length - removed.length,
    matched: matched.length,
    kept: meant.length - removed.length,
    first: firstOf(contactsOf(kind === 'reduce' ? removed : lines.filter((line) => !gone.has(line)), facts), facts),
  }
}

/** Each once, in the order of their lines; those that are gone are not among them. */
function contactsOf(lines: readonly Line[], { contacts }: Facts): Contact[] {
  const ids = new Set(lines.map(({ contactId }) => contactId))
  return [...ids].map((id) => contacts.get(id)).filter((contact) => contact !== undefined)
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

/** The first 20 of them, as a list names them. */
export function firstOf(contacts: readonly Contact[], facts: Facts): FirstName[] {
  return contacts.slice(0, 20).map((contact) => ({
    contactId: contact.id,
    name: contact.name,
    companyName: companyNameBeside(contact, facts.contacts),
    city: contact.city,
  }))
}
