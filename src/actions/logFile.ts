// The interaction log as a file for a spreadsheet; nothing is written to the data.
import { logColumns, type LogColumn, type LogFileWords } from '../exchange/logFile.ts'
import type { LogQuestion } from '../core/interaction/logQuestion.ts'
import type { House } from './house.ts'

export type { LogFileWords }

/** The columns with their headings. */
export const headings = (word: (column: LogColumn) => string): LogFileWords['columns'] =>
  Object.fromEntries(logColumns.map((column) => [column, word(column)])) as LogFileWords['columns']

export interface LogFile {
  name: string
  bytes: ArrayBuffer
}

/** All entries that answer the question, as CSV; made in the index worker. */
export async function makeLogFile(house: House, question: LogQuestion, words: LogFileWords): Promise<LogFile> {
  const bytes = await house.calls.index.logFile(question, words)
  return { name: `fieldbook-log-${house.occasion().today}.csv`, bytes }
}
