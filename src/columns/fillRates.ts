// How well each field is filled: how many contacts have something there.
import { toDay } from '../base/day.ts'
import { ChoiceField, DateField, FlagField, TextField, type Rule } from '../model/criteria.ts'
import type { FilledField, FillRates } from './answers.ts'
import { count } from './bitmap.ts'
import { setKinds } from './columns.ts'
import type { Evaluator } from './evaluate.ts'

const rules: [FilledField, Rule][] = [
  ...TextField.options.map((field): [FilledField, Rule] => [field, { kind: 'text', field, operator: 'isNotBlank', values: [] }]),
  ...ChoiceField.options.map((field): [FilledField, Rule] => [field, { kind: 'choice', field, operator: 'isNotBlank', values: [] }]),
  ...FlagField.options.map((field): [FilledField, Rule] => [field, { kind: 'flag', field, is: true }]),
  ...DateField.options.map((field): [FilledField, Rule] => [field, { kind: 'date', field, operator: 'isNotBlank' }]),
  ['overdueDays', { kind: 'date', field: 'nextContact', operator: 'isNotBlank' }],
  ['cadenceDays', { kind: 'number', field: 'cadenceDays', operator: 'atLeast', from: 1 }],
  ['targetOf', { kind: 'targetOf', operator: 'isNotBlank', ids: [] }],
  ...setKinds.map((kind): [FilledField, Rule] => [kind, { kind, operator: 'isNotBlank', ids: [] }]),
]

/** Whether there is a value is the same on every day. */
const anyDay = toDay('2000-01-01')

export function fillRatesOf(evaluator: Evaluator): FillRates {
  const filled = rules.map(([field, rule]) => [field, count(evaluator.rule(rule, anyDay))] as const)
  return { all: count(evaluator.everybody), filled: Object.fromEntries(filled) as FillRates['filled'] }
}
