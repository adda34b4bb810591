// A sheet to try a printer with: the frame of each label with its number, and a box of exactly 100 mm to hold a ruler to.
import type { LabelFormat } from '../../model/settings.ts'
import { cell, exactRow, exactStyle, linesRun, tableHead, thin, thinEnd, thinStyle } from './boxes.ts'
import { labelGrid, type LabelGrid } from './labelGrid.ts'
import { pageOf, sheetRows } from './labels.ts'
import { wordFile } from './wordFile.ts'

export interface LabelTest {
  format: LabelFormat
  nudge: { x: number; y: number }
  /** What is said in the box: how to print this. */
  words: readonly string[]
  title: string
  language: string
}

export function labelTestDocument({ format, nudge, words, title, language }: LabelTest): Uint8Array<ArrayBuffer> {
  const grid = labelGrid(format, nudge)
  const columns = grid.columns.map(({ size }) => size)
  const rows = sheetRows(grid, true)
  let number = 0
  const label = (width: number) => cell(width, para(String(++number)), `${frame}<w:vAlign w:val="center"/>`)
  const body = rows.map((row) => {
    const cells = grid.columns.map(({ size, isLabel }) => (row.isLabel && isLabel ? label(size) : cell(size, thin)))
    return exactRow(row.size, cells.join(''))
  })
  const styles = exactStyle('Number', format.height < 15 ? 8 : 12) + exactStyle('Ruler', 9) + thinStyle
  return wordFile({
    body: [tableHead(columns), ...body, '</w:tbl>', thinEnd(ruler(grid, words))],
    page: pageOf(grid),
    styles,
    title,
    language,
  })
}

const para = (text: string) => `<w:p><w:pPr><w:pStyle w:val="Number"/><w:jc w:val="center"/></w:pPr>${linesRun([text])}</w:p>`
/** A quarter of a point wide. */
const frame = `<w:tcBorders>${['top', 'left', 'bottom', 'right'].map((side) => `<w:${side} w:val="single" w:sz="2" w:space="0" w:color="000000"/>`).join('')}</w:tcBorders>`

const emu = 36_000
/** In millimetres; on a small sheet half of it. */
export const rulerLength = (sheetWidth: number): number => (sheetWidth >= 110 ? 100 : 40)

/** A box with a line around it, in the middle of the sheet over whatever stands there. */
function ruler({ page }: LabelGrid, words: readonly string[]): string {
  const sheet = page.width / (1440 / 25.4)
  const width = rulerLength(sheet) * emu
  const height = (words.length * 9 * 1.2 * 25.4) / 72 + 3
  const x = Math.round((sheet / 2) * emu - width / 2)
  const y = Math.round((page.height / (1440 / 25.4) / 2) * emu - (height * emu) / 2)
  const text = words.map((line) => `<w:p><w:pPr><w:pStyle w:val="Ruler"/><w:jc w:val="center"/></w:pPr>${linesRun([line])}</w:p>`).join('')
  const size = `cx="${width}" cy="${Math.round(height * emu)}"`
  const shape = [
    '<wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>',
    `<a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`,
    '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln w="6350"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>',
    `</wps:spPr><wps:txbx><w:txbxContent>${text}</w:txbxContent></wps:txbx>`,
    '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/></wps:wsp>',
  ].join('')
  const at = (side: 'H' | 'V', offset: number) =>
    `<wp:position${side} relativeFrom="page"><wp:posOffset>${offset}</wp:posOffset></wp:position${side}>`
  const anchor = [
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">',
    `<wp:simplePos x="0" y="0"/>${at('H', x)}${at('V', y)}<wp:extent ${size}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>`,
    `<wp:docPr id="1" name="Ruler" descr="${rulerLength(sheet)} mm"/><wp:cNvGraphicFramePr/>`,
    `<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">${shape}</a:graphicData></a:graphic></wp:anchor>`,
  ].join('')
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>${anchor}</w:drawing></mc:Choice></mc:AlternateContent></w:r>`
}
