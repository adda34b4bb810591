// Places in square brackets that nobody has filled in yet, as they stand in the letters one begins with.
import type { LetterBody, LetterInline } from '../../model/writtenLetter.ts'
import { partsOf } from './writtenParts.ts'

/** Each once, as it is read within one paragraph: a word in bold does not part it, a chip stands in it as one sign. */
export function openPlaces(body: LetterBody): string[] {
  const paragraphs = partsOf(body).flatMap((part) => (part.type === 'paragraph' ? [(part.content ?? []).map(signOf).join('')] : []))
  return [...new Set(paragraphs.flatMap((words) => words.match(/\[[^[\]\n]{1,400}\]/g) ?? []))]
}

/** The text one writes in is searched for the same signs. */
function signOf(inline: LetterInline): string {
  if (inline.type === 'text') return inline.text
  return inline.type === 'hardBreak' ? '\n' : '…'
}
