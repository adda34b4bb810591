// Criteria as sentences: the same words in the editor, in the step cards, in saved criteria and in a logged segment.
import type { Criteria, Group, Rule, RuleOf } from '../../model/criteria.ts'
import type { LoggedStep } from '../../model/interaction.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { either, figure, quantity } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { dayText } from './criteria/dayWords.ts'
import { isUnfinished, operatorOf, subjectOf, subjectText } from './criteria/ruleSubjects.ts'
import { chosenOf, noNames, valueText, type OtherNames } from './ruleValues.ts'
import { howManyText, whereText } from './whereText.ts'

/** So many names are said; of more the number. */
const namedAtMost = 4

/** How an operator reads among the others of its rule. */
export const operatorText = (operator: string): string => t(`criteria.operator.${operator}` as 'criteria.operator.isAnyOf')

/** The operator of a rule, with its number where there is one. */
export const ruleOperatorText = (rule: Rule): string => ('atLeast' in rule ? howManyText(rule) : operatorText(operatorOf(rule)))

/** The values of a rule, joined as a list in the language; of many people by name only how many. */
export function valuesText(rule: Rule, lists: Lists | undefined, others: OtherNames = noNames): string {
  if ('atLeast' in rule) return whereText(rule, lists, others)
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
  if (operator === 'between' || operator === 'notBetween' || operator === 'anniversary')
    return fromTo(from && dayText(from), to && dayText(to))
  return from ? dayText(from) : ''
}

function numbersText({ operator, from, to }: RuleOf<'number'>): string {
  const [low, high] = [from, to].map((one) => (one === undefined ? undefined : quantity(one)))
  return operator === 'between' || operator === 'notBetween' ? fromTo(low, high) : (low ?? '')
}

function ruleSentence(rule: Rule, lists: Lists | undefined, others: OtherNames): string {
  const [field, operator] = [subjectText(subjectOf(rule)), ruleOperatorText(rule)]
  if (rule.kind === 'flag') return t('criteria.flagSentence', { field, operator })
  const values = isUnfinished(rule) ? '…' : valuesText(rule, lists, others)
  if ('atLeast' in rule) return t('criteria.historySentence', { field, operator, values })
  return t('criteria.sentence', { field, operator, values })
}

/** Criteria in words. */
export function criteriaText(criteria: Criteria | undefined, lists: Lists | undefined, others: OtherNames = noNames): string {
  if (!criteria || criteria.items.length === 0) return t('criteria.everybody')
  return groupText(criteria, lists, others)
}

/** A group in words; one inside another stands in brackets. */
export function groupText(group: Group, lists: Lists | undefined, others: OtherNames): string {
  const items = group.items.map((item) =>
    item.kind === 'group' ? `(${criteriaText(item, lists, others)})` : ruleSentence(item, lists, others),
  )
  if (group.match === 'all') return items.join(' · ')
  const joined = either(items)
  return group.match === 'none' ? t('criteria.not', { what: joined }) : joined
}

/** What a step did, in words. */
export function stepWords(
  step: Pick<LoggedStep, 'kind' | 'criteria' | 'from'>,
  lists: Lists | undefined,
  others: OtherNames = noNames,
): string {
  if (step.from?.kind === 'loggedSegment') {
    const { description, no, who } = step.from
    return t('criteria.step.reuseOf', { name: description || no, who: t(`criteria.who.${who}`) })
  }
  return step.kind === 'byHand' || step.kind === 'reuse' ? t(`criteria.step.${step.kind}Words`) : criteriaText(step.criteria, lists, others)
}

/** The saved criteria a step came from, if it did. */
export const reusedFrom = (step: Pick<LoggedStep, 'from'>): string =>
  step.from?.kind === 'savedCriteria' ? t('criteria.step.from', { code: step.from.code }) : ''
