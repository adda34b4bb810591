// A text with places marked in it: the words of a sentence that lead to their rule. Marks travel inside the text, so that messages put it
// together in their language, and come out as parts at the end.
import type { RulePath } from '../../../core/segment/recipeWish.ts'

export interface SentencePart {
  text: string
  /** The rule these words are of. */
  path?: RulePath
}

/** Characters that no keyboard has. */
const [opens, divides, closes] = ['\uE000', '\uE001', '\uE002']

const tidy = (text: string): string => text.replace(/ {2,}/g, ' ').trim()

/** Hands the words between the tags of a message to a rule. */
export const marking =
  (path: RulePath) =>
  (chunks: readonly string[]): string => {
    const text = tidy(chunks.join(''))
    return text === '' ? '' : `${opens}${path}${divides}${text}${closes}`
  }

/** What a person typed, on one line, without anything that could pass for a mark. */
export const unmarked = (text: string): string => text.replace(/[\uE000-\uE002]/g, '').replace(/[\n\r\t]+/g, ' ')

/** The parts of a marked text: joined they are the text. */
export function partsOf(text: string): SentencePart[] {
  return tidy(text)
    .split(opens)
    .flatMap((piece, at) => {
      if (at === 0) return [{ text: piece }]
      const [path = '', rest = ''] = piece.split(divides)
      const [words = '', after = ''] = rest.split(closes)
      return [{ text: words, path }, { text: after }]
    })
    .filter(({ text }) => text !== '')
}

export const plainText = (parts: readonly SentencePart[]): string => parts.map(({ text }) => text).join('')

/** The text with a capital at its beginning, mark or not. */
export const capitalised = (text: string): string =>
  text.replace(
    /^(\uE000[^\uE001]*\uE001)?(.)/u,
    (_all, mark: string | undefined, letter: string) => (mark ?? '') + letter.toLocaleUpperCase(),
  )
