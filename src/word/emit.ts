// Emits letters: pieces and values are joined. A letter takes its first record from the feed, its body may take more.
import type { Feed } from './feed.ts'
import { shown, startLetter, type Letter, type Settings } from './letter.ts'
import type { Piece, TemplatePlan } from './plan.ts'
import { escapeXml } from './text.ts'

export type { Letter, Settings } from './letter.ts'

/**
 * Text as the pieces that it is made of, in their order. A slice of the source is always the same string, so that its bytes are known
 * when it is written again: nothing is joined and encoded letter by letter.
 */
export type Strands = string[]

/** A letter's text, in two halves around the place of the section break. */
export interface Body {
  before: Strands
  after: Strands
  /** What stands between the halves when another letter follows, and when this is the last. */
  toNext: Strands
  atEnd: Strands
  /** How many records the letter used: so many are to be dropped. */
  records: number
}

/** The next letter; `more` when the feed holds too few records to tell (`plan.ahead`), null when there is none. */
export function nextLetter(plan: TemplatePlan, feed: Feed, settings: Settings, number: number): Letter | 'more' | null {
  if (!feed.has(plan.ahead)) return 'more'
  const record = feed.peek(0)
  return record ? startLetter(plan, settings, number, record) : null
}

/** The body of a letter. `rels` must be set before, where headers differ. */
export function emitBody(letter: Letter, _feed: Feed): Body {
  const { body, breakAt } = letter.plan
  const place = body[breakAt]
  const text: Body = { before: [], after: [], toNext: [], atEnd: [], records: 1 }
  emitRange(body, 0, breakAt, letter, text.before)
  emitRange(body, breakAt + 1, body.length, letter, text.after)
  if (place === undefined || typeof place === 'string' || place.k !== 'break') return text
  text.toNext.push(place.open)
  emitSection(letter, text.toNext)
  text.toNext.push(place.close)
  text.atEnd.push(place.otherwise)
  return text
}

export function emit(pieces: readonly Piece[], letter: Letter): string {
  const out: Strands = []
  emitRange(pieces, 0, pieces.length, letter, out)
  return out.join('')
}

export const emitInto = (pieces: readonly Piece[], letter: Letter, out: Strands): void => emitRange(pieces, 0, pieces.length, letter, out)

function emitRange(pieces: readonly Piece[], from: number, to: number, letter: Letter, out: Strands): void {
  for (let at = from; at < to; at++) {
    const piece = pieces[at] as Piece
    if (typeof piece === 'string') out.push(piece)
    else emitSlot(piece, letter, out)
  }
}

function emitSlot(piece: Exclude<Piece, string>, letter: Letter, out: Strands): void {
  switch (piece.k) {
    case 'value':
      return emitValue(piece, letter, out)
    case 'para':
      return emitInto(piece.contents.some((content) => shown(letter, content).shows) ? piece.body : piece.rest, letter, out)
    case 'either':
      return emitInto(letter.number === 0 ? piece.first : piece.later, letter, out)
    case 'id':
    case 'name':
    case 'restart':
    case 'part':
    case 'break':
      out.push(emitMark(piece, letter))
  }
}

type Mark = Exclude<Piece, string | { k: 'value' | 'para' | 'either' }>

/** What is one short text. */
function emitMark(piece: Mark, letter: Letter): string {
  switch (piece.k) {
    case 'id':
      return emitId(piece, letter)
    case 'name':
      return escapeXml(letter.number === 0 ? piece.name : `${piece.stem}_${letter.number + 1}`)
    case 'restart':
      return (letter.settings.restartPages ?? true) ? piece.on : piece.off
    case 'part':
      return escapeXml(letter.rels?.get(piece.rel) ?? piece.rel)
    case 'break':
      return piece.otherwise
  }
}

function emitValue(piece: Extract<Piece, { k: 'value' }>, letter: Letter, out: Strands): void {
  const { inner, rightToLeft } = shown(letter, piece.content)
  if (inner === '') return void out.push(piece.open, piece.close)
  const { w } = letter.plan
  out.push(piece.open, `<${w}r>`, rightToLeft ? piece.rightToLeft : piece.format, inner, `</${w}r>`, piece.close)
}

function emitId(piece: Extract<Piece, { k: 'id' }>, letter: Letter): string {
  const { base, count } = letter.plan.spaces[piece.space]
  // Numbers that stood twice in the template take the first block, so that the first letter is mended as well.
  if (letter.number === 0) return piece.own === null ? String(base + piece.index) : escapeXml(piece.own)
  return String(base + letter.number * count + piece.index)
}

/** The body's own section. */
export function emitSection(letter: Letter, out: Strands): void {
  const { plan } = letter
  if (plan.section.length > 0) emitInto(plan.section, letter, out)
  else out.push(`<${plan.w}sectPr/>`)
}
