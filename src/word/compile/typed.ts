// The slots of typed placeholders, and what a paragraph shows besides its fields.
import { typedContent } from './contents.ts'
import { lookOf } from './format.ts'
import { findPlaceholders, type Placeholder } from './placeholders.ts'
import { imageCalled, imageLate } from './images.ts'
import { countUse, useOf, type Late, type Place } from './place.ts'
import { valueLate } from './slotValue.ts'
import type { Token } from './story.ts'
import type { XmlNode } from '../package/xml.ts'

/** By token, the stretches of the source that placeholders have taken of its text. */
type Stretches = Map<number, [number, number][]>

/** @param marks the typed marks of regions: they go */
export function typedSlots(place: Place, marks: readonly Placeholder[]): void {
  const stretches: Stretches = new Map()
  const isTaken = (at: number) => place.whole.has(at) || place.code.has(at)
  const starts = new Set(marks.map(({ from }) => from.at))
  for (const typed of findPlaceholders(place.part, place.tokens, isTaken))
    if (!starts.has(typed.from.at)) typedSlot(place, typed, stretches)
  for (const mark of marks) for (const cut of cutsOf(place, mark, stretches)) place.cuts.push({ ...cut, pieces: [] })
  accountParagraphs(place, stretches)
  if (!place.again) typedCodes(place, isTaken)
}

const code = /(?<!\{)\{\s*(MERGEFIELD|IF|ADDRESSBLOCK|GREETINGLINE|NEXT|NEXTIF|SKIPIF|MERGESEQ|MERGEREC|DATE|TIME)\b/i

/** Codes between braces of the keyboard: Word takes them for words, and so do the letters. */
function typedCodes(place: Place, isTaken: (at: number) => boolean): void {
  const texts = new Map<XmlNode, string>()
  place.tokens.forEach(({ kind, para, node }, at) => {
    if (kind === 'text' && para && !isTaken(at)) texts.set(para, (texts.get(para) ?? '') + node.text)
  })
  for (const text of texts.values()) {
    const found = text.includes('{') ? code.exec(text) : null
    if (found?.[1]) place.book.find('FIELD_TYPED', found[1].toUpperCase(), place.part.name, text.slice(0, 60))
  }
}

/** The value goes where the first brace stands, what is left of the braces is cut. */
function typedSlot(place: Place, typed: Placeholder, stretches: Stretches): void {
  const first = place.tokens[typed.from.token] as Token
  const make = beside(place, first, typedLate(place, typed, first))
  place.places.push(first.node)
  for (const [at, cut] of cutsOf(place, typed, stretches).entries()) place.cuts.push({ ...cut, pieces: [], ...(at === 0 && { make }) })
  if (first.para) useOf(place, first.para).fields++
}

/** What braces and all between them take of the source, from the first token to the last. */
function cutsOf(place: Place, typed: Placeholder, stretches: Stretches): { start: number; end: number }[] {
  return typed.tokens.map((at) => {
    const { node } = place.tokens[at] as Token
    const start = at === typed.from.token ? typed.from.at : node.innerStart
    const end = at === typed.to.token ? typed.to.at : node.innerEnd
    stretches.set(at, [...(stretches.get(at) ?? []), [start, end]])
    return { start, end }
  })
}

/** A picture where one is asked for, else the value. */
function typedLate(place: Place, { name, from: { at } }: Placeholder, { run, para }: Token): Late {
  const image = imageCalled(name)
  if (image === undefined) {
    const content = typedContent(place, { name, run, at })
    return valueLate(place, content, lookOf(place.part, run), run.parent === para ? para : null)
  }
  countUse(place, image, { node: run, at }, true)
  return imageLate(place.part, image, place.book)
}

/** What is a run of its own, within the text of another: that run ends before it, and is resumed behind it. */
function beside(place: Place, { node, run }: Token, value: Late): Late {
  const look = lookOf(place.part, run)
  return (weave) => [`</${node.tag}></${run.tag}>`, ...value(weave), `<${run.tag}>${look.format}<${node.tag} xml:space="preserve">`]
}

/** Whatever a slot has not taken is something that shows, but for blanks and marks. A text that a slot has cut must keep its blanks. */
function accountParagraphs(place: Place, stretches: Stretches): void {
  place.tokens.forEach((token, at) => {
    if (place.whole.has(at) || token.kind === 'mark') return
    const taken = stretches.get(at)
    if (taken) keepBlanks(place, token)
    const left = token.kind === 'text' ? without(place.part.xml, token.node, taken ?? []) : 'shows'
    if (token.para && /[^ ]/.test(left)) useOf(place, token.para).other = true
  })
}

function without(xml: string, node: XmlNode, stretches: readonly [number, number][]): string {
  let left = ''
  let at = node.innerStart
  for (const [from, to] of stretches.toSorted((a, b) => a[0] - b[0])) {
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
