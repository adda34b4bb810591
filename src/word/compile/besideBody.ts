// The parts beside the body: headers and footers, and notes that the body refers to.
import { Book } from './book.ts'
import { weaver, type Cut } from './cuts.ts'
import type { Package } from '../package/package.ts'
import type { NotePlan, PartPlan, Piece, TemplatePlan, Words } from '../plan.ts'
import { storyCuts } from './storyCuts.ts'
import type { XmlNode, XmlPart } from '../package/xml.ts'

/** Headers and footers that hold fields, or pages to count; the others stay as they are. */
export function headerPlans(pack: Package, book: Book): PartPlan[] {
  return alike(pack, book, ['header', 'footer']).flatMap((part) => {
    const [before, pictures] = [book.contents.length, book.pictures]
    book.counts = false
    const pieces = weaver(part.xml, storyCuts(part, book, false).cuts)(0, part.xml.length)
    const contents = contentsIn(pieces)
    if (contents.length === 0 && book.contents.length === before && !book.counts && book.pictures === pictures) return []
    return [{ name: part.name, kind: 'header' as const, pieces, contents, notes: [], tail: '' }]
  })
}

/** Parts whose prefix for Word's elements is the letter's: values are written once for all. Others are left, and told of. */
function alike(pack: Package, book: Book, types: readonly string[]): XmlPart[] {
  const { w } = pack.xml(pack.main)
  return types
    .flatMap((type) => pack.related(type))
    .filter((part) => {
      // A damaged package may name one part for several purposes; it is written once.
      if (part.name === pack.main || book.beside.has(part.name)) return false
      book.beside.add(part.name)
      if (part.w === w) return true
      const other = new Book()
      storyCuts(part, other, false)
      for (const name of other.uses.keys()) book.find('FIELD_IN_OTHER_PART', name, part.name)
      return false
    })
}

const noteKinds = { footnotes: 'footnote', endnotes: 'endnote', comments: 'comment' } as const
type NoteKind = (typeof noteKinds)[keyof typeof noteKinds]

export function notePlans(pack: Package, book: Book): PartPlan[] {
  return Object.entries(noteKinds).flatMap(([type, space]) => alike(pack, book, [type]).map((part) => notePlan(part, space, book)))
}

function notePlan(part: XmlPart, space: NoteKind, book: Book): PartPlan {
  const notes = part.root.children.filter((node) => node.name === `w:${space}`)
  const referred = new Set(book.ids.ownOf(space))
  const ids = notes.flatMap((node) => noteIdCut(part, node, space, referred, book))
  const weave = weaver(part.xml, [...storyCuts(part, book, false).cuts, ...ids])
  const last = notes.at(-1)
  const end = last ? last.end : part.root.innerEnd
  const plans: NotePlan[] = notes.map((node) => {
    const id = node.attrs['w:id'] ?? ''
    return {
      id,
      referred: referred.has(id) && isNormal(node),
      pieces: weave(node.start, node.end),
    }
  })
  const pieces = weave(0, end)
  return { name: part.name, kind: 'notes', pieces, contents: contentsIn(pieces), notes: plans, tail: part.xml.slice(end) }
}

/** A note of the text, not one of the lines that part notes from it. */
const isNormal = (node: XmlNode): boolean => /^(normal)?$/.test(node.attrs['w:type'] ?? '')

function noteIdCut(part: XmlPart, node: XmlNode, space: NoteKind, referred: ReadonlySet<string>, book: Book): Cut[] {
  const id = node.attrs['w:id'] ?? ''
  if (!referred.has(id)) book.ids.reserve(space, id)
  const match = referred.has(id) ? /(\s[^\s=]*id\s*=\s*["'])([^"']*)/.exec(part.xml.slice(node.start, node.innerStart)) : null
  if (!match) return []
  const start = node.start + match.index + (match[1] as string).length
  return [{ start, end: start + (match[2] as string).length, pieces: [book.ids.shared(space, id)] }]
}

/** What some pieces show or ask for. */
const contentsIn = (pieces: readonly Piece[]): number[] => [...new Set(pieces.flatMap(contentsOf))]

const numbersIn = (words: Words): number[] => words.filter((word) => typeof word === 'number')

function contentsOf(piece: Piece): number[] {
  if (typeof piece === 'string') return []
  if (piece.k === 'each') return contentsIn([...piece.head, ...piece.body, ...piece.tail])
  if (piece.k === 'image') return contentsIn(piece.body)
  if (piece.k === 'set') return numbersIn(piece.words)
  if (piece.k === 'value' || piece.k === 'code') return [piece.content]
  if (piece.k === 'dated') return [piece.content, ...contentsIn(piece.live)]
  if (piece.k === 'para') return contentsIn(piece.body)
  if (piece.k === 'either') return contentsIn([...piece.first, ...piece.later])
  if (piece.k === 'if')
    return [...numbersIn(piece.condition.left), ...numbersIn(piece.condition.right), ...contentsIn([...piece.then, ...piece.otherwise])]
  if (piece.k === 'link') return [...numbersIn(piece.address), ...contentsIn([...piece.live, ...piece.plain])]
  return piece.k === 'forms' ? piece.forms.flatMap(contentsIn) : []
}

/** The main part's relations to headers that have a plan. */
export function headerRels(pack: Package, parts: readonly PartPlan[]): TemplatePlan['headerRels'] {
  return pack.relations(pack.main).flatMap((relation) => {
    const part = parts.findIndex((each) => each.kind === 'header' && each.name === relation.target)
    return part < 0 ? [] : [{ rel: relation.id, part, type: relation.node.attrs['Type'] ?? '' }]
  })
}
