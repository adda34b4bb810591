// Merge fields and placeholders become slots: cuts that take the field's runs out of the source and put a value in.
import type { Book } from './book.ts'
import type { Cut } from './cuts.ts'
import { findFields, type Field } from './fields.ts'
import { lookOf } from './format.ts'
import { fieldName } from './instruction.ts'
import { formatOf, plainFormat } from './language/dress.ts'
import { findPlaceholders, type Placeholder } from './placeholders.ts'
import type { Piece } from './plan.ts'
import { isRangeMark, runFormat, type Token } from './story.ts'
import { below, childOf, sliceOf, type XmlNode, type XmlPart } from './xml.ts'

/** What a paragraph holds: the contents of its slots, and whether anything else shows. */
export interface ParaUse {
  contents: number[]
  other: boolean
}

export interface Slots {
  cuts: Cut[]
  paras: Map<XmlNode, ParaUse>
  /** One node in each slot: what stands around it is asked about later. */
  places: XmlNode[]
}

interface Place extends Slots {
  part: XmlPart
  tokens: readonly Token[]
  book: Book
  /** How far each token belongs to slots: all of it, or stretches of its text. */
  whole: Set<number>
  /** Tokens in the instructions of other fields: nothing there is a placeholder. */
  code: Set<number>
  stretches: Map<number, [number, number][]>
}

const unsupported = new Set(
  (
    'IF NEXT NEXTIF SKIPIF ADDRESSBLOCK GREETINGLINE ASK FILLIN SET DATABASE INCLUDEPICTURE INCLUDETEXT INCLUDE IMPORT LINK ' +
    'DDE DDEAUTO COMPARE QUOTE MERGEREC MERGESEQ RD ='
  ).split(' '),
)

/** The slots of one story. */
export function slotsOf(part: XmlPart, tokens: readonly Token[], book: Book): Slots {
  const place: Place = {
    part,
    tokens,
    book,
    cuts: [],
    paras: new Map(),
    places: [],
    whole: new Set(),
    code: new Set(),
    stretches: new Map(),
  }
  const { fields, unbalanced } = findFields(tokens)
  for (const token of unbalanced) book.find('FIELD_UNBALANCED', token.para ? textOf(token.para).slice(0, 60) : '', part.name)
  for (const field of fields) visit(place, field)
  for (const typed of findPlaceholders(part, tokens, (at) => place.whole.has(at) || place.code.has(at))) placeholderSlot(place, typed)
  accountParagraphs(place)
  return place
}

function visit(place: Place, field: Field): void {
  const { kind } = field.instruction
  if (kind === 'MERGEFIELD' && fieldName(field.instruction) !== '') return fieldSlot(place, field)
  const nested = field.inner.some((entry) => entry.side === 'code')
  if (unsupported.has(kind) || nested)
    place.book.find('FIELD_UNSUPPORTED', field.code.trim().replace(/\s+/g, ' ').slice(0, 80), place.part.name)
  for (let at = field.from; at < (field.separate < 0 ? field.to : field.separate); at++) place.code.add(at)
  for (const entry of field.inner) if (entry.side === 'result') visit(place, entry.field)
}

function fieldSlot(place: Place, field: Field): void {
  const content = newContent(place, field)
  const look = lookOf(place.part, formatRun(place, field))
  const piece = { k: 'value' as const, content, open: '', close: '', ...look }
  const first = place.tokens[field.from] as Token
  const last = place.tokens[field.to] as Token
  for (let at = field.from; at <= field.to; at++) place.whole.add(at)
  place.places.push(first.node)
  if (field.simple) cutSimple(place, field, piece)
  else cutComplex(place, field, piece)
  if (first.para !== last.para) spanned(place, field, first, last)
  else noteContent(place, first.para, content)
}

function newContent(place: Place, field: Field): number {
  const name = fieldName(field.instruction)
  countUse(place, name, place.tokens[field.from] as Token)
  return place.book.content(name, formatOf(field.instruction))
}

/** A text box stands twice in the file, for newer and older readers; it counts once. */
function countUse(place: Place, name: string, token: Token): void {
  for (let node: XmlNode | null = token.node; node; node = node.parent) if (node.name === 'mc:Fallback') return
  place.book.use(name, place.part.name)
}

/** The run whose look the value takes: CHARFORMAT the code's first letter; else the result's first; else the code's. */
function formatRun(place: Place, field: Field): XmlNode | null {
  const inField = place.tokens.slice(field.from, field.to + 1)
  const isSimple = (run: XmlNode) => run.name === 'w:fldSimple'
  const code = inField.find((token) => token.kind === 'code' && token.node.text.trim() !== '')
  const result = field.separate < 0 ? undefined : place.tokens.slice(field.separate + 1, field.to).find((token) => token.kind === 'text')
  const likeCode = formatOf(field.instruction).likeCode && code
  const run = (likeCode ? code : (result ?? code ?? inField[0]))?.run
  return run && !isSimple(run) ? run : null
}

/** The simple field's own tags go, and the runs in it; marks of ranges that begin or end in it stay. */
function cutSimple(place: Place, field: Field, piece: Piece): void {
  const { node } = place.tokens[field.from] as Token
  place.cuts.push({ start: node.start, end: node.innerStart, pieces: [piece] })
  if (node.selfClosing) return
  cutRuns(place, runsBetween(place, field.from + 1, field.to - 1))
  place.cuts.push({ start: node.innerEnd, end: node.end, pieces: [] })
}

function cutComplex(place: Place, field: Field, piece: Extract<Piece, { k: 'value' }>): void {
  const first = place.tokens[field.from] as Token
  const last = place.tokens[field.to] as Token
  const before = first.run.children.some((child) => child.name !== 'w:rPr' && child.end <= first.node.start)
  const after = last.run.children.some((child) => child.start >= last.node.end)
  if (before) piece.open = `</${first.run.tag}>`
  const resume = after ? `<${last.run.tag}>${formatText(place.part, last.run)}` : ''
  const start = before ? first.node.start : first.run.start
  const end = after ? last.node.end : last.run.end
  if (first.run === last.run) {
    piece.close = resume
    place.cuts.push({ start, end, pieces: [piece] })
    return
  }
  place.cuts.push({ start, end: first.run.end, pieces: [piece] })
  place.cuts.push({ start: last.run.start, end, pieces: [resume] })
  cutRuns(
    place,
    runsBetween(place, field.from + 1, field.to - 1).filter((run) => run !== first.run && run !== last.run),
  )
}

const formatText = (part: XmlPart, run: XmlNode) => {
  const node = runFormat(run)
  return node ? sliceOf(part, node) : ''
}

const runsBetween = (place: Place, from: number, to: number): XmlNode[] => [
  ...new Set(place.tokens.slice(from, to + 1).map((token) => token.run)),
]

function cutRuns(place: Place, runs: readonly XmlNode[]): void {
  for (const run of runs) {
    if (run.name !== 'w:fldSimple') place.cuts.push({ start: run.start, end: run.end, pieces: [] })
    else {
      place.cuts.push({ start: run.start, end: run.innerStart, pieces: [] })
      if (!run.selfClosing) place.cuts.push({ start: run.innerEnd, end: run.end, pieces: [] })
    }
  }
}

/** A field over several paragraphs: the value stands in the first; the others go where they held nothing else. */
function spanned(place: Place, field: Field, first: Token, last: Token): void {
  for (const para of [first.para, last.para]) if (para) useOf(place, para).other = true
  const [from, to] = [first.para, last.para]
  const siblings = from?.parent?.children ?? []
  if (!from || !to || from.parent !== to.parent) return place.book.find('FIELD_SPANS_BLOCKS', field.code.trim(), place.part.name)
  const removable = (para: XmlNode) =>
    para.name === 'w:p' && ![...below(para)].some((node) => isRangeMark(node) || node.name === 'w:sectPr')
  for (const para of siblings.slice(siblings.indexOf(from) + 1, siblings.indexOf(to))) {
    if (removable(para)) place.cuts.push({ start: para.start, end: para.end, pieces: [] })
  }
  const goesOn = place.tokens.slice(field.to + 1).some((token) => token.para === to)
  const isLast = !siblings.slice(siblings.indexOf(to) + 1).some(isBlock)
  if (goesOn) place.book.find('FIELD_SPANS_BLOCKS', field.code.trim(), place.part.name)
  else if (removable(to) && !isLast) place.cuts.push({ start: to.start, end: to.end, pieces: [] })
}

export const isBlock = (node: XmlNode): boolean => /^w:(p|tbl|sdt|customXml|altChunk)$/.test(node.name)

/** A typed placeholder: the value goes where its first brace stands, what is left of the braces is cut. */
function placeholderSlot(place: Place, typed: Placeholder): void {
  const { part, tokens } = place
  const first = tokens[typed.from.token] as Token
  countUse(place, typed.name, first)
  const content = place.book.content(typed.name, plainFormat)
  const look = lookOf(part, first.run)
  const [textTag, runTag] = [first.node.tag, first.run.tag]
  place.places.push(first.node)
  for (const at of typed.tokens) {
    const { node } = tokens[at] as Token
    const start = at === typed.from.token ? typed.from.at : node.innerStart
    const end = at === typed.to.token ? typed.to.at : node.innerEnd
    place.stretches.set(at, [...(place.stretches.get(at) ?? []), [start, end]])
    const close = `<${runTag}>${look.format}<${textTag} xml:space="preserve">`
    const value: Piece = { k: 'value', content, open: `</${textTag}></${runTag}>`, close, ...look }
    place.cuts.push({ start, end, pieces: at === typed.from.token ? [value] : [] })
  }
  noteContent(place, first.para, content)
}

function noteContent(place: Place, para: XmlNode | null, content: number): void {
  if (para) useOf(place, para).contents.push(content)
}

function useOf(place: Place, para: XmlNode): ParaUse {
  const use = place.paras.get(para) ?? { contents: [], other: false }
  place.paras.set(para, use)
  return use
}

/** Whatever a slot has not taken is something that shows, but for blanks. A text that a slot has cut must keep its blanks. */
function accountParagraphs(place: Place): void {
  place.tokens.forEach((token, at) => {
    if (place.whole.has(at)) return
    const stretches = place.stretches.get(at)
    if (stretches) keepBlanks(place, token)
    const left = token.kind === 'text' ? without(place.part.xml, token.node, stretches ?? []) : 'shows'
    if (token.para && /[^ ]/.test(left)) useOf(place, token.para).other = true
  })
}

function without(xml: string, node: XmlNode, stretches: readonly [number, number][]): string {
  let left = ''
  let at = node.innerStart
  for (const [from, to] of stretches) {
    left += xml.slice(at, from)
    at = to
  }
  return left + xml.slice(at, node.innerEnd)
}

function keepBlanks(place: Place, token: Token): void {
  if (/xml:space/.test(place.part.xml.slice(token.node.start, token.node.innerStart))) return
  const at = token.node.start + 1 + token.node.tag.length
  place.cuts.push({ start: at, end: at, pieces: [' xml:space="preserve"'] })
}

/** Merged text in a control that is tied to stored data would be overwritten by Word; the tie is cut. */
export function unboundCuts(part: XmlPart, places: readonly XmlNode[], book: Book): Cut[] {
  const cuts = new Map<XmlNode, Cut>()
  for (const place of places) {
    for (let node = place.parent; node; node = node.parent) {
      const properties = node.name === 'w:sdt' ? childOf(node, 'w:sdtPr') : undefined
      for (const child of properties?.children ?? []) {
        if (!/^(w|w15):(dataBinding|showingPlcHdr)$/.test(child.name)) continue
        if (child.name.endsWith('dataBinding')) book.find('SDT_BOUND', child.attrs['w:xpath'] ?? '', part.name)
        cuts.set(child, { start: child.start, end: child.end, pieces: [] })
      }
    }
  }
  return [...cuts.values()]
}

const textOf = (node: XmlNode): string => [...below(node)].map((each) => (each.name === 'w:t' ? each.text : '')).join('')
