// Where a field begins and ends in the source: at its first and last run, or within them, where other things share these.
import type { Cut } from './cuts.ts'
import type { Field } from './fields.ts'
import { firstToken, lastToken, type Late, type Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { runFormat, type Token } from './story.ts'
import { sliceOf, type XmlNode, type XmlPart } from '../package/xml.ts'

export interface Range {
  start: number
  end: number
  /** Ends the run that the field begins in, and resumes the one it ends in. */
  open: string
  close: string
}

/** A complex field from its begin to its end; a simple one as an element. */
export function rangeOf(place: Place, field: Field): Range {
  const first = firstToken(place, field)
  const last = lastToken(place, field)
  if (field.simple) return { start: first.node.start, end: first.node.end, open: '', close: '' }
  const before = first.run.children.some((child) => child.name !== 'w:rPr' && child.end <= first.node.start)
  const after = last.run.children.some((child) => child.start >= last.node.end)
  return {
    start: before ? first.node.start : first.run.start,
    end: after ? last.node.end : last.run.end,
    open: before ? `</${first.run.tag}>` : '',
    close: after ? runStart(place.part, last.run) : '',
  }
}

/** A run's tag and format. */
export const runStart = (part: XmlPart, run: XmlNode): string => {
  const node = runFormat(run)
  return `<${run.tag}>${node ? sliceOf(part, node) : ''}`
}

/**
 * The stretch of a field in one paragraph that may be cut as a whole: elements around its runs are taken with them, where they hold
 * nothing else. Nothing when it begins and ends in different ones.
 */
export function wholeRange(place: Place, field: Field): Range | null {
  const range = rangeOf(place, field)
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  if (field.simple || first.run.parent === last.run.parent) return range
  const common = commonParent(first.run, last.run)
  const start = below(common, first.run)
  const end = below(common, last.run)
  if (!start || !end) return null
  const holdsOthers = (node: XmlNode, token: Token | undefined) =>
    token !== undefined && token.node.start >= node.start && token.node.end <= node.end
  if (start !== first.run && (range.open || holdsOthers(start, place.tokens[field.from - 1]))) return null
  if (end !== last.run && (range.close || holdsOthers(end, place.tokens[field.to + 1]))) return null
  return { ...range, start: start === first.run ? range.start : start.start, end: end === last.run ? range.end : end.end }
}

/** The same for a field in one paragraph without marks in it: nothing but the field is taken out. */
export function bareRange(place: Place, field: Field): Range | null {
  const tokens = place.tokens.slice(field.from, field.to + 1)
  return tokens.some((token) => token.kind === 'mark' || token.para !== tokens[0]?.para) ? null : wholeRange(place, field)
}

/** The result of a field in one paragraph: what stands between its separator and its end. */
export function resultRange(place: Place, field: Field): Range | null {
  const [first, last] = [firstToken(place, field), lastToken(place, field)]
  if (field.simple) return first.node.selfClosing ? null : { start: first.node.innerStart, end: first.node.innerEnd, open: '', close: '' }
  const separate = place.tokens[field.separate]
  if (!separate || first.para !== last.para || separate.run.parent !== last.run.parent) return null
  const inRun = separate.run.children.some((child) => child.start >= separate.node.end)
  const endsInRun = last.run.children.some((child) => child.name !== 'w:rPr' && child.end <= last.node.start)
  return {
    start: inRun ? separate.node.end : separate.run.end,
    end: endsInRun ? last.node.start : last.run.start,
    open: inRun ? `</${separate.run.tag}>` : '',
    close: endsInRun ? runStart(place.part, last.run) : '',
  }
}

function commonParent(a: XmlNode, b: XmlNode): XmlNode | null {
  let node = a.parent
  while (node && !(node.start <= b.start && b.end <= node.end)) node = node.parent
  return node
}

/** The child of a node that holds another. */
export function below(parent: XmlNode | null, node: XmlNode): XmlNode | null {
  for (let at: XmlNode | null = node; at; at = at.parent) if (at.parent === parent) return at
  return null
}

/** Puts pieces in the place of a whole field. */
export const rangeCut = (range: Range, late: Late): Cut => ({
  ...{ start: range.start, end: range.end, pieces: [] },
  make: (weave) => [range.open, ...late(weave), range.close].filter((piece) => piece !== ''),
})

/** The runs of some tokens, once each. */
export const runsBetween = (place: Place, from: number, to: number): XmlNode[] => [
  ...new Set(
    place.tokens
      .slice(from, to + 1)
      .filter((token) => token.kind !== 'mark')
      .map((token) => token.run),
  ),
]

/** The marks of ranges among a field's tokens: they stay, whatever becomes of the field. */
export const marksIn = (place: Place, from: number, to: number): Late => {
  const marks = place.tokens.slice(from, to + 1).filter((token) => token.kind === 'mark')
  return (weave) => marks.flatMap(({ node }): Piece[] => weave(node.start, node.end))
}
