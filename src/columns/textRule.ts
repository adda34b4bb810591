// What an operator on texts means for each text of a dictionary.
import { exhaustive } from '../base/never.ts'
import { foldOf, textTest } from '../core/criteria/operators.ts'
import type { RuleOf } from '../model/criteria.ts'
import type { Folded, TextAsk } from './folded.ts'

/** More values than these are looked up text by text. */
const fewValues = 16

/** What an operator means among texts that are not blank. */
export function textTable({ field, operator, values }: RuleOf<'text'>, folded: Folded): Uint8Array {
  const clean = foldOf(field)
  const asked = values.map(clean).filter((value) => value !== '')
  const find = (how: Exclude<TextAsk['how'], 'test'>) =>
    asked.length > fewValues ? folded.table({ how: 'test', test: textTest(operator, values, field) }) : folded.table({ how, values: asked })
  const not = (yes: Uint8Array) => (asked.length > fewValues ? yes : yes.map((one) => one ^ 1))
  switch (operator) {
    case 'isAnyOf':
      return find('equals')
    case 'isNoneOf':
      return not(find('equals'))
    case 'contains':
      return find('contains')
    case 'doesNotContain':
      return not(find('contains'))
    case 'startsWith':
      return find('startsWith')
    case 'doesNotStartWith':
      return not(find('startsWith'))
    case 'endsWith':
      return find('endsWith')
    case 'between':
    case 'isBlank':
    case 'isNotBlank':
      return folded.table({ how: 'test', test: textTest(operator, values, field) })
  }
  return exhaustive(operator)
}
