// Which columns each kind of file can have, in the order they have without a wish; `on` are those it has then.
import { contactColumns } from './exportContacts.ts'
import type { ColumnKey } from './exportHeadings.ts'
import { lineColumns } from './exportLines.ts'
import { logColumns, resultColumns } from './exportLog.ts'
import { purchaseColumns } from './exportPurchases.ts'

export type ExportKind = 'contacts' | 'lines' | 'log' | 'results' | 'purchases'

export interface ColumnChoice {
  key: ColumnKey
  on: boolean
}

const all: Record<ExportKind, readonly ColumnChoice[]> = {
  contacts: contactColumns,
  lines: lineColumns,
  log: logColumns,
  results: resultColumns,
  purchases: purchaseColumns,
}

/** The columns of a kind: as they were chosen last time, further ones behind; those that are no more are left out. */
export function columnsFor(kind: ExportKind, wished: readonly ColumnChoice[] = []): ColumnChoice[] {
  const there = all[kind].map(({ key, on }) => ({ key, on }))
  const known = wished.filter(({ key }) => there.some((column) => column.key === key))
  return [...known, ...there.filter(({ key }) => !known.some((column) => column.key === key))]
}
