// Letters in one document are sections. A letter's own section breaks stay; between letters the last section's properties
// move into the letter's last paragraph. Each letter begins on a new page, and its pages count from one.
import type { Cut } from './cuts.ts'
import type { Piece } from '../plan.ts'
import { isBlock } from './story.ts'
import { attrAt, below, childOf, sliceOf, type XmlNode, type XmlPart } from '../package/xml.ts'

export interface SectionPlan {
  cuts: Cut[]
  /** Where the break to the next letter goes: in the body, never in the section itself. */
  place: Cut
  /** The paragraph that the break stands in, where it is one of the letter's own. */
  carrier: XmlNode | null
  blanks: { header: boolean; footer: boolean }
}

export const blankRel = { header: 'fieldbookBlankHeader', footer: 'fieldbookBlankFooter' }

const isReference = (node: XmlNode) => node.name === 'w:headerReference' || node.name === 'w:footerReference'

/** The cuts for all sections of a letter; `final` is the body's own section, when it has one. */
export function sectionCuts(part: XmlPart, body: XmlNode, final: XmlNode | undefined, rebuilt: ReadonlySet<XmlNode>): SectionPlan {
  const sections = sectionsIn(body)
  const first = sections[0]
  const blanks = { header: false, footer: false }
  const cuts = sections.flatMap((section) => section.children.filter(isReference)).flatMap((node) => referenceCut(part, node))
  if (first) cuts.push(...firstCuts(part, first, missing(part, first, sections.slice(1), blanks), notesIn(body)))
  const place = breakCut(part, body, final, rebuilt)
  const last = body.children.filter(isBlock).at(-1)
  return { cuts, place, carrier: last && last.start < place.start && place.end <= last.end ? last : null, blanks }
}

export const sectionsIn = (body: XmlNode): XmlNode[] =>
  [...below(body)].filter((node) => node.name === 'w:sectPr' && node.parent?.name !== 'w:sectPrChange')

function referenceCut(part: XmlPart, node: XmlNode): Cut[] {
  const at = attrAt(part, node, 'r:id')
  return at ? [{ start: at.from, end: at.to, pieces: [{ k: 'part', rel: node.attrs['r:id'] ?? '' }] }] : []
}

/** References that the first section leaves out but a later one has: the next letter would inherit them, so it gets empty ones. */
function missing(part: XmlPart, first: XmlNode, later: readonly XmlNode[], blanks: { header: boolean; footer: boolean }): string {
  const key = (node: XmlNode) => `${node.name} ${node.attrs['w:type'] ?? 'default'}`
  const known = new Set(first.children.filter(isReference).map(key))
  const added = { header: '', footer: '' }
  for (const node of later.flatMap((section) => section.children.filter(isReference))) {
    if (known.has(key(node))) continue
    known.add(key(node))
    const kind = node.name === 'w:headerReference' ? 'header' : 'footer'
    const id = attrAt(part, node, 'r:id')
    if (!id) continue
    blanks[kind] = true
    added[kind] += part.xml.slice(node.start, id.from) + blankRel[kind] + part.xml.slice(id.to, node.end)
  }
  return added.header + added.footer
}

/** What differs in the first section of the second and all further letters: new page, pages from one, no inherited headers. */
function firstCuts(part: XmlPart, section: XmlNode, added: string, notes: readonly Note[]): Cut[] {
  const { w } = part
  const type = childOf(section, 'w:type')
  const numbering = childOf(section, 'w:pgNumType')
  if (section.selfClosing) {
    const open = `${part.xml.slice(section.start, section.end - 2).trimEnd()}>`
    const sheet: Piece = { k: 'sheet', on: `<${w}type ${w}val="oddPage"/>`, off: [] }
    const later: Piece[] = [
      open,
      added,
      notes.map((note) => restarted(w, note)).join(''),
      sheet,
      { k: 'restart', on: `<${w}pgNumType ${w}start="1"/>`, off: '' },
      `</${w}sectPr>`,
    ]
    return [{ start: section.start, end: section.end, pieces: [{ k: 'either', first: [open, sheet, `</${w}sectPr>`], later }] }]
  }
  const lastReference = section.children.filter(isReference).at(-1)
  const at = lastReference ? lastReference.end : section.innerStart
  const cuts: Cut[] = added ? [{ start: at, end: at, pieces: [{ k: 'either', first: [], later: [added] }] }] : []
  cuts.push(...notes.flatMap((note) => noteNumbering(part, section, note)))
  cuts.push(typeCut(part, section, type))
  return [...cuts, numbering ? renumbered(part, numbering) : numberingAdded(part, section)]
}

/** A letter begins on a new page; on a fresh sheet, where that is asked for. */
function typeCut(part: XmlPart, section: XmlNode, type: XmlNode | undefined): Cut {
  const { w } = part
  const on = `<${w}type ${w}val="oddPage"/>`
  if (!type) {
    const before = section.children.filter((child) => beforeType.test(child.name)).at(-1)
    const at = before ? before.end : section.innerStart
    return { start: at, end: at, pieces: [{ k: 'sheet', on, off: [] }] }
  }
  const own = sliceOf(part, type)
  const runsOn = /^(continuous|nextColumn)$/.test(type.attrs['w:val'] ?? '')
  const off: Piece[] = runsOn ? [{ k: 'either', first: [own], later: [`<${w}type ${w}val="nextPage"/>`] }] : [own]
  return { start: type.start, end: type.end, pieces: [{ k: 'sheet', on, off }] }
}

/** What stands before the type of a section in the order that Word insists on. */
const beforeType = /^w:(headerReference|footerReference|footnotePr|endnotePr)$/

type Note = 'footnote' | 'endnote'

/** The kinds of notes that a letter refers to. */
function notesIn(body: XmlNode): Note[] {
  const names = new Set([...below(body)].map((node) => node.name))
  return (['footnote', 'endnote'] as const).filter((note) => names.has(`w:${note}Reference`))
}

const restart = (w: string) => `<${w}numRestart ${w}val="eachSect"/>`
const restarted = (w: string, note: Note) => `<${w}${note}Pr>${restart(w)}</${w}${note}Pr>`

/** Notes count from one in each letter: they begin again with its first section, unless the section says how they count. */
function noteNumbering(part: XmlPart, section: XmlNode, note: Note): Cut[] {
  const { w } = part
  const own = childOf(section, `w:${note}Pr`)
  if (own && childOf(own, 'w:numRestart')) return []
  const before = section.children.filter((node) => (note === 'endnote' && node.name === 'w:footnotePr') || isReference(node)).at(-1)
  const at = own ? own.innerEnd : before ? before.end : section.innerStart
  if (!own?.selfClosing)
    return [{ start: at, end: at, pieces: [{ k: 'either', first: [], later: [own ? restart(w) : restarted(w, note)] }] }]
  return [{ start: own.start, end: own.end, pieces: [{ k: 'either', first: [sliceOf(part, own)], later: [restarted(w, note)] }] }]
}

function renumbered(part: XmlPart, node: XmlNode): Cut {
  const own = sliceOf(part, node)
  const at = attrAt(part, node, 'w:start')
  const on = at ? own : own.replace(/^<[^\s/>]+/, (tag) => `${tag} ${part.w}start="1"`)
  const off = at ? part.xml.slice(node.start, at.start) + part.xml.slice(at.end, node.end) : own
  return { start: node.start, end: node.end, pieces: [{ k: 'either', first: [own], later: [{ k: 'restart', on, off }] }] }
}

/** An empty paragraph behind a page break: some readers drop it when it carries the section, and its page with it. */
function aloneOnPage(last: XmlNode, previous: XmlNode | undefined): boolean {
  const nodes = [...below(last)]
  if (nodes.some((node) => node.parent?.name === 'w:r' && !/^w:(rPr|lastRenderedPageBreak)$/.test(node.name))) return false
  const before = previous ? [...below(previous)].filter((node) => /^w:(t|br|drawing|pict|tab|sym)$/.test(node.name)).at(-1) : undefined
  return nodes.some((node) => node.name === 'w:pageBreakBefore') || before?.attrs['w:type'] === 'page'
}

/** What stands before page numbering in the order that Word insists on. */
const beforeNumbering = /^w:(headerReference|footerReference|footnotePr|endnotePr|type|pgSz|pgMar|paperSrc|pgBorders|lnNumType)$/

function numberingAdded(part: XmlPart, section: XmlNode): Cut {
  const before = section.children.filter((child) => beforeNumbering.test(child.name)).at(-1)
  const at = before ? before.end : section.innerStart
  const on = `<${part.w}pgNumType ${part.w}start="1"/>`
  return { start: at, end: at, pieces: [{ k: 'either', first: [], later: [{ k: 'restart', on, off: '' }] }] }
}

/** The place of the break: the last paragraph, or a tiny one behind a table or a control. */
function breakCut(part: XmlPart, body: XmlNode, final: XmlNode | undefined, rebuilt: ReadonlySet<XmlNode>): Cut {
  const { w, xml } = part
  const blocks = body.children.filter(isBlock)
  const [last, previous] = [blocks.at(-1), blocks.at(-2)]
  const properties = last && childOf(last, 'w:pPr')
  const cut = (start: number, end: number, open: string, close: string): Cut => ({
    ...{ start, end, pieces: [{ k: 'break', open, close, otherwise: xml.slice(start, end) }] },
  })
  if (last?.name !== 'w:p' || rebuilt.has(last) || (properties && childOf(properties, 'w:sectPr')) || aloneOnPage(last, previous)) {
    const at = final ? final.start : body.innerEnd
    const tiny = `<${w}spacing ${w}before="0" ${w}after="0" ${w}line="20" ${w}lineRule="exact"/><${w}rPr><${w}sz ${w}val="2"/><${w}szCs ${w}val="2"/></${w}rPr>`
    return cut(at, at, `<${w}p><${w}pPr>${tiny}`, `</${w}pPr></${w}p>`)
  }
  if (last.selfClosing) return cut(last.end - 2, last.end, `><${w}pPr>`, `</${w}pPr></${w}p>`)
  if (!properties) return cut(last.innerStart, last.innerStart, `<${w}pPr>`, `</${w}pPr>`)
  if (properties.selfClosing) return cut(properties.start, properties.end, `<${w}pPr>`, `</${w}pPr>`)
  const change = childOf(properties, 'w:pPrChange')
  const at = change ? change.start : properties.innerEnd
  return cut(at, at, '', '')
}
