// Reads an XML part into a light tree that knows where each element stands in the source text.
// Nothing is ever written from the tree: letters are made of exact slices of the source.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal, stop } from '../findings.ts'

/** An element. `name` has the usual prefix (`w:p`) whatever prefix the file uses; offsets point into the source. */
export interface XmlNode {
  name: string
  /** The name as written. */
  tag: string
  attrs: Record<string, string>
  /** The attributes' names as written. */
  written: Record<string, string>
  parent: XmlNode | null
  children: XmlNode[]
  /** Text directly inside, decoded. */
  text: string
  start: number
  innerStart: number
  innerEnd: number
  end: number
  selfClosing: boolean
}

export interface XmlPart {
  name: string
  xml: string
  root: XmlNode
  /** The prefix that the file uses for Word's own elements, with its colon. */
  w: string
}

const ooxml = 'http://schemas.openxmlformats.org/'
const strict = 'http://purl.oclc.org/ooxml/'
const prefixes: Record<string, string> = {
  [`${ooxml}wordprocessingml/2006/main`]: 'w',
  [`${strict}wordprocessingml/main`]: 'w',
  [`${ooxml}officeDocument/2006/relationships`]: 'r',
  [`${strict}officeDocument/relationships`]: 'r',
  [`${ooxml}drawingml/2006/wordprocessingDrawing`]: 'wp',
  [`${strict}drawingml/wordprocessingDrawing`]: 'wp',
  [`${ooxml}markup-compatibility/2006`]: 'mc',
  [`${ooxml}package/2006/relationships`]: 'rel',
  [`${ooxml}package/2006/content-types`]: 'ct',
  'urn:schemas-microsoft-com:vml': 'v',
  'urn:schemas-microsoft-com:office:office': 'o',
  'http://schemas.microsoft.com/office/word/2010/wordml': 'w14',
  'http://schemas.microsoft.com/office/word/2012/wordml': 'w15',
  'http://schemas.microsoft.com/office/word/2010/wordprocessingShape': 'wps',
}

const known = new Map<string, Map<string, string>>()

/** The name with the usual prefix; the same name is the same string in every element. */
function usual(uri: string, local: string, written: string): string {
  const prefix = uri === '' ? '' : prefixes[uri]
  if (prefix === undefined) return `?${written}`
  if (prefix === '') return local
  let names = known.get(prefix)
  if (!names || names.size > 2_000) known.set(prefix, (names = new Map<string, string>()))
  const name = names.get(local) ?? `${prefix}:${local}`
  names.set(local, name)
  return name
}

const limits = { depth: 256, elements: 500_000 }

/** Parses strictly. A DOCTYPE is XML_DTD, anything not well-formed XML_BAD with its line and the words around it. */
export function readXml(name: string, xml: string): XmlPart {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const bad = (detail: string): never =>
    stop('XML_BAD', { part: name, detail, line: parser.line, where: wordsAround(xml, parser.position) })
  const tree = growTree(parser, xml, bad)
  parser.on('error', () => bad('syntax'))
  parser.on('doctype', () => stop('XML_DTD', { part: name }))
  parser.on('xmldecl', ({ version }) => void (version !== undefined && version !== '1.0' && bad('syntax')))
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof Refusal) throw error
    bad('syntax')
  }
  const { root, w } = tree
  return root ? { name, xml, root, w } : stop('XML_BAD', { part: name, detail: 'empty' })
}

/** At most 60 signs before a place: its words, or the source itself where there are none. */
function wordsAround(xml: string, at: number): string {
  const before = xml.slice(Math.max(0, at - 600), at)
  const words = before
    .replace(/^[^<]*>|<[^>]*(>|$)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return (words || before.replace(/\s+/g, ' ').trim()).slice(-60).toWellFormed()
}

type Parser = SaxesParser<{ xmlns: true; position: true }>

function growTree(parser: Parser, xml: string, bad: (detail: string) => never): { root: XmlNode | null; w: string } {
  const tree: { root: XmlNode | null; w: string } = { root: null, w: '' }
  let open: XmlNode | null = null
  let [start, depth, count] = [0, 0, 0]
  const addText = (text: string) => {
    if (open) open.text += text
  }
  parser.on('opentagstart', () => (start = xml.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', (tag) => {
    if (++depth > limits.depth) bad('depth')
    if (++count > limits.elements) stop('ZIP_LIMIT', { detail: 'xml' })
    const node = newNode(tag, open, start, parser.position)
    if (!open) Object.assign(tree, { root: node, w: prefixFor(tag) })
    else if (open.children.length > 0) open.children.push(node)
    else open.children = [node]
    open = node
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open as XmlNode
    depth--
    node.end = parser.position
    if (!node.selfClosing) node.innerEnd = xml.lastIndexOf('<', node.end - 1)
    open = node.parent
  })
  return tree
}

const noAttributes = Object.freeze(Object.create(null) as Record<string, string>)
const noChildren: XmlNode[] = []

function newNode(tag: SaxesTagNS, parent: XmlNode | null, start: number, at: number): XmlNode {
  const places = { start, innerStart: at, innerEnd: at, end: at, selfClosing: tag.isSelfClosing }
  const { attrs, written } = attributesOf(tag)
  return { name: usual(tag.uri, tag.local, tag.name), tag: tag.name, attrs, written, parent, children: noChildren, text: '', ...places }
}

/** No inherited names: an attribute may be called anything. */
function attributesOf(tag: SaxesTagNS): Pick<XmlNode, 'attrs' | 'written'> {
  let found: Pick<XmlNode, 'attrs' | 'written'> | undefined
  for (const key in tag.attributes) {
    const attr = tag.attributes[key] as SaxesTagNS['attributes'][string]
    const name = usual(attr.uri, attr.local, attr.name)
    found ??= { attrs: Object.create(null) as Record<string, string>, written: Object.create(null) as Record<string, string> }
    found.attrs[name] = attr.value
    found.written[name] = attr.name
  }
  return found ?? { attrs: noAttributes, written: noAttributes }
}

/** Attributes need a prefix, so one is preferred where the elements have none. */
function prefixFor(tag: { prefix: string; uri: string; ns: Record<string, string> }): string {
  const prefix = tag.prefix || Object.keys(tag.ns).find((known) => known !== '' && tag.ns[known] === tag.uri)
  return prefix ? `${prefix}:` : ''
}

export { decodeXml } from './decode.ts'

/** The first child of a name. A paragraph's properties stand before all else in it, or there are none: thousands of runs need not be asked. */
export const childOf = (node: XmlNode, name: string): XmlNode | undefined =>
  node.name === 'w:p' && name === 'w:pPr' && node.children[0]?.name !== name
    ? undefined
    : node.children.find((child) => child.name === name)

/** Every element below, in the order of the document. */
export function* below(node: XmlNode): Generator<XmlNode> {
  const open = node.children.toReversed()
  for (let next = open.pop(); next; next = open.pop()) {
    yield next
    for (let i = next.children.length - 1; i >= 0; i--) open.push(next.children[i] as XmlNode)
  }
}

/** Whether a node stands in the form of a drawing for older readers: what is in it stands in the newer form as well. */
export function isTwin(node: XmlNode): boolean {
  for (let above: XmlNode | null = node; above; above = above.parent) if (above.name === 'mc:Fallback') return true
  return false
}

export const sliceOf = (part: XmlPart, node: XmlNode): string => part.xml.slice(node.start, node.end)

/** Where an attribute's value stands in the source (and the attribute with the blank before it); `name` with the usual prefix. */
export function attrAt(part: XmlPart, node: XmlNode, name: string): { from: number; to: number; start: number; end: number } | null {
  const pattern = /\s+([^\s=]+)\s*=\s*("[^"]*"|'[^']*')/y
  const stopAt = node.selfClosing ? node.end : node.innerStart
  pattern.lastIndex = node.start + 1 + node.tag.length
  for (let match = pattern.exec(part.xml); match && match.index < stopAt; match = pattern.exec(part.xml)) {
    const end = match.index + match[0].length
    if (match[1] === node.written[name]) return { from: end - (match[2] as string).length + 1, to: end - 1, start: match.index, end }
  }
  return null
}

/** The source with some stretches replaced; edits do not overlap. */
export function edited(xml: string, edits: readonly { start: number; end: number; text: string }[]): string {
  let out = ''
  let at = 0
  for (const edit of [...edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
    out += xml.slice(at, edit.start) + edit.text
    at = edit.end
  }
  return out + xml.slice(at)
}
