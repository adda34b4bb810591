// Folding for search and comparison: case, accents and umlauts do not keep a person from being found.
// Böhme is found by "bohme" and by "boehme", Müßig by "mussig", Ærø by "aero".

const letters: Record<string, string> = { ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ð: 'd', þ: 'th', ł: 'l', đ: 'd', ı: 'i' }
const umlauts: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ø: 'oe', å: 'aa' }

const marks = /\p{Mn}+/gu

/** One plain form: lower case, no accents, `ß` as `ss`, blanks as one space. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[ßøæœðþłđı]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(marks, '')
    .replace(/\s+/g, ' ')
    .trim()
}

/** The words of a search, each in the plain form. */
export const wordsOf = (text: string): string[] => fold(text).split(' ').filter(Boolean)

/** Whether a key has all these words in it; no words are in every one. */
export const bearsAll = (key: string, words: readonly string[]): boolean => words.every((word) => key.includes(word))

/** What a text can be found by: the plain form, and the one with `oe` for `ö` where that differs. */
export function searchKey(text: string): string {
  const plain = fold(text)
  const spelled = fold(
    text
      .toLowerCase()
      .normalize('NFC')
      .replace(/[äöüøå]/g, (letter) => umlauts[letter] ?? letter),
  )
  return plain === spelled ? plain : `${plain} ${spelled}`
}
