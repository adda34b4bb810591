// What of the source a region repeats: words of one paragraph, paragraphs with all between them, or rows of a table. A paragraph or a
// row that holds nothing but a mark goes with it.
import type { Cut, Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import { useOf, type Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { isCrossed, type Mark, type Region } from './regions.ts'
import { isBlock, isRangeMark, type Token } from './story.ts'
import { below, type XmlNode } from '../package/xml.ts'

/** From where to where in the source. */
type Stretch = readonly [start: number, end: number]

interface Shape {
  /** All that the region takes the place of, and what of it is repeated. */
  outer: Stretch
  inner: Stretch
  /** What stands around the repeated: only where there is an entry. */
  around?: { head: Stretch; tail: Stretch }
  /** Marks of ranges in what goes stay before and behind it. */
  gone: { before: XmlNode | null; after: XmlNode | null }
  /** What stands there without an entry. */
  empty: string
}

/** The cut of a region; nothing where what it would repeat cannot be repeated. */
export function regionCut(place: Place, region: Region, fields: readonly Field[]): Cut | null {
  if (isCrossed(place, region, fields)) return null
  if (isInLine(place, region)) return inLine(place, region)
  const shape = rowsOf(place, region) ?? blocksOf(place, region)
  if (!shape || holdsOnce(place, shape.outer)) return null
  return shaped(region, shape)
}

/** What may stand once only: the end of a section, a note. */
const holdsOnce = ({ part: { xml, w } }: Place, [start, end]: Stretch): boolean =>
  ['sectPr', 'footnoteReference', 'endnoteReference', 'commentReference'].some((name) => {
    const at = xml.indexOf(`<${w}${name}`, start)
    return at >= 0 && at < end
  })

function shaped({ list }: Region, { outer, inner, around, gone, empty }: Shape): Cut {
  const marks = (weave: Weave, node: XmlNode | null) =>
    node ? [...below(node)].filter(isRangeMark).flatMap(({ start, end }) => weave(start, end)) : []
  const make = (weave: Weave): Piece[] => [
    ...marks(weave, gone.before),
    {
      ...{ k: 'each', list, body: weave(...inner), empty: empty === '' ? [] : [empty] },
      head: around ? weave(...around.head) : [],
      tail: around ? weave(...around.tail) : [],
    },
    ...marks(weave, gone.after),
  ]
  return { start: outer[0], end: outer[1], pieces: [], make }
}

const tokensOf = (place: Place, { from, to }: Mark): [Token, Token] => [place.tokens[from] as Token, place.tokens[to] as Token]

/** Within one paragraph, where neither mark stands in a link or a control alone; marks of the table kind speak of rows in a table. */
function isInLine(place: Place, { open, close }: Region): boolean {
  const all = [...tokensOf(place, open), ...tokensOf(place, close)]
  if (open.named && rowAround(all[0]?.para ?? null)) return false
  return all.every(({ para, run }) => para !== null && para === all[0]?.para && run.parent === all[0].run.parent)
}

function inLine(place: Place, { list, open, close }: Region): Cut | null {
  if (holdsOnce(place, [open.start, close.end])) return null
  const make = (weave: Weave): Piece[] => [
    open.leave,
    { k: 'each', list, head: [], body: [open.enter, ...weave(open.end, close.start), close.leave].filter(isSome), tail: [], empty: [] },
    close.enter,
  ]
  return { start: open.start, end: close.end, pieces: [], make: (weave) => make(weave).filter(isSome) }
}

const isSome = (piece: Piece): boolean => piece !== ''

function rowAround(para: XmlNode | null): XmlNode | null {
  for (let node = para; node; node = node.parent) if (node.name === 'w:tr') return node
  return null
}

function rowsOf(place: Place, { open, close }: Region): Shape | null {
  const [[{ para: opened }], [, { para: closed }]] = [tokensOf(place, open), tokensOf(place, close)]
  const [first, last] = [rowAround(opened), rowAround(closed)]
  const table = first?.parent
  if (!first || !last || !table || last.parent !== table) return null
  // Paragraphs of one cell are repeated in it, but for marks that speak of rows.
  if (!open.named && opened?.parent === closed?.parent) return null
  const [goes, ends] = first === last ? [false, false] : [isAlone(place, open, first), isAlone(place, close, last)]
  const inner: Stretch = [goes ? first.end : first.start, ends ? last.start : last.end]
  const rows = table.children.filter((node) => /^w:(tr|sdt|customXml)$/.test(node.name))
  const whole = table.name === 'w:tbl' && rows[0] === first && rows.at(-1) === last
  const gone = { before: goes ? first : null, after: ends ? last : null }
  if (!whole) return { outer: [first.start, last.end], inner, gone, empty: '' }
  const around = { head: [table.start, first.start], tail: [last.end, table.end] } as const
  return { outer: [table.start, table.end], inner, around, gone: { before: null, after: null }, empty: '' }
}

function blocksOf(place: Place, { open, close }: Region): Shape | null {
  const [[{ para: first }], [, { para: last }]] = [tokensOf(place, open), tokensOf(place, close)]
  const parent = first?.parent
  if (!first || !last || !parent || last.parent !== parent) return null
  const blocks = parent.children.filter(isBlock)
  const [from, to] = [blocks.indexOf(first), blocks.indexOf(last)]
  const [goes, ends] = first === last ? [false, false] : [isAlone(place, open, first), isAlone(place, close, last)]
  const isLast = to === blocks.length - 1
  const inBody = parent.name === 'w:body'
  // The letter's last paragraph bears the break to the next letter.
  if (inBody && isLast && !ends) return null
  const endsInTable = blocks[ends ? to - 1 : to]?.name === 'w:tbl'
  const keepsFirst = goes && blocks[from - 1]?.name === 'w:tbl'
  const keepsLast = ends && isLast && (inBody || endsInTable)
  // Between two tables there must be a paragraph.
  const parts = ends && endsInTable && !keepsLast
  for (const [para, stays] of [
    [first, keepsFirst],
    [last, keepsLast || parts],
  ] as const)
    if (stays) useOf(place, para).other = true
  return {
    outer: [keepsFirst ? first.end : first.start, keepsLast ? last.start : last.end],
    inner: [goes ? first.end : first.start, ends && !parts ? last.start : last.end],
    gone: { before: goes && !keepsFirst ? first : null, after: ends && !keepsLast && !parts ? last : null },
    empty: isLast && !inBody && !keepsLast ? `<${place.part.w}p/>` : '',
  }
}

/** Whether a paragraph or a row holds nothing but a mark. */
function isAlone({ part, tokens }: Place, { from, to, start, end, typed }: Mark, node: XmlNode): boolean {
  const shows = ({ kind, node: inside }: Token) => kind !== 'mark' && !(kind === 'text' && inside.text.trim() === '')
  for (let at = from - 1; at >= 0 && (tokens[at] as Token).node.start >= node.start; at--) if (shows(tokens[at] as Token)) return false
  for (let at = to + 1; at < tokens.length && (tokens[at] as Token).node.end <= node.end; at++) if (shows(tokens[at] as Token)) return false
  if (!typed) return true
  const before = part.xml.slice((tokens[from] as Token).node.innerStart, start)
  const behind = part.xml.slice(end, (tokens[to] as Token).node.innerEnd)
  return before.trim() === '' && behind.trim() === ''
}
