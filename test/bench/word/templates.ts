// The letter as a template of each engine: the same words and formats, only the fields are written as the engine wants them.
import { char, code, makeDocx, page, part, picture, relation } from '../../word/makeDocx.ts'
import { closing, logoPng, paragraph, subject, tableWords, type FieldName } from './letter.ts'

const format =
  '<w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="de-CH"/></w:rPr>'
const inner = format.slice('<w:rPr>'.length, -'</w:rPr>'.length)
export const words = (text: string) => `<w:r>${format}<w:t xml:space="preserve">${text}</w:t></w:r>`
/** As Word writes a paragraph: with the marks of its editing sessions. */
export const line = (content: string, more = '') =>
  `<w:p w:rsidR="00A77427" w:rsidRDefault="007F1D13"><w:pPr>${more}<w:spacing w:after="120" w:line="264" w:lineRule="auto"/>${format}</w:pPr>${content}</w:p>`

/** A complex field as Word writes it, its instruction in two runs. */
export const complex = (instruction: string, result: string) =>
  char('begin', inner) +
  code(` ${instruction} `, inner) +
  code('\\* MERGEFORMAT ', inner) +
  char('separate', inner) +
  words(result) +
  char('end', inner)
export const mergeField = (name: string) => complex(`MERGEFIELD ${name}`, `«${name}»`)

type Notation = (name: FieldName) => string

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('')

function letterTable(field: Notation): string {
  const rows = tableWords.map((cells, row) =>
    cells.map((text, cell) => (row === 1 && cell > 0 ? field(cell === 1 ? 'amount' : 'dueDate') : words(text))),
  )
  const cellOf = (content: string) => `<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>${line(content)}</w:tc>`
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>` +
    `<w:tblGrid>${'<w:gridCol w:w="3000"/>'.repeat(3)}</w:tblGrid>${rows.map((cells) => `<w:tr>${cells.map(cellOf).join('')}</w:tr>`).join('')}</w:tbl>`
  )
}

export const bodyOf = (field: Notation, more = ''): string =>
  line(field('company')) +
  line(field('firstName') + words(' ') + field('lastName')) +
  line(field('street')) +
  line(field('zip') + words(' ') + field('city')) +
  line(field('country')) +
  line(words('Ihre Nummer: ') + field('contactNo')) +
  line(words(subject), '<w:keepNext/>') +
  line(field('salutation') + words(',')) +
  line(words(paragraph)).repeat(2) +
  letterTable(field) +
  line(field('comment')) +
  line(words(paragraph)) +
  line(words(closing)) +
  more

/** Styles as Word hands them out: a small part of them is used. */
const style = (at: number) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="Style${at}"><w:name w:val="Style ${at}"/><w:basedOn w:val="Normal"/><w:uiPriority w:val="${at}"/><w:qFormat/>` +
  `<w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${40 * at}" w:after="${20 * at}"/><w:outlineLvl w:val="${at % 9}"/></w:pPr>` +
  `<w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria"/><w:b/><w:bCs/><w:color w:val="${String(200_000 + at * 4321)}"/><w:sz w:val="${20 + at}"/></w:rPr></w:style>`
const styles = part(
  'styles',
  `<w:docDefaults><w:rPrDefault>${format}</w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
    Array.from({ length: 30 }, (_, at) => style(at)).join(''),
)
const settings = part('settings', '<w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:hyphenationZone w:val="425"/>')
const pageNumber =
  words('Seite ') + char('begin', inner) + code(' PAGE ', inner) + char('separate', inner) + words('1') + char('end', inner)

interface More {
  header?: string
  notes?: string
}

/** Around a body all that a letter made in Word has: logo in the header, page number in the footer, styles, settings. */
export function letterDocx(body: string, { header = '', notes }: More = {}): Uint8Array {
  const noteParts = notes ? [{ name: 'footnotes.xml', type: 'footnotes', id: 'rIdN', xml: part('footnotes', notes) }] : []
  const logo = relation('rId1', 'image', 'media/logo.png')
  return makeDocx({
    body,
    section:
      '<w:sectPr><w:headerReference w:type="default" r:id="rIdH"/><w:footerReference w:type="default" r:id="rIdF"/>' +
      `${page}<w:pgNumType w:start="1"/><w:cols w:space="708"/></w:sectPr>`,
    parts: [
      { name: 'header1.xml', type: 'header', id: 'rIdH', xml: part('hdr', line(picture('rId1', 1) + header)), rels: logo },
      { name: 'footer1.xml', type: 'footer', id: 'rIdF', xml: part('ftr', line(pageNumber)) },
      { name: 'styles.xml', type: 'styles', id: 'rIdS', xml: styles },
      { name: 'settings.xml', type: 'settings', id: 'rIdT', xml: settings },
      ...noteParts,
    ],
    files: { 'word/media/logo.png': logoPng() },
  })
}

export const wordTemplate = (): Uint8Array => letterDocx(bodyOf(mergeField))

/** `{name}`, and the letters of one document in a loop over the body: all but the first begin on a new page. */
const braces: Notation = (name) => words(`{${name}}`)
const newPage = line('<w:r><w:br w:type="page"/></w:r>')
export const bracesTemplate = (): Uint8Array => letterDocx(bodyOf(braces))
export const bracesLoop = (): Uint8Array =>
  letterDocx(
    line(words('{#letters}')) +
      line(words('{#notFirst}')) +
      newPage +
      line(words('{/notFirst}')) +
      bodyOf(braces) +
      line(words('{/letters}')),
  )

/** The commands of docx-templates. */
export const commandTemplate = (): Uint8Array => letterDocx(bodyOf((name) => words(`{INS ${name}}`)))
export const commandLoop = (): Uint8Array =>
  letterDocx(
    line(words('{FOR one IN letters}')) +
      line(words('{IF $one.notFirst}')) +
      newPage +
      line(words('{END-IF}')) +
      bodyOf((name) => words(`{INS $one.${name}}`)) +
      line(words('{END-FOR one}')),
  )
