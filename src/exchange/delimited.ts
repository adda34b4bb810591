// Lines of text cut into cells. RFC 4180, and what people's files do besides: a quotation mark that nobody closed spoils its own row only.

/** The other way: a cell as it is written, with quotation marks where it needs them. */
export const quotedCell = (cell: string, separator: string): string =>
  cell.includes(separator) || /["\r\n]/.test(cell) || /^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell

export interface CutRow {
  cells: string[]
  /** A quotation mark was opened and not closed as it should be. */
  badQuotes: boolean
  /** Lines of the text it takes. */
  lines: number
}

/** Cuts at most `count` rows from `from` on; `next` is where the following one begins. Lines end in `\n`. */
export function cutRows(text: string, separator: string, from: number, count: number): { rows: CutRow[]; next: number } {
  const rows: CutRow[] = []
  const lines = new Lines(text)
  let at = from
  let quote = text.indexOf('"', at)
  while (at < text.length && rows.length < count) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (quote >= 0 && quote < at) quote = text.indexOf('"', at)
    if (quote < 0 || quote >= end) {
      rows.push({ cells: text.slice(at, end).split(separator), badQuotes: false, lines: 1 })
      at = end + 1
    } else {
      const { row, next } = quotedRow(text, separator, at, lines)
      rows.push(row)
      at = next
    }
  }
  return { rows, next: at }
}

function quotedRow(text: string, separator: string, from: number, lines: Lines): { row: CutRow; next: number } {
  const row: CutRow = { cells: [], badQuotes: false, lines: 1 }
  let at = from
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, separator, at, lines) : undefined
    const end = field ? field.end : plainEnd(text, separator, at, lines)
    if (field) {
      row.lines += field.lines
      if (field.bad) row.badQuotes = true
    }
    row.cells.push(field ? field.cell : text.slice(at, end))
    at = end + 1
    if (end >= text.length || text[end] === '\n') return { row, next: at }
  }
}

function plainEnd(text: string, separator: string, at: number, lines: Lines): number {
  const newline = lines.newlineFrom(at)
  const line = newline < 0 ? text.length : newline
  const next = text.slice(at, line).indexOf(separator)
  return next < 0 ? line : at + next
}

interface Field {
  cell: string
  end: number
  lines: number
  bad: boolean
}

/**
 * A field that begins with a quotation mark. Where that is never closed, or closed in another line in the middle of a word, it was a sign
 * like any other.
 */
function quotedField(text: string, separator: string, from: number, lines: Lines): Field {
  let bad = false
  const newline = lines.newlineFrom(from)
  let inWord = 0
  for (let at = from + 1; ;) {
    const close = text.indexOf('"', at)
    if (close < 0) return asPlain(text, separator, from, lines)
    const severalLines = newline >= 0 && newline < close
    // Whatever comes now, it was a sign like any other: the rest of the file is not looked through for each such row.
    if (severalLines && bad) return asPlain(text, separator, from, lines)
    const after = text[close + 1]
    if (after === '"') {
      at = close + 2
      continue
    }
    const end = endBehind(text, separator, close + 1)
    if (severalLines && end < 0) return asPlain(text, separator, from, lines)
    const inside = end >= 0 ? text.slice(from + 1, close) : ''
    if (end >= 0) return { cell: inside.replaceAll('""', '"'), end, lines: severalLines ? inside.split('\n').length - 1 : 0, bad }
    if (++inWord > mostInWords) return asPlain(text, separator, from, lines)
    bad = true
    at = close + 1
  }
}

/** After so many quotation marks in the middle of words no closing one is waited for. */
const mostInWords = 100

/** Where the line ends that a place stands in. Remembered: a file may be one line of a million cells. */
class Lines {
  #from = 0
  #end: number
  constructor(private readonly text: string) {
    this.#end = text.indexOf('\n')
  }

  /** -1 on the last line. */
  newlineFrom(at: number): number {
    if (at < this.#from || (this.#end >= 0 && at > this.#end)) {
      this.#from = at
      this.#end = this.text.indexOf('\n', at)
    }
    return this.#end
  }
}

function asPlain(text: string, separator: string, from: number, lines: Lines): Field {
  const end = plainEnd(text, separator, from, lines)
  return { cell: text.slice(from, end), end, lines: 0, bad: true }
}

/** Behind the closing mark stands a separator or the end of the line, blanks at most between; -1 when it is neither. */
function endBehind(text: string, separator: string, at: number): number {
  let end = at
  while (text[end] === ' ') end++
  return end >= text.length || text[end] === '\n' || text[end] === separator ? end : -1
}
