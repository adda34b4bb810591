// A Word file that is written straight from its parts: a body, a page, styles and pictures. The same body gives the same bytes.
import { clean, escapeXml } from '../emit/text.ts'
import { joinedBytes } from '../../base/bytes.ts'
import { pack, ZipStretch } from '../zip/zipWrite.ts'

/** Lengths in twentieths of a point. */
export interface Page {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  /** Windows' number of a paper or envelope, by which a printer finds it: DEVMODE's dmPaperSize. */
  code?: number
}

export interface FilePicture {
  type: 'image/png' | 'image/jpeg' | 'image/gif'
  bytes: Uint8Array
}

export interface WordFile {
  /** What stands in the body, before its page; the namespaces w, wp, a, pic, r, wps and mc are declared. */
  body: readonly string[]
  page: Page
  /** `w:style` elements beside the usual one. */
  styles: string
  title: string
  /** A BCP 47 tag: in it spelling is checked. */
  language: string
  /** The body names them rIdPicture1, rIdPicture2 and so on. */
  pictures?: readonly FilePicture[]
  /** At the foot of every page, so far from its edge: paragraphs. */
  footer?: { distance: number; content: string }
}

/** As it may stand in XML, whatever somebody pasted. */
export const escaped = (text: string): string => escapeXml(clean(text))
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const schemas = 'http://schemas.openxmlformats.org'
const word = `xmlns:w="${schemas}/wordprocessingml/2006/main"`
const spaces = [
  word,
  `xmlns:r="${schemas}/officeDocument/2006/relationships"`,
  `xmlns:wp="${schemas}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${schemas}/drawingml/2006/main"`,
  `xmlns:pic="${schemas}/drawingml/2006/picture"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  `xmlns:mc="${schemas}/markup-compatibility/2006"`,
].join(' ')
const endings = { 'image/png': 'png', 'image/jpeg': 'jpeg', 'image/gif': 'gif' }

/** The bytes of the file. */
export function wordFile(file: WordFile): Uint8Array<ArrayBuffer> {
  const files = new ZipStretch()
  const pictures = file.pictures ?? []
  const document = [head, `<w:document ${spaces}><w:body>`, ...file.body, sectionOf(file), '</w:body></w:document>'].join('')
  files.add(pack('[Content_Types].xml', contentTypes(file)))
  files.add(pack('_rels/.rels', relations(['rId1', 'officeDocument', 'word/document.xml'], ['rId2', 'core', 'docProps/core.xml'])))
  files.add(pack('word/document.xml', document))
  files.add(pack('word/_rels/document.xml.rels', documentRelations(file)))
  files.add(pack('word/styles.xml', stylesOf(file)))
  files.add(pack('word/settings.xml', settings))
  if (file.footer) files.add(pack('word/footer1.xml', `${head}<w:ftr ${spaces}>${file.footer.content}</w:ftr>`))
  files.add(pack('docProps/core.xml', core(file)))
  pictures.forEach((picture, at) => files.add(pack(`word/${pictureName(picture, at)}`, picture.bytes)))
  return joinedBytes([...files.pieces, files.directory.end(files.size)])
}

const pictureName = ({ type }: FilePicture, at: number) => `media/picture${at + 1}.${endings[type]}`

function sectionOf({ page: { width, height, left, right, top, bottom, code }, footer }: WordFile): string {
  const turned = width > height ? ' w:orient="landscape"' : ''
  const paper = code ? ` w:code="${code}"` : ''
  const margins = `w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="0" w:footer="${footer?.distance ?? 0}" w:gutter="0"`
  const foot = footer ? '<w:footerReference w:type="default" r:id="rIdFooter"/>' : ''
  return `<w:sectPr>${foot}<w:pgSz w:w="${width}" w:h="${height}"${turned}${paper}/><w:pgMar ${margins}/></w:sectPr>`
}

function contentTypes({ pictures = [], footer }: WordFile): string {
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const kinds = [...new Set(pictures.map(({ type }) => type))].map(
    (type) => `<Default Extension="${endings[type]}" ContentType="${type}"/>`,
  )
  const part = (name: string, type: string) => `<Override PartName="/${name}" ContentType="${type}"/>`
  return [
    head,
    `<Types xmlns="${schemas}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...kinds,
    part('word/document.xml', `${main}.document.main+xml`),
    part('word/styles.xml', `${main}.styles+xml`),
    part('word/settings.xml', `${main}.settings+xml`),
    footer ? part('word/footer1.xml', `${main}.footer+xml`) : '',
    part('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'),
    '</Types>',
  ].join('')
}

type Relation = readonly [id: string, kind: string, target: string]

function relations(...all: Relation[]): string {
  const one = ([id, kind, target]: Relation) => {
    const type =
      kind === 'core'
        ? `${schemas}/package/2006/relationships/metadata/core-properties`
        : `${schemas}/officeDocument/2006/relationships/${kind}`
    return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`
  }
  return `${head}<Relationships xmlns="${schemas}/package/2006/relationships">${all.map(one).join('')}</Relationships>`
}

const documentRelations = ({ pictures = [], footer }: WordFile) =>
  relations(
    ['rId1', 'styles', 'styles.xml'],
    ['rId2', 'settings', 'settings.xml'],
    ...(footer ? [['rIdFooter', 'footer', 'footer1.xml'] as const] : []),
    ...pictures.map((picture, at): Relation => [`rIdPicture${at + 1}`, 'image', pictureName(picture, at)]),
  )

const stylesOf = ({ styles, language }: WordFile) =>
  [
    `${head}<w:styles ${word}><w:docDefaults><w:rPrDefault><w:rPr>`,
    '<w:rFonts w:ascii="Arial" w:eastAsia="Arial" w:hAnsi="Arial" w:cs="Arial"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
    `<w:lang w:val="${escaped(language || 'en-GB')}"/>`,
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>',
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    styles,
    '</w:styles>',
  ].join('')

/** As Word of today lays out: a table begins where its first cell begins. */
const settings = `${head}<w:settings ${word}><w:zoom w:percent="100"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`

const core = ({ title }: WordFile) =>
  `${head}<cp:coreProperties xmlns:cp="${schemas}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${escaped(title)}</dc:title></cp:coreProperties>`
