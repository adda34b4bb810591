// Paragraphs that a field runs over become one: the ends of paragraphs in it go with it, and what is left is a paragraph like the last, as a
// paragraph is what its end says.
import type { Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import { firstToken, lastToken, useOf, type Late, type Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { marksIn, rangeOf } from './range.ts'
import { below, childOf, type XmlNode } from '../package/xml.ts'

/** Whether a field over several paragraphs may be written anew: its paragraphs stand side by side, no section ends in them. */
export function mayRebuild(place: Place, field: Field): boolean {
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  const separate = place.tokens[field.separate < 0 ? field.to : field.separate]
  const parent = first.para?.parent
  if (!parent || last.para?.parent !== parent || separate?.para?.parent !== parent) return false
  if (!first.para || !last.para || first.run.parent !== first.para || last.run.parent !== last.para) return false
  return !blocksOf(first.para, last.para).some((block) => [block, ...below(block)].some((node) => node.name === 'w:sectPr'))
}

const blocksOf = (first: XmlNode, last: XmlNode): XmlNode[] => {
  const siblings = first.parent?.children ?? []
  return siblings.slice(siblings.indexOf(first), siblings.indexOf(last) + 1)
}

/** A value in the place of a field over several paragraphs. */
export function joinParagraphs(place: Place, field: Field, late: Late): void {
  const [first, last] = [firstToken(place, field).para as XmlNode, lastToken(place, field).para as XmlNode]
  const { start, end, open, close } = rangeOf(place, field)
  const marks = marksIn(place, field.from, field.to)
  // Where another field's paragraphs end in the first, that one is open already.
  const goesOn = place.rebuilt.has(first)
  const before: Late = (weave) => (goesOn ? [] : [...firstOpened(first, last, weave), ...weave(textStart(first), start)])
  const make: Late = (weave) => [...before(weave), open, ...late(weave), ...marks(weave), close].filter((piece) => piece !== '')
  place.cuts.push({ start: goesOn ? start : first.start, end, pieces: [], make })
  writtenAnew(place, first, last)
}

/** Notes that these paragraphs are written anew: something shows in them. */
export function writtenAnew(place: Place, first: XmlNode, last: XmlNode): void {
  for (const block of blocksOf(first, last)) {
    place.rebuilt.add(block)
    useOf(place, block).other = true
  }
}

export const textStart = (para: XmlNode): number => childOf(para, 'w:pPr')?.end ?? para.innerStart

/** The first paragraph keeps its own tag. */
export const firstOpened = (first: XmlNode, like: XmlNode, weave: Weave): Piece[] => {
  const format = childOf(like, 'w:pPr')
  return [...weave(first.start, first.innerStart), ...(format ? weave(format.start, format.end) : [])]
}
