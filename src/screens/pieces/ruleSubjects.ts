// What a rule can be about, a fresh rule about it, and how it can be compared.
import { exhaustive } from '../../base/never.ts'
import {
  ChoiceField,
  ChoiceOperator,
  FlagField,
  HistoryOperator,
  SetOperator,
  TextField,
  TextOperator,
  type Rule,
} from '../../model/criteria.ts'
import { t } from '../../text/language.svelte.ts'

/** A field of the contact, or what stands beside it. */
export type RuleSubject = TextField | ChoiceField | FlagField | Exclude<Rule['kind'], 'text' | 'choice' | 'flag'>

/** In the order of the picker. */
export const subjectGroups: readonly {
  label: 'contact' | 'company' | 'groups' | 'history' | 'reach' | 'marks'
  subjects: readonly RuleSubject[]
}[] = [
  {
    label: 'contact',
    subjects: [
      ...(['city', 'postCode', 'county', 'countryCode', 'type', 'languageCode', 'salespersonId', 'territoryId'] as const),
      ...(['salutationCode', 'name', 'firstName', 'surname', 'jobTitle', 'no', 'externalId', 'contact'] as const),
    ],
  },
  { label: 'company', subjects: ['companyName', 'industryGroup', 'businessRelation', 'vatNo'] },
  { label: 'groups', subjects: ['mailingGroup', 'answer', 'jobResponsibility', 'organizationalLevelId'] },
  { label: 'history', subjects: ['interaction', 'purchase'] },
  { label: 'reach', subjects: ['correspondenceType', 'address', 'email', 'phone', 'mobilePhone', 'homePage'] },
  { label: 'marks', subjects: ['excludeFromSegment', 'privacyBlocked', 'minor', 'parentalConsent'] },
]

export const subjectOf = (rule: Rule): RuleSubject =>
  rule.kind === 'text' || rule.kind === 'choice' || rule.kind === 'flag' ? rule.field : rule.kind

export const subjectText = (subject: RuleSubject): string => t(`criteria.field.${subject}`)

const isOneOf = <T extends string>(list: readonly T[], subject: string): subject is T => (list as readonly string[]).includes(subject)

/** A fresh rule about something, as it is most often wanted. */
export function newRule(subject: RuleSubject): Rule {
  if (isOneOf(TextField.options, subject))
    return { kind: 'text', field: subject, operator: subject === 'postCode' ? 'between' : 'isAnyOf', values: [] }
  if (isOneOf(ChoiceField.options, subject)) return { kind: 'choice', field: subject, operator: 'isAnyOf', values: [] }
  if (isOneOf(FlagField.options, subject)) return { kind: 'flag', field: subject, is: true }
  switch (subject) {
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
      return { kind: subject, operator: 'hasAnyOf', ids: [] }
    case 'interaction':
      return { kind: 'interaction', operator: 'has', atLeast: 1, where: {} }
    case 'purchase':
      return { kind: 'purchase', operator: 'has', atLeast: 1, where: { within: { from: { kind: 'ago', count: 1, unit: 'year' } } } }
    case 'contact':
      return { kind: 'contact', operator: 'isAnyOf', ids: [] }
  }
  return exhaustive(subject)
}

/** Nobody reached them for 90 days: attempts that failed do not count. */
export const notInTouch: Rule = {
  kind: 'interaction',
  operator: 'hasNone',
  atLeast: 1,
  where: { within: { from: { kind: 'ago', count: 90, unit: 'day' } }, attempt: 'succeeded' },
}

/** Only operators that work for what the rule is about. */
export function operatorsOf(rule: Rule): readonly string[] {
  switch (rule.kind) {
    case 'text':
      return TextOperator.options
    case 'choice':
      return rule.field === 'type' ? ['isAnyOf', 'isNoneOf'] : ChoiceOperator.options
    case 'flag':
      return ['yes', 'no']
    case 'contact':
      return ['isAnyOf', 'isNoneOf']
    case 'interaction':
    case 'purchase':
      return HistoryOperator.options
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
      return SetOperator.options
  }
  return exhaustive(rule)
}

/** The same rule compared another way. */
export const withOperator = (rule: Rule, operator: string): Rule =>
  rule.kind === 'flag' ? { ...rule, is: operator === 'yes' } : ({ ...rule, operator } as Rule)

export const operatorOf = (rule: Rule): string => (rule.kind === 'flag' ? (rule.is ? 'yes' : 'no') : rule.operator)

/** True while a rule lacks the value it needs. */
export function isUnfinished(rule: Rule): boolean {
  switch (rule.kind) {
    case 'text':
    case 'choice':
      return rule.operator !== 'isBlank' && rule.operator !== 'isNotBlank' && rule.values.every((value) => !value.trim())
    case 'flag':
    case 'interaction':
    case 'purchase':
      return false
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'contact':
      return rule.ids.length === 0
  }
  return exhaustive(rule)
}
