// The values that occur in a field, to choose from.
import { ChoiceField, type TextField } from '../model/criteria.ts'
import type { ValueCount } from './answers.ts'
import { count, eachRow } from './bitmap.ts'
import type { Evaluator } from './evaluate.ts'
import type { TextColumn } from './textColumn.ts'

/** With how many contacts bear each, the most frequent first. */
export function valuesOf(field: TextField | ChoiceField, limit: number, { columns, derived, everybody }: Evaluator): ValueCount[] {
  if (field === 'type') {
    const types = [derived.companies, derived.persons].map((bits, at) => ({ value: at === 0 ? 'company' : 'person', count: count(bits) }))
    return first(
      types.filter((one) => one.count > 0),
      limit,
    )
  }
  const { texts, choices, employer } = columns.parts
  if (field !== 'companyName') {
    const column = isChoice(field) ? choices[field] : texts[field]
    return counted(column, column.tally(everybody), limit)
  }
  const tally = new Uint32Array(texts.name.texts.size)
  eachRow(derived.employed, (row) => tally[texts.name.code(employer[row]!)]!++)
  return counted(texts.name, tally, limit)
}

const isChoice = (field: string): field is Exclude<ChoiceField, 'type'> => ChoiceField.options.some((option) => option === field)

/** A text may stand in a dictionary more than once. */
function counted(column: TextColumn, tally: Uint32Array, limit: number): ValueCount[] {
  const counts = new Map<string, number>()
  for (let code = 0; code < tally.length; code++) {
    if (tally[code] === 0) continue
    const value = column.texts.value(code)
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + tally[code]!)
  }
  return first(
    [...counts].map(([value, times]) => ({ value, count: times })),
    limit,
  )
}

const collator = new Intl.Collator()

/** The most frequent first. Those that are rarer than the last that is shown are not put in order. */
function first(values: ValueCount[], limit: number): ValueCount[] {
  const counts = Uint32Array.from(values, ({ count: times }) => times).sort()
  const least = counts[counts.length - limit] ?? 0
  const shown = values.filter((one) => one.count > least).sort(byCount)
  const rest = values.filter((one) => one.count === least)
  const left = limit - shown.length
  // Of very many that are as frequent as the last, only the first of the alphabet are wanted.
  if (rest.length <= left * 2) return shown.concat(rest.sort(byCount)).slice(0, limit)
  const best: ValueCount[] = []
  for (const one of rest) {
    if (best.length === left && byCount(best[left - 1]!, one) <= 0) continue
    let at = best.length
    while (at > 0 && byCount(best[at - 1]!, one) > 0) at--
    best.splice(at, 0, one)
    if (best.length > left) best.pop()
  }
  return shown.concat(best)
}

const byCount = (a: ValueCount, b: ValueCount) => b.count - a.count || collator.compare(a.value, b.value)
