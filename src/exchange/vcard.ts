// A vCard file (2.1, 3.0, 4.0) as a sheet: one row per card, columns with English names that say where they go.
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { decodeText } from './encoding.ts'
import { limits, type ReadChoice, type Sheet, type SheetNote } from './sheet.ts'
import { cardHeaders, readCard, type Cells } from './vcardCard.ts'
import { cutCards } from './vcardTidy.ts'

/** Each card is read by itself: a broken one is told, the others come in. */
export function* readVcards(bytes: Uint8Array, fileName: string, choice: ReadChoice): Generator<void, Result<Sheet, Failure>> {
  const { text, encoding } = decodeText(bytes, choice.encoding)
  const notes: SheetNote[] = []
  const cards = cutCards(text, notes)
  if (cards.length > limits.rows) return refuse({ code: 'importFile', reason: 'tooManyRows', fileName, detail: String(limits.rows) })
  const read: { lineNo: number; cells: Cells }[] = []
  for (const card of cards) {
    const cells = readCard(card, notes)
    if (cells) read.push({ lineNo: card.no, cells })
    if (card.no % 500 === 0) yield
  }
  if (read.length === 0) return refuse({ code: 'csvEmpty', fileName })
  const headers = headersOf(read.map(({ cells }) => cells))
  const rows = read.map(({ lineNo, cells }) => ({ lineNo, cells: headers.map((header) => cells.get(header) ?? '') }))
  const shape = { hasHeader: true, headers, canonical: true, uneven: [], padded: 0 }
  return ok({ source: 'vcard', fileName, encoding, ...shape, rows, notes: notes.slice(0, 1000) })
}

/** The usual ones first, and of each only those that some card fills. */
function headersOf(all: readonly Cells[]): string[] {
  const used = new Set<string>()
  for (const cells of all) for (const header of cells.keys()) used.add(header)
  const others = [...used].filter((header) => !cardHeaders.includes(header)).sort((one, other) => one.localeCompare(other, 'en'))
  return [...cardHeaders.filter((header) => used.has(header)), ...others].slice(0, limits.columns)
}
