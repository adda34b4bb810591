// What stands in a field of a contact, as criteria see it. Nothing there is a blank.
import { addDays, isDay, toDay, type Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { ChoiceField, DateField, ExpressionField, FlagField, NumberField, RuleOf, TextField } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Purchase } from '../../model/purchase.ts'
import { cadenceOf, nextContactDay, overdueDays } from '../contact/cadence.ts'
import { companyOf } from '../contact/name.ts'
import type { Facts, Happened } from './facts.ts'

/** What stands in a field; fields of persons are blank in a company. */
export function textOf(contact: Contact, field: TextField, facts: Pick<Facts, 'contacts'>): string {
  if (field === 'companyName') return companyOf(contact, facts.contacts)?.name ?? ''
  if (field === 'jobTitle' || field === 'firstName' || field === 'surname') return contact.type === 'person' ? contact[field] : ''
  return contact[field]
}

type ChoiceInExpression = Extract<ChoiceField, ExpressionField>
const isChoice = (field: TextField | ChoiceInExpression): field is ChoiceInExpression =>
  field === 'countryCode' || field === 'languageCode' || field === 'salutationCode'

/** What an expression is asked of: the text of a field, or the code of a choice. */
export function writtenOf(contact: Contact, field: TextField | ChoiceInExpression, facts: Pick<Facts, 'contacts'>): string {
  return (isChoice(field) ? choiceOf(contact, field) : textOf(contact, field, facts)).trim()
}

export function choiceOf(contact: Contact, field: ChoiceField): string {
  if (field === 'organizationalLevelId') return (contact.type === 'person' && contact.organizationalLevelId) || ''
  return contact[field] ?? ''
}

export function flagOf(contact: Contact, field: FlagField): boolean {
  if (field === 'minor' || field === 'parentalConsent') return contact.type === 'person' && contact[field]
  return contact[field]
}

export type SetKind = 'mailingGroup' | 'answer' | 'jobResponsibility' | 'industryGroup' | 'businessRelation' | 'segment' | 'targetOf'

/** All that a contact has of a kind; what belongs to companies, its company's. */
export function idsOf(contact: Contact, kind: SetKind, facts: Facts): readonly string[] {
  switch (kind) {
    case 'mailingGroup':
      return contact.mailingGroupIds
    case 'answer':
      return contact.answerIds
    case 'jobResponsibility':
      return contact.type === 'person' ? contact.jobResponsibilityIds : []
    case 'industryGroup':
      return companyOf(contact, facts.contacts)?.industryGroupIds ?? []
    case 'businessRelation':
      return companyOf(contact, facts.contacts)?.businessRelations.map(({ businessRelationId }) => businessRelationId) ?? []
    case 'segment':
      return listsOf(contact.id, facts)
    case 'targetOf':
      return targetsOf(contact, facts)
  }
  return exhaustive(kind)
}

/** Open segments by their lines, logged ones by entries that are not cancelled. */
function listsOf(id: ContactId, { lists, history }: Facts): string[] {
  const ids = new Set<string>()
  for (const [segmentId, people] of lists) if (people.has(id)) ids.add(segmentId)
  for (const { entry, cancelled } of history.get(id) ?? []) if (!cancelled && entry.loggedSegmentId) ids.add(entry.loggedSegmentId)
  return [...ids]
}

/** Active campaigns that are for the contact or its company. */
function targetsOf(contact: Contact, { contacts, targets }: Facts): string[] {
  const companyId = companyOf(contact, contacts)?.id
  return [...targets].flatMap(([id, people]) => (people.has(contact.id) || (companyId && people.has(companyId)) ? [id] : []))
}

/** The people of each company, the company not among them. */
type Staff = ReadonlyMap<ContactId, readonly Contact[]>

export function staffOf({ contacts }: Pick<Facts, 'contacts'>): Staff {
  const staff = new Map<ContactId, Contact[]>()
  for (const contact of contacts.values()) {
    const company = contact.type === 'person' && companyOf(contact, contacts)
    if (!company) continue
    const people = staff.get(company.id)
    if (people) people.push(contact)
    else staff.set(company.id, [contact])
  }
  return staff
}

/** The facts, and with them what is worked out once for many contacts, when it is first asked for. */
export interface Reading {
  facts: Facts
  today: Day
  staff: () => Staff
}

export function reading(facts: Facts, today: Day): Reading {
  let staff: Staff | undefined
  return { facts, today, staff: () => (staff ??= staffOf(facts)) }
}

/** The contact that a rule is about: itself, or its company. Nobody, where it has none. */
export function askedOf(contact: Contact, of: 'company' | undefined, { contacts }: Pick<Facts, 'contacts'>): Contact | undefined {
  return of === 'company' ? companyOf(contact, contacts) : contact
}

/** The contact alone, or everybody of its company, itself included. */
function peopleAsked(contact: Contact, of: 'company' | undefined, { facts, staff }: Reading): readonly Contact[] {
  if (of !== 'company') return [contact]
  const company = companyOf(contact, facts.contacts)
  return company ? [company, ...(staff().get(company.id) ?? [])] : []
}

/** What happened with the contact, or with anybody of its company. */
export function historyOf(contact: Contact, of: 'company' | undefined, known: Reading): readonly Happened[] {
  if (of !== 'company') return known.facts.history.get(contact.id) ?? []
  return peopleAsked(contact, of, known).flatMap(({ id }) => known.facts.history.get(id) ?? [])
}

/** What the contact's company bought. */
export function purchasesOf(contact: Contact, { contacts, purchases }: Facts): readonly Purchase[] {
  const company = companyOf(contact, contacts)
  return (company && purchases.get(company.id)) ?? []
}

/** A day that stands in a field; nothing where it is blank. */
export function dateOf(contact: Contact, { field, of }: Pick<RuleOf<'date'>, 'field' | 'of'>, known: Reading): Day | undefined {
  const { facts } = known
  if (field === 'lastInteraction') return latest(peopleAsked(contact, of, known).map(({ id }) => facts.lastInteraction.get(id)))
  if (field === 'lastPurchase') return latest(purchasesOf(contact, facts).map(({ day }) => day))
  const asked = askedOf(contact, of, facts)
  if (field === 'nextContact') return asked && nextContactDay(heardOf(asked, facts), facts.pace, known.today)
  return asked && ownDate(asked, field)
}

/** What says when somebody is due. */
const heardOf = (contact: Contact, { contacts, lastInteraction }: Facts) => ({
  contact,
  company: companyOf(contact, contacts),
  lastHeard: lastInteraction.get(contact.id),
})

function ownDate(contact: Contact, field: Exclude<DateField, 'lastInteraction' | 'lastPurchase' | 'nextContact'>): Day | undefined {
  switch (field) {
    case 'birthday':
      return contact.type === 'person' ? contact.birthday : undefined
    case 'createdAt':
      return createdOn(contact.id)
    case 'changedAt': {
      const day = contact.changedAt.slice(0, 10)
      return isDay(day) ? day : undefined
    }
  }
  return exhaustive(field)
}

function latest(days: readonly (Day | undefined)[]): Day | undefined {
  let last: Day | undefined
  for (const day of days) if (day !== undefined && (last === undefined || last < day)) last = day
  return last
}

const version7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i
const firstInstant = toDay('1970-01-01')
const dayLength = 86_400_000
/** Instants after the year 9999 are no days of ours. */
const endOfTime = 253_402_300_800_000

/** The day a row was made, which its id tells (UUID version 7, RFC 9562); nothing where the id is another. */
export function createdOn(id: string): Day | undefined {
  const [, high, low] = version7.exec(id) ?? []
  if (high === undefined || low === undefined) return undefined
  const instant = Number.parseInt(high + low, 16)
  return instant < endOfTime ? addDays(firstInstant, Math.floor(instant / dayLength)) : undefined
}

/** Figures of the rhythm are blank where there is none; all others are nought where nothing was counted. */
export const canBeBlank = (field: NumberField): field is 'overdueDays' | 'cadenceDays' => field === 'overdueDays' || field === 'cadenceDays'

/** A figure; one that nobody ever counted is nought. */
export function figureOf(
  contact: Contact,
  { field, of }: { field: NumberField; of?: 'company' | undefined },
  known: Reading,
): number | undefined {
  if (canBeBlank(field)) {
    const asked = askedOf(contact, of, known.facts)
    return asked && rhythmOf(asked, field, known)
  }
  switch (field) {
    case 'interactions':
      return historyOf(contact, of, known).filter(counts).length
    case 'purchases':
      return purchasesOf(contact, known.facts).length
    case 'purchaseAmount':
      return amountOf(purchasesOf(contact, known.facts))
    case 'peopleInCompany': {
      const company = companyOf(contact, known.facts.contacts)
      return (company && known.staff().get(company.id)?.length) ?? 0
    }
  }
  return exhaustive(field)
}

function rhythmOf(contact: Contact, field: 'overdueDays' | 'cadenceDays', { facts, today }: Reading): number | undefined {
  const heard = heardOf(contact, facts)
  if (field === 'overdueDays') return overdueDays(heard, facts.pace, today)
  return cadenceOf(contact, heard.company, facts.pace)?.days || undefined
}

/** An interaction that counts was not cancelled, and somebody was reached. BC: Contact/Contact.Table.al, Date of Last Interaction */
export const counts = ({ entry, cancelled }: Happened): boolean => !cancelled && !entry.attemptFailed

/** Summed in cents, so that it does not depend on the order. */
export function amountOf(purchases: readonly Pick<Purchase, 'amount'>[]): number {
  let cents = 0
  for (const { amount } of purchases) cents += Math.round(amount * 100)
  return cents / 100
}
