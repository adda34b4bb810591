// What can be said of a letter's document before it is merged: places that nobody has filled in yet, what makes it no letter, and words in
// another language.
import type { LetterDocument } from '../../model/letter.ts'
import { languageOf, wrongLanguage } from './textLanguage.ts'
import { partsOf } from './writtenParts.ts'
import { troublesOf, type WrittenTrouble } from './writtenTroubles.ts'

export const unfinishedTroubles = ['blank', 'noGreeting', 'noAddress', 'emptyCondition'] as const satisfies WrittenTrouble['is'][]
export type Unfinished = (typeof unfinishedTroubles)[number]

export interface DocumentLook {
  /** In square brackets. */
  places: readonly string[]
  /** What keeps it from being a letter. */
  unfinished: readonly Unfinished[]
  /** The language of its words, where that is not the one it is for. */
  otherLanguage: string | undefined
}

const looks = new WeakMap<LetterDocument, DocumentLook>()

/** Each document is looked at once. */
export function lookAtDocument(document: LetterDocument): DocumentLook {
  const look = looks.get(document) ?? looked(document)
  looks.set(document, look)
  return look
}

function looked({ written, writtenIn, languageCode }: LetterDocument): DocumentLook {
  if (!written) return { places: [], unfinished: [], otherLanguage: wrongLanguage(writtenIn, languageCode) }
  const words = partsOf(written.text).map((part) => (part.type === 'text' ? part.text : ''))
  const troubles = troublesOf(written.text, written.sheet)
  return {
    places: troubles.flatMap((trouble) => (trouble.is === 'placeholder' ? [trouble.words] : [])),
    unfinished: unfinishedTroubles.filter((one) => troubles.some(({ is }) => is === one)),
    otherLanguage: wrongLanguage(languageOf(words.join(' ')), languageCode),
  }
}
