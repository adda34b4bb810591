// Cover sheets as one Word document, a page for each: our head, the address where a window envelope shows it, the day, the words, and lines
// to write on. BC: CRM/Reports/ContactCoverSheet.Report.al; places of DIN 5008, form B
import { cell, exactRow, exactStyle, linesRun, tableHead, thin, thinEnd, thinStyle } from './boxes.ts'
import { twips } from './labelGrid.ts'
import type { LabelWords } from './labels.ts'
import type { Paced } from './paced.ts'
import { pictureRun, type Picture } from './pictures.ts'
import { escaped, wordFile } from './wordFile.ts'

export interface CoverSheetPage {
  /** Our own name and address, and how we are reached; the first line is the name. */
  head: readonly string[]
  /** One small line above the address, as it is seen through a window. */
  returnLine: string
  address: LabelWords
  day: string
  /** Paragraphs under the words for all: what is remarked for this one person. */
  remark: readonly string[]
}

export interface CoverSheetPages {
  paper: 'A4' | 'Letter'
  logo: Picture | undefined
  logoWords: string
  title: string
  heading: string
  /** Paragraphs. */
  text: readonly string[]
  /** Empty lines to write on by hand, and the word above them. */
  ruled: number
  ruledWords: string
  to: readonly CoverSheetPage[]
  language: string
}

const papers = { A4: { width: 210, height: 297, code: 9 }, Letter: { width: 215.9, height: 279.4, code: 1 } }
/** In millimetres: where the first row begins, the window, and the text (DIN 5008, form B). */
const places = { top: 12, left: 25, right: 20, bottom: 20, window: 45, address: 62.7, text: 98.5 }
/** The room of the address in the window, in millimetres. */
export const coverAddress = { width: 80, height: 27.3 }
const logoRoom = { width: 70, height: 28 }

export async function coverSheetDocument(pages: CoverSheetPages, paced: Paced): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const paper = papers[pages.paper]
  const body: string[] = []
  for (const [at, page] of pages.to.entries()) {
    const before = at === 0 ? '' : '<w:pageBreakBefore/>'
    body.push(`<w:p><w:pPr><w:pStyle w:val="Thin"/>${before}</w:pPr></w:p>`, headOf(pages, page, at, paper.width), ...wordsOf(pages, page))
    if (at % 50 === 49 && !(await paced.step(at + 1))) return undefined
  }
  // Words never end in a table here, so nothing has to stand behind them; a file without anybody is not asked for.
  if (body.length === 0) body.push(thinEnd())
  const [width, height] = [twips(paper.width), twips(paper.height)]
  const margins = { left: twips(places.left), right: twips(places.right), top: twips(places.top), bottom: twips(places.bottom) }
  const page = { width, height, ...margins, code: paper.code }
  const pictures = pages.logo ? [pages.logo] : []
  return wordFile({ body, page, styles, pictures, title: pages.title, language: pages.language })
}

/** The thin paragraph in front is a point high. */
const thinHeight = 20

function headOf(pages: CoverSheetPages, { address, head, returnLine }: CoverSheetPage, at: number, paperWidth: number): string {
  const width = twips(paperWidth - places.left - places.right)
  const left = twips(coverAddress.width)
  const rows = [places.window, places.address, places.address + coverAddress.height, places.text].map(twips)
  const [window = 0, first = 0, last = 0, text = 0] = rows
  const { logo } = pages
  const picture = logo ? `<w:p>${pictureRun(logo, at + 1, logoRoom, escaped(pages.logoWords))}</w:p>` : thin
  const right = '<w:jc w:val="right"/>'
  const both = (one: string, other: string, properties = '') => cell(left, one, properties) + cell(width - left, other)
  return [
    tableHead([left, width - left]),
    exactRow(window - twips(places.top) - thinHeight, both(picture, headLines(head, right))),
    exactRow(first - window, both(para('ReturnLine', returnLine), thin, '<w:vAlign w:val="bottom"/>')),
    exactRow(last - first, both(addressPara(address), thin)),
    exactRow(text - last, both(thin, thin)),
    '</w:tbl>',
  ].join('')
}

function headLines(head: readonly string[], side: string): string {
  const [name = '', ...rest] = head
  return (
    `<w:p><w:pPr><w:pStyle w:val="Head"/>${side}</w:pPr>${linesRun([name], '<w:b/>')}</w:p>` +
    (rest.length > 0 ? `<w:p><w:pPr><w:pStyle w:val="Head"/>${side}</w:pPr>${linesRun(rest)}</w:p>` : '')
  )
}

const addressPara = ({ lines, size }: LabelWords) =>
  `<w:p><w:pPr><w:spacing w:before="40" w:after="0" w:line="${Math.round(size * 24)}" w:lineRule="exact"/></w:pPr>${linesRun(lines, `<w:sz w:val="${Math.round(size * 2)}"/><w:szCs w:val="${Math.round(size * 2)}"/>`)}</w:p>`

const para = (style: string, text: string, more = '') =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${text === '' ? '' : linesRun([text])}</w:p>`

function wordsOf({ heading, text, ruled, ruledWords }: CoverSheetPages, { day, remark }: CoverSheetPage): string[] {
  return [
    para('Words', day, '<w:jc w:val="right"/>'),
    ...(heading === '' ? [] : [para('Heading', heading)]),
    ...[...text, ...remark].map((line) => para('Words', line)),
    ...(ruled > 0 && ruledWords !== '' ? [para('Words', ruledWords, '<w:keepNext/>')] : []),
    ...Array.from({ length: ruled }, () => para('Ruled', '')),
  ]
}

const flowing = (id: string, properties: string, run: string) =>
  `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${id}"><w:name w:val="${id === 'Heading' ? 'Cover heading' : id}"/><w:basedOn w:val="Normal"/><w:pPr>${properties}</w:pPr><w:rPr>${run}</w:rPr></w:style>`

const styles = [
  thinStyle,
  exactStyle('Head', 9),
  exactStyle('ReturnLine', 7),
  flowing('Words', '<w:spacing w:before="0" w:after="160"/>', '<w:sz w:val="22"/><w:szCs w:val="22"/>'),
  flowing('Heading', '<w:keepNext/><w:spacing w:before="240" w:after="240"/>', '<w:b/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
  flowing(
    'Ruled',
    '<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="1" w:color="808080"/><w:between w:val="single" w:sz="4" w:space="1" w:color="808080"/></w:pBdr><w:spacing w:before="0" w:after="0" w:line="480" w:lineRule="exact"/>',
    '<w:sz w:val="22"/>',
  ),
].join('')
