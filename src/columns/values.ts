// The values that occur in a field, to choose from.
import { ChoiceField, type TextField } from '../model/criteria.ts'
import type { ValueCount } from './answers.ts'
import { count, eachRow } from './bitmap.ts'
import type { Evaluator } from './evaluate.ts'
import type { TextColumn } from './textColumn.ts'

/** With how many contacts bear each, the most frequent first. */
export function valuesOf(field: TextField | ChoiceField, { columns, derived, everybody }: Evaluator): ValueCount[] {
  if (field === 'type') {
    const types = [derived.companies, derived.persons].map((bits, at) => ({ value: at === 0 ? 'company' : 'person', count: count(bits) }))
    return inOrder(types.filter((one) => one.count > 0))
  }
  const { texts, choices, employer } = columns.parts
  if (field !== 'companyName') {
    const column = isChoice(field) ? choices[field] : texts[field]
    return counted(column, column.tally(everybody))
  }
  const tally = new Uint32Array(texts.name.texts.size)
  eachRow(derived.employed, (row) => tally[texts.name.code(employer[row]!)]!++)
  return counted(texts.name, tally)
}

const isChoice = (field: string): field is Exclude<ChoiceField, 'type'> => ChoiceField.options.some((option) => option === field)

/** A text may stand in a dictionary more than once. */
function counted(column: TextColumn, tally: Uint32Array): ValueCount[] {
  const counts = new Map<string, number>()
  for (let code = 0; code < tally.length; code++) {
    if (tally[code] === 0) continue
    const value = column.texts.value(code)
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + tally[code]!)
  }
  return inOrder([...counts].map(([value, times]) => ({ value, count: times })))
}

const inOrder = (values: ValueCount[]) => values.sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
