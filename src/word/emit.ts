// Emits letters: pieces and values are joined. A letter takes its first record from the feed, its body may take more.
import type { Feed } from './feed.ts'
import { oneRecord, shown, startLetter, type Letter, type Settings } from './letter.ts'
import type { Piece, TemplatePlan } from './plan.ts'
import { escapeXml } from './text.ts'
import type { MergeRecord } from './values.ts'

export type { Letter, Settings } from './letter.ts'
export type LetterValues = MergeRecord

/** A letter's text, in two halves around the place of the section break. */
export interface Body {
  before: string
  after: string
  /** What stands between the halves when another letter follows, and when this is the last. */
  toNext: string
  atEnd: string
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
  const before = emitRange(body, 0, breakAt, letter)
  const after = emitRange(body, breakAt + 1, body.length, letter)
  if (place === undefined || typeof place === 'string' || place.k !== 'break')
    return { before, after: '', toNext: '', atEnd: '', records: 1 }
  return { before, after, toNext: place.open + emitSection(letter) + place.close, atEnd: place.otherwise, records: 1 }
}

export const emit = (pieces: readonly Piece[], letter: Letter): string => emitRange(pieces, 0, pieces.length, letter)

function emitRange(pieces: readonly Piece[], from: number, to: number, letter: Letter): string {
  let out = ''
  for (let at = from; at < to; at++) {
    const piece = pieces[at] as Piece
    out += typeof piece === 'string' ? piece : emitSlot(piece, letter)
  }
  return out
}

function emitSlot(piece: Exclude<Piece, string>, letter: Letter): string {
  switch (piece.k) {
    case 'value':
      return emitValue(piece, letter)
    case 'para':
      return emit(piece.contents.some((content) => shown(letter, content).shows) ? piece.body : piece.rest, letter)
    case 'id':
      return emitId(piece, letter)
    case 'name':
      return escapeXml(letter.number === 0 ? piece.name : `${piece.stem}_${letter.number + 1}`)
    case 'either':
      return emit(letter.number === 0 ? piece.first : piece.later, letter)
    case 'restart':
      return (letter.settings.restartPages ?? true) ? piece.on : piece.off
    case 'part':
      return escapeXml(letter.rels?.get(piece.rel) ?? piece.rel)
    case 'break':
      return piece.otherwise
  }
}

function emitValue(piece: Extract<Piece, { k: 'value' }>, letter: Letter): string {
  const { inner, rightToLeft } = shown(letter, piece.content)
  if (inner === '') return piece.open + piece.close
  const { w } = letter.plan
  return `${piece.open}<${w}r>${rightToLeft ? piece.rightToLeft : piece.format}${inner}</${w}r>${piece.close}`
}

function emitId(piece: Extract<Piece, { k: 'id' }>, letter: Letter): string {
  const { base, count } = letter.plan.spaces[piece.space]
  // Numbers that stood twice in the template take the first block, so that the first letter is mended as well.
  if (letter.number === 0) return piece.own === null ? String(base + piece.index) : escapeXml(piece.own)
  return String(base + letter.number * count + piece.index)
}

/** The body's own section. */
export function emitSection(letter: Letter): string {
  const { plan } = letter
  return plan.section.length > 0 ? emit(plan.section, letter) : `<${plan.w}sectPr/>`
}

export function newLetter(plan: TemplatePlan, values: LetterValues, number = 0, restartPages = true): Letter {
  return startLetter(plan, { combined: true, restartPages }, number, values)
}

/** The bookends of a document with one letter: body, then the section as the template has it. */
export function emitWhole(letter: Letter): string {
  const { plan } = letter
  const { before, atEnd, after } = emitBody(letter, oneRecord(letter.first))
  return plan.head + before + atEnd + after + emit(plan.section, letter) + plan.tail
}
