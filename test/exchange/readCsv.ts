// A CSV file of contacts read in one go, with a header line that must be known: what tests of cells, columns and plans begin with.
import { ok, refuse, type Result } from '../../src/base/result.ts'
import { readTable, type TextTable } from '../../src/exchange/csv.ts'
import { decodeText, type Encoding } from '../../src/exchange/encoding.ts'
import { guessMapping } from '../../src/exchange/mapping.ts'
import type { ReadChoice } from '../../src/exchange/sheet.ts'
import { sniff } from '../../src/exchange/sniff.ts'
import type { Failure } from '../../src/model/failure.ts'

export interface CsvTable extends Omit<TextTable, 'hasHeader'> {
  encoding: Encoding
}

export function readCsv(bytes: Uint8Array, fileName: string, choice: ReadChoice = {}): Result<CsvTable, Failure> {
  if (!['text', 'vcard'].includes(sniff(bytes))) return refuse({ code: 'csvNoHeader', fileName, headers: [] })
  const { text, encoding } = decodeText(bytes, choice.encoding)
  const steps = readTable(text, fileName, { ...choice, header: true })
  let step = steps.next()
  while (!step.done) step = steps.next()
  const table = step.value
  if (!table.ok) return table
  const { headers } = table.value
  return guessMapping(headers).some(Boolean) ? ok({ ...table.value, encoding }) : refuse({ code: 'csvNoHeader', fileName, headers })
}
