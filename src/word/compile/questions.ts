// FILLIN and ASK put a question to whoever merges; each is put once, before the first letter.
// Public sources: ECMA-376 part 1, 17.16.5.3 (ASK), 17.16.5.19 (FILLIN).
import { spelled, wordAt, type Atom, type Word } from './atoms.ts'
import { resultOf, wordsIn } from './contents.ts'
import type { Field } from './fields.ts'
import { tell, type Place } from './place.ts'
import type { Content, Question, Words } from '../plan.ts'

interface Asked {
  kind: Question['kind']
  /** Of the bookmark that ASK gives the answer to. */
  name: string
  /** Where the question begins among the atoms. */
  at: number
}

/** The answer as a content; nothing where question or standard can be told by no merge. */
export function questionOf(place: Place, field: Field, atoms: readonly Atom[], { kind, name, at }: Asked): Content | null {
  const first = wordAt(atoms, at)
  const isSwitch = first === null || (!first.quoted && spelled(atoms, first).startsWith('\\'))
  const prompt = isSwitch ? [] : wordsIn(place, atoms, first.from, first.to)
  const standard = standardOf(place, atoms, isSwitch ? at : first.after, resultOf(place, field))
  if (!prompt || !standard) return null
  tell(place, 'FIELD_ASKS', field)
  const shown = told(place, prompt)
  const key = `${kind} ${kind === 'ASK' ? name : shown}`
  const plain = standard.words.every((word) => typeof word === 'string') ? standard.words.join('') : null
  place.book.questions.set(key, place.book.questions.get(key) ?? { key, kind, name, prompt: shown, standard: plain, once: standard.once })
  return { k: 'answer', key, standard: standard.words, format: { before: '', after: '', likeCode: false } }
}

/** `\d`: what is taken where nobody answers, else what was answered last; `\o`: asked once for all letters. */
function standardOf(place: Place, atoms: readonly Atom[], from: number, last: string): { words: Words; once: boolean } | null {
  let words: Words | null = [last]
  let once = false
  let at = from
  for (let word: Word | null = wordAt(atoms, at); word; word = wordAt(atoms, at)) {
    at = Math.max(word.after, at + 1)
    const text = word.quoted ? '' : spelled(atoms, word).toLowerCase()
    if (text.startsWith('\\o')) once = true
    if (!text.startsWith('\\d')) continue
    // The switch may stand against its word.
    const value = text.length > 2 ? { ...word, from: word.from + 2 } : wordAt(atoms, word.after)
    words = value ? wordsIn(place, atoms, value.from, value.to) : []
    at = Math.max(value?.after ?? at, at)
  }
  return words && { words, once }
}

/** A question as it is put before the first letter: a merge field in it stands as its name. */
function told(place: Place, words: Words): string {
  const text = words.map((word) => (typeof word === 'string' ? word : nameOf(place, word)))
  return text.join('').replace(/\s+/g, ' ').trim()
}

function nameOf(place: Place, content: number): string {
  const known = place.book.contents[content]
  return known?.k === 'field' ? `«${known.field}»` : '…'
}
