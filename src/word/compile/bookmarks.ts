// What stands at the body's bookmarks, so that what refers to one around merge fields shows the letter's own values: `{ REF name }`, or
// `{ name }` alone. Public source: ECMA-376 part 1, 17.16.5.48.
import { atomsBetween, withTyped } from './atoms.ts'
import type { Book, Marked } from './book.ts'
import { findFields, type Field } from './fields.ts'
import type { Place } from './place.ts'
import { isKindless } from './references.ts'
import type { Token } from './story.ts'
import type { XmlPart } from '../package/xml.ts'

export function noteMarked(part: XmlPart, stories: readonly (readonly Token[])[], book: Book): void {
  if (!book.ids.hasBookmarks()) return
  for (const tokens of stories) {
    const ends = new Map(tokens.flatMap(({ node }, at) => (node.name === 'w:bookmarkEnd' ? [[node.attrs['w:id'], at]] : [])))
    const { fields } = findFields(tokens)
    tokens.forEach(({ node }, at) => {
      const name = node.name === 'w:bookmarkStart' ? node.attrs['w:name'] : undefined
      const end = ends.get(node.attrs['w:id'])
      if (name !== undefined && end !== undefined && end > at)
        book.marked.set(name.toLowerCase(), markedAt(part, tokens, fields, at + 1, end))
    })
  }
}

function markedAt(part: XmlPart, tokens: readonly Token[], all: readonly Field[], from: number, to: number): Marked {
  const fields = all.filter((field) => field.from < to && field.to >= from)
  const paras = new Set(tokens.slice(from, to).flatMap(({ kind, para }) => (kind === 'mark' ? [] : [para])))
  const whole = paras.size <= 1 && fields.every((field) => field.from >= from && field.to < to)
  const atoms = whole ? withTyped(atomsBetween(tokens, fields, from, to)) : null
  return { part, tokens, atoms, merges: fields.some(isMerged) || atoms?.some((atom) => atom.k === 'typed') === true }
}

const merged = new Set('MERGEFIELD MERGEREC MERGESEQ ADDRESSBLOCK GREETINGLINE'.split(' '))

const isMerged = (field: Field): boolean => merged.has(field.instruction.kind) || field.inner.some((entry) => isMerged(entry.field))

/** Whether a field shows a bookmark by its name. */
export const namesBookmark = ({ instruction: { kind, words } }: Field): boolean =>
  kind === 'REF' ? words.length === 1 : kind !== '' && words.length === 0 && isKindless(kind)

/** The bookmark that a reference names, in lower case. */
export const nameOfReference = ({ instruction: { kind, words } }: Field): string => (kind === 'REF' ? (words[0] ?? '') : kind).toLowerCase()

export const markedBy = (place: Place, field: Field): Marked | undefined => markedOf(place, nameOfReference(field))

export const markedOf = (place: Place, name: string): Marked | undefined => place.book.marked.get(name)

/** Whether a reference shows the words there: not a paragraph's number, a note or where it stands. */
export const isPlainReference = (field: Field): boolean => field.instruction.switches.every(({ name }) => /^[h*#@]$/.test(name))
