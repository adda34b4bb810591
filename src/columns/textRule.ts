// What an operator on texts means for each text of a dictionary, or for those of a few rows.
import { blanksOf } from '../core/criteria/blanks.ts'
import { foldOf, partTest, spelledFoldOf, textAsk, textTest, type TextHow } from '../core/criteria/textAsk.ts'
import type { Group, Rule, RuleOf } from '../model/criteria.ts'
import type { Bitmap } from './answers.ts'
import { count, put, rowsIn } from './bitmap.ts'
import type { TextDictionary } from './dictionary.ts'
import type { FoldedAsk } from './folded.ts'
import { asksCompany } from './ruleKinds.ts'
import type { TextColumn } from './textColumn.ts'

/** More values than these are looked up text by text. */
const fewValues = 16

/** What an operator means among texts that are not blank. */
export function textTable({ field, operator, values }: RuleOf<'text'>, texts: TextDictionary): Uint8Array {
  const folded = texts.folded(foldOf(field))
  const ask = textAsk(operator, values, field)
  if (ask.how === 'test') return folded.table(ask)
  const yes = folded.table(lookFor(ask.how, ask.values))
  if (ask.spelled.length > 0) texts.addSpelled(spelledFoldOf(field), lookFor(ask.how, ask.spelled), yes)
  return ask.not ? yes.map((one) => one ^ 1) : yes
}

const lookFor = (how: TextHow, values: readonly string[]): FoldedAsk =>
  values.length > fewValues ? { how: 'test', test: partTest(how, values) } : { how, values }

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
    const plain = folded.value(column.code(row))
    if (plain === '' ? blanks : test(plain, () => column.value(row))) put(found, row, true)
  }
  return found
}
