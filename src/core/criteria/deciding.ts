// The value that decided a rule, as it stands: a screen puts it into words.
import type { Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { Rule, RuleOf } from '../../model/criteria.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import { isDateField, isNumberField, readFilter, type FilterFailure } from './filterExpression.ts'
import { ever, happenedTest, purchaseTest, wantedOf, type Test } from './history.ts'
import {
  askedOf,
  canBeBlank,
  choiceOf,
  dateOf,
  figureOf,
  flagOf,
  historyOf,
  idsOf,
  purchasesOf,
  textOf,
  writtenOf,
  type Reading,
  type SetKind,
} from './values.ts'

/** How many rows are like that, and how many were wanted. `fits`: `latest` is one of them; otherwise it is the latest of all. */
interface Happening<T> {
  latest: T
  fits: boolean
  found: number
  wanted: number
}

export type Deciding =
  /** Nothing stands there. `noCompany`: because it was asked of a company that is not there. */
  | { kind: 'blank'; noCompany?: true }
  | { kind: 'text'; text: string }
  /** The code or id of a choice. */
  | { kind: 'choice'; value: string }
  | { kind: 'flag'; is: boolean }
  | { kind: 'day'; day: Day }
  | { kind: 'figure'; figure: number }
  /** All that is there; what was asked for, as far as it is there and as far as it is not. */
  | { kind: 'ids'; has: readonly string[]; found: readonly string[]; missing: readonly string[] }
  | ({ kind: 'interaction' } & Happening<InteractionLogEntry>)
  | ({ kind: 'purchase' } & Happening<Purchase>)
  /** It is asked for by name, or not. */
  | { kind: 'named'; is: boolean }
  | { kind: 'unreadable'; failure: FilterFailure }

/** What a rule found in a contact. */
export function decidingOf(rule: Rule, contact: Contact, known: Reading): Deciding {
  const { facts } = known
  if (rule.kind === 'contact') return { kind: 'named', is: rule.ids.includes(contact.id) }
  if (rule.kind === 'purchase') return purchaseOf(rule, contact, known)
  const asked = 'of' in rule ? askedOf(contact, rule.of, facts) : contact
  if (rule.kind === 'number' && !canBeBlank(rule.field)) return figureOrBlank(figureOf(contact, rule, known))
  if (!asked) return { kind: 'blank', noCompany: true }
  switch (rule.kind) {
    case 'text':
      return textOrBlank(textOf(asked, rule.field, facts).trim())
    case 'choice':
      return choiceOrBlank(choiceOf(asked, rule.field).trim())
    case 'flag':
      return { kind: 'flag', is: flagOf(asked, rule.field) }
    case 'date':
      return dayOrBlank(dateOf(contact, rule, known))
    case 'number':
      return figureOrBlank(figureOf(contact, rule, known))
    case 'expression':
      return expressionOf(rule, contact, asked, known)
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'segment':
    case 'targetOf':
      return ids(rule, idsOf(asked, rule.kind, facts))
    case 'interaction':
      return interactionOf(rule, contact, known)
  }
  return exhaustive(rule)
}

const blank: Deciding = { kind: 'blank' }
const textOrBlank = (text: string): Deciding => (text === '' ? blank : { kind: 'text', text })
const choiceOrBlank = (value: string): Deciding => (value === '' ? blank : { kind: 'choice', value })
const figureOrBlank = (figure: number | undefined): Deciding => (figure === undefined ? blank : { kind: 'figure', figure })
const dayOrBlank = (day: Day | undefined): Deciding => (day === undefined ? blank : { kind: 'day', day })

function expressionOf({ field, of, expression }: RuleOf<'expression'>, contact: Contact, asked: Contact, known: Reading): Deciding {
  const read = readFilter(expression, field)
  if (!read.ok) return { kind: 'unreadable', failure: read.failure }
  if (isNumberField(field)) return figureOrBlank(figureOf(contact, { field, of }, known))
  if (isDateField(field)) return dayOrBlank(dateOf(contact, { field, of }, known))
  return textOrBlank(writtenOf(asked, field, known.facts))
}

function ids(rule: RuleOf<SetKind>, has: readonly string[]): Deciding {
  if (has.length === 0) return blank
  const asked = [...new Set<string>(rule.ids)]
  return { kind: 'ids', has, found: asked.filter((id) => has.includes(id)), missing: asked.filter((id) => !has.includes(id)) }
}

function interactionOf(rule: RuleOf<'interaction'>, contact: Contact, known: Reading): Deciding {
  const rows = historyOf(contact, rule.of, known).map((row) => ({ row, day: row.entry.day }))
  const test = (where: RuleOf<'interaction'>['where']) => {
    const counts = happenedTest(where, known.today)
    return ({ row }: (typeof rows)[number]) => counts(row)
  }
  const { cancelledToo } = rule.where
  const found = happening(rows, wantedOf(rule), [test(rule.where), test(ever(rule.where)), test({ ...(cancelledToo && { cancelledToo }) })])
  return found ? { kind: 'interaction', ...found, latest: found.latest.row.entry } : blank
}

function purchaseOf(rule: RuleOf<'purchase'>, contact: Contact, known: Reading): Deciding {
  const tests = [purchaseTest(rule.where, known.today), purchaseTest(ever(rule.where), known.today), () => true] as const
  const found = happening(purchasesOf(contact, known.facts), wantedOf(rule), tests)
  if (found) return { kind: 'purchase', ...found }
  return askedOf(contact, 'company', known.facts) ? blank : { kind: 'blank', noCompany: true }
}

/** The latest row that is like that; where there is none, the latest that is but for its day; then the latest of all. */
function happening<T extends { day: Day }>(
  rows: readonly T[],
  wanted: number,
  [isAsked, ...others]: readonly [Test<T>, ...Test<T>[]],
): Happening<T> | undefined {
  const asked = rows.filter(isAsked)
  const latest = latestOf(asked) ?? others.map((test) => latestOf(rows.filter(test))).find((row) => row !== undefined)
  return latest && { latest, fits: asked.length > 0, found: asked.length, wanted }
}

function latestOf<T extends { day: Day }>(rows: readonly T[]): T | undefined {
  let last: T | undefined
  for (const row of rows) if (!last || last.day <= row.day) last = row
  return last
}
