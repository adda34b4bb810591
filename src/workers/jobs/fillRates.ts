// How well each field is filled: how many contacts have something there.
import { toDay } from '../../base/day.ts'
import type { FilledField, FillRates } from '../../columns/index.ts'
import type { Facts } from '../../core/criteria/facts.ts'
import { matcher } from '../../core/criteria/matches.ts'
import { ChoiceField, DateField, FlagField, TextField, type Rule } from '../../model/criteria.ts'

const sets = ['mailingGroup', 'answer', 'jobResponsibility', 'industryGroup', 'businessRelation'] as const

const filledRules = (): [FilledField, Rule][] => [
  ...TextField.options.map((field): [FilledField, Rule] => [field, { kind: 'text', field, operator: 'isNotBlank', values: [] }]),
  ...ChoiceField.options.map((field): [FilledField, Rule] => [field, { kind: 'choice', field, operator: 'isNotBlank', values: [] }]),
  ...FlagField.options.map((field): [FilledField, Rule] => [field, { kind: 'flag', field, is: true }]),
  ...DateField.options.map((field): [FilledField, Rule] => [field, { kind: 'date', field, operator: 'isNotBlank' }]),
  ...sets.map((kind): [FilledField, Rule] => [kind, { kind, operator: 'isNotBlank', ids: [] }]),
]

/** Whether there is a value is the same on every day. */
const anyDay = toDay('2000-01-01')

/** Counted one by one. */
export function fillRatesOf(facts: Facts): FillRates {
  const contacts = [...facts.contacts.values()]
  const filled = filledRules().map(([field, rule]) => {
    const has = matcher({ kind: 'group', match: 'all', items: [rule] }, facts, anyDay)
    return [field, contacts.filter(has).length] as const
  })
  return { all: contacts.length, filled: Object.fromEntries(filled) as FillRates['filled'] }
}
