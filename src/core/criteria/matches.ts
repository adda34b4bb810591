// Does this contact match these criteria? The one place where each operator is defined; a matcher reads the
// criteria once and is then asked for many contacts. Rules that say "not" include those where the field is blank.
import type { Day } from '../../base/day.ts'
import { fold } from '../../base/fold.ts'
import { exhaustive } from '../../base/never.ts'
import type { Contact } from '../../model/contact.ts'
import type {
  ChoiceField,
  ChoiceOperator,
  Criteria,
  FlagField,
  Group,
  Rule,
  RuleOf,
  SetOperator,
  TextField,
  TextOperator,
} from '../../model/criteria.ts'
import { companyOf } from '../contact/name.ts'
import type { Facts } from './facts.ts'
import { interactionMatcher, purchaseMatcher } from './history.ts'

export type Matcher = (contact: Contact) => boolean

/** Whether one contact matches. BC: Contact/AddContacts.Report.al (all filter groups must match) */
export function matches(criteria: Criteria, contact: Contact, facts: Facts, today: Day): boolean {
  return matcher(criteria, facts, today)(contact)
}

/** The criteria as a question that can be asked of many contacts. A group without items matches everybody. */
export function matcher(group: Group, facts: Facts, today: Day): Matcher {
  const items = group.items.map((item) => (item.kind === 'group' ? matcher(item, facts, today) : ruleMatcher(item, facts, today)))
  if (items.length === 0) return () => true
  switch (group.match) {
    case 'all':
      return (contact) => items.every((item) => item(contact))
    case 'any':
      return (contact) => items.some((item) => item(contact))
    case 'none':
      return (contact) => !items.some((item) => item(contact))
  }
  return exhaustive(group.match)
}

function ruleMatcher(rule: Rule, facts: Facts, today: Day): Matcher {
  switch (rule.kind) {
    case 'text':
      return textMatcher(rule, facts)
    case 'choice':
      return choiceMatcher(rule)
    case 'flag':
      return (contact) => flagOf(contact, rule.field) === rule.is
    case 'mailingGroup':
      return setMatcher(rule.operator, rule.ids, (contact) => contact.mailingGroupIds)
    case 'industryGroup':
      return setMatcher(rule.operator, rule.ids, (contact) => companyOf(contact, facts.contacts)?.industryGroupIds ?? [])
    case 'businessRelation':
      return setMatcher(rule.operator, rule.ids, (contact) => relationsOf(contact, facts))
    case 'jobResponsibility':
      return setMatcher(rule.operator, rule.ids, (contact) => (contact.type === 'person' ? contact.jobResponsibilityIds : []))
    case 'answer':
      return setMatcher(rule.operator, rule.ids, (contact) => contact.answerIds)
    case 'interaction':
      return interactionMatcher(rule, facts, today)
    case 'purchase':
      return purchaseMatcher(rule, facts, today)
    case 'contact':
      return contactMatcher(rule)
    case 'date':
    case 'number':
    case 'expression':
    case 'segment':
      return () => false
  }
  return exhaustive(rule)
}

function textMatcher(rule: RuleOf<'text'>, facts: Facts): Matcher {
  const clean = rule.field === 'phone' || rule.field === 'mobilePhone' ? foldPhone : fold
  const asked = rule.operator === 'between' ? rule.values.map(clean) : rule.values.map(clean).filter((value) => value !== '')
  const test = textTest(rule.operator, asked)
  return (contact) => test(clean(textOf(contact, rule.field, facts)))
}

function textTest(operator: TextOperator, asked: readonly string[]): (text: string) => boolean {
  switch (operator) {
    case 'isAnyOf':
      return (text) => asked.includes(text)
    case 'isNoneOf':
      return (text) => !asked.includes(text)
    case 'contains':
      return (text) => asked.some((part) => text.includes(part))
    case 'doesNotContain':
      return (text) => !asked.some((part) => text.includes(part))
    case 'startsWith':
      return (text) => asked.some((part) => text.startsWith(part))
    case 'doesNotStartWith':
      return (text) => !asked.some((part) => text.startsWith(part))
    case 'endsWith':
      return (text) => asked.some((part) => text.endsWith(part))
    case 'between':
      return isBetween(asked[0] ?? '', asked[1] ?? '')
    case 'isBlank':
      return (text) => text === ''
    case 'isNotBlank':
      return (text) => text !== ''
  }
  return exhaustive(operator)
}

/**
 * From `low` to `high`, both included; a blank end is open, two blank ends match nobody. Numbers are compared as numbers,
 * anything else as text. A text that goes on after the end with a new word is still inside: 1000..1999 has "1999 AB" in it.
 */
function isBetween(low: string, high: string): (text: string) => boolean {
  if (low === '' && high === '') return () => false
  return (text) =>
    text !== '' &&
    (low === '' || compareNaturally(text, low) >= 0) &&
    (high === '' || text.startsWith(`${high} `) || compareNaturally(text, high) <= 0)
}

const digits = /^\d+$/

function compareNaturally(a: string, b: string): number {
  if (digits.test(a) && digits.test(b)) return Number(a) - Number(b)
  return a < b ? -1 : a > b ? 1 : 0
}

/** Telephone numbers are compared without what people put between the digits. */
const foldPhone = (text: string) => fold(text).replace(/[\s()/.-]/g, '')

/** What stands in a field; fields of persons are blank in a company. */
export function textOf(contact: Contact, field: TextField, facts: Pick<Facts, 'contacts'>): string {
  if (field === 'companyName') return companyOf(contact, facts.contacts)?.name ?? ''
  if (field === 'jobTitle' || field === 'firstName' || field === 'surname') return contact.type === 'person' ? contact[field] : ''
  return contact[field]
}

function choiceMatcher(rule: RuleOf<'choice'>): Matcher {
  const test = choiceTest(rule.operator, rule.values.map(fold))
  return (contact) => test(choiceOf(contact, rule.field))
}

function choiceTest(operator: ChoiceOperator, asked: readonly string[]): (value: string) => boolean {
  switch (operator) {
    case 'isAnyOf':
      return (value) => asked.includes(fold(value))
    case 'isNoneOf':
      return (value) => !asked.includes(fold(value))
    case 'isBlank':
      return (value) => value.trim() === ''
    case 'isNotBlank':
      return (value) => value.trim() !== ''
  }
  return exhaustive(operator)
}

export function choiceOf(contact: Contact, field: ChoiceField): string {
  if (field === 'organizationalLevelId') return (contact.type === 'person' && contact.organizationalLevelId) || ''
  return contact[field] ?? ''
}

function flagOf(contact: Contact, field: FlagField): boolean {
  if (field === 'minor' || field === 'parentalConsent') return contact.type === 'person' && contact[field]
  return contact[field]
}

function relationsOf(contact: Contact, facts: Facts): string[] {
  return companyOf(contact, facts.contacts)?.businessRelations.map((relation) => relation.businessRelationId) ?? []
}

function contactMatcher({ operator, ids }: RuleOf<'contact'>): Matcher {
  const asked = new Set(ids)
  return operator === 'isAnyOf' ? (contact) => asked.has(contact.id) : (contact) => !asked.has(contact.id)
}

function setMatcher(operator: SetOperator, asked: readonly string[], has: (contact: Contact) => readonly string[]): Matcher {
  switch (operator) {
    case 'hasAnyOf':
      return (contact) => has(contact).some((id) => asked.includes(id))
    case 'hasAllOf':
      return (contact) => asked.length > 0 && asked.every((id) => has(contact).includes(id))
    case 'hasNoneOf':
      return (contact) => !has(contact).some((id) => asked.includes(id))
    case 'isExactly':
      return (contact) => new Set(has(contact)).size === new Set(asked).size && asked.every((id) => has(contact).includes(id))
    case 'isBlank':
      return (contact) => has(contact).length === 0
    case 'isNotBlank':
      return (contact) => has(contact).length > 0
  }
  return exhaustive(operator)
}
