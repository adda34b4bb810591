// Numbered lists begin again with each letter: every letter after the first gets lists of its own,
// that look like the template's and start where it starts.
import type { Cut } from './cuts.ts'
import type { Ids } from './ids.ts'
import { ofStyle } from './paragraphs.ts'
import type { ListPlan, Piece } from '../plan.ts'
import { attrAt, below, childOf, sliceOf, type XmlNode, type XmlPart } from '../package/xml.ts'

interface Uses {
  /** The levels that each list uses. */
  levels: Map<string, Set<string>>
}

/** What a paragraph style says about numbering. */
type StyleList = { list: string; level: string }

/** The cuts for a story's list paragraphs, and the plan of the lists that further letters need. */
export function listCuts(main: XmlPart, numbering: XmlPart, styles: XmlPart | undefined, ids: Ids): { cuts: Cut[]; plan: ListPlan | null } {
  const lists = new Map(numbering.root.children.filter((node) => node.name === 'w:num').map((node) => [node.attrs['w:numId'] ?? '', node]))
  const uses: Uses = { levels: new Map() }
  const byStyle = styles ? styleLists(styles, numbering, lists) : new Map<string, StyleList>()
  const cuts: Cut[] = []
  for (const node of below(main.root)) {
    if (node.name === 'w:numPr' && node.parent?.name === 'w:pPr') cuts.push(...ownCut(main, node, lists, uses, ids))
    if (node.name === 'w:pPr' && !childOf(node, 'w:numPr')) cuts.push(...styleCut(main, node, byStyle, uses, ids))
  }
  const used = ids.ownOf('num')
  for (const id of lists.keys()) ids.reserve('num', id)
  if (used.length === 0) return { cuts, plan: null }
  const last = numbering.root.children.filter((node) => node.name === 'w:num').at(-1) as XmlNode
  const plans = used.map((id) => furtherList(numbering, lists.get(id) as XmlNode, uses.levels.get(id) ?? new Set()))
  return { cuts, plan: { part: numbering.name, head: numbering.xml.slice(0, last.end), tail: numbering.xml.slice(last.end), lists: plans } }
}

const valueOf = (node: XmlNode | undefined): string | undefined => node?.attrs['w:val']

function note(uses: Uses, list: string, level: string): void {
  uses.levels.set(list, (uses.levels.get(list) ?? new Set()).add(level))
}

function ownCut(main: XmlPart, node: XmlNode, lists: ReadonlyMap<string, XmlNode>, uses: Uses, ids: Ids): Cut[] {
  const id = childOf(node, 'w:numId')
  const own = valueOf(id)
  const at = id && attrAt(main, id, 'w:val')
  if (!at || own === undefined || !lists.has(own)) return []
  note(uses, own, valueOf(childOf(node, 'w:ilvl')) ?? '0')
  return [{ start: at.from, end: at.to, pieces: [ids.shared('num', own)] }]
}

const beforeNumbering = /^w:(pStyle|keepNext|keepLines|pageBreakBefore|framePr|widowControl)$/

/** A paragraph numbered by its style gets a list of its own from the second letter on. */
function styleCut(main: XmlPart, properties: XmlNode, byStyle: ReadonlyMap<string, StyleList>, uses: Uses, ids: Ids): Cut[] {
  const list = byStyle.get(valueOf(childOf(properties, 'w:pStyle')) ?? '')
  if (!list) return []
  note(uses, list.list, list.level)
  const before = properties.children.filter((child) => beforeNumbering.test(child.name)).at(-1)
  const at = before ? before.end : properties.innerStart
  const { w } = main
  const open = `<${w}numPr><${w}ilvl ${w}val="${list.level}"/><${w}numId ${w}val="`
  const later: Piece[] = [open, ids.shared('num', list.list), `"/></${w}numPr>`]
  return [{ start: at, end: at, pieces: [{ k: 'either', first: [], later }] }]
}

function styleLists(styles: XmlPart, numbering: XmlPart, lists: ReadonlyMap<string, XmlNode>): Map<string, StyleList> {
  const byId = new Map(styles.root.children.filter((node) => node.name === 'w:style').map((node) => [node.attrs['w:styleId'] ?? '', node]))
  const known = new Map<string, string | undefined>()
  const found = new Map<string, StyleList>()
  for (const id of byId.keys()) {
    const list = ofStyle(id, byId, known, listOfStyle)
    const num = list === undefined || list === '0' ? undefined : lists.get(list)
    if (list !== undefined && num) found.set(id, { list, level: levelOfStyle(numbering, num, id) })
  }
  return found
}

/** The list a style names itself; `0`, which is none, ends the search. */
function listOfStyle(style: XmlNode): string | undefined {
  if (style.attrs['w:type'] !== 'paragraph') return '0'
  const properties = childOf(style, 'w:pPr')
  const own = properties && childOf(properties, 'w:numPr')
  return own && valueOf(childOf(own, 'w:numId'))
}

function levelOfStyle(numbering: XmlPart, num: XmlNode, style: string): string {
  const level = abstractOf(numbering, num)?.children.find((node) => valueOf(childOf(node, 'w:pStyle')) === style)
  return level?.attrs['w:ilvl'] ?? '0'
}

const abstractOf = (numbering: XmlPart, num: XmlNode): XmlNode | undefined => {
  const id = valueOf(childOf(num, 'w:abstractNumId'))
  return numbering.root.children.find((node) => node.name === 'w:abstractNum' && node.attrs['w:abstractNumId'] === id)
}

/** What follows the number of a further list: same levels, each used one starting again. */
function furtherList(numbering: XmlPart, num: XmlNode, levels: ReadonlySet<string>): string {
  const { w } = numbering
  const abstract = childOf(num, 'w:abstractNumId')
  const own = new Map(num.children.filter((node) => node.name === 'w:lvlOverride').map((node) => [node.attrs['w:ilvl'] ?? '0', node]))
  const all = [...new Set([...own.keys(), ...levels])].sort((a, b) => Number(a) - Number(b))
  const overrides = all.map((level) => {
    const known = own.get(level)
    const levelNode = known && childOf(known, 'w:lvl')
    const start = `<${w}startOverride ${w}val="${startOf(numbering, num, known, level)}"/>`
    return `<${w}lvlOverride ${w}ilvl="${level}">${start}${levelNode ? sliceOf(numbering, levelNode) : ''}</${w}lvlOverride>`
  })
  return `${abstract ? sliceOf(numbering, abstract) : ''}${overrides.join('')}</${w}num>`
}

function startOf(numbering: XmlPart, num: XmlNode, known: XmlNode | undefined, level: string): string {
  const given = known && valueOf(childOf(known, 'w:startOverride'))
  if (given !== undefined) return given
  const abstract = abstractOf(numbering, num)
  const node =
    (known && childOf(known, 'w:lvl')) ?? abstract?.children.find((child) => child.name === 'w:lvl' && child.attrs['w:ilvl'] === level)
  return valueOf(node && childOf(node, 'w:start')) ?? '1'
}
