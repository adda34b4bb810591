// Why a card of a recipe has a contact come, stay or go: its criteria rule by rule, whom its options bring along, and what else decides.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, StepOptions } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import { companyOf } from '../contact/name.ts'
import { explain, type GroupWhy } from '../criteria/explain.ts'
import type { Facts } from '../criteria/facts.ts'
import { matcher, type Matcher } from '../criteria/matches.ts'
import { staffOf } from '../criteria/values.ts'
import { listed, whyLeftOut, type CriteriaStep, type PeopleList, type WhyLeftOut } from './outcome.ts'

export interface CardWhy {
  tree: GroupWhy
  /** It is meant by the card: it matches by itself, or with its company. */
  matched: boolean
  /** The one of its company that matches, where it does not by itself and an option takes it along. */
  through?: ContactId
  /** Why an Add leaves it out all the same. */
  leftOut?: WhyLeftOut
  /** Its line is pinned: it stays, whatever the criteria say. */
  kept?: true
  /** Whether it is on the list before the card, and after it. */
  before: boolean
  after: boolean
}

/** @param list the list as the card finds it */
export function whyOfCard(
  kind: CriteriaStep,
  list: PeopleList,
  criteria: Criteria,
  options: StepOptions,
  contact: Contact,
  facts: Facts,
  today: Day,
): CardWhy {
  const tree = explain(criteria, contact, facts, today)
  const through = tree.holds ? undefined : throughCompany(kind, options, contact, matcher(criteria, facts, today), facts)
  const matched = tree.holds || through !== undefined
  const known = { tree, matched, ...(through && { through: through.id }) }
  return { ...known, ...(kind === 'add' ? whetherAdded(matched, list, options, contact) : whetherKept(kind, matched, list, contact)) }
}

type Where = Omit<CardWhy, 'tree' | 'matched' | 'through'>

function whetherAdded(matched: boolean, list: PeopleList, options: StepOptions, contact: Contact): Where {
  const people = listed(list)
  const before = people.there.has(contact.id)
  const leftOut = matched ? whyLeftOut(contact, people, options) : undefined
  return { before, after: before || (matched && !leftOut), ...(leftOut && { leftOut }) }
}

function whetherKept(kind: 'reduce' | 'refine', matched: boolean, { lines }: PeopleList, { id }: Contact): Where {
  const own = lines.filter(({ contactId }) => contactId === id)
  const isMeant = own.length > 0 && matched === (kind === 'reduce')
  const pinned = own.some((line) => line.pinned)
  return { before: own.length > 0, after: own.length > 0 && (!isMeant || pinned), ...(isMeant && pinned && { kept: true }) }
}

/** Whoever of the company matches and brings this contact along. */
function throughCompany(kind: CriteriaStep, options: StepOptions, contact: Contact, isMatch: Matcher, facts: Facts): Contact | undefined {
  const company = companyOf(contact, facts.contacts)
  if (!company) return undefined
  const wholeCompany = kind === 'add' ? options.expandCompanies : options.entireCompanies
  if (!wholeCompany && !(kind === 'add' && options.allowRelatedCompanies && contact.type === 'company')) return undefined
  return [company, ...(staffOf(facts).get(company.id) ?? [])].find(isMatch)
}
