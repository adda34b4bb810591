// Does this contact match these criteria? A matcher reads the criteria once and is then asked for many contacts: for each rule the value
// is looked up (`values`), what is there is asked by its operator (`operators`, `days`, `history`), what is not by `blanksOf`.
import type { Day } from '../../base/day.ts'
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type { Criteria, Group, Rule, RuleOf } from '../../model/criteria.ts'
import type { ContactId } from '../../model/ids.ts'
import { companyOf } from '../contact/name.ts'
import { blanksOf } from './blanks.ts'
import { dayTest } from './days.ts'
import type { Facts } from './facts.ts'
import { isDateField, isNumberField } from './filterExpression.ts'
import { dayFilterTest, numberFilterTest, textFilterTest } from './filterTest.ts'
import { ever, happenedTest, historyTest, purchaseTest } from './history.ts'
import { choiceTest, numberTest, setTest } from './operators.ts'
import { foldOf, textTest } from './textAsk.ts'
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
  reading,
  textOf,
  writtenOf,
  type Reading,
  type SetKind,
} from './values.ts'

export type Matcher = (contact: Contact) => boolean

/** Whether one contact matches. BC: Contact/AddContacts.Report.al (all filter groups must match) */
export function matches(criteria: Criteria, contact: Contact, facts: Facts, today: Day): boolean {
  return matcher(criteria, facts, today)(contact)
}

/** The criteria as a question that can be asked of many contacts. A group without items matches everybody. */
export function matcher(group: Group, facts: Facts, today: Day): Matcher {
  return groupMatcher(group, reading(facts, today))
}

function groupMatcher(group: Group, known: Reading): Matcher {
  const items = group.items.map((item) => (item.kind === 'group' ? groupMatcher(item, known) : ruleMatcher(item, known)))
  return (contact) => groupHolds(group.match, items, (item) => item(contact))
}

/** Whether a group holds, when it is known of each of its items. Without items it holds of everybody. */
export function groupHolds<T>(match: Group['match'], items: readonly T[], holds: (item: T) => boolean): boolean {
  if (items.length === 0) return true
  switch (match) {
    case 'all':
      return items.every(holds)
    case 'any':
      return items.some(holds)
    case 'none':
      return !items.some(holds)
  }
  return exhaustive(match)
}

/** One rule by itself. */
export function ruleMatcher(rule: Rule, known: Reading): Matcher {
  switch (rule.kind) {
    case 'text':
      return textMatcher(rule, known)
    case 'choice':
      return valued((contact) => choiceOf(contact, rule.field).trim(), choiceTest(rule.operator, rule.values), rule, known)
    case 'flag':
      return valued(
        (contact) => flagOf(contact, rule.field),
        (is) => is === rule.is,
        rule,
        known,
      )
    case 'date':
      return dateMatcher(rule, known)
    case 'number':
      return figureMatcher(rule, numberTest(rule), known)
    case 'expression':
      return expressionMatcher(rule, known)
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'segment':
    case 'targetOf':
      return setMatcher(rule, known)
    case 'interaction': {
      const test = historyTest(rule, happenedTest(rule.where, known.today), happenedTest(ever(rule.where), known.today))
      return once(rule.of, known, (contact) => test(historyOf(contact, rule.of, known)))
    }
    case 'purchase': {
      const test = historyTest(rule, purchaseTest(rule.where, known.today), purchaseTest(ever(rule.where), known.today))
      return once('company', known, (contact) => test(purchasesOf(contact, known.facts)))
    }
    case 'contact': {
      const asked = new Set(rule.ids)
      return ({ id }) => asked.has(id) === (rule.operator === 'isAnyOf')
    }
  }
  return exhaustive(rule)
}

type Asked = Rule & { of?: 'company' | undefined }

/** What stands in a field of the contact, or of its company, is asked by a test; a blank by the rule. */
function valued<V>(value: (asked: Contact) => V | undefined | '', test: (value: V) => boolean, rule: Asked, known: Reading): Matcher {
  const blanks = blanksOf(rule)
  return (contact) => {
    const asked = askedOf(contact, rule.of, known.facts)
    const found = asked && value(asked)
    return found === undefined || found === '' ? blanks : test(found)
  }
}

/** What is asked of a company is worked out once for all of its people. */
function once<V>(of: 'company' | undefined, { facts }: Reading, value: (contact: Contact) => V): (contact: Contact) => V {
  if (of !== 'company') return value
  const known = new Map<ContactId, V>()
  return (contact) => {
    const company = companyOf(contact, facts.contacts)
    if (!company) return value(contact)
    if (!known.has(company.id)) known.set(company.id, value(company))
    return known.get(company.id) as V
  }
}

function textMatcher(rule: RuleOf<'text'>, { facts }: Reading): Matcher {
  const folded = foldOf(rule.field)
  const test = textTest(rule.operator, rule.values, rule.field)
  const blanks = blanksOf(rule)
  return (contact) => {
    const asked = askedOf(contact, rule.of, facts)
    const written = asked ? textOf(asked, rule.field, facts) : ''
    const plain = folded(written)
    return plain === '' ? blanks : test(plain, () => written)
  }
}

function dateMatcher(rule: RuleOf<'date'>, known: Reading): Matcher {
  return dayMatcher(rule, dayTest(rule, known.today), known)
}

function dayMatcher(rule: Asked & Parameters<typeof dateOf>[1], test: (day: Day) => boolean, known: Reading): Matcher {
  const blanks = blanksOf(rule)
  const dayOf = once(rule.of, known, (contact) => dateOf(contact, rule, known))
  return (contact) => {
    const day = dayOf(contact)
    return day === undefined ? blanks : test(day)
  }
}

function figureMatcher(rule: Asked & Parameters<typeof figureOf>[1], test: (figure: number) => boolean, known: Reading): Matcher {
  const blanks = blanksOf(rule)
  const isOwn = rule.field === 'interactions' || canBeBlank(rule.field)
  const figureFor = once(isOwn ? rule.of : 'company', known, (contact) => figureOf(contact, rule, known))
  return (contact) => {
    const figure = figureFor(contact)
    return figure === undefined ? blanks : test(figure)
  }
}

const nobody = () => false

/** An expression that cannot be read matches nobody. */
function expressionMatcher(rule: RuleOf<'expression'>, known: Reading): Matcher {
  const { field, expression } = rule
  if (isNumberField(field)) {
    const test = numberFilterTest(expression, field)
    return test ? figureMatcher({ ...rule, field }, test, known) : nobody
  }
  if (isDateField(field)) {
    const test = dayFilterTest(expression, field, known.today)
    return test ? dayMatcher({ ...rule, field }, test, known) : nobody
  }
  const test = textFilterTest(expression, field)
  return test ? valued((contact) => writtenOf(contact, field, known.facts), test, rule, known) : nobody
}

function setMatcher(rule: RuleOf<SetKind>, known: Reading): Matcher {
  const test = setTest(rule.operator, rule.ids)
  return valued(
    (contact) => {
      const ids = idsOf(contact, rule.kind, known.facts)
      return ids.length === 0 ? undefined : ids
    },
    test,
    rule,
    known,
  )
}
