// Rules about what happened: interactions of a contact, purchases of its company. All conditions of a rule must hold on one and the
// same row. BC: Contact/AddContacts.Report.al (a filter group matches when one record satisfies all its filters)
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { DayRange, EntryWhere, PurchaseWhere, RuleOf } from '../../model/criteria.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import { companyOf } from '../contact/name.ts'
import { resolveDay } from './dates.ts'
import type { Facts, Happened } from './facts.ts'

type Test<T> = (row: T) => boolean

/** Has at least so many interactions like that, or fewer. Cancelled ones do not count, unless they are asked for. */
export function interactionMatcher(rule: RuleOf<'interaction'>, facts: Facts, today: Day): Test<Contact> {
  const test = entryTest(rule.where, today)
  const counts = ({ entry, cancelled }: Happened) => (!cancelled || rule.where.cancelledToo === true) && test(entry)
  const has = enough(rule.atLeast, counts, (contact) => facts.history.get(contact.id))
  return rule.operator === 'has' ? has : (contact) => !has(contact)
}

/**
 * What the company bought counts for it and for all its people.
 * BC: AddContacts.Report.al asks for the person on the document; RemoveContacts.Report.al does not, and neither do we.
 */
export function purchaseMatcher(rule: RuleOf<'purchase'>, facts: Facts, today: Day): Test<Contact> {
  const test = purchaseTest(rule.where, today)
  const has = enough(rule.atLeast, test, (contact) => {
    const company = companyOf(contact, facts.contacts)
    return company && facts.purchases.get(company.id)
  })
  return rule.operator === 'has' ? has : (contact) => !has(contact)
}

/** At least one is always wanted: "at least 0" would be everybody. */
function enough<T>(atLeast: number, test: Test<T>, rowsOf: (contact: Contact) => readonly T[] | undefined): Test<Contact> {
  const wanted = Math.max(1, Math.floor(atLeast))
  return (contact) => {
    let found = 0
    for (const row of rowsOf(contact) ?? []) if (test(row) && ++found >= wanted) return true
    return false
  }
}

function entryTest(where: EntryWhere, today: Day): Test<InteractionLogEntry> {
  return allOf<InteractionLogEntry>([
    dayTest(where.within, today),
    oneOf(where.templateIds, (entry) => entry.templateId),
    oneOf(where.interactionGroupIds, (entry) => entry.interactionGroupId),
    oneOf(where.campaignIds, (entry) => entry.campaignId),
    oneOf(where.salespersonIds, (entry) => entry.salespersonId),
    oneOf(where.loggedSegmentIds, (entry) => entry.loggedSegmentId),
    oneOf(where.evaluations, (entry) => entry.evaluation),
    oneOf(where.correspondenceTypes, (entry) => entry.correspondenceType),
    same(where.informationFlow, (entry) => entry.informationFlow),
    same(where.initiatedBy, (entry) => entry.initiatedBy),
    same(where.attempt, (entry) => (entry.attemptFailed ? 'failed' : 'succeeded')),
    same(where.response, (entry) => entry.campaignResponse || entry.respondedDay !== undefined),
  ])
}

function purchaseTest(where: PurchaseWhere, today: Day): Test<Purchase> {
  const { quantityFrom, amountFrom } = where
  return allOf<Purchase>([
    dayTest(where.within, today),
    oneOf(where.itemNos, (purchase) => purchase.itemNo),
    oneOf(where.itemGroups, (purchase) => purchase.itemGroup),
    quantityFrom === undefined ? undefined : (purchase) => purchase.quantity >= quantityFrom,
    amountFrom === undefined ? undefined : (purchase) => purchase.amount >= amountFrom,
  ])
}

function allOf<T>(tests: readonly (Test<T> | undefined)[]): Test<T> {
  const asked = tests.filter((test) => test !== undefined)
  return (row) => asked.every((test) => test(row))
}

/** Nothing chosen in a list asks nothing. */
function oneOf<T, V>(asked: readonly V[] | undefined, value: (row: T) => V | undefined): Test<T> | undefined {
  if (!asked || asked.length === 0) return undefined
  const values = new Set<V | undefined>(asked)
  return (row) => values.has(value(row))
}

function same<T, V>(asked: V | undefined, value: (row: T) => V): Test<T> | undefined {
  return asked === undefined ? undefined : (row) => value(row) === asked
}

function dayTest(range: DayRange | undefined, today: Day): Test<{ day: Day }> | undefined {
  if (!range?.from && !range?.to) return undefined
  const from = range.from && resolveDay(range.from, today)
  const to = range.to && resolveDay(range.to, today)
  return ({ day }) => (from === undefined || day >= from) && (to === undefined || day <= to)
}
