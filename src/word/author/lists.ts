// A list of people as a Word table: its headings stand on every page, no row is torn in two, and each page has its number.
import { twips } from './labelGrid.ts'
import type { Paced } from './paced.ts'
import { pageNumbers, para, style } from './plainParts.ts'
import { wordFile } from './wordFile.ts'

/** The words of a cell, line by line; blank to be written in by hand. */
export interface ListCell {
  lines: readonly string[]
  strong?: boolean
}

export interface PaperListColumn {
  heading: string
  /** Compared with the other columns. */
  width: number
}

export interface PaperList {
  paper: 'A4' | 'Letter'
  landscape: boolean
  title: string
  /** Under the title. */
  about: string
  /** `Page {1} of {2}`: where the number of the page and of all pages stand. */
  pageOf: string
  columns: readonly PaperListColumn[]
  /** How high a row is at least, in millimetres: room for a hand. */
  rowHeight: number
  rows: readonly (readonly ListCell[])[]
  language: string
}

const papers = { A4: { width: 210, height: 297, code: 9 }, Letter: { width: 215.9, height: 279.4, code: 1 } }
const margin = 15
/** Of page numbers from the foot of the page. */
const footer = 8

/** Nothing when it was told to stop. */
export async function listDocument(list: PaperList, paced: Paced): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const { code, ...upright } = papers[list.paper]
  const paper = list.landscape ? { width: upright.height, height: upright.width } : upright
  const widths = widthsOf(list.columns, twips(paper.width - 2 * margin))
  const body = [para('ListTitle', list.title), para('ListAbout', list.about), tableHead(widths), headRow(list.columns, widths)]
  for (const [at, row] of list.rows.entries()) {
    body.push(bodyRow(row, widths, twips(list.rowHeight)))
    if (at % 100 === 99 && !(await paced.step(at + 1))) return undefined
  }
  body.push('</w:tbl>', para('ListEnd', ''))
  const all = twips(margin)
  const page = { width: twips(paper.width), height: twips(paper.height), left: all, right: all, top: all, bottom: all, code }
  const { title, language } = list
  return wordFile({
    body,
    page,
    styles,
    title,
    language,
    footer: { distance: twips(footer), content: pageNumbers('ListFoot', list.pageOf) },
  })
}

/** The columns share the width; what rounding leaves over is the last one's. */
function widthsOf(columns: readonly PaperListColumn[], room: number): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.floor((width / whole) * room))
  const rest = room - widths.reduce((sum, width) => sum + width, 0)
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width))
}

const line = (side: string, size: number) => `<w:${side} w:val="single" w:sz="${size}" w:space="0" w:color="9AA0A6"/>`

const tableHead = (widths: readonly number[]): string =>
  [
    `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, width) => sum + width, 0)}" w:type="dxa"/>`,
    `<w:tblBorders>${line('top', 8)}${line('bottom', 8)}${line('insideH', 4)}${line('insideV', 4)}</w:tblBorders>`,
    '<w:tblLayout w:type="fixed"/>',
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="80" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar>',
    `</w:tblPr><w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`,
  ].join('')

const headRow = (columns: readonly PaperListColumn[], widths: readonly number[]): string =>
  `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns
    .map(({ heading }, at) => cell(widths[at] ?? 0, para('ListHeading', heading), '<w:shd w:val="clear" w:color="auto" w:fill="ECEEF1"/>'))
    .join('')}</w:tr>`

const bodyRow = (cells: readonly ListCell[], widths: readonly number[], height: number): string =>
  `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/></w:trPr>${cells
    .map(({ lines, strong }, at) => cell(widths[at] ?? 0, cellParas(lines, strong === true)))
    .join('')}</w:tr>`

const cell = (width: number, content: string, more = ''): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${content}</w:tc>`

const cellParas = (lines: readonly string[], strong: boolean): string =>
  lines.length === 0 ? para('ListCell', '') : lines.map((words) => para('ListCell', words, strong)).join('')

const styles = [
  style('ListTitle', 32, '<w:b/>', '<w:keepNext/><w:spacing w:after="40"/>'),
  style('ListAbout', 18, '<w:color w:val="5F6368"/>', '<w:keepNext/><w:spacing w:after="160"/>'),
  style('ListHeading', 17, '<w:b/>'),
  style('ListCell', 18),
  style('ListFoot', 16, '<w:color w:val="5F6368"/>', '<w:jc w:val="right"/>'),
  // What has to stand behind a table takes no room, or a full page would be followed by an empty one.
  style('ListEnd', 2, '', '<w:spacing w:line="20" w:lineRule="exact"/>'),
].join('')
