// A file of a kind of rows in the format that was chosen: which writer, which headings, what it is called between programs.
import type { ColumnOf } from './exportColumn.ts'
import { englishHeadings, englishValues } from './exportHeadings.ts'
import type { Cell, Column, ExportFormat, Manner, TableWriter } from './exportTable.ts'
import { csvWriter } from './writeCsv.ts'
import { excelWriter } from './writeExcel.ts'

/** Everything that is said in the person's language. */
export interface ExportWords {
  language: string
  manner: Manner
  /** Of the sheet in an Excel file. */
  sheet: string
  /** By the key of the column. */
  headings: Record<string, string>
  /** Words of values: `hardCopy`, `positive`, `printed` … */
  values: Record<string, string>
}

export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export const fileKinds: Record<ExportFormat, { ending: string; mime: string }> = {
  xlsx: { ending: '.xlsx', mime: excelType },
  csvExcel: { ending: '.csv', mime: 'text/csv;charset=utf-8' },
  csvSystem: { ending: '.csv', mime: 'text/csv;charset=utf-8' },
  vcard4: { ending: '.vcf', mime: 'text/vcard;charset=utf-8' },
  vcard3: { ending: '.vcf', mime: 'text/vcard;charset=utf-8' },
}

/** The columns as this format calls them. */
export function columnsIn<Row>(columns: readonly ColumnOf<Row>[], format: ExportFormat, words: ExportWords): Column[] {
  const heading = (key: keyof typeof englishHeadings) =>
    format === 'csvSystem' ? englishHeadings[key] : (words.headings[key] ?? englishHeadings[key])
  return columns.map(({ key, kind, width }) => ({ heading: heading(key), kind, width: Math.max(width, heading(key).length + 2) }))
}

/** The cells of a row in that order. */
export function cellsIn<Row>(columns: readonly ColumnOf<Row>[], format: ExportFormat, words: ExportWords): (row: Row) => Cell[] {
  const values = format === 'csvSystem' ? englishValues : words.values
  const say = (value: string | undefined) => (value === undefined ? '' : (values[value] ?? value))
  return (row) => columns.map((column) => column.value(row, say))
}

export function tableWriter(columns: readonly Column[], format: ExportFormat, words: ExportWords): TableWriter {
  if (format === 'xlsx') return excelWriter({ name: words.sheet, columns })
  return csvWriter(columns, format === 'csvExcel' ? 'excel' : 'system', words.manner)
}
