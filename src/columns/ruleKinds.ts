// What is told by a rule alone: whom it asks, what it rests on, and who has nothing where it looks.
import { isNumberField } from '../core/criteria/filterExpression.ts'
import { canBeBlank } from '../core/criteria/values.ts'
import type { Rule, RuleOf } from '../model/criteria.ts'
import type { Ground } from './derived.ts'

const ofCompanies = ['companyName', 'lastPurchase', 'purchases', 'purchaseAmount', 'peopleInCompany']

/** Rules about what only companies have ask the company, said or not. */
export function asksCompany(rule: Rule): boolean {
  if (rule.kind === 'industryGroup' || rule.kind === 'businessRelation' || rule.kind === 'purchase') return true
  return ('of' in rule && rule.of === 'company') || ('field' in rule && ofCompanies.includes(rule.field))
}

/** The same without what it asks of those who have something there: it is met by those alone who have nothing. */
export function blankRule(rule: Rule): Rule {
  if (rule.kind === 'text' || rule.kind === 'choice') return { ...rule, operator: 'isBlank', values: [] }
  if (rule.kind === 'date') return { kind: rule.kind, field: rule.field, operator: 'isBlank', ...(rule.of && { of: rule.of }) }
  if (rule.kind === 'number')
    return { kind: rule.kind, field: rule.field, operator: 'between', blanks: true, ...(rule.of && { of: rule.of }) }
  // A figure is asked for a value that is none.
  if (rule.kind === 'expression') return { ...rule, expression: isFigure(rule) ? '0&1' : "''", blanks: true }
  if (rule.kind === 'interaction' || rule.kind === 'purchase' || !('ids' in rule) || rule.kind === 'contact') return rule
  return { ...rule, operator: 'isBlank', ids: [] }
}

/** What its answer rests on, besides the contacts. */
export function groundsOf(rule: Rule): readonly Ground[] {
  if (rule.kind === 'interaction') return ['entries']
  if (rule.kind === 'segment') return ['entries', 'lists']
  if (rule.kind === 'targetOf') return ['targets']
  if (rule.kind === 'purchase') return ['purchases']
  if (rule.kind !== 'date' && rule.kind !== 'number' && rule.kind !== 'expression') return []
  if (rule.field === 'nextContact' || rule.field === 'overdueDays') return ['entries', 'cadences']
  if (rule.field === 'cadenceDays') return ['cadences']
  return rule.field === 'lastInteraction' || rule.field === 'interactions' ? ['entries'] : ['purchases']
}

/** Figures of which some have none. */
const isFigure = ({ field }: RuleOf<'expression'>): boolean => isNumberField(field) && canBeBlank(field)
