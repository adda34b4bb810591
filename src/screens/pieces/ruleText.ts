// Criteria as sentences: the same words in the editor, in the step cards, in saved criteria and in a logged segment.
import { dayOf, type Day } from '../../base/day.ts'
import type { Criteria, Rule, RuleOf } from '../../model/criteria.ts'
import type { LoggedStep } from '../../model/interaction.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { either, figure, quantity } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { dayText, rangeText } from './criteria/dayWords.ts'
import { whereTexts } from './criteria/historyClauses.ts'
import { operatorOf, subjectOf } from './criteria/ruleSubjects.ts'
import { peopleText, type SentenceKind } from './criteria/sentence.ts'
import { chosenOf, noNames, valueText, type OtherNames } from './ruleValues.ts'

/** So many names are said; of more the number. */
const namedAtMost = 4

/** How an operator reads among the others of its rule. */
export const operatorText = (operator: string): string => t(`criteria.operator.${operator}` as 'criteria.operator.isAnyOf')

/** "at least 2", "none": how many there must be. */
function howManyText({ operator, atLeast }: Extract<Rule, { atLeast: number }>): string {
  return operator === 'has' ? t('criteria.operator.hasCount', { count: atLeast }) : t('criteria.operator.hasNoneCount', { count: atLeast })
}

/** Of one value nobody says "any of". */
const ofOne: Partial<Record<string, string>> = {
  isAnyOf: 'equals',
  isNoneOf: 'isNot',
  hasAnyOf: 'has',
  hasAllOf: 'has',
  hasNoneOf: 'hasNot',
  isOnAnyOf: 'isOn',
  isOnAllOf: 'isOn',
  isOnNoneOf: 'isNotOn',
}

/** The operator of a rule as its row says it, with its number where there is one. */
export function ruleOperatorText(rule: Rule): string {
  if ('atLeast' in rule) return howManyText(rule)
  const operator = operatorOf(rule)
  return operatorText((chosenOf(rule).length === 1 ? ofOne[operator] : undefined) ?? operator)
}

/** The values of a rule, joined as a list in the language; of many people by name only how many. */
export function valuesText(rule: Rule, lists: Lists | undefined, others: OtherNames = noNames): string {
  if ('atLeast' in rule) return whereTexts(rule, { lists, others }).join(' · ')
  const chosen = chosenOf(rule)
  if (rule.kind === 'contact' && (chosen.length > namedAtMost || !chosen.every((id) => others.has(id))))
    return t('criteria.peopleByName', { count: chosen.length, text: figure(chosen.length) })
  if (rule.kind === 'date') return daysText(rule)
  if (rule.kind === 'number') return numbersText(rule)
  if (rule.kind === 'expression') return rule.expression
  const subject = subjectOf(rule)
  const values = chosen.map((value) => valueText(subject, value, lists, others))
  if (rule.kind === 'text' && rule.operator === 'between') return t('criteria.range', { from: values[0] || '…', to: values[1] || '…' })
  return either(values)
}

const fromTo = (from: string | undefined, to: string | undefined) => t('criteria.range', { from: from ?? '…', to: to ?? '…' })

function daysText({ operator, from, to }: RuleOf<'date'>): string {
  if (operator === 'anniversary') return from && to ? rangeText({ from, to }) : '…'
  if (operator === 'between' || operator === 'notBetween') return fromTo(from && dayText(from), to && dayText(to))
  return from ? dayText(from) : ''
}

function numbersText({ operator, from, to }: RuleOf<'number'>): string {
  const [low, high] = [from, to].map((one) => (one === undefined ? undefined : quantity(one)))
  return operator === 'between' || operator === 'notBetween' ? fromTo(low, high) : (low ?? '')
}

/** Who is meant, as a title or a card says it: "People in Graz who …". @param asOf the day relative dates are asked on */
export const criteriaText = (
  criteria: Criteria | undefined,
  lists: Lists | undefined,
  others: OtherNames,
  asOf: Day,
  kind?: SentenceKind,
): string => peopleText(criteria, { lists, others }, asOf, kind)

type SaidStep = Pick<LoggedStep, 'kind' | 'criteria' | 'from'> & { at?: string | undefined; asOf?: Day | undefined }

/** What a step did, in words; its days are those of when it was asked. @param today for a step that was not made yet */
export function stepWords(step: SaidStep, lists: Lists | undefined, others: OtherNames, today: Day): string {
  if (step.from?.kind === 'loggedSegment') {
    const { description, no, who } = step.from
    return t('criteria.step.reuseOf', { name: description || no, who: t(`criteria.who.${who}`) })
  }
  if (step.kind === 'byHand' || step.kind === 'reuse') return t(`criteria.step.${step.kind}Words`)
  const asOf = step.asOf ?? (step.at ? dayOf(new Date(step.at)) : today)
  return criteriaText(step.criteria, lists, others, asOf, step.kind)
}

/** The saved criteria a step came from, if it did. */
export const reusedFrom = (step: Pick<LoggedStep, 'from'>): string =>
  step.from?.kind === 'savedCriteria' ? t('criteria.step.from', { code: step.from.code }) : ''
