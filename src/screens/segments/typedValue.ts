// A value of a header or a line as it is typed or chosen, and back; and what is wrong with it.
import { isDay, toDay } from '../../base/day.ts'
import { readNumber } from '../../base/number.ts'
import { valueIn, type LineField } from '../../core/segment/edit.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { LineOwn } from '../../model/segment.ts'
import { typedNumber } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'
import { mainAddress } from './valueText.ts'

/** The longest text a field takes, as in the reference. */
export const longest: Partial<Record<LineField, number>> = { description: 100, subject: 100, contactVia: 80 }

/** What a line has of its own in a field, as it stands in the form; blank = inherited. */
export function typedOwn({ line: { own } }: Effective, field: LineField): string {
  if (field === 'alternativeAddress' && own.alternativeAddress === '') return mainAddress
  const value = own[field]
  return value === undefined ? '' : typeof value === 'number' ? typedNumber(value) : String(value)
}

/** What a text field that inherits begins with: the inherited words, to be changed. */
export const typedInherited = (inherited: Effective, field: LineField): string =>
  field === 'subject' || field === 'description' || field === 'day' ? String(valueIn(inherited, field) ?? '') : ''

/** A sentence when this cannot be stored. */
export function trouble(field: LineField, typed: string): string {
  const text = typed.trim()
  if (text === '') return ''
  if (field === 'day') return isDay(text) ? '' : t('segment.dayBad')
  if (field === 'time') return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? '' : t('segment.timeBad')
  if (field === 'cost') return numberTrouble(readNumber(text))
  if (field === 'duration') return numberTrouble(readNumber(text)) || (Number.isInteger(readNumber(text)) ? '' : t('segment.wholeMinutes'))
  return ''
}

function numberTrouble(number: number | undefined): string {
  if (number === undefined) return t('segment.noNumber')
  return number < 0 ? t('segment.negative') : ''
}

/** What was typed, as a value of the line; nothing for blank. */
export function ownOf(field: LineField, typed: string): LineOwn {
  const text = typed.trim()
  return { [field]: text === '' ? undefined : read(field, text) }
}

function read(field: LineField, text: string): unknown {
  switch (field) {
    case 'day':
      return toDay(text)
    case 'cost':
    case 'duration':
      return readNumber(text)
    case 'campaignTarget':
    case 'campaignResponse':
    case 'attemptFailed':
      return text === 'true'
    case 'alternativeAddress':
      return text === mainAddress ? '' : text
    case 'campaignId':
    case 'contactVia':
    case 'correspondenceType':
    case 'description':
    case 'evaluation':
    case 'informationFlow':
    case 'initiatedBy':
    case 'languageCode':
    case 'salespersonId':
    case 'subject':
    case 'templateId':
    case 'time':
      return text
  }
}
