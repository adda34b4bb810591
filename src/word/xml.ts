// Reads an XML part into a light tree that knows where each element stands in the source text.
// Nothing is ever written from the tree: letters are made of exact slices of the source.
import { SaxesParser, type SaxesTagNS } from 'saxes'
import { Refusal, stop } from './findings.ts'

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

const usual = (uri: string, local: string, written: string) => {
  const prefix = uri === '' ? '' : prefixes[uri]
  return prefix === undefined ? `?${written}` : prefix === '' ? local : `${prefix}:${local}`
}

/** Parses strictly. A DOCTYPE is XML_DTD, anything not well-formed XML_BAD with the parser's words. */
export function readXml(name: string, xml: string): XmlPart {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const tree = growTree(parser, xml)
  parser.on('error', (error) => stop('XML_BAD', { part: name, detail: error.message }))
  parser.on('doctype', () => stop('XML_DTD', { part: name }))
  try {
    parser.write(xml).close()
  } catch (error) {
    if (error instanceof Refusal) throw error
    stop('XML_BAD', { part: name, detail: error instanceof Error ? error.message : 'unreadable' })
  }
  const { root, w } = tree
  return root ? { name, xml, root, w } : stop('XML_BAD', { part: name, detail: 'empty' })
}

type Parser = SaxesParser<{ xmlns: true; position: true }>

function growTree(parser: Parser, xml: string): { root: XmlNode | null; w: string } {
  const tree: { root: XmlNode | null; w: string } = { root: null, w: '' }
  let open: XmlNode | null = null
  let start = 0
  const addText = (text: string) => {
    if (open) open.text += text
  }
  parser.on('opentagstart', () => (start = xml.lastIndexOf('<', parser.position - 1)))
  parser.on('opentag', (tag) => {
    const node = newNode(tag, open, start, parser.position)
    if (open) open.children.push(node)
    else Object.assign(tree, { root: node, w: prefixFor(tag) })
    open = node
  })
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.on('closetag', () => {
    const node = open as XmlNode
    node.end = parser.position
    if (!node.selfClosing) node.innerEnd = xml.lastIndexOf('<', node.end - 1)
    open = node.parent
  })
  return tree
}

function newNode(tag: SaxesTagNS, parent: XmlNode | null, start: number, at: number): XmlNode {
  const attrs: Record<string, string> = {}
  const written: Record<string, string> = {}
  for (const attr of Object.values(tag.attributes)) {
    const name = usual(attr.uri, attr.local, attr.name)
    attrs[name] = attr.value
    written[name] = attr.name
  }
  const places = { start, innerStart: at, innerEnd: at, end: at, selfClosing: tag.isSelfClosing }
  return { name: usual(tag.uri, tag.local, tag.name), tag: tag.name, attrs, written, parent, children: [], text: '', ...places }
}

/** Attributes need a prefix, so one is preferred where the elements have none. */
function prefixFor(tag: { prefix: string; uri: string; ns: Record<string, string> }): string {
  const prefix = tag.prefix || Object.keys(tag.ns).find((known) => known !== '' && tag.ns[known] === tag.uri)
  return prefix ? `${prefix}:` : ''
}

/** XML bytes as text: UTF-8, or UTF-16 with its mark; the declaration then says UTF-8, as it is written again. */
export function decodeXml(bytes: Uint8Array): string {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (!wide) return new TextDecoder().decode(bytes)
  return new TextDecoder(wide).decode(bytes).replace(/^(<\?xml[^>]*encoding=["'])utf-16[^"']*/i, '$1UTF-8')
}

export const childOf = (node: XmlNode, name: string): XmlNode | undefined => node.children.find((child) => child.name === name)

/** Every element below, in the order of the document. */
export function* below(node: XmlNode): Generator<XmlNode> {
  for (const child of node.children) {
    yield child
    yield* below(child)
  }
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
