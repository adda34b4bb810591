// Fields and typed placeholders become slots: cuts that take a field's runs out of the source and put pieces in.
import { atomsOf, codeEnd } from './atoms.ts'
import type { Book } from './book.ts'
import { nameOfReference, namesBookmark } from './bookmarks.ts'
import { branchesOf, inLine, type Branches } from './branches.ts'
import { readCondition } from './condition.ts'
import { conditionOf, contentOf, isComputed } from './contents.ts'
import type { Cut } from './cuts.ts'
import { cutComplex, cutSimple } from './cutting.ts'
import { deepest, findFields, isDate, isMove, type Field } from './fields.ts'
import { imageLate, imageOf } from './images.ts'
import { mayRebuild } from './joining.ts'
import { keep, keptInBranch } from './kept.ts'
import { formatOf, plainFormat } from '../language/dress.ts'
import { around, countUse, firstToken, lastToken, listAround, newPlace, tell, useOf, type Late, type Place } from './place.ts'
import { referenceCuts } from './references.ts'
import { regionCut } from './regionCuts.ts'
import { pairsIn, type Mark, type Region } from './regions.ts'
import type { Placeholder } from './placeholders.ts'
import { bareRange, marksIn, rangeCut, rangeOf, resultRange, wholeRange } from './range.ts'
import { isSet, setLate } from './sets.ts'
import { valueOf } from './slotValue.ts'
import { inBlocks, rebuild } from './spanning.ts'
import type { Token } from './story.ts'
import { typedSlots } from './typed.ts'
import type { XmlPart } from '../package/xml.ts'

/** The slots of one story. */
export function slotsOf(part: XmlPart, tokens: readonly Token[], book: Book, inBody: boolean): Place {
  const place = newPlace(part, tokens, book, inBody)
  const { fields, unbalanced } = findFields(tokens)
  place.unbalanced = unbalanced.toSorted((a, b) => a.node.start - b.node.start)
  for (const token of unbalanced) book.find('FIELD_UNBALANCED', around(token), part.name, around(token))
  const marks = regionSlots(place, fields)
  for (const field of fields) if (!marks.fields.has(field)) visit(place, field)
  place.cuts.push(...referenceCuts(place, fields))
  typedSlots(place, marks.typed)
  return place
}

/** The regions of a story; their marks go. A region that cannot be repeated keeps its marks, and is told of. */
function regionSlots(place: Place, fields: readonly Field[]): { fields: ReadonlySet<Field>; typed: Placeholder[] } {
  const { regions, broken } = pairsIn(place, fields)
  const [found, marks]: [Region[], Mark[]] = [[], []]
  for (const region of regions) {
    const cut = regionCut(place, region, fields)
    if (!cut) {
      broken.push(region.open)
      continue
    }
    place.cuts.push(cut)
    found.push(region)
    marks.push(region.open, region.close)
  }
  for (const { list, opens, from } of broken) {
    const token = place.tokens[from] as Token
    place.book.find('REGION_BROKEN', list || (opens ? '#' : '/'), place.part.name, around(token))
  }
  for (const { list, open } of found) countUse(place, list, place.tokens[open.from] as Token)
  place.regions = found.map(({ list, open, close }) => ({ list, start: open.end, end: close.start }))
  for (const { field } of marks) {
    if (!field) continue
    take(place, field)
    if (field.simple) cutSimple(place, field, () => [])
    else cutComplex(place, field, () => [])
  }
  return { fields: new Set(marks.flatMap(({ field }) => field ?? [])), typed: marks.flatMap(({ typed }) => typed ?? []) }
}

/** Merges a field, or keeps it with its last result. */
function visit(place: Place, field: Field): void {
  if (place.depth > deepest) return
  place.depth++
  if (isBroken(place, field) || !merge(place, field)) keep(place, field, visit)
  place.depth--
}

/** A field that holds half of another: without it the other half would stand alone. */
const isBroken = (place: Place, field: Field): boolean => {
  const [from, to] = [firstToken(place, field).node.start, lastToken(place, field).node.end]
  const first = firstAfter(place.unbalanced, from)
  return first !== undefined && first.node.end <= to
}

/** The first of some tokens, in the order of the text, that begins here or later. */
function firstAfter(tokens: readonly Token[], start: number): Token | undefined {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((tokens[middle] as Token).node.start < start) low = middle + 1
    else high = middle
  }
  return tokens[low]
}

function merge(place: Place, field: Field): boolean {
  const { kind } = field.instruction
  if (isDate(field)) return mergeDate(place, field)
  if (kind === 'IF' && !isDressed(field)) return mergeIf(place, field)
  if (namesBookmark(field) && !speaksOfSet(place, field) && mergeReference(place, field)) return true
  const late = isMove(field) ? moved(place, field, false) : isSet(field) ? setLate(place, field) : valueIn(place, field)
  if (!late) return false
  take(place, field)
  if (field.simple) cutSimple(place, field, late)
  else cutComplex(place, field, late)
  const { para } = firstToken(place, field)
  if (para && countsAsField(field)) useOf(place, para).fields++
  else if (para && !isMove(field)) useOf(place, para).other = true
  return true
}

/** A reference to what a SET gave: no bookmark of the letter has these words, so nothing is left to refer to. */
const speaksOfSet = (place: Place, field: Field): boolean => place.book.sets.has(nameOfReference(field))

/** Whether a line of such fields is left out where they are empty. */
const countsAsField = (field: Field): boolean => isComputed(field) && field.instruction.kind !== 'FILLIN'

function valueIn(place: Place, field: Field): Late | null {
  const image = imageIn(place, field)
  if (image) return image
  const content = contentOf(place, field)
  return content === null ? null : valueOf(place, field, content)
}

/** The picture that a field asks for. */
function imageIn(place: Place, field: Field): Late | null {
  const image = imageOf(field)
  if (image === undefined) return null
  countUse(place, image, firstToken(place, field), true)
  return imageLate(place.part, image, place.book)
}

/** All tokens of a field are its own; what stands around it is looked at later. */
function take(place: Place, field: Field): void {
  for (let at = field.from; at <= field.to; at++) place.whole.add(at)
  const { node, run } = firstToken(place, field)
  place.places.push(node)
  // A control must not be left empty.
  const { start, end } = rangeOf(place, field)
  const control = run.parent?.name === 'w:sdtContent' ? run.parent : null
  if (control?.children.every((child) => child.start >= start && child.end <= end))
    place.cuts.push({ start: control.innerEnd, end: control.innerEnd, pieces: [`<${place.part.w}r/>`] })
}

/** The cursor moves in the body only, and never in the middle of another field. */
function moved(place: Place, field: Field, nested: boolean): Late | null {
  const { kind } = field.instruction
  if (nested || !place.inBody || listAround(place, firstToken(place, field)) !== undefined) {
    tell(place, 'FIELD_MISPLACED', field, kind)
    return () => []
  }
  if (kind === 'NEXT') return () => [{ k: 'next', condition: null }]
  const atoms = atomsOf(place.tokens, field)
  const read = readCondition(atoms)
  const condition = read && conditionOf(place, atoms, read)
  return condition && (() => [kind === 'NEXTIF' ? { k: 'next', condition } : { k: 'skip', condition }])
}

/** A date in one paragraph: fixed, or live as it stands. */
function mergeDate(place: Place, field: Field): boolean {
  const range = bareRange(place, field)
  const content = range && contentOf(place, field)
  if (!range || content === null) return false
  const { start, end, open, close } = range
  const value = valueOf(place, field, content)
  const make: Cut['make'] = (weave) => [{ k: 'dated', content, fixed: [open, ...value(weave), close], live: weave(start, end) }]
  take(place, field)
  place.cuts.push({ start, end, pieces: [], make })
  shows(place, field)
  return true
}

function shows(place: Place, field: Field): void {
  const { para } = firstToken(place, field)
  if (para) useOf(place, para).other = true
}

/** An IF whose result is dressed as a whole is a value; CHARFORMAT and MERGEFORMAT say only how it looks. */
const isDressed = (field: Field): boolean =>
  JSON.stringify({ ...formatOf(field.instruction), likeCode: false }) !== JSON.stringify(plainFormat)

function mergeIf(place: Place, field: Field): boolean {
  const over = firstToken(place, field).para !== lastToken(place, field).para
  if (over && !mayRebuild(place, field)) {
    tell(place, 'FIELD_SPANS_BLOCKS', field)
    return false
  }
  const range = over ? null : wholeRange(place, field)
  const branches = over || range ? branchesOf(place, field, (inner) => inBranch(place, inner)) : null
  if (!branches) return false
  take(place, field)
  if (range) place.cuts.push(rangeCut(range, ifIn(place, branches)))
  else {
    rebuild(place, field, branches)
    for (const inner of inBlocks(place, field)) visit(place, inner)
  }
  const { para } = firstToken(place, field)
  if (para && range) useOf(place, para).conditions++
  else shows(place, field)
  return true
}

/** A reference stays one, with what now stands at its bookmark as its result. */
function mergeReference(place: Place, field: Field): boolean {
  const content = contentOf(place, field)
  const range = content === null ? null : resultRange(place, field)
  if (content === null || !range) return false
  for (let at = field.from; at <= field.to; at++) (at < codeEnd(field) ? place.code : place.whole).add(at)
  const [value, marks] = [valueOf(place, field, content, false), marksIn(place, codeEnd(field), field.to)]
  place.cuts.push(rangeCut(range, (weave) => [...value(weave), ...marks(weave)]))
  place.places.push(firstToken(place, field).node)
  shows(place, field)
  return true
}

const ifIn =
  (place: Place, { condition, then, otherwise }: Branches): Late =>
  (weave) => [{ k: 'if', condition, then: inLine(place, then)(weave), otherwise: inLine(place, otherwise)(weave) }]

/** A field within a branch. */
function inBranch(place: Place, field: Field): Late | null {
  if (place.depth > deepest) return null
  place.depth++
  const late = branchField(place, field)
  place.depth--
  return late
}

function branchField(place: Place, field: Field): Late | null {
  const { kind } = field.instruction
  if (isMove(field)) return moved(place, field, true)
  if (isSet(field)) return setLate(place, field)
  if (kind === 'IF' && !isDressed(field)) {
    const branches = branchesOf(place, field, (inner) => inBranch(place, inner))
    if (branches) return ifIn(place, branches)
  }
  const image = imageIn(place, field)
  if (image) return image
  const content = contentOf(place, field)
  const value = content === null ? null : valueOf(place, field, content, false)
  if (!value || content === null || !isDate(field)) return value ?? keptInBranch(place, field, visit)
  const live = keptInBranch(place, field, visit)
  return live && ((weave) => [{ k: 'dated', content, fixed: value(weave), live: live(weave) }])
}
