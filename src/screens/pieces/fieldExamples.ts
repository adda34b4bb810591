// What a merge field says of one contact, in a line, to see what one chooses.
import { longDay } from '../../core/letter/locale.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'

/** Blank when there is nothing. @param language of the document */
export function exampleIn(values: Readonly<LetterValues>, field: string, language: LetterLanguage | undefined): string {
  const value = values[field] ?? ''
  return typeof value === 'string' ? value.split('\n').filter(Boolean).join(', ') : longDay(value.day, language)
}
