// Lines of the sheet: words with {{fields}} among them. A line whose fields are all blank falls away, words and all, also in Word itself.
import { typedFields, typedPieces } from '../../base/typedWords.ts'
import { conditionFieldOf, escaped, mergeField, typedRuns, type Inline, type NextId } from './letterFields.ts'

/** Lines that say something, without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/** What the line becomes. @param before words that stand before it where it is there at all */
export function sheetLine(line: string, nextId: NextId, before = ''): Inline[] {
  const fields = typedFields(line)
  const pieces = typedPieces(line)
  const only = fields[0]
  if (only === undefined) return typedRuns(before + line, {}, nextId)
  if (before === '' && pieces.every((piece) => 'field' in piece || /^ *$/.test(piece.words))) return typedRuns(line, {}, nextId)
  const places = pieces.filter((piece) => 'field' in piece).length
  if (places > 1) return conditionFieldOf(fields, before, line, nextId)
  const at = pieces.findIndex((piece) => 'field' in piece)
  const words = (from: number, to?: number) =>
    pieces
      .slice(from, to)
      .map((piece) => ('words' in piece ? piece.words : ''))
      .join('')
  return mergeField(only, {}, switched('b', before + words(0, at)) + switched('f', words(at + 1)))
}

/** `\b` before a field, `\f` behind it: only where the field has a value. */
const switched = (name: string, words: string) => (words === '' ? '' : ` \\${name} "${escaped(words)}"`)

/** Several lines as one, with a dot between them. */
export const inOneLine = (lines: readonly string[], nextId: NextId): Inline[] =>
  lines.flatMap((line, at) => sheetLine(line, nextId, at > 0 ? ' · ' : ''))

const unpostal = /@|www\.|https?:|(phone|tel|email|e-mail|mail|home_?page|bank|vat|registration|account|fax)/i

/** The lines of the sender that lead a letter back: without telephone, mail and the like. */
export const postalLines = (sender: string): string[] =>
  linesOf(sender)
    .filter((line) => !unpostal.test(line))
    .slice(0, 5)
