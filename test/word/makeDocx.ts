// Builds small Word files for the tests from XML written in them: no binary files, each sample shows what it is about.
import { strToU8, zipSync } from 'fflate'

export interface Part {
  /** Below `word/`. */
  name: string
  xml: string
  /** Relation type and content type, by the last word: header, footer, footnotes, numbering, styles, settings, comments. */
  type: string
  id: string
  rels?: string
}

export interface DocxSource {
  body: string
  section?: string | null
  parts?: Part[]
  /** Further relations of the main part. */
  rels?: string
  mainType?: string
  files?: Record<string, string | Uint8Array>
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packageRels = 'http://schemas.openxmlformats.org/package/2006/relationships'
const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const names = [
  ['w', 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'],
  ['r', office],
  ['wp', 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing'],
  ['a', 'http://schemas.openxmlformats.org/drawingml/2006/main'],
  ['pic', 'http://schemas.openxmlformats.org/drawingml/2006/picture'],
  ['mc', 'http://schemas.openxmlformats.org/markup-compatibility/2006'],
  ['wps', 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape'],
  ['v', 'urn:schemas-microsoft-com:vml'],
  ['w14', 'http://schemas.microsoft.com/office/word/2010/wordml'],
]
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(' ')

const root = `${names} mc:Ignorable="w14"`
export const page =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1134" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/>'
export const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode}/>`
export const relations = (inner: string) => `${declaration}<Relationships xmlns="${packageRels}">${inner}</Relationships>`
/** A part's XML around its content: `hdr`, `ftr`, `numbering`, … */
export const part = (tag: string, inner: string) => `${declaration}<w:${tag} ${root}>${inner}</w:${tag}>`

export function makeFiles(source: DocxSource): Record<string, Uint8Array> {
  const parts = source.parts ?? []
  const section = source.section === null ? '' : (source.section ?? `<w:sectPr>${page}</w:sectPr>`)
  const overrides = parts.map(({ name, type }) => `<Override PartName="/word/${name}" ContentType="${wordType}.${type}+xml"/>`).join('')
  const types =
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>` +
    `<Override PartName="/word/document.xml" ContentType="${source.mainType ?? `${wordType}.document.main+xml`}"/>${overrides}</Types>`
  const files: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': types,
    '_rels/.rels': relations(relation('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': part('document', `<w:body>${source.body}${section}</w:body>`),
    'word/_rels/document.xml.rels': relations(parts.map(({ id, type, name }) => relation(id, type, name)).join('') + (source.rels ?? '')),
    ...Object.fromEntries(parts.map(({ name, xml }) => [`word/${name}`, xml])),
    ...Object.fromEntries(parts.flatMap(({ name, rels }) => (rels ? [[`word/_rels/${name}.rels`, relations(rels)]] : []))),
    ...source.files,
  }
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content]),
  )
}

export const makeDocx = (source: DocxSource): Uint8Array => zipSync(makeFiles(source))

export const text = (words: string, format = '') =>
  `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
export const para = (inner: string, properties = '') => `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${inner}</w:p>`
export const char = (type: 'begin' | 'separate' | 'end', format = '') =>
  `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:fldChar w:fldCharType="${type}"/></w:r>`
export const code = (words: string, format = '') =>
  `<w:r>${format && `<w:rPr>${format}</w:rPr>`}<w:instrText xml:space="preserve">${words}</w:instrText></w:r>`
/** A complex field with a result. */
export const field = (instruction: string, result = '«…»', format = '') =>
  char('begin', format) + code(` ${instruction} `, format) + char('separate', format) + text(result, format) + char('end', format)
export const simple = (instruction: string, result = '«…»') => `<w:fldSimple w:instr=" ${instruction} ">${text(result)}</w:fldSimple>`
export const cell = (inner: string) => `<w:tc><w:tcPr><w:tcW w:w="4500" w:type="dxa"/></w:tcPr>${inner}</w:tc>`
export const table = (...rows: string[][]) =>
  `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="4500"/><w:gridCol w:w="4500"/></w:tblGrid>` +
  rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('') +
  '</w:tbl>'

const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
/** One blue dot. */
export const dot = bytesOf('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPj/HwADBwIAMCbHYQAAAABJRU5ErkJggg==')
export const picture = (rel: string, id: number) =>
  `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="400000" cy="200000"/><wp:docPr id="${id}" name="Logo ${id}"/><a:graphic>` +
  `<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="0" name="logo"/><pic:cNvPicPr/></pic:nvPicPr>` +
  `<pic:blipFill><a:blip r:embed="${rel}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="400000" cy="200000"/></a:xfrm>` +
  `<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
