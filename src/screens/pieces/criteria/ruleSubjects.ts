// What a rule is about, how it can be compared, in the words of the editor, and whether it is complete.
import { exhaustive } from '../../../base/never.ts'
import { blanksOf as blanksMatch } from '../../../core/criteria/blanks.ts'
import { canBeBlank } from '../../../core/criteria/values.ts'
import { readFilter } from '../../../core/criteria/filterExpression.ts'
import {
  ChoiceField,
  ChoiceOperator,
  DateField,
  DateOperator,
  ExpressionField,
  FlagField,
  type HistoryOperator,
  NumberField,
  NumberOperator,
  SetOperator,
  TextField,
  TextOperator,
  type RelativeDay,
  type Rule,
  type RuleOf,
} from '../../../model/criteria.ts'
import { t } from '../../../text/language.svelte.ts'
import { expressionOf } from './asExpression.ts'

type FieldKind = 'text' | 'choice' | 'flag' | 'date' | 'number' | 'expression'

/** A field of the contact, or what stands beside it. */
export type RuleSubject = TextField | ChoiceField | FlagField | DateField | NumberField | Exclude<Rule['kind'], FieldKind>

export const subjectOf = (rule: Rule): RuleSubject => ('field' in rule ? rule.field : rule.kind)

/** Whose value it is, where not the contact's own. */
export const ofOf = (rule: Rule): 'company' | undefined => ('of' in rule ? rule.of : undefined)

/** What a rule is about, in words: "Town", "Town of the company". */
export function subjectText(subject: RuleSubject, of?: 'company'): string {
  if (!of || subject === 'companyName') return t(`criteria.field.${subject}`)
  return subject === 'interaction' ? t('criteria.companyInteraction') : t('criteria.ofCompany', { field: t(`criteria.field.${subject}`) })
}

export const aboutText = (rule: Rule): string => subjectText(subjectOf(rule), ofOf(rule))

const isOneOf = <T extends string>(list: readonly T[], subject: string): subject is T => (list as readonly string[]).includes(subject)

/** Rules about fields that hold one value. */
function newFieldRule(subject: RuleSubject): Rule | undefined {
  if (isOneOf(TextField.options, subject))
    return { kind: 'text', field: subject, operator: subject === 'postCode' ? 'between' : 'isAnyOf', values: [] }
  if (isOneOf(ChoiceField.options, subject)) return { kind: 'choice', field: subject, operator: 'isAnyOf', values: [] }
  if (isOneOf(FlagField.options, subject)) return { kind: 'flag', field: subject, is: true }
  if (isOneOf(NumberField.options, subject)) return { kind: 'number', field: subject, operator: 'atLeast' }
  if (subject === 'birthday') return { kind: 'date', field: subject, operator: 'anniversary' }
  if (subject === 'nextContact') return { kind: 'date', field: subject, operator: 'between', from: now, to: inTwoWeeks }
  if (subject === 'lastInteraction' || subject === 'lastPurchase')
    return { kind: 'date', field: subject, operator: 'before', from: ninetyDays, blanks: true }
  return isOneOf(DateField.options, subject) ? { kind: 'date', field: subject, operator: 'onOrAfter' } : undefined
}

/** A fresh rule about something, as it is most often wanted. */
export function newRule(subject: RuleSubject, of?: 'company'): Rule {
  const rule = newFieldRule(subject) ?? newOtherRule(subject as Exclude<Rule['kind'], FieldKind>)
  return of ? ({ ...rule, of } as Rule) : rule
}

function newOtherRule(kind: Exclude<Rule['kind'], FieldKind>): Rule {
  switch (kind) {
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'segment':
    case 'targetOf':
      return { kind, operator: 'hasAnyOf', ids: [] }
    case 'interaction':
      return { kind, operator: 'has', atLeast: 1, where: {} }
    case 'purchase':
      return { kind, operator: 'has', atLeast: 1, where: { within: { from: { kind: 'ago', count: 1, unit: 'year' } } } }
    case 'contact':
      return { kind, operator: 'isAnyOf', ids: [] }
  }
  return exhaustive(kind)
}

/** Nobody reached them for 90 days: attempts that failed do not count. */
export const notInTouch: Rule = {
  kind: 'interaction',
  operator: 'hasNone',
  atLeast: 1,
  where: { within: { from: { kind: 'ago', count: 90, unit: 'day' } }, attempt: 'succeeded' },
}

/**
 * An operator as a person chooses it. Beside those of the model: `inTheLast` (on or after so long ago) and `moreThanAgo` (before it),
 * `hasAtLeast` and `hasFewer` where the number is asked, `never` and `ever` of days in history, `isOn…` of segments, `hasNothing` and `hasSomething` of lists, `matches` for a filter expression, `yes` and `no`.
 */
export type SaidOperator =
  | TextOperator
  | SetOperator
  | DateOperator
  | NumberOperator
  | HistoryOperator
  | ('hasAtLeast' | 'hasFewer')
  | ('isOnAnyOf' | 'isOnAllOf' | 'isOnNoneOf' | 'isOnExactly' | 'isOnNothing' | 'isOnSomething')
  | ('inTheLast' | 'moreThanAgo' | 'never' | 'ever' | 'hasNothing' | 'hasSomething' | 'matches' | 'yes' | 'no')

const neverBlank: readonly RuleSubject[] = ['type', 'no', 'createdAt', 'changedAt']
const ofHistory = (field: string) => field === 'lastInteraction' || field === 'lastPurchase'
const comesRound = (field: string) => field === 'birthday' || field === 'createdAt'
/** A company has it, or has it not, by itself. */
const blankChecks: readonly string[] = [
  'isBlank',
  'isOnNothing',
  'isOnSomething',
  'isNotBlank',
  'never',
  'ever',
  'hasNothing',
  'hasSomething',
]

/** Whether an operator asks for a value at all. */
export const asksForValue = (operator: SaidOperator): boolean => !blankChecks.includes(operator)

/** Only operators that work for what the rule is about, in the order of the list. */
export function operatorsOf(rule: Rule): readonly SaidOperator[] {
  const subject = subjectOf(rule)
  const all = [...ownOperators(rule), ...(isOneOf(ExpressionField.options, subject) ? (['matches'] as const) : [])]
  return neverBlank.includes(subject) ? all.filter(asksForValue) : all
}

const setOperators: readonly SaidOperator[] = ['hasAnyOf', 'hasAllOf', 'hasNoneOf', 'isExactly', 'hasNothing', 'hasSomething']
const operatorsByKind: Record<Exclude<Rule['kind'], 'date' | 'expression'>, readonly SaidOperator[]> = {
  text: TextOperator.options,
  choice: ChoiceOperator.options,
  number: NumberOperator.options,
  flag: ['yes', 'no'],
  contact: ['isAnyOf', 'isNoneOf'],
  interaction: ['has', 'hasAtLeast', 'hasNone', 'hasFewer'],
  purchase: ['has', 'hasAtLeast', 'hasNone', 'hasFewer'],
  segment: ['isOnAnyOf', 'isOnAllOf', 'isOnNoneOf', 'isOnExactly', 'isOnNothing', 'isOnSomething'],
  targetOf: setOperators,
  mailingGroup: setOperators,
  answer: setOperators,
  jobResponsibility: setOperators,
  industryGroup: setOperators,
  businessRelation: setOperators,
}

function ownOperators(rule: Rule): readonly SaidOperator[] {
  const fresh = rule.kind === 'expression' ? newRule(rule.field) : rule
  if (fresh.kind === 'date') return dateOperators(fresh.field)
  return fresh.kind === 'expression' ? [] : operatorsByKind[fresh.kind]
}

function dateOperators(field: DateField): readonly SaidOperator[] {
  const days = DateOperator.options.filter((one) => asksForValue(one) && (one !== 'anniversary' || comesRound(field)))
  const blank = ofHistory(field) ? (['never', 'ever'] as const) : (['isBlank', 'isNotBlank'] as const)
  return field === 'birthday' ? ['anniversary', ...days.slice(0, -1), ...blank] : ['inTheLast', 'moreThanAgo', ...days, ...blank]
}

/** How the rule is compared, as it is said. */
export function operatorOf(rule: Rule): SaidOperator {
  if (rule.kind === 'flag') return rule.is ? 'yes' : 'no'
  if (rule.kind === 'expression') return 'matches'
  if (rule.kind === 'date') return dateOperatorOf(rule)
  if (rule.kind === 'segment') return onList[rule.operator]
  if ('atLeast' in rule && rule.atLeast > 1) return rule.operator === 'has' ? 'hasAtLeast' : 'hasFewer'
  if ('ids' in rule && rule.operator === 'isBlank') return 'hasNothing'
  return 'ids' in rule && rule.operator === 'isNotBlank' ? 'hasSomething' : rule.operator
}

const onList = {
  hasAnyOf: 'isOnAnyOf',
  hasAllOf: 'isOnAllOf',
  hasNoneOf: 'isOnNoneOf',
  isExactly: 'isOnExactly',
  isBlank: 'isOnNothing',
  isNotBlank: 'isOnSomething',
} as const

function dateOperatorOf({ field, operator, from }: RuleOf<'date'>): SaidOperator {
  if (field !== 'birthday' && from?.kind === 'ago' && from.count > 0) {
    if (operator === 'onOrAfter') return 'inTheLast'
    if (operator === 'before') return 'moreThanAgo'
  }
  if (!ofHistory(field)) return operator
  return operator === 'isBlank' ? 'never' : operator === 'isNotBlank' ? 'ever' : operator
}

const kept: Partial<Record<SaidOperator, string>> = {
  never: 'isBlank',
  ever: 'isNotBlank',
  hasNothing: 'isBlank',
  hasSomething: 'isNotBlank',
  ...Object.fromEntries(Object.entries(onList).map(([operator, said]) => [said, operator])),
  inTheLast: 'onOrAfter',
  moreThanAgo: 'before',
}

/** The same rule compared another way; its values stay where they still make sense. Whether blanks match is the new operator's. */
export function withOperator(rule: Rule, operator: SaidOperator): Rule {
  if (rule.kind === 'flag') return { ...rule, is: operator === 'yes' }
  if (operator === operatorOf(rule)) return rule
  const bare = withoutBlanks(rule)
  if (operator === 'matches') return expressionRule(bare)
  const fresh = rule.kind === 'expression' ? newRule(rule.field, rule.of) : bare
  if ('atLeast' in fresh) return historyRule(fresh, operator)
  if (fresh.kind === 'date') return dateRule(fresh, operator)
  if (fresh.kind === 'text' && operator === 'between') return { ...fresh, operator, values: fresh.values.slice(0, 2) }
  if (fresh.kind === 'text' && fresh.operator === 'between')
    return { ...fresh, operator, values: fresh.values.filter((value) => value.trim() !== '') } as Rule
  return { ...fresh, operator: kept[operator] ?? operator } as Rule
}

function historyRule(rule: RuleOf<'interaction' | 'purchase'>, operator: SaidOperator): Rule {
  const many = operator === 'hasAtLeast' || operator === 'hasFewer'
  const atLeast = many ? Math.max(rule.atLeast, 2) : 1
  return { ...rule, operator: operator === 'has' || operator === 'hasAtLeast' ? 'has' : 'hasNone', atLeast }
}

function expressionRule(rule: Rule): Rule {
  const of = ofOf(rule)
  if (!('field' in rule) || rule.kind === 'flag') return rule
  return { kind: 'expression', field: rule.field as ExpressionField, expression: expressionOf(rule), ...(of && { of }) }
}

const now = { kind: 'ago', count: 0, unit: 'day' } as const
const inTwoWeeks = { kind: 'ahead', count: 2, unit: 'week' } as const
const ninetyDays = { kind: 'ago', count: 90, unit: 'day' } as const
const isSpan = (field: DateField, said: SaidOperator, from: RelativeDay | undefined) =>
  field !== 'birthday' && (said === 'before' || said === 'onOrAfter') && from?.kind === 'ago' && from.count > 0

function dateRule(rule: RuleOf<'date'>, said: SaidOperator): Rule {
  const operator = (kept[said] ?? said) as DateOperator
  const { from, to, blanks: _, ...bare } = rule
  const two = operator === 'between' || operator === 'notBetween' || operator === 'anniversary'
  const ago = said === 'inTheLast' || said === 'moreThanAgo'
  // A span ago is said by operators of its own.
  const first = ago ? (from?.kind === 'ago' && from.count > 0 ? from : ninetyDays) : isSpan(rule.field, said, from) ? undefined : from
  if (!asksForValue(said)) return { ...bare, operator }
  const orNever = said === 'moreThanAgo' && ofHistory(rule.field)
  return { ...bare, operator, ...(first && { from: first }), ...(two && to && { to }), ...(orNever && { blanks: true }) }
}

/** Whether the rule takes in those without a value by itself, because it says "not". */
export const isNegative = (rule: Rule): boolean => blanksMatch(withoutBlanks(rule))

function withoutBlanks(rule: Rule): Rule {
  const { blanks: _, ...bare } = rule as Rule & { blanks?: boolean }
  return bare
}

/** Whether those without a value match; nothing where that cannot be asked of the rule. */
export function blanksOf(rule: Rule): boolean | undefined {
  const never = !asksForValue(operatorOf(rule)) || neverBlank.includes(subjectOf(rule))
  if (never || rule.kind === 'flag' || rule.kind === 'segment' || rule.kind === 'targetOf' || rule.kind === 'contact') return undefined
  if (rule.kind === 'number' && !canBeBlank(rule.field)) return undefined
  return 'atLeast' in rule && rule.operator === 'has' ? undefined : blanksMatch(rule)
}

/** The rule with its blanks taken in or left out; what the operator says by itself needs no word. */
export function withBlanks(rule: Rule, on: boolean): Rule {
  const bare = withoutBlanks(rule)
  return on === blanksMatch(bare) ? bare : ({ ...bare, blanks: on } as Rule)
}

/** True while a rule lacks the value it needs. */
export function isUnfinished(rule: Rule): boolean {
  if (!asksForValue(operatorOf(rule)) || rule.kind === 'flag' || 'atLeast' in rule) return false
  if ('values' in rule) return rule.values.every((value) => !value.trim())
  if (rule.kind === 'expression') return !readFilter(rule.expression, rule.field).ok
  if ('ids' in rule) return rule.ids.length === 0
  const range = rule.operator === 'between' || rule.operator === 'notBetween'
  if (range) return rule.from === undefined && rule.to === undefined
  return rule.from === undefined || (rule.operator === 'anniversary' && rule.to === undefined)
}
