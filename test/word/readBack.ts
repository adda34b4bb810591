// Reads a produced Word file for the laws: what is in it, what points where. Independent of how it was written.
import { unzipSync } from 'fflate'
import { below, decodeXml, readXml, type XmlNode } from '../../src/word/package/xml.ts'

export interface ReadBack {
  files: Record<string, Uint8Array>
  xml(name: string): string
  nodes(name: string): XmlNode[]
  /** Text of the main part, paragraph by paragraph; line breaks as `\n`, tabs as `\t`. */
  lines: string[]
}

export function readBack(bytes: Uint8Array): ReadBack {
  const files = unzipSync(bytes)
  const xml = (name: string) => decodeXml(files[name] ?? new Uint8Array())
  const read = new Map<string, XmlNode[]>()
  const nodes = (name: string) => {
    const known = read.get(name) ?? [...below(readXml(name, xml(name)).root)]
    read.set(name, known)
    return known
  }
  const lines = nodes('word/document.xml')
    .filter((node) => node.name === 'w:p')
    .map((node) => textOf(node))
  return { files, xml, nodes, lines }
}

function textOf(node: XmlNode): string {
  return node.children
    .map((child) => {
      if (child.name === 'w:p' || child.name === 'mc:Fallback') return ''
      if (child.name === 'w:t') return child.text
      if (child.name === 'w:br') return '\n'
      return child.name === 'w:tab' && child.parent?.name === 'w:r' ? '\t' : textOf(child)
    })
    .join('')
}

const xmlNames = (doc: ReadBack) => Object.keys(doc.files).filter((name) => /\.(xml|rels)$/.test(name))
const attrs = (nodes: XmlNode[], name: RegExp, attr: string) =>
  nodes.flatMap((node) => (name.test(node.name) ? (node.attrs[attr] ?? []) : []))
const twice = (values: string[]) => {
  const seen = new Set<string>()
  return values.filter((value) => seen.size === seen.add(value).size)
}

/** Everything that Word would stumble over; empty when all is well. */
export function complaints(bytes: Uint8Array): string[] {
  const doc = readBack(bytes)
  return [...idComplaints(doc), ...nestingComplaints(doc), ...relationComplaints(doc), ...typeComplaints(doc)]
}

function idComplaints(doc: ReadBack): string[] {
  const nodes = doc.nodes('word/document.xml')
  const has = (name: string) => doc.files[name] !== undefined
  const spaces: [string, string[]][] = [
    ['drawing', attrs(nodes, /^wp:docPr$/, 'id')],
    ['bookmark id', attrs(nodes, /^w:bookmarkStart$/, 'w:id')],
    ['bookmark name', attrs(nodes, /^w:bookmarkStart$/, 'w:name')],
    [
      'control',
      attrs(
        nodes.filter((node) => node.parent?.name === 'w:sdtPr'),
        /^w:id$/,
        'w:val',
      ),
    ],
    [
      'paraId',
      attrs(
        nodes.filter((node) => !inFallback(node)),
        /^w:p$/,
        'w14:paraId',
      ),
    ],
    ...['footnote', 'endnote', 'comment'].map((kind): [string, string[]] => [
      kind,
      attrs(nodes, new RegExp(`^w:${kind}Reference$`), 'w:id'),
    ]),
  ]
  const found = spaces.flatMap(([space, ids]) => twice(ids).map((id) => `${space} twice: ${id}`))
  const starts = attrs(nodes, /^w:bookmarkStart$/, 'w:id')
    .sort()
    .join()
  if (
    starts !==
    attrs(nodes, /^w:bookmarkEnd$/, 'w:id')
      .sort()
      .join()
  )
    found.push('bookmarks do not pair')
  for (const [kind, name] of [
    ['footnote', 'word/footnotes.xml'],
    ['endnote', 'word/endnotes.xml'],
    ['comment', 'word/comments.xml'],
  ] as const) {
    const ids = has(name) ? attrs(doc.nodes(name), new RegExp(`^w:${kind}$`), 'w:id') : []
    found.push(...twice(ids).map((id) => `${kind} defined twice: ${id}`))
    const known = new Set(ids)
    for (const id of attrs(nodes, new RegExp(`^w:${kind}Reference$`), 'w:id')) if (!known.has(id)) found.push(`no ${kind} ${id}`)
  }
  const lists = has('word/numbering.xml') ? attrs(doc.nodes('word/numbering.xml'), /^w:num$/, 'w:numId') : []
  found.push(...twice(lists).map((id) => `list twice: ${id}`))
  const known = new Set(lists)
  for (const id of attrs(nodes, /^w:numId$/, 'w:val')) if (id !== '0' && lists.length > 0 && !known.has(id)) found.push(`no list ${id}`)
  return [...found, ...fieldComplaints(nodes)]
}

/** Word itself gives the paragraphs of a text box's two forms the same id. */
const inFallback = (node: XmlNode | null): boolean => node !== null && (node.name === 'mc:Fallback' || inFallback(node.parent))

/** What may stand where, as far as a slip of ours could break it: Word refuses such a file where LibreOffice reads on. */
function nestingComplaints(doc: ReadBack): string[] {
  const parts = Object.keys(doc.files).filter((name) => /^word\/(document|header|footer|footnotes|endnotes|comments)[^/]*\.xml$/.test(name))
  return parts.flatMap((part) => doc.nodes(part).flatMap((node) => misplaced(node).map((what) => `${part}: ${what}`)))
}

function misplaced(node: XmlNode): string[] {
  const parent = node.parent?.name ?? ''
  const last = node.children.at(-1)
  const found: string[] = []
  if (node.name === 'w:p' && /^w:(p|r|hyperlink|smartTag|fldSimple|pPr|rPr|tbl|tr)$/.test(parent)) found.push(`a paragraph in ${parent}`)
  if (node.name === 'w:r' && /^w:(body|r|t|tc|tr|tbl|pPr|rPr)$/.test(parent)) found.push(`a run in ${parent}`)
  if (/^w:(t|tab|br|instrText|fldChar|sym)$/.test(node.name) && /^w:(p|body|t|tc)$/.test(parent)) found.push(`${node.name} in ${parent}`)
  if (node.name === 'w:tbl' && parent === 'w:p') found.push('a table in a paragraph')
  if (node.name === 'w:tc' && !(last && /^w:(p|sdt|customXml|bookmarkEnd)$/.test(last.name)))
    found.push('a cell without a paragraph at its end')
  if (/^w:(tr|tbl|sdtContent|txbxContent|hdr|ftr)$/.test(node.name) && node.children.length === 0) found.push(`nothing in ${node.name}`)
  if (/^w:(r w:r|p w:p)Pr$/.test(`${parent} ${node.name}`) && node.parent?.children[0] !== node)
    found.push(`${node.name} not first in ${parent}`)
  if (node.name === 'w:sectPr' && parent === 'w:body' && node.parent?.children.at(-1) !== node) found.push('a section in the middle')
  return found
}

function fieldComplaints(nodes: XmlNode[]): string[] {
  const types = attrs(nodes, /^w:fldChar$/, 'w:fldCharType')
  const begins = types.filter((type) => type === 'begin').length
  return begins === types.filter((type) => type === 'end').length ? [] : ['fields out of balance']
}

function relationComplaints(doc: ReadBack): string[] {
  return xmlNames(doc).flatMap((name) => {
    if (name.endsWith('.rels')) return danglingTargets(doc, name)
    const rels = name.replace(/([^/]*)$/, '_rels/$1.rels')
    const known = new Set(doc.files[rels] ? attrs(doc.nodes(rels), /Relationship$/, 'Id') : [])
    const used = doc
      .nodes(name)
      .flatMap((node) => Object.entries(node.attrs).flatMap(([attr, value]) => (attr.startsWith('r:') ? value : [])))
    return used.filter((id) => id !== '' && !known.has(id)).map((id) => `${name}: no relation ${id}`)
  })
}

function danglingTargets(doc: ReadBack, rels: string): string[] {
  const nodes = doc.nodes(rels)
  const folder = rels.replace(/_rels\/[^/]*$/, '')
  const found = twice(attrs(nodes, /Relationship$/, 'Id')).map((id) => `${rels}: twice ${id}`)
  for (const node of nodes) {
    const target = node.attrs['Target'] ?? ''
    if (node.attrs['TargetMode'] === 'External') continue
    const name = target.startsWith('/') ? target.slice(1) : new URL(target, `http://x/${folder}`).pathname.slice(1)
    if (!doc.files[decodeURIComponent(name)]) found.push(`${rels}: nothing at ${target}`)
    if (/mailMerge|recipientData|attachedTemplate|vbaProject/.test(node.attrs['Type'] ?? '')) found.push(`${rels}: ${node.attrs['Type']}`)
  }
  return found
}

function typeComplaints(doc: ReadBack): string[] {
  const nodes = doc.nodes('[Content_Types].xml')
  const overrides = attrs(nodes, /Override$/, 'PartName')
  const defaults = attrs(nodes, /Default$/, 'Extension').map((extension) => extension.toLowerCase())
  const names = Object.keys(doc.files).filter((name) => name !== '[Content_Types].xml')
  const untyped = names.filter(
    (name) => !overrides.includes(`/${name}`) && !defaults.includes(name.slice(name.lastIndexOf('.') + 1).toLowerCase()),
  )
  const first = Object.keys(doc.files)[0] === '[Content_Types].xml' ? [] : ['content types are not first']
  const missing = overrides.filter((name) => !doc.files[name.slice(1)] && !doc.files[decodeURIComponent(name.slice(1))])
  return [
    ...first,
    ...twice(overrides).map((name) => `type twice: ${name}`),
    ...untyped.map((name) => `no type: ${name}`),
    ...missing.map((name) => `type of nothing: ${name}`),
  ]
}
