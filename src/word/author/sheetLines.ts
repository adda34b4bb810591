// Lines of the sheet: words with {{fields}} among them. A line whose fields are all blank falls away, words and all, also in Word itself.
import { typedFields, typedPieces } from '../../base/typedWords.ts'
import { conditionFieldOf, escaped, mergeField, typedRuns, type Inline, type NextId } from './letterFields.ts'

/** Lines that say something, without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * What the line becomes: nothing but merge fields, each with the words before it (`\b`), so that Word leaves the line out where all of
 * them are blank.
 * @param before words that stand before it, in a line of several, where it is there at all
 */
export function sheetLine(line: string, nextId: NextId, before = ''): Inline[] {
  const fields = typedFields(line)
  const pieces = typedPieces(line)
  if (fields.length === 0) return typedRuns(before + line, {}, nextId)
  if (before !== '' && fields.length > 1) return conditionFieldOf(fields, before, line, nextId)
  const last = pieces.findLastIndex((piece) => 'field' in piece)
  const wordsAt = (at: number) => {
    const piece = pieces[at]
    return piece && 'words' in piece ? piece.words : ''
  }
  return pieces.flatMap((piece, at) => {
    if (!('field' in piece)) return []
    const isFirst = at <= 1 && !pieces.slice(0, at).some((other) => 'field' in other)
    const switches = switched('b', (isFirst ? before : '') + wordsAt(at - 1)) + (at === last ? switched('f', wordsAt(at + 1)) : '')
    return mergeField(piece.field, {}, switches)
  })
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
