// Emits letters: a letter's values are dressed and escaped once, then pieces and values are joined.
import { dress } from './language/dress.ts'
import type { Piece, TemplatePlan } from './plan.ts'
import { clean, escapeXml, isRightToLeft, runContent } from './text.ts'

/** values: keyed by the field name exactly as in the template's fields. Missing key = empty. */
export type LetterValues = Readonly<Record<string, string>>

export interface Letter {
  /** From 0. */
  number: number
  last: boolean
  restartPages: boolean
  /** Per content: what goes into the run, whether it shows anything, whether it runs from right to left. */
  inner: string[]
  shows: boolean[]
  rightToLeft: boolean[]
  /** Relation ids of this letter's own headers and footers. */
  rels: ReadonlyMap<string, string> | null
  /** Formats that were asked for, in the plan's order. */
  plan: TemplatePlan
}

export function newLetter(plan: TemplatePlan, values: LetterValues, number = 0, total = 1, restartPages = true): Letter {
  const letter: Letter = { number, last: number === total - 1, restartPages, inner: [], shows: [], rightToLeft: [], rels: null, plan }
  for (const { field, format } of plan.contents) {
    const value = Object.hasOwn(values, field) ? String(values[field]) : ''
    const text = clean(dress(value, format))
    letter.inner.push(runContent(text, plan.w))
    letter.shows.push(text.trim() !== '')
    letter.rightToLeft.push(isRightToLeft(text))
  }
  return letter
}

export function emit(pieces: readonly Piece[], letter: Letter): string {
  let out = ''
  for (const piece of pieces) out += typeof piece === 'string' ? piece : emitSlot(piece, letter)
  return out
}

function emitSlot(piece: Exclude<Piece, string>, letter: Letter): string {
  switch (piece.k) {
    case 'value':
      return emitValue(piece, letter)
    case 'para':
      return emit(piece.contents.some((content) => letter.shows[content]) ? piece.body : piece.rest, letter)
    case 'id':
      return emitId(piece, letter)
    case 'name':
      return escapeXml(letter.number === 0 ? piece.name : `${piece.stem}_${letter.number + 1}`)
    case 'either':
      return emit(letter.number === 0 ? piece.first : piece.later, letter)
    case 'restart':
      return letter.restartPages ? piece.on : piece.off
    case 'part':
      return escapeXml(letter.rels?.get(piece.rel) ?? piece.rel)
    case 'break':
      return letter.last ? piece.otherwise : piece.open + emitSection(letter) + piece.close
  }
}

function emitValue(piece: Extract<Piece, { k: 'value' }>, letter: Letter): string {
  const inner = letter.inner[piece.content] ?? ''
  if (inner === '') return piece.open + piece.close
  const { w } = letter.plan
  const look = letter.rightToLeft[piece.content] ? piece.rightToLeft : piece.format
  return `${piece.open}<${w}r>${look}${inner}</${w}r>${piece.close}`
}

function emitId(piece: Extract<Piece, { k: 'id' }>, letter: Letter): string {
  const { base, count } = letter.plan.spaces[piece.space]
  // Numbers that stood twice in the template take the first block, so that the first letter is mended as well.
  if (letter.number === 0) return piece.own === null ? String(base + piece.index) : escapeXml(piece.own)
  return String(base + letter.number * count + piece.index)
}

export function emitSection(letter: Letter): string {
  const { plan } = letter
  return plan.section.length > 0 ? emit(plan.section, letter) : `<${plan.w}sectPr/>`
}

/** The bookends of a document with one letter: body, then the section as the template has it. */
export function emitWhole(letter: Letter): string {
  const { plan } = letter
  return plan.head + emit(plan.body, letter) + emit(plan.section, letter) + plan.tail
}
