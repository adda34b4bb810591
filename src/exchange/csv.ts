// A CSV file as people really have it: semicolons or commas, Excel's Windows encoding, `sep=;`, blank lines, rows that are too short.
// Nothing is guessed away: rows whose cells do not fit the header are kept and told.
import Papa from 'papaparse'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { decodeText, isBinary, type Encoding } from './encoding.ts'
import { guessMapping } from './mapping.ts'

export type Separator = ';' | ',' | '\t' | '|'

export interface CsvRow {
  /** Line of the file on which the row begins; the first line is 1. */
  lineNo: number
  /** As many cells as there are headers; more only in a row that is told as uneven. */
  cells: string[]
}

export interface CsvTable {
  encoding: Encoding
  separator: Separator
  headers: string[]
  rows: CsvRow[]
  /** Rows whose cells may stand in the wrong columns. They are among `rows`, too. */
  uneven: { lineNo: number; cells: number; expected: number }[]
  /** Rows that only lacked cells at their end and were filled up with empty ones. */
  padded: number
}

/** What the person chose instead of our guess. */
export interface CsvChoice {
  encoding?: Encoding
  separator?: Separator
}

/**
 * Reads the whole file. Refusals: `csvEmpty` when there is no data row; `csvNoHeader` when nothing in the first line is known as the name of
 * a column (with that line), or when the file is no text at all (then `headers` is empty).
 */
export function readCsv(bytes: Uint8Array, fileName: string, choice: CsvChoice = {}): Result<CsvTable, Failure> {
  if (isBinary(bytes)) return refuse({ code: 'csvNoHeader', fileName, headers: [] })
  const { text, encoding } = decodeText(bytes, choice.encoding)
  const { body, separator: said, firstLine } = withoutSepLine(text.replaceAll('\0', '').replace(/\r\n?/g, '\n'))
  const separator = choice.separator ?? said ?? guessSeparator(body)
  const [header, ...records] = parse(body, separator, firstLine)
  const headers = header?.cells.map((cell) => cell.trim()) ?? []
  if (header && guessMapping(headers).every((target) => target === undefined)) return refuse({ code: 'csvNoHeader', fileName, headers })
  if (records.length === 0) return refuse({ code: 'csvEmpty', fileName })
  return ok({ encoding, separator, headers, ...fitted(records, headers.length) })
}

/** Excel's own first line `sep=;`, with or without quotes. */
function withoutSepLine(text: string): { body: string; separator?: Separator; firstLine: number } {
  const found = /^"?sep=([;,\t|])"?\n/i.exec(text)
  if (!found) return { body: text, firstLine: 1 }
  return { body: text.slice(found[0].length), separator: found[1] as Separator, firstLine: 2 }
}

/** The separator with which most of the first 50 lines have as many cells as the header has, and the more cells the better. */
export function guessSeparator(text: string): Separator {
  const head = text.slice(0, 500_000)
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 }
  for (const separator of [';', ',', '\t', '|'] as const) {
    const rows = Papa.parse<string[]>(head, { delimiter: separator, newline: '\n', preview: 50, skipEmptyLines: 'greedy' }).data
    const expected = rows[0]?.length ?? 0
    const even = rows.filter((row) => row.length === expected).length
    const score = rows.length ? (even / rows.length) * (expected - 1) : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

interface Rec extends CsvRow {
  /** A quotation mark was opened and not closed as it should be. */
  badQuotes: boolean
}

function parse(text: string, delimiter: string, firstLine: number): Rec[] {
  const records: Rec[] = []
  const { data, errors } = Papa.parse<string[]>(text, { delimiter, newline: '\n' })
  const bad = new Set(errors.filter((error) => error.type === 'Quotes').map((error) => error.row))
  let lineNo = firstLine
  data.forEach((cells, index) => {
    if (cells.some((cell) => cell.trim() !== '')) records.push({ lineNo, cells, badQuotes: bad.has(index) })
    lineNo += 1 + cells.reduce((sum, cell) => sum + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0)
  })
  return records
}

function fitted(records: Rec[], expected: number): Pick<CsvTable, 'rows' | 'uneven' | 'padded'> {
  const rows: CsvRow[] = []
  const uneven: CsvTable['uneven'] = []
  let padded = 0
  records.forEach((record, index) => {
    const cells = withoutBlankEnd(record.cells, expected)
    const short = expected - cells.length
    if (record.badQuotes || short < 0 || (short > 0 && isTorn(records, index, expected))) {
      uneven.push({ lineNo: record.lineNo, cells: record.cells.length, expected })
    } else if (short > 0) padded++
    rows.push({ lineNo: record.lineNo, cells: [...cells, ...Array<string>(Math.max(short, 0)).fill('')] })
  })
  return { rows, uneven, padded }
}

/** Separators at the end of a row say nothing. */
function withoutBlankEnd(cells: string[], expected: number): string[] {
  let end = cells.length
  while (end > expected && cells[end - 1]?.trim() === '') end--
  return cells.slice(0, end)
}

/**
 * A short row is one half of a torn line when it and a neighbour have, together, the cells of one row: a line break stood in a cell
 * without quotation marks. A single cell among many is a remark or a sum, not a contact.
 */
function isTorn(records: Rec[], index: number, expected: number): boolean {
  const count = records[index]?.cells.length ?? 0
  if (count === 1 && expected > 2) return true
  return [records[index - 1], records[index + 1]].some(
    (other) => other && other.cells.length < expected && other.cells.length + count === expected + 1,
  )
}
