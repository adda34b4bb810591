// What is marked in a text as it was written when words of a search are found in it: “mull” and “muell” both mark the beginning of Müller.
import { fold, searchKey, spelledOut } from './fold.ts'

/** Places between the signs of the text; the last is not included. */
export interface Mark {
  from: number
  to: number
}

/** A form of the text that words are looked for in, and from which sign of the text each of its own comes. */
interface Form {
  plain: string
  /** Where the sign and its accents begin, and where they end. */
  from: number[]
  to: number[]
}

/** Every place where one of these words stands, in order, none in another. @param words in the plain form (`wordsOf`) */
export function marks(text: string, words: readonly string[]): Mark[] {
  if (words.length === 0 || text === '') return []
  // eslint-disable-next-line no-control-regex
  if (/^[\x00-\x7f]*$/.test(text)) return joined(foundIn(text.toLowerCase(), words))
  // Most texts of a list bear none of the words, and to know where each sign comes from takes long.
  const key = searchKey(text)
  if (!words.some((word) => key.includes(word))) return []
  const forms = [formOf(text, plainSign)]
  if (spelledOut(text) !== undefined) forms.push(formOf(text, (sign) => spelledOut(sign) ?? plainSign(sign)))
  return joined(forms.flatMap((form) => foundInForm(form, words)))
}

/** The same of a telephone number: also words that leave out what stands between the digits. */
export function marksInNumber(text: string, words: readonly string[]): Mark[] {
  const digits = words.filter((word) => /\d/.test(word))
  if (digits.length === 0) return marks(text, words)
  const bare = formOf(text, (sign) => fold(sign).replace(/[\s()/.-]/g, ''))
  return joined([...marks(text, words), ...foundInForm(bare, digits)])
}

/** Blanks part words. */
const plainSign = (sign: string) =>
  sign.length === 1 && sign > ' ' && sign < '\x7f' ? sign.toLowerCase() : /^\s/.test(sign) ? ' ' : fold(sign)

/** @param plainOf makes the plain form of one sign with its accents */
function formOf(text: string, plainOf: (sign: string) => string): Form {
  const form: Form = { plain: '', from: [], to: [] }
  for (const { 0: sign, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gu)) {
    const plain = plainOf(sign)
    form.plain += plain
    for (let at = 0; at < plain.length; at++) {
      form.from.push(index)
      form.to.push(index + sign.length)
    }
  }
  return form
}

const foundInForm = ({ plain, from, to }: Form, words: readonly string[]): Mark[] =>
  foundIn(plain, words).map((found) => ({ from: from[found.from]!, to: to[found.to - 1]! }))

function foundIn(plain: string, words: readonly string[]): Mark[] {
  const found: Mark[] = []
  for (const word of words) {
    if (word === '') continue
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1)) found.push({ from: at, to: at + word.length })
  }
  return found
}

/** In order; those that touch become one. */
function joined(found: Mark[]): Mark[] {
  const all: Mark[] = []
  for (const { from, to } of found.sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else all.push({ from, to })
  }
  return all
}
