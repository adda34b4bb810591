// A file of rows, whatever it was: CSV, Excel, vCard or what was pasted. From here on there is one road for all of them.
import type { Encoding } from './encoding.ts'
import type { Separator } from './csv.ts'

export type SheetSource = 'csv' | 'xlsx' | 'vcard' | 'clipboard'

export interface SheetRow {
  /** Line of the file on which the row begins (CSV, clipboard), row of the sheet (Excel), number of the card (vCard); counted from 1. */
  lineNo: number
  cells: string[]
}

/** What could not be read as it stands, and is told: a line of a card, a cell with an error. */
export interface SheetNote {
  lineNo: number
  code: 'vcardLine' | 'vcardCard' | 'cellError'
  detail: string
}

export interface Sheet {
  source: SheetSource
  fileName: string
  /** CSV and vCard only. */
  encoding?: Encoding
  /** CSV and clipboard only. */
  separator?: Separator
  /** Excel only: the sheets of the workbook, and the one that was read. */
  sheetNames?: string[]
  sheetName?: string
  /** Whether the first line names the columns; without one `headers` are blank. */
  hasHeader: boolean
  headers: string[]
  /** Days as `2026-03-04` and numbers with a point, whatever the land: the program that wrote the file said so (Excel, vCard). */
  canonical: boolean
  rows: SheetRow[]
  /** Rows whose cells may stand in the wrong columns. They are among `rows`, too. */
  uneven: { lineNo: number; cells: number; expected: number }[]
  /** Rows that only lacked cells at their end and were filled up with empty ones. */
  padded: number
  notes: SheetNote[]
}

/** What the person said instead of our guess. */
export interface ReadChoice {
  /** The bytes are text from the clipboard (UTF-8), not a file. */
  pasted?: boolean
  encoding?: Encoding
  separator?: Separator
  header?: boolean
  sheetName?: string
}

/** More than this in one file is refused with a sentence: it would take the tablet's memory. */
export const limits = { bytes: 150_000_000, rows: 300_000, columns: 500, cell: 100_000 }
