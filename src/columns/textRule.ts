// What an operator on texts means for each text of a dictionary, or for those of a few rows.
import { exhaustive } from '../base/never.ts'
import { blanksOf } from '../core/criteria/blanks.ts'
import { foldOf, textTest } from '../core/criteria/operators.ts'
import type { Group, Rule, RuleOf } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import { count, put, rowsIn } from './bitmap.ts'
import type { Folded, TextAsk } from './folded.ts'
import { asksCompany } from './ruleKinds.ts'
import type { TextColumn } from './textColumn.ts'

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

/** Whether all texts of a column are looked through for a rule. */
export const isLook = (item: Rule | Group): item is RuleOf<'text'> =>
  item.kind === 'text' && !asksCompany(item) && ['contains', 'doesNotContain', 'endsWith'].includes(item.operator)

/** So many times as long takes a text that is asked for by itself. */
const singly = 16

/** Who of these matches, where they are so few that it is quicker to look at theirs only. */
export function textAmong(rule: RuleOf<'text'>, bits: Bitmap, column: TextColumn): Bitmap | undefined {
  const folded = column.texts.folded(foldOf(rule.field))
  if (count(bits) * singly > folded.size) return undefined
  const test = textTest(rule.operator, rule.values, rule.field)
  const blanks = blanksOf(rule)
  const found: Bitmap = new Uint32Array(bits.length)
  for (const row of rowsIn(bits)) {
    const text = folded.value(column.code(row))
    if (text === '' ? blanks : test(text)) put(found, row, true)
  }
  return found
}
