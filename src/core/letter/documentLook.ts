// What can be said of a letter's document before it is merged: places that nobody has filled in yet, and words in another language.
import type { LetterDocument } from '../../model/letter.ts'
import { languageOf, wrongLanguage } from './textLanguage.ts'
import { partsOf } from './writtenParts.ts'
import { troublesOf } from './writtenTroubles.ts'

export interface DocumentLook {
  /** In square brackets. */
  places: readonly string[]
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
  if (!written) return { places: [], otherLanguage: wrongLanguage(writtenIn, languageCode) }
  const words = partsOf(written.text).map((part) => (part.type === 'text' ? part.text : ''))
  return {
    places: troublesOf(written.text, written.sheet).flatMap((trouble) => (trouble.is === 'placeholder' ? [trouble.words] : [])),
    otherLanguage: wrongLanguage(languageOf(words.join(' ')), languageCode),
  }
}
