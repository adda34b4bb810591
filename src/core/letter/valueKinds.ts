// What kinds of values a letter holds, and what each says in plain words.
import type { Day } from '../../base/day.ts'
import type { LetterList, LetterPicture, LetterValue } from '../../model/letter.ts'

export const isList = (value: LetterValue | undefined): value is LetterList => typeof value === 'object' && 'list' in value

export const isPicture = (value: LetterValue | undefined): value is LetterPicture => typeof value === 'object' && 'picture' in value

/** A value as plain words: of a list how many entries it has, of a picture nothing, a day as it is written by `dayText`. */
export function asPlainWords(value: LetterValue | undefined, dayText: (day: Day) => string): string {
  if (value === undefined || typeof value === 'string') return value ?? ''
  if ('picture' in value) return ''
  return 'day' in value ? dayText(value.day) : String(value.list.length)
}
