// Those who have no value where a rule asks: whether they match is said in the rule, or follows from its operator.
import { exhaustive } from '../../base/never.ts'
import type { Rule } from '../../model/criteria.ts'
import { blankFits } from './filterTest.ts'

/** Whether a blank matches. Of history, a blank is somebody with no such interaction or purchase ever; most figures are never blank. */
export function blanksOf(rule: Rule): boolean {
  if ('operator' in rule && rule.operator === 'isBlank') return true
  if ('operator' in rule && rule.operator === 'isNotBlank') return false
  const said = 'blanks' in rule ? rule.blanks : undefined
  return said ?? byOperator(rule)
}

/** A "not" takes them in, anything else leaves them out. */
function byOperator(rule: Rule): boolean {
  switch (rule.kind) {
    case 'text':
      return rule.operator === 'isNoneOf' || rule.operator === 'doesNotContain' || rule.operator === 'doesNotStartWith'
    case 'choice':
      return rule.values.some((value) => value.trim() === '') === (rule.operator === 'isAnyOf')
    case 'flag':
      return !rule.is
    case 'date':
      return rule.operator === 'notBetween'
    case 'number':
      return rule.operator === 'notBetween' || rule.operator === 'isNot'
    case 'expression':
      return blankFits(rule.expression, rule.field)
    case 'mailingGroup':
    case 'answer':
    case 'jobResponsibility':
    case 'industryGroup':
    case 'businessRelation':
    case 'segment':
    case 'targetOf':
      return rule.operator === 'hasNoneOf'
    case 'interaction':
    case 'purchase':
      return rule.operator === 'hasNone'
    case 'contact':
      return rule.operator === 'isNoneOf'
  }
  return exhaustive(rule)
}
