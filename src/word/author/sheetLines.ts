// Lines of the sheet: words with {{fields}} among them. A line whose fields are all blank falls away, words and all.
import { typedPieces } from '../../base/typedWords.ts'
import { mergeField, switched, typedRuns, type Inline, type NextId } from './letterFields.ts'
import { lineOfSeveral } from './sheetSeveral.ts'

/** Lines that say something, without blank ones. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

/**
 * What the line becomes. One field brings the words around it along (`\b`, `\f`): where it is blank, Word leaves the line out as we do.
 * Of several a blank one takes only its own words with it.
 * @param before words that stand before it, in a line of several, where it is there at all
 */
export function sheetLine(line: string, nextId: NextId, before = ''): Inline[] {
  const pieces = typedPieces(line)
  const at = pieces.findIndex((piece) => 'field' in piece)
  if (at < 0) return typedRuns(before + line, {}, nextId)
  const [piece] = pieces.slice(at)
  if (pieces.slice(at + 1).some((other) => 'field' in other) || !piece || !('field' in piece)) return lineOfSeveral(pieces, before, nextId)
  const words = (part: typeof pieces) => part.map((each) => ('words' in each ? each.words : '')).join('')
  const switches = switched('b', before + words(pieces.slice(0, at))) + switched('f', words(pieces.slice(at + 1)))
  return mergeField(piece.field, {}, switches)
}

/** Several lines as one, with a dot between them. */
export const inOneLine = (lines: readonly string[], nextId: NextId): Inline[] =>
  lines.flatMap((line, at) => sheetLine(line, nextId, at > 0 ? ' · ' : ''))

const unpostal = /@|www\.|https?:|(phone|tel|email|e-mail|mail|home_?page|bank|vat|registration|account|fax)/i

/** The lines of the sender that lead a letter back: without telephone, mail and the like. */
export const postalLines = (sender: string): string[] =>
  linesOf(sender)
    .filter((line) => !unpostal.test(line))
    .slice(0, 5)
