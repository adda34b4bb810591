// Text as rows, as people really have it (RFC 4180 and what it leaves open): semicolons or commas, `sep=;`, blank lines, a title above,
// no header at all, rows that are too short. Nothing is guessed away: rows whose cells do not fit the header are kept and told.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { cutRows, type CutRow } from './delimited.ts'
import { headerLineOf } from './header.ts'
import { limits, type ReadChoice, type Sheet, type SheetRow } from './sheet.ts'

export type Separator = ';' | ',' | '\t' | '|'

/** The part of a sheet that any text of rows gives. */
export type TextTable = Pick<Sheet, 'hasHeader' | 'headers' | 'rows' | 'uneven' | 'padded'> & { separator: Separator }

/** Rows between which reading may be stopped. */
const portion = 5000

/**
 * Reads all rows; between portions it comes up for air. Refusals: `csvEmpty` when there is no data row, and what goes beyond the limits.
 */
export function* readTable(text: string, fileName: string, choice: ReadChoice): Generator<void, Result<TextTable, Failure>> {
  const lines = text.includes('\r') ? text.replace(/\r+\n|\r/g, '\n') : text
  const { body, separator: said, firstLine } = withoutSepLine(lines.includes('\0') ? lines.replaceAll('\0', '') : lines)
  const separator = choice.separator ?? said ?? guessSeparator(body)
  const records: Rec[] = []
  let at = 0
  for (let lineNo = firstLine; at < body.length;) {
    const { rows, next } = cutRows(body, separator, at, portion)
    lineNo = take(records, rows, lineNo)
    const beyond = limitOf(records, fileName)
    if (beyond) return refuse(beyond)
    at = next
    yield
  }
  const { headers, hasHeader, data } = withHeader(records, choice.header)
  if (data.length === 0) return refuse({ code: 'csvEmpty', fileName })
  return ok({ separator, hasHeader, headers, ...fitted(data, headers.length) })
}

/** Excel's own first line `sep=;`, with or without quotes. */
function withoutSepLine(text: string): { body: string; separator?: Separator; firstLine: number } {
  const found = /^"?sep=([;,\t|])"?[;,\t|]*\n/i.exec(text)
  if (!found) return { body: text, firstLine: 1 }
  return { body: text.slice(found[0].length), separator: found[1] as Separator, firstLine: 2 }
}

/** The separator with which most of the first 50 lines have as many cells as the header has, and the more cells the better. */
export function guessSeparator(text: string): Separator {
  const head = text.slice(0, 500_000)
  let best: { separator: Separator; score: number } = { separator: ';', score: 0 }
  for (const separator of [';', ',', '\t', '|'] as const) {
    const rows = cutRows(head, separator, 0, 60).rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    const first = rows[0]?.cells.length ?? 0
    const expected = first > 1 ? first : usualLength(rows.map(({ cells }) => cells))
    const even = rows.filter(({ cells, badQuotes }) => cells.length === expected && !badQuotes).length
    const score = rows.length ? (even / rows.length) * (expected - 1) : 0
    if (score > best.score) best = { separator, score }
  }
  return best.separator
}

/** How many cells most rows have. */
function usualLength(rows: readonly { length: number }[]): number {
  const counts = new Map<number, number>()
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1)
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0])[0]
}

interface Rec extends SheetRow {
  /** A quotation mark was opened and not closed as it should be. */
  badQuotes: boolean
}

/** Takes rows that are not blank; answers the line after the last of them. */
function take(records: Rec[], rows: readonly CutRow[], firstLine: number): number {
  let lineNo = firstLine
  for (const { cells, badQuotes, lines } of rows) {
    if (cells.some((cell) => cell.trim() !== '')) records.push({ lineNo, cells, badQuotes })
    lineNo += lines
  }
  return lineNo
}

/** Looks at the rows that came last. */
function limitOf(records: readonly Rec[], fileName: string): Failure | undefined {
  const beyond = (reason: 'tooManyRows' | 'tooManyColumns' | 'cellTooLong', detail: number): Failure => {
    return { code: 'importFile', reason, fileName, detail: String(detail) }
  }
  if (records.length > limits.rows + 1) return beyond('tooManyRows', limits.rows)
  for (const { cells, lineNo } of records.slice(-portion)) {
    if (cells.length > limits.columns && cells.findLastIndex((cell) => cell.trim() !== '') >= limits.columns) {
      return beyond('tooManyColumns', limits.columns)
    }
    if (cells.some((cell) => cell.length > limits.cell)) return beyond('cellTooLong', lineNo)
  }
  return undefined
}

function withHeader(records: Rec[], wanted: boolean | undefined): { headers: string[]; hasHeader: boolean; data: Rec[] } {
  const cells = records.map((record) => record.cells)
  const at = headerLineOf(cells, wanted)
  if (at < 0) return { headers: Array<string>(widthOf(cells)).fill(''), hasHeader: false, data: records }
  const headers = (cells[at] ?? []).map((cell) => cell.trim())
  const data = records.slice(at + 1)
  while (
    headers.at(-1) === '' &&
    data.every((record) => record.cells.length < headers.length || record.cells[headers.length - 1]?.trim() === '')
  ) {
    headers.pop()
  }
  return { headers, hasHeader: true, data }
}

/** Without a header: the usual width, less the columns at its end that are blank in every row. */
function widthOf(rows: readonly string[][]): number {
  let width = usualLength(rows)
  while (width > 1 && rows.every((cells) => (cells[width - 1] ?? '').trim() === '')) width--
  return width
}

function fitted(records: Rec[], expected: number): Pick<Sheet, 'rows' | 'uneven' | 'padded'> {
  const rows: SheetRow[] = []
  const uneven: Sheet['uneven'] = []
  let padded = 0
  records.forEach((record, index) => {
    const cells = withoutBlankEnd(record.cells, expected)
    const short = expected - cells.length
    if (short < 0 || (short > 0 && (record.badQuotes || isTorn(records, index, expected)))) {
      uneven.push({ lineNo: record.lineNo, cells: record.cells.length, expected })
    } else if (short > 0) padded++
    rows.push({ lineNo: record.lineNo, cells: short > 0 ? [...cells, ...Array<string>(short).fill('')] : cells })
  })
  return { rows, uneven, padded }
}

/** Separators at the end of a row say nothing. */
function withoutBlankEnd(cells: string[], expected: number): string[] {
  let end = cells.length
  while (end > expected && cells[end - 1]?.trim() === '') end--
  return end === cells.length ? cells : cells.slice(0, end)
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
