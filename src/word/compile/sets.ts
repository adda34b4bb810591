// SET and ASK give a bookmark its words while the letter is made: `{ SET Offer "10 %" }`, and behind it `{ REF Offer }`, `{ Offer }`, a
// condition or a formula that names it. Public sources: ECMA-376 part 1, 17.16.5.3 (ASK), 17.16.5.57 (SET).
import { atomsOf, spelled, wordAt, type Atom, type Word } from './atoms.ts'
import type { Book } from './book.ts'
import { resultOf, wordsIn } from './contents.ts'
import { findFields, type Field } from './fields.ts'
import { newPlace, type Late, type Place } from './place.ts'
import { questionOf } from './questions.ts'
import type { Content, TemplatePlan, Words } from '../plan.ts'
import type { Token } from './story.ts'
import type { XmlPart } from '../package/xml.ts'

/** What gives a bookmark its words. */
export const isSet = ({ instruction: { kind } }: Field): boolean => kind === 'SET' || kind === 'ASK'

/** Notes which bookmarks are given words; where one is asked for before that, it shows what it had when the document was saved. */
export function noteSets(part: XmlPart, stories: readonly (readonly Token[])[], book: Book): void {
  for (const tokens of stories) {
    const place = newPlace(part, tokens, book, false, true)
    const note = (field: Field): void => {
      const name = field.instruction.words[0]?.toLowerCase()
      if (isSet(field) && name !== undefined && !book.sets.has(name)) book.sets.set(name, resultOf(place, field))
      for (const { field: inner } of field.inner) note(inner)
    }
    for (const field of findFields(tokens).fields) note(field)
  }
}

/** The piece of a SET or an ASK; nothing where its words cannot be told. */
export function setLate(place: Place, field: Field): Late | null {
  const atoms = atomsOf(place.tokens, field)
  const kind = wordAt(atoms, 0)
  const named = kind && wordAt(atoms, kind.after)
  const name = named ? spelled(atoms, named).toLowerCase() : ''
  if (!named || !book(place).sets.has(name)) return null
  const words = field.instruction.kind === 'ASK' ? asked(place, field, atoms, { name, at: named.after }) : given(place, atoms, named.after)
  return words && (() => [{ k: 'set', name, words }])
}

const book = ({ book: own }: Place): Book => own

function given(place: Place, atoms: readonly Atom[], at: number): Words | null {
  const word = wordAt(atoms, at)
  return word ? wordsIn(place, atoms, word.from, word.to) : []
}

function asked(place: Place, field: Field, atoms: readonly Atom[], { name, at }: { name: string; at: number }): Words | null {
  const content = questionOf(place, field, atoms, { kind: 'ASK', name, at })
  return content && [book(place).content(content)]
}

/** A bare word that names a bookmark which is given words somewhere; its number. */
export function setNamed(place: Place, atoms: readonly Atom[], word: Word): number | null {
  if (word.quoted) return null
  const name = spelled(atoms, word).toLowerCase()
  return book(place).sets.has(name) ? book(place).content(bookmark(name)) : null
}

export const bookmark = (name: string): Content => ({ k: 'bookmark', name, format: { before: '', after: '', likeCode: false } })

/** Which contents change when a bookmark is given words, and whether parts beside the body show any of them. */
export function bookmarksOf({ sets, contents }: Book, beside: readonly number[]): TemplatePlan['bookmarks'] {
  const follows = new Set<number>()
  // A content is numbered behind those that it is made of.
  for (const [at, content] of contents.entries())
    if (content.k === 'bookmark' || partsOf(content).some((part) => typeof part === 'number' && follows.has(part))) follows.add(at)
  return { first: Object.fromEntries(sets), follows: [...follows], beside: beside.some((content) => follows.has(content)) }
}

function partsOf(content: Content): Words {
  if (content.k === 'formula' || content.k === 'words') return content.words
  if (content.k === 'property') return content.name
  if (content.k === 'answer') return content.standard
  if (content.k !== 'if') return []
  return [...content.condition.left, ...content.condition.right, ...content.then, ...content.otherwise]
}
