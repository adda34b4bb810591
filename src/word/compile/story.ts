// A story is text that reads in one go: the body, a header, a note, a text box. Its paragraphs and runs become a row of tokens,
// so that fields can be found across runs and paragraphs. Deleted text of tracked changes is not read.
import { childOf, type XmlNode } from '../package/xml.ts'

export type TokenKind = 'begin' | 'separate' | 'end' | 'code' | 'simple' | 'simpleEnd' | 'text' | 'mark' | 'other'

export interface Token {
  kind: TokenKind
  node: XmlNode
  /** The run it stands in; for a simple field and for a mark of a range the element itself. */
  run: XmlNode
  para: XmlNode | null
}

const properties = /^w:(p|r|sdt|sdtEnd|tbl|tr|tc|tblEx|sect|customXml|smartTag|num|ruby|tblGrid)Pr$|^w:(tblGrid|sectPr|tblPrEx)$/
/** Marks that take no place on paper. */
const silent = new Set(['w:lastRenderedPageBreak', 'w:proofErr', 'w:fldData', 'w:softHyphen'])
const rangeMarks = /^w:(bookmark|commentRange|perm|move\w+Range|customXml\w+Range)(Start|End)?$/

export const isRangeMark = (node: XmlNode): boolean => rangeMarks.test(node.name)

export const isBlock = (node: XmlNode): boolean => /^w:(p|tbl|sdt|customXml|altChunk)$/.test(node.name)

/** The stories below a node, itself included; each as its tokens in order. */
export function storiesOf(root: XmlNode): Token[][] {
  const stories: Token[][] = []
  const roots = [root]
  for (let top = roots.pop(); top; top = roots.pop()) {
    const tokens: Token[] = []
    read(top, null, null, tokens, roots)
    stories.push(tokens)
  }
  return stories
}

function read(node: XmlNode, para: XmlNode | null, run: XmlNode | null, tokens: Token[], boxes: XmlNode[]): void {
  for (const child of node.children) {
    if (properties.test(child.name) || child.name === 'w:del' || child.name === 'w:moveFrom') continue
    if (child.name === 'w:txbxContent') boxes.push(child)
    else if (child.name === 'w:p') read(child, child, null, tokens, boxes)
    else if (child.name === 'w:r') read(child, para, child, tokens, boxes)
    else if (child.name === 'w:fldSimple') readSimple(child, para, tokens, boxes)
    else if (isRangeMark(child)) tokens.push({ kind: 'mark', node: child, run: child, para })
    else if (run) readInRun(child, para, run, tokens, boxes)
    else {
      if (child.name.startsWith('?') || child.name === 'mc:AlternateContent') tokens.push({ kind: 'other', node: child, run: child, para })
      read(child, para, null, tokens, boxes)
    }
  }
}

function readSimple(node: XmlNode, para: XmlNode | null, tokens: Token[], boxes: XmlNode[]): void {
  tokens.push({ kind: 'simple', node, run: node, para })
  read(node, para, null, tokens, boxes)
  tokens.push({ kind: 'simpleEnd', node, run: node, para })
}

function readInRun(node: XmlNode, para: XmlNode | null, run: XmlNode, tokens: Token[], boxes: XmlNode[]): void {
  const kind = kindOf(node)
  if (kind) tokens.push({ kind, node, run, para })
  if (kind === 'other') read(node, para, run, [], boxes)
}

function kindOf(node: XmlNode): TokenKind | null {
  if (silent.has(node.name)) return null
  if (node.name === 'w:t') return 'text'
  if (node.name === 'w:instrText') return 'code'
  if (node.name !== 'w:fldChar') return 'other'
  const type = node.attrs['w:fldCharType']
  return type === 'begin' || type === 'separate' || type === 'end' ? type : null
}

/** The run properties, for looking up in the source. */
export const runFormat = (run: XmlNode): XmlNode | undefined => childOf(run, 'w:rPr')
