// Merge fields found by anything they are called: the stable name, our word for it, or another system's name for it.
import { fold } from '../../base/fold.ts'
import { captions } from '../../core/letter/captions.ts'
import { fieldNames } from '../../core/letter/fields.ts'
import { fieldWord } from './fieldWords.ts'

const namesOf: Readonly<Record<string, readonly string[]>> = captions

/** All parts of what was typed must be somewhere in its names, in any order. Nothing typed finds all, in the order of the list. */
export function searchFields(typed: string): string[] {
  const asked = wordsOf(typed)
  return fieldNames.filter((name) => {
    const known = [name, fieldWord(name), ...(namesOf[name] ?? [])].flatMap(wordsOf).join(' ')
    return asked.every((word) => known.includes(word))
  })
}

const wordsOf = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
