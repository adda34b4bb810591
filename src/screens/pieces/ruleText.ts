// How a rule is said: what, how, which. The same words in the editor, in the step cards and in a logged segment.
import type { ChoiceField, Criteria, Group, RelativeDay, Rule, TextField } from '../../model/criteria.ts'
import type { Step } from '../../model/segment.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, letterLanguageName, mediumDay } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'

/** What a rule can be about, in the order of the picker. */
export type RuleSubject = TextField | ChoiceField | 'mailingGroup' | 'industryGroup' | 'interaction'

export const subjectGroups: readonly { label: 'contact' | 'company' | 'groups' | 'history'; subjects: readonly RuleSubject[] }[] = [
  {
    label: 'contact',
    subjects: [
      'city',
      'postCode',
      'county',
      'countryCode',
      'type',
      'languageCode',
      'salespersonId',
      'salutationCode',
      'correspondenceType',
      'jobTitle',
      'name',
      'address',
      'email',
      'phone',
    ],
  },
  { label: 'company', subjects: ['companyName', 'industryGroup'] },
  { label: 'groups', subjects: ['mailingGroup'] },
  { label: 'history', subjects: ['interaction'] },
]

export const subjectOf = (rule: Rule): RuleSubject => (rule.kind === 'text' || rule.kind === 'choice' ? rule.field : rule.kind)

export const subjectText = (subject: RuleSubject): string => t(`criteria.field.${subject}`)

/** A fresh rule about something, as it is most often wanted. */
export function newRule(subject: RuleSubject): Rule {
  switch (subject) {
    case 'mailingGroup':
    case 'industryGroup':
      return { kind: subject, operator: 'hasAnyOf', ids: [] }
    case 'interaction':
      return { kind: 'interaction', operator: 'noneSince', since: { kind: 'ago', count: 90, unit: 'day' } }
    case 'type':
    case 'countryCode':
    case 'languageCode':
    case 'salutationCode':
    case 'salespersonId':
    case 'correspondenceType':
      return { kind: 'choice', field: subject, operator: 'isAnyOf', values: [] }
    case 'name':
    case 'companyName':
    case 'address':
    case 'postCode':
    case 'city':
    case 'county':
    case 'jobTitle':
    case 'email':
    case 'phone':
      return { kind: 'text', field: subject, operator: subject === 'postCode' ? 'between' : 'isAnyOf', values: [] }
  }
}

/** Only operators that work for what the rule is about. */
export function operatorsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'text':
      return ['isAnyOf', 'isNoneOf', 'contains', 'doesNotContain', 'startsWith', 'between', 'isBlank', 'isNotBlank']
    case 'choice':
      return rule.field === 'type' ? ['isAnyOf', 'isNoneOf'] : ['isAnyOf', 'isNoneOf', 'isBlank', 'isNotBlank']
    case 'mailingGroup':
    case 'industryGroup':
      return ['hasAnyOf', 'hasAllOf', 'hasNoneOf']
    case 'interaction':
      return ['noneSince', 'someSince']
  }
}

export const operatorText = (operator: string): string => t(`criteria.operator.${operator}` as 'criteria.operator.isAnyOf')

/** The operator of a rule: "none within" so many days, "none since" an exact day. */
export function ruleOperatorText(rule: Rule): string {
  if (rule.kind !== 'interaction' || rule.since.kind === 'exact') return operatorText(rule.operator)
  return t(rule.operator === 'noneSince' ? 'criteria.operator.noneWithin' : 'criteria.operator.someWithin')
}

/** One value of a rule's field, as a person reads it. */
export function valueText(subject: RuleSubject, value: string, lists: Lists | undefined): string {
  switch (subject) {
    case 'countryCode':
      return countryName(value)
    case 'languageCode':
      return letterLanguageName(value)
    case 'salespersonId':
      return lists?.salespeople.find(({ id }) => id === value)?.name ?? t('criteria.gone')
    case 'salutationCode':
      return salutationText(value)
    case 'type':
      return t(value === 'company' ? 'criteria.company' : 'criteria.person')
    case 'correspondenceType':
      return t(value === 'email' ? 'segment.type.email' : 'segment.type.hardCopy')
    case 'mailingGroup':
      return lists?.mailingGroups.find(({ id }) => id === value)?.description ?? t('criteria.gone')
    case 'industryGroup':
      return lists?.industryGroups.find(({ id }) => id === value)?.description ?? t('criteria.gone')
    case 'name':
    case 'companyName':
    case 'address':
    case 'postCode':
    case 'city':
    case 'county':
    case 'jobTitle':
    case 'email':
    case 'phone':
    case 'interaction':
      return value
  }
}

function salutationText(code: string): string {
  if (code === 'M') return t('contact.salutationM')
  if (code === 'F') return t('contact.salutationF')
  if (code === 'COMPANY') return t('contact.salutationCompany')
  return code === 'UNISEX' ? t('contact.salutationUnisex') : code
}

export function sinceText(since: RelativeDay): string {
  return since.kind === 'exact' ? mediumDay(since.day) : t(`criteria.ago.${since.unit}`, { count: since.count })
}

/** The values of a rule, joined as a list in the language. */
export function valuesText(rule: Rule, lists: Lists | undefined): string {
  if (rule.kind === 'interaction') return sinceText(rule.since)
  const subject = subjectOf(rule)
  const values = (rule.kind === 'text' || rule.kind === 'choice' ? rule.values : rule.ids).map((value) => valueText(subject, value, lists))
  if (rule.kind === 'text' && rule.operator === 'between') return t('criteria.range', { from: values[0] ?? '…', to: values[1] ?? '…' })
  return new Intl.ListFormat(language(), { type: 'disjunction' }).format(values)
}

/** True while a rule lacks the value it needs. */
export function isUnfinished(rule: Rule): boolean {
  if (rule.kind === 'interaction' || rule.operator === 'isBlank' || rule.operator === 'isNotBlank') return false
  if (rule.kind === 'text' || rule.kind === 'choice') return rule.values.every((value) => !value.trim())
  return rule.ids.length === 0
}

function ruleSentence(rule: Rule, lists: Lists | undefined): string {
  const values = isUnfinished(rule) ? '…' : valuesText(rule, lists)
  return t('criteria.sentence', { field: subjectText(subjectOf(rule)), operator: ruleOperatorText(rule), values })
}

/** Criteria in words, for step cards. */
export function criteriaText(criteria: Criteria | undefined, lists: Lists | undefined): string {
  if (!criteria || criteria.items.length === 0) return t('criteria.everybody')
  return groupText(criteria, lists)
}

function groupText(group: Group, lists: Lists | undefined): string {
  const items = group.items.map((item) => (item.kind === 'group' ? `(${groupText(item, lists)})` : ruleSentence(item, lists)))
  const joined = group.match === 'all' ? items.join(' · ') : new Intl.ListFormat(language(), { type: 'disjunction' }).format(items)
  return group.match === 'none' ? t('criteria.not', { what: joined }) : joined
}

/** What a step did, in words. */
export const stepWords = (step: Step, lists: Lists | undefined): string =>
  step.kind === 'byHand' || step.kind === 'reuse' ? t(`criteria.step.${step.kind}Words`) : criteriaText(step.criteria, lists)
