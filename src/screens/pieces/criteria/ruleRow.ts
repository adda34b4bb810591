// The value of a rule as its row shows it, and what its days come to.
import type { Day } from '../../../base/day.ts'
import { resolveDay } from '../../../core/criteria/dates.ts'
import type { DayRange, Group, RelativeDay, Rule } from '../../../model/criteria.ts'
import type { Lists } from '../../../storage/read/lists.ts'
import { mediumDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import type { OtherNames } from '../ruleValues.ts'
import { ruleOperatorText, valuesText } from '../ruleText.ts'
import { aboutText, asksForValue, operatorOf } from './ruleSubjects.ts'

/** The values in words; of a rule that asks for none, nothing. */
export function rowValue(rule: Rule, lists: Lists | undefined, others: OtherNames): string {
  const operator = operatorOf(rule)
  if (rule.kind === 'flag' || !asksForValue(operator)) return ''
  const span = operator === 'inTheLast' || operator === 'moreThanAgo'
  if (span && rule.kind === 'date' && rule.from?.kind === 'ago') return t(`criteria.spanAgo.${rule.from.unit}`, { count: rule.from.count })
  return valuesText(rule, lists, others)
}

/** What a group asks, row by row, to tell it from others. */
export const groupWords = (group: Group, lists: Lists | undefined, others: OtherNames): string =>
  group.items.map((item) => (item.kind === 'group' ? `(${groupWords(item, lists, others)})` : ruleWords(item, lists, others))).join(' · ')

/** A rule as its row reads: "Town is Graz". */
export const ruleWords = (rule: Rule, lists: Lists | undefined, others: OtherNames): string =>
  [aboutText(rule), ruleOperatorText(rule), rowValue(rule, lists, others)].filter(Boolean).join(' ')

/** The days a rule asks about. */
function daysOf(rule: Rule): DayRange | undefined {
  if ('atLeast' in rule) return rule.where.within
  return rule.kind === 'date' && asksForValue(operatorOf(rule)) ? rule : undefined
}

/** The days that relations mean when they are asked on a day: "Since 22 Aug 2026"; nothing where there is no relation. */
export function resolvedText(rule: Rule, asOf: Day): string {
  const { from, to } = daysOf(rule) ?? {}
  if (![from, to].some((one) => one && one.kind !== 'exact')) return ''
  const day = (one: RelativeDay) => mediumDay(resolveDay(one, asOf))
  if (from && to) return t('criteria.resolved.fromTo', { from: day(from), to: day(to) })
  if (to) return t('criteria.resolved.until', { day: day(to) })
  if (!from) return ''
  if (rule.kind === 'date' && rule.operator === 'before') return t('criteria.resolved.before', { day: day(from) })
  const since = 'atLeast' in rule || (rule.kind === 'date' && (rule.operator === 'onOrAfter' || rule.operator === 'between'))
  return t(since ? 'criteria.resolved.since' : 'criteria.resolved.day', { day: day(from) })
}
