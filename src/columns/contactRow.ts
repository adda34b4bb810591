// A contact as a list shows it, from the columns.
import type { ContactId } from '../model/ids.ts'
import type { ContactRow } from './answers.ts'
import { has } from './bitmap.ts'
import type { Evaluator } from './evaluate.ts'
import { dayOfNumber } from './numbers.ts'

export function contactRowOf(row: number, { columns, derived }: Evaluator): ContactRow {
  const { ids, texts, choices, flags, employer } = columns.parts
  const isPerson = has(derived.persons, row)
  const isMinor = isPerson && has(flags.minor, row) && !has(flags.parentalConsent, row)
  return {
    id: ids.idOf(row) as ContactId,
    type: isPerson ? 'person' : 'company',
    no: texts.no.value(row),
    name: texts.name.value(row),
    companyName: isPerson && has(derived.employed, row) ? texts.name.value(employer[row]!) : '',
    city: texts.city.value(row),
    countryCode: choices.countryCode.value(row),
    lastInteraction: dayOfNumber(derived.lastInteraction()[row] ?? 0),
    excludeFromSegment: has(flags.excludeFromSegment, row),
    withheld: has(flags.privacyBlocked, row) ? 'privacyBlocked' : isMinor ? 'minor' : undefined,
    sample: has(flags.sample, row),
  }
}
