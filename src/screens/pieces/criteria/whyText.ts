// Why a rule holds or does not, in words: the value that decided. "Town is Innsbruck", "Last interaction 3 Mar 2026 (14 days ago)".
import { daysBetween, type Day } from '../../../base/day.ts'
import type { Deciding } from '../../../core/criteria/deciding.ts'
import type { RuleWhy } from '../../../core/criteria/explain.ts'
import type { SetKind } from '../../../core/criteria/values.ts'
import type { Rule } from '../../../model/criteria.ts'
import { failureText } from '../../../text/failures.ts'
import { either, figure, mediumDay, quantity, together } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import { dueText } from '../dueText.ts'
import { valueText } from '../ruleValues.ts'
import { aboutText, operatorOf, subjectOf } from './ruleSubjects.ts'
import type { Names } from './sentence.ts'

type Why = Pick<RuleWhy, 'rule' | 'deciding'>
type DecidingOf<K extends Deciding['kind']> = Extract<Deciding, { kind: K }>

/** The value that decided, as a person says it. @param today what "14 days ago" counts from */
export function whyText({ rule, deciding }: Why, names: Names, today: Day): string {
  const field = aboutText(rule)
  switch (deciding.kind) {
    case 'blank':
      return blankText(rule, deciding)
    case 'text':
      return t('criteria.why.is', { field, value: deciding.text })
    case 'choice':
      if (subjectOf(rule) === 'type') return t('criteria.why.type', { which: deciding.value })
      return t('criteria.why.is', { field, value: valueText(subjectOf(rule), deciding.value, names.lists, names.others) })
    case 'flag':
      return t('criteria.why.says', { field, value: t(deciding.is ? 'criteria.operator.yes' : 'criteria.operator.no') })
    case 'day':
      return t('criteria.why.says', { field, value: isYearly(rule) ? mediumDay(deciding.day) : agoText(deciding.day, today) })
    case 'figure':
      return subjectOf(rule) === 'overdueDays'
        ? dueText(deciding.figure)
        : t('criteria.why.says', { field, value: quantity(deciding.figure) })
    case 'ids':
      return idsText(rule, deciding, names)
    case 'interaction':
      return happenedText(deciding, deciding.latest.description, today, 'interaction')
    case 'purchase':
      return happenedText(deciding, deciding.latest.description || deciding.latest.itemNo, today, 'purchase')
    case 'named':
      return t(deciding.is ? 'criteria.why.named' : 'criteria.why.notNamed')
    case 'unreadable':
      return failureText(deciding.failure)
  }
}

const isYearly = (rule: Rule): boolean => subjectOf(rule) === 'birthday'

/** "3 Mar 2026 (14 days ago)" */
function agoText(day: Day, today: Day): string {
  const ago = daysBetween(day, today)
  if (ago === 0) return t('criteria.why.today', { day: mediumDay(day) })
  const count = Math.abs(ago)
  return t(ago > 0 ? 'criteria.why.ago' : 'criteria.why.ahead', { day: mediumDay(day), count, text: figure(count) })
}

function blankText(rule: Rule, { noCompany }: DecidingOf<'blank'>): string {
  if (noCompany) return t('criteria.why.noCompany')
  const subject = subjectOf(rule)
  if (subject === 'interaction' || subject === 'lastInteraction') return t('criteria.why.noInteraction')
  if (subject === 'nextContact' || subject === 'overdueDays') return t('criteria.why.neverDue')
  if (subject === 'purchase' || subject === 'lastPurchase') return t('criteria.why.noPurchase')
  return isSet(rule) ? t(`criteria.why.none.${rule.kind}`) : t('criteria.why.blank', { field: aboutText(rule) })
}

const sets: readonly string[] = ['mailingGroup', 'answer', 'jobResponsibility', 'industryGroup', 'businessRelation', 'segment', 'targetOf']
const isSet = (rule: Rule): rule is Extract<Rule, { kind: SetKind }> => sets.includes(rule.kind)

/** What was asked for and is there, or is missing; otherwise all that is there. */
function idsText(rule: Rule, { has, found, missing }: DecidingOf<'ids'>, { lists, others }: Names): string {
  if (!isSet(rule)) return ''
  const operator = operatorOf(rule)
  const lacks = operator === 'hasAllOf' || operator === 'isExactly' ? missing.length > 0 : found.length === 0
  const asked = rule.ids.length > 0 && operator !== 'hasNothing' && operator !== 'hasSomething'
  const said = !asked || (operator === 'isExactly' && !lacks) ? has : lacks ? missing : found
  const values = said.map((id) => valueText(rule.kind, id, lists, others))
  const quoted = rule.kind === 'segment' || rule.kind === 'targetOf' ? values.map((text) => t('criteria.quoted', { text })) : values
  if (asked && lacks) return t(`criteria.why.lacks.${rule.kind}`, { values: either(quoted) })
  return t(`criteria.why.has.${rule.kind}`, { values: together(quoted) })
}

/** "Visit 3 Mar 2026 (14 days ago)"; of several wanted how many there are; where none is like that, the latest there is. */
function happenedText(
  { fits, found, wanted, latest }: DecidingOf<'interaction'> | DecidingOf<'purchase'>,
  what: string,
  today: Day,
  kind: 'interaction' | 'purchase',
): string {
  const when = agoText(latest.day, today)
  const row = what ? t('criteria.why.row', { what, when }) : when
  if (!fits) return t(`criteria.why.noneFits.${kind}`, { row })
  return wanted > 1 ? t('criteria.why.found', { count: found, text: figure(found), row }) : row
}
