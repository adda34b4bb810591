// A table on its way out of the app: columns in the order of the person's choice, and cells that still know what they are. Each writer
// says a cell in its own way: a day is a real date in an Excel file, and `2026-03-01` in CSV, which every land's Excel takes for that day.

export type Cell = string | number | boolean | undefined

/** `code` is text that programs like to take for a number: post codes, phones, numbers of documents. */
export type CellKind = 'text' | 'code' | 'day' | 'amount' | 'number' | 'yes'

export interface Column {
  heading: string
  kind: CellKind
  /** In characters, as a spreadsheet shows it. */
  width: number
}

export type CsvFor = 'excel' | 'system'
export type ExportFormat = 'xlsx' | 'csvExcel' | 'csvSystem' | 'vcard4' | 'vcard3'

/** How the person's land writes. */
export interface Manner {
  separator: ';' | ','
  decimal: ',' | '.'
  yes: string
  no: string
}

/** Writes rows as they come; nothing is kept but what the end of the file needs. */
export interface TableWriter {
  /** What stands before the first row. */
  begin: () => Uint8Array<ArrayBuffer>[]
  rows: (rows: readonly (readonly Cell[])[]) => Uint8Array<ArrayBuffer>[]
  end: () => Uint8Array<ArrayBuffer>[]
  /** Cells that were shortened, because the format holds no more. */
  readonly cut: number
  /** Cells that a spreadsheet would calculate or run: led by an apostrophe for Excel, left as they are for another system. */
  readonly formulas: number
}

/** Writes whole rows: as cells of a table, or each in its own way, as cards. */
export interface RowWriter<Row> {
  begin: () => Uint8Array<ArrayBuffer>[]
  rows(rows: readonly Row[]): Uint8Array<ArrayBuffer>[]
  end: () => Uint8Array<ArrayBuffer>[]
  /** What is to be told of what was written. */
  told: () => { cut: number; formulas: number; spared?: number }
}
