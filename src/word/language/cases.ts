// The letters of a value: `\* Upper`, `Lower`, `FirstCap`, `Caps`, as the language writes them (Turkish i, German ß).
import { localeOf } from './locale.ts'

export type LetterCase = 'upper' | 'lower' | 'firstCap' | 'caps'

const firstLetter = /\p{L}/u
const firstLetters = /(^|[^\p{L}\p{M}\p{N}'’])(\p{L})/gu

/** Only the letters that begin a word are changed by FirstCap and Caps. Public source: ECMA-376 part 1, 17.16.4.3. */
export function inCase(value: string, letters: LetterCase, language: string): string {
  const locale = localeOf(language)
  switch (letters) {
    case 'upper':
      return value.toLocaleUpperCase(locale)
    case 'lower':
      return value.toLocaleLowerCase(locale)
    case 'firstCap':
      return value.replace(firstLetter, (letter) => letter.toLocaleUpperCase(locale))
    case 'caps':
      return value.replace(firstLetters, (_, before: string, letter: string) => before + letter.toLocaleUpperCase(locale))
  }
}
