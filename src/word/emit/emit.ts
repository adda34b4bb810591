// Emits letters: pieces and values are joined. A letter takes its first record from the feed, its body may take more.
import { dateOf, holds, shown, wordsOf } from './evaluate.ts'
import type { Feed } from '../feed.ts'
import { imageAt } from './image.ts'
import { moveTo, resetLetter, setBookmark, startLetter, type Letter, type Settings } from './letter.ts'
import { entriesOf } from './lookUp.ts'
import type { Piece, Space, TemplatePlan } from '../plan.ts'
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

/**
 * The next letter; `more` when the feed holds too few records to tell (`plan.ahead`), null when there is none. Records that a SKIPIF
 * leaves out are dropped: a dry run of the body tells.
 */
export function nextLetter(plan: TemplatePlan, feed: Feed, settings: Settings, number: number): Letter | 'more' | null {
  for (;;) {
    if (!feed.has(plan.ahead)) return 'more'
    const record = feed.peek(0)
    if (!record) return null
    const letter = startLetter(plan, settings, number, record, feed)
    if (!plan.skips || !isLeftOut(letter, feed)) return startLetter(plan, settings, number, record, feed)
    feed.skippedAt.push(feed.taken)
    feed.drop(1)
  }
}

function isLeftOut(letter: Letter, feed: Feed): boolean {
  letter.feed = feed
  emitInto(letter.plan.body, letter, [])
  return letter.leftOut
}

/** What stands beside the body shows its bookmarks as they are at the end of the letter: a dry run of the body tells. */
export function settleBookmarks(letter: Letter, feed: Feed): void {
  if (!letter.plan.bookmarks.beside) return
  const { cleaned } = letter
  letter.feed = feed
  emitInto(letter.plan.body, letter, [])
  moveTo(letter, 0)
  letter.passedAt = []
  letter.cleaned = cleaned
}

/** The body of a letter. `rels` must be set before, where headers differ. */
export function emitBody(letter: Letter, feed: Feed): Body {
  const { body, breakAt } = letter.plan
  const text: Body = { before: [], after: [], toNext: [], atEnd: [], records: 1 }
  letter.feed = feed
  resetLetter(letter)
  emitRange(body, 0, breakAt < 0 ? body.length : breakAt, letter, text.before)
  if (breakAt >= 0) emitRange(body, breakAt + 1, body.length, letter, text.after)
  text.records = Math.max(1, letter.record ? letter.cursor + 1 : letter.cursor)
  feed.skippedAt.push(...letter.passedAt)
  letter.passedAt = []
  moveTo(letter, 0)
  const place = body[breakAt]
  if (place === undefined || typeof place === 'string' || place.k !== 'break') return text
  text.toNext.push(place.open)
  emitSection(letter, text.toNext)
  text.toNext.push(place.close)
  text.atEnd.push(place.otherwise)
  return text
}

/** The body's own section. */
export function emitSection(letter: Letter, out: Strands): void {
  const { plan } = letter
  if (plan.section.length > 0) emitInto(plan.section, letter, out)
  else out.push(`<${plan.w}sectPr/>`)
}

export function emit(pieces: readonly Piece[], letter: Letter): string {
  const out: Strands = []
  emitInto(pieces, letter, out)
  return out.join('')
}

export const emitInto = (pieces: readonly Piece[], letter: Letter, out: Strands): void => emitRange(pieces, 0, pieces.length, letter, out)

function emitRange(pieces: readonly Piece[], from: number, to: number, letter: Letter, out: Strands): void {
  for (let at = from; at < to; at++) {
    const piece = pieces[at] as Piece
    if (typeof piece === 'string') out.push(piece)
    else if (piece.k === 'value') emitValue(piece, letter, out)
    else emitSlot(piece, letter, out)
  }
}

type Kind<K> = Extract<Piece, { k: K }>
/** What is one short text, the same whatever the record. */
type Mark = Kind<'id' | 'name' | 'restart' | 'pages' | 'part' | 'break'>

function emitSlot(piece: Exclude<Piece, string | Kind<'value'>>, letter: Letter, out: Strands): void {
  switch (piece.k) {
    case 'if':
      return emitInto(holds(letter, piece.condition) ? piece.then : piece.otherwise, letter, out)
    case 'either':
      return emitInto(letter.number === 0 && !letter.copy ? piece.first : piece.later, letter, out)
    case 'para':
      return emitPara(piece, letter, out)
    case 'dated':
      return emitInto(isDated(letter, piece.content) ? piece.fixed : piece.live, letter, out)
    case 'link':
      return emitInto(mayLink.test(wordsOf(letter, piece.address).trim()) ? piece.live : piece.plain, letter, out)
    case 'sheet':
      return letter.settings.oddPages ? void out.push(piece.on) : emitInto(piece.off, letter, out)
    case 'code':
      return void out.push(inCode(shown(letter, piece.content).text))
    case 'forms':
      return emitForms(piece, letter, out)
    case 'next':
      return emitNext(piece, letter)
    case 'skip':
      return emitSkip(piece, letter)
    case 'image':
      return emitImage(piece, letter, out)
    case 'imagePart':
      return void out.push(letter.image?.[piece.of] ?? '')
    case 'each':
      return emitEach(piece, letter, out)
    case 'set':
      return setBookmark(letter, piece.name, wordsOf(letter, piece.words))
    case 'id':
    case 'name':
    case 'restart':
    case 'pages':
    case 'part':
    case 'break':
      out.push(emitMark(piece, letter))
  }
}

function emitMark(piece: Mark, letter: Letter): string {
  const { settings, number } = letter
  switch (piece.k) {
    case 'id':
      return emitId(piece, letter)
    case 'name':
      if (letter.copy) return escapeXml(`${piece.stem}_${number + 1}_${letter.copy.number}`)
      return escapeXml(number === 0 ? piece.name : `${piece.stem}_${number + 1}`)
    case 'restart':
      return (settings.restartPages ?? true) ? piece.on : piece.off
    case 'pages':
      return settings.combined && settings.pagesOf !== 'document' ? piece.letter : piece.document
    case 'part':
      return escapeXml(letter.rels?.get(piece.rel) ?? piece.rel)
    case 'break':
      return piece.otherwise
  }
}

/** Addresses of pages, of mail and of telephones, and places in the letter: nothing else is made a link. */
const mayLink = /^(https?:\/\/|mailto:|tel:|#)/i

/** A value within an instruction: quotes and backslashes in it are signs of the text. */
const inCode = (text: string): string => escapeXml(text.replace(/["\\]/g, '\\$&').replace(/\s+/g, ' '))

function isDated(letter: Letter, content: number): boolean {
  const known = letter.plan.contents[content]
  return known?.k === 'date' && dateOf(letter, known.time) !== undefined
}

function emitValue(piece: Kind<'value'>, letter: Letter, out: Strands): void {
  const { inner, paragraphs, shows, rightToLeft } = shown(letter, piece.content)
  if (inner === '') return
  if (shows) letter.hasShown = true
  const { w } = letter.plan
  const look = rightToLeft ? piece.rightToLeft : piece.format
  if (!paragraphs || !piece.paragraph) return void out.push(`<${w}r>`, look, inner, `</${w}r>`)
  for (const [at, paragraph] of paragraphs.entries()) {
    for (let ends = at === 0 ? 0 : piece.paragraph.gap ? 2 : 1; ends > 0; ends--) emitInto(piece.paragraph.next, letter, out)
    if (paragraph !== '') out.push(`<${w}r>`, look, paragraph, `</${w}r>`)
  }
}

/** Emitted whether it shows anything or not, as a NEXT in it counts; taken back where it does not. */
function emitPara(piece: Kind<'para'>, letter: Letter, out: Strands): void {
  const { hasShown } = letter
  const from = out.length
  letter.hasShown = false
  emitInto(piece.body, letter, out)
  if (piece.conditions && saysWords.test(out.slice(from).join(''))) letter.hasShown = true
  if (!letter.hasShown) {
    out.length = from
    emitInto(piece.rest, letter, out)
  }
  letter.hasShown ||= hasShown
}

/** Words of a condition's own, not of a value. */
const saysWords = /<w:t(?:\s[^>]*)?>\s*[^\s<]/

function emitNext({ condition }: Kind<'next'>, letter: Letter): void {
  if (letter.record && (!condition || holds(letter, condition))) moveTo(letter, letter.cursor + 1)
}

/** The first record makes no letter at all; a further one is passed over, as long as it is to be left out and others are at hand. */
function emitSkip({ condition }: Kind<'skip'>, letter: Letter): void {
  while (letter.record && !letter.leftOut && holds(letter, condition)) {
    if (letter.cursor === 0) letter.leftOut = true
    else {
      letter.passedAt = [...letter.passedAt, letter.taken + letter.cursor]
      moveTo(letter, letter.cursor + 1)
    }
  }
}

function emitForms({ forms }: Kind<'forms'>, letter: Letter, out: Strands): void {
  const from = { cursor: letter.cursor, passedAt: letter.passedAt }
  let end = from
  for (const [at, form] of forms.entries()) {
    moveTo(letter, from.cursor)
    letter.passedAt = from.passedAt
    emitInto(form, letter, out)
    if (at === 0) end = { cursor: letter.cursor, passedAt: letter.passedAt }
  }
  moveTo(letter, end.cursor)
  letter.passedAt = end.passedAt
}

function emitId(piece: Kind<'id'>, letter: Letter): string {
  const { base, count } = letter.plan.spaces[piece.space]
  if (letter.copy && copied.has(piece.space)) return String(copyId(letter, letter.copy, `${piece.space} ${piece.index}`))
  // Numbers that stood twice in the template take the first block, so that the first letter is mended as well.
  if (letter.number === 0) return piece.own === null ? String(base + piece.index) : escapeXml(piece.own)
  return String(base + letter.number * count + piece.index)
}

/** Of these a copy has its own; a list of the text goes on, and notes do not stand in what is repeated. */
const copied: ReadonlySet<Space> = new Set<Space>(['drawing', 'range', 'control'])

/** Numbers of copies begin where no template counts, a stretch for each letter. */
const copyBase = 1_000_000_000
const perLetter = 2_000

function copyId({ number, copies }: Letter, { ids }: NonNullable<Letter['copy']>, key: string): number {
  const known = ids.get(key) ?? copyBase + number * perLetter + copies.ids++
  ids.set(key, known)
  return known
}

function emitImage(piece: Kind<'image'>, letter: Letter, out: Strands): void {
  const { image } = letter
  letter.image = imageAt(letter, piece)
  if (letter.image) {
    letter.hasShown = true
    emitInto(piece.body, letter, out)
  }
  letter.image = image
}

/** A region: its fields look into the entry first. */
function emitEach({ list, head, body, tail, empty }: Kind<'each'>, letter: Letter, out: Strands): void {
  const entries = entriesOf(letter, list)
  if (entries.length === 0) return emitInto(empty, letter, out)
  const { shown, scopes, copy } = letter
  emitInto(head, letter, out)
  for (const [at, entry] of entries.entries()) {
    letter.shown = []
    letter.scopes = [...scopes, { list, entry }]
    if (at > 0) letter.copy = { number: ++letter.copies.made, ids: new Map() }
    emitInto(body, letter, out)
    letter.copy = copy
  }
  Object.assign(letter, { shown, scopes })
  for (const content of letter.plan.bookmarks.follows) letter.shown[content] = undefined
  emitInto(tail, letter, out)
}
