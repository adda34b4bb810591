// CSV in two manners. For Excel: a mark of the encoding, the separator and decimals of the person's land, no cell that would run as a
// formula. For another system: commas, points, days as `2026-03-01`, and not one sign changed. Both as RFC 4180 says: CRLF between rows,
// quotation marks where a cell needs them, doubled inside.
import { quotedCell } from './delimited.ts'
import type { Cell, Column, CsvFor, Manner, TableWriter } from './exportTable.ts'

/**
 * A cell that a spreadsheet takes for a formula begins with `=`, `+`, `-`, `@`, a tab or a carriage return, also in full width (public
 * guidance: OWASP, CSV Injection). Apostrophes and blanks before it count, so that the one we put there can be taken away again.
 */
const runs = /^[\s']*[=+\-@\t\r＝＋－＠]/
/** Signs, figures and what stands between the figures of a phone number: `+49 (0)30 12-34`, `-4,5`, a dash for "none". */
const harmless = /^[+-]?[\d\s()./,-]*$/

/** A sum of figures and nothing else: `+49-30-1234` would be shown as what it comes to. A blank or brackets between figures keep it a text. */
const calculates = /^\s*[+-][\s+-]*\d[\d.,]*(?:\s*[-+/*][\s+-]*\d[\d.,]*)+\s*$/

/** Whether a spreadsheet would calculate or run this text. */
export const isFormula = (text: string): boolean => runs.test(text) && (!harmless.test(text) || calculates.test(text))

/** The text as Excel shows it instead of running it. */
export const defused = (text: string): string => (isFormula(text) ? `'${text}` : text)

/** A text as it was before: one apostrophe that hides a formula goes, ours or one that somebody typed in Excel. */
export const undefused = (text: string): string => text.replace(/^'(?=[\s']*[=+\-@\t\r＝＋－＠])/, '')

const encoder = new TextEncoder()

export function csvWriter(columns: readonly Column[], csvFor: CsvFor, manner: Manner): TableWriter {
  const separator = csvFor === 'excel' ? manner.separator : ','
  let formulas = 0
  const said = (cell: Cell, column: Column): string => {
    const text = cellText(cell, column, csvFor, manner)
    if (typeof cell !== 'string' || !isFormula(text)) return text
    formulas++
    return csvFor === 'excel' ? defused(text) : text
  }
  const line = (cells: readonly string[]) => {
    const quotedCells = cells.map((cell) => quotedCell(cell, separator))
    // A row of one blank cell would be a blank line, and no row at all.
    return `${quotedCells.length === 1 && quotedCells[0] === '' ? '""' : quotedCells.join(separator)}\r\n`
  }
  const bytes = (text: string) => (text === '' ? [] : [encoder.encode(text)])
  return {
    begin: () => bytes((csvFor === 'excel' ? '\ufeff' : '') + line(columns.map(({ heading }) => heading))),
    rows: (rows) => bytes(rows.map((row) => line(columns.map((column, at) => said(row[at], column)))).join('')),
    end: () => [],
    cut: 0,
    get formulas() {
      return formulas
    },
  }
}

function cellText(cell: Cell, { kind }: Column, csvFor: CsvFor, { decimal, yes, no }: Manner): string {
  if (cell === undefined) return ''
  if (typeof cell === 'boolean') return csvFor === 'excel' ? (cell ? yes : no) : String(cell)
  if (typeof cell === 'string') return cell
  const text = kind === 'amount' ? amountOf(cell) : String(cell)
  return csvFor === 'excel' ? text.replace('.', decimal) : text
}

/** With two decimals, or with all there are when there are more. */
function amountOf(amount: number): string {
  const short = amount.toFixed(2)
  return Number(short) === amount ? short : String(amount)
}
