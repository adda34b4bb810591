// What a merge field says of one contact, in a line, to see what one chooses.
import { asPlainWords } from '../../core/letter/valueKinds.ts'
import { longDay } from '../../core/letter/locale.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'

/** Blank when there is nothing. @param language of the document */
export function exampleIn(values: Readonly<LetterValues>, field: string, language: LetterLanguage | undefined): string {
  const words = asPlainWords(values[field], (day) => longDay(day, language))
  return words.split('\n').filter(Boolean).join(', ')
}
