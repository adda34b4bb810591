// A cell that can be read in two ways, in both readings.
import { isDay, toDay } from '../../base/day.ts'
import type { ImportColumn } from '../../model/importMapping.ts'
import { decimalMark, mediumDay } from '../../text/format.ts'
import { t } from '../../text/language.svelte.ts'

export interface Reading {
  value: string
  label: string
  /** What the answer makes of the column. */
  says: Pick<ImportColumn, 'dayOrder' | 'decimal'>
}

/** `03/04/2026` → 3 April 2026, 4 March 2026. */
export function dayReadings(example: string): [Reading, Reading] {
  const [first = '', second = '', year = ''] = example.match(/\d+/g) ?? []
  return [
    { value: 'dmy', label: dayLabel(year, second, first) ?? t('import.dayFirst'), says: { dayOrder: 'dmy' } },
    { value: 'mdy', label: dayLabel(year, first, second) ?? t('import.monthFirst'), says: { dayOrder: 'mdy' } },
  ]
}

function dayLabel(year: string, month: string, day: string): string | undefined {
  const full = year.length === 4 ? year : year.length === 2 ? `20${year}` : ''
  const text = `${full}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(text) ? mediumDay(toDay(text)) : undefined
}

/** `1.234` → 1234, or a bit more than 1. The sign is the one that stands in the cell. */
export function decimalReadings(example: string): [Reading, Reading] {
  const mark = example.includes(',') ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  const whole = example.replaceAll(mark, '').trim()
  const parts = example.trim().replace(mark, decimalMark())
  return [
    { value: other, label: t('import.whole', { number: whole }), says: { decimal: other } },
    { value: mark, label: t('import.fraction', { number: parts }), says: { decimal: mark } },
  ]
}
