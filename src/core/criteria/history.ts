// Rules about what happened: interactions of a contact or with anybody of its company, purchases of its company. All conditions of a
// rule must hold on one and the same row. BC: Contact/AddContacts.Report.al (a filter group matches when one record satisfies all)
import type { Day } from '../../base/day.ts'
import type { DayRange, EntryWhere, PurchaseWhere, RuleOf } from '../../model/criteria.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import { blanksOf } from './blanks.ts'
import { isIn, rangeWindow } from './days.ts'
import type { Happened } from './facts.ts'
import { isInRange } from './operators.ts'

export type Test<T> = (row: T) => boolean

/** At least one is always wanted: "at least 0" would be everybody. */
export const wantedOf = ({ atLeast }: Pick<RuleOf<'interaction' | 'purchase'>, 'atLeast'>): number => Math.max(1, Math.floor(atLeast) || 1)

/** Whether rows are what a rule about history asks for. Those with none of its kind ever are blank. */
export function historyTest<T>(rule: RuleOf<'interaction' | 'purchase'>, isAsked: Test<T>, isEver: Test<T>): Test<readonly T[]> {
  const wanted = wantedOf(rule)
  const blanks = blanksOf(rule)
  return (rows) => {
    if (!rows.some(isEver)) return blanks
    let found = 0
    for (const row of rows) if (isAsked(row) && ++found >= wanted) return rule.operator === 'has'
    return rule.operator === 'hasNone'
  }
}

/** The conditions without their days. */
export const ever = <T extends { within?: DayRange | undefined }>({ within: _within, ...where }: T): Omit<T, 'within'> => where

/** Whether an interaction is like that and counts: cancelled ones do not, unless they are asked for. */
export function happenedTest(where: EntryWhere, today: Day): Test<Happened> {
  const test = entryTest(where, today)
  return ({ entry, cancelled }) => (!cancelled || where.cancelledToo === true) && test(entry)
}

/** Whether an entry is like that, cancelled or not. */
function entryTest(where: EntryWhere, today: Day): Test<InteractionLogEntry> {
  return allOf<InteractionLogEntry>([
    withinTest(where.within, today),
    oneOf(where.templateIds, (entry) => entry.templateId),
    oneOf(where.interactionGroupIds, (entry) => entry.interactionGroupId),
    oneOf(where.campaignIds, (entry) => entry.campaignId),
    oneOf(where.salespersonIds, (entry) => entry.salespersonId),
    oneOf(where.loggedSegmentIds, (entry) => entry.loggedSegmentId),
    oneOf(where.evaluations, (entry) => entry.evaluation),
    oneOf(where.correspondenceTypes, (entry) => entry.correspondenceType),
    oneOf(where.responseStatusIds, (entry) => entry.responseStatusId),
    oneOf(where.callOutcomes, (entry) => entry.callOutcome),
    same(where.informationFlow, (entry) => entry.informationFlow),
    same(where.initiatedBy, (entry) => entry.initiatedBy),
    same(where.attempt, (entry) => (entry.attemptFailed ? 'failed' : 'succeeded')),
    same(where.response, (entry) => entry.campaignResponse || entry.respondedDay !== undefined),
    same(where.campaignTarget, (entry) => entry.campaignTarget),
  ])
}

export function purchaseTest(where: PurchaseWhere, today: Day): Test<Purchase> {
  const quantity = isInRange(where.quantityFrom, where.quantityTo)
  const amount = isInRange(where.amountFrom, where.amountTo)
  return allOf<Purchase>([
    withinTest(where.within, today),
    oneOf(where.itemNos, (purchase) => purchase.itemNo),
    oneOf(where.itemGroups, (purchase) => purchase.itemGroup),
    quantity && ((purchase) => quantity(purchase.quantity)),
    amount && ((purchase) => amount(purchase.amount)),
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

function withinTest(range: DayRange | undefined, today: Day): Test<{ day: Day }> | undefined {
  const days = range && rangeWindow(range, today)
  if (!days) return undefined
  const test = isIn(days)
  return ({ day }) => test(day)
}
