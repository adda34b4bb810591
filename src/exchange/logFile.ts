// The interaction log as a CSV file that Excel opens as it is: a mark of the encoding, the separator and the decimal mark of the land,
// one row per entry. No cell is taken for a formula.
import type { LogRow } from '../core/interaction/logQuestion.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'

/** Columns in their order. */
export const logColumns = [
  'day',
  'time',
  'contact',
  'company',
  'description',
  'template',
  'salesperson',
  'campaign',
  'correspondenceType',
  'informationFlow',
  'initiatedBy',
  'subject',
  'cost',
  'duration',
  'evaluation',
  'respondedDay',
  'attemptFailed',
  'delivery',
  'comment',
  'comments',
  'cancelled',
  'cancelReason',
] as const
export type LogColumn = (typeof logColumns)[number]

/** Everything that is said in the person's language. */
export interface LogFileWords {
  separator: ';' | ','
  decimal: ',' | '.'
  columns: Record<LogColumn, string>
  /** Names of templates, salespeople and campaigns by their id. */
  names: Record<string, string>
  /** Words of the values: `hardCopy`, `positive`, `printed`, `yes` … */
  values: Record<string, string>
}

/** The rows as UTF-8 with a byte order mark. */
export function logFile(rows: readonly LogRow[], words: LogFileWords): ArrayBuffer {
  const line = (cells: readonly string[]) => cells.map((cell) => quoted(harmless(cell), words.separator)).join(words.separator)
  const lines = [line(logColumns.map((column) => words.columns[column])), ...rows.map((row) => line(cellsOf(row, words)))]
  return new TextEncoder().encode(`\ufeff${lines.join('\r\n')}\r\n`).buffer
}

function cellsOf({ entry, cancelled }: LogRow, words: LogFileWords): string[] {
  const cells: Record<LogColumn, string> = {
    ...whatCells(entry, words),
    cost: number(entry.cost, words),
    duration: number(entry.duration, words),
    evaluation: word(entry.evaluation, words),
    respondedDay: entry.respondedDay ?? '',
    attemptFailed: yes(entry.attemptFailed, words),
    delivery: word(entry.delivery, words),
    comment: entry.comment,
    comments: entry.comments.map(({ day, by, text }) => [day, by, text].filter(Boolean).join(' ')).join('\n'),
    cancelled: yes(cancelled, words),
    cancelReason: entry.cancelReason ?? '',
  }
  return logColumns.map((column) => cells[column])
}

function whatCells(entry: InteractionLogEntry, words: LogFileWords) {
  const named = (id: string | undefined) => (id ? (words.names[id] ?? '') : '')
  return {
    day: entry.day,
    time: entry.time ?? '',
    contact: entry.contactName,
    company: entry.companyName,
    description: entry.description,
    template: named(entry.templateId),
    salesperson: named(entry.salespersonId),
    campaign: named(entry.campaignId),
    correspondenceType: word(entry.correspondenceType, words),
    informationFlow: word(entry.informationFlow, words),
    initiatedBy: word(entry.initiatedBy, words),
    subject: entry.subject,
  }
}

const word = (value: string | undefined, { values }: LogFileWords) => (value === undefined ? '' : (values[value] ?? value))
const yes = (is: boolean, { values }: LogFileWords) => (is ? (values['yes'] ?? 'yes') : '')
const number = (value: number, { decimal }: LogFileWords) => String(value).replace('.', decimal)

/** A cell that a spreadsheet would run as a formula is led by an apostrophe; a plain number is none. */
const harmless = (cell: string) => (/^[=+@\t\r-]/.test(cell) && !/^-\d+([.,]\d+)?$/.test(cell) ? `'${cell}` : cell)

const quoted = (cell: string, separator: string) =>
  cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
