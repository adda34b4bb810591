// The door for files of rows: bytes of any kind become a sheet, or a sentence that says what they are instead.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure, ImportFileTrouble } from '../model/failure.ts'
import { readTable } from './csv.ts'
import { decodeText } from './encoding.ts'
import { arrangeGoogle } from './google.ts'
import { readExcel } from './excel.ts'
import { limits, type ReadChoice, type Sheet } from './sheet.ts'
import { readVcards } from './vcard.ts'
import { lookInOle, sniff } from './sniff.ts'

/**
 * Reads a file by its content, never by its name. Refusals: `csvEmpty` without a data row, `importFile` with what it is instead or what is
 * too much, `stopped`. @param stopped asked between portions; the reader lets others have a turn before it asks
 */
export async function readSheet(
  bytes: Uint8Array,
  fileName: string,
  choice: ReadChoice = {},
  stopped: () => boolean = () => false,
): Promise<Result<Sheet, Failure>> {
  const no = (reason: ImportFileTrouble, detail = ''): Result<Sheet, Failure> => refuse({ code: 'importFile', reason, fileName, detail })
  if (bytes.length > limits.bytes) return no('tooBig', String(limits.bytes / 1e6))
  if (bytes.length === 0) return refuse({ code: 'csvEmpty', fileName })
  const seen = sniff(bytes)
  const look = choice.pasted && seen !== 'vcard' ? 'text' : seen
  if (look === 'ole') return no(lookInOle(bytes))
  if (look !== 'zip' && look !== 'vcard' && look !== 'text') return no(look)
  const reader = { zip: readExcel, vcard: readVcards, text: readText }[look]
  const read = await inTurns(reader(bytes, fileName, choice), stopped)
  return read.ok ? ok(arrangeGoogle(read.value)) : read
}

function* readText(bytes: Uint8Array, fileName: string, choice: ReadChoice): Generator<void, Result<Sheet, Failure>> {
  const { text, encoding } = decodeText(bytes, choice.pasted ? 'utf-8' : choice.encoding)
  yield
  const separator = choice.pasted && text.includes('\t') ? '\t' : undefined
  const table = yield* readTable(text, fileName, { ...(separator && { separator }), ...choice })
  if (!table.ok) return table
  const whence = choice.pasted ? { source: 'clipboard' as const } : { source: 'csv' as const, encoding }
  return ok({ ...whence, fileName, canonical: false, notes: [], ...table.value })
}

/** Runs to the end, with a turn for others now and then: a worker hears "stop" only between turns. */
async function inTurns(steps: Generator<void, Result<Sheet, Failure>>, stopped: () => boolean): Promise<Result<Sheet, Failure>> {
  let last = performance.now()
  for (;;) {
    const step = steps.next()
    if (step.done) return step.value
    if (performance.now() - last > 50) {
      await new Promise((resolve) => setTimeout(resolve))
      last = performance.now()
    }
    if (stopped()) return refuse({ code: 'stopped' })
  }
}
