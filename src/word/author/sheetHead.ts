// The head of the first page: the logo, and who writes. Where a window follows it is exactly as high as the place above the window.
import {
  AlignmentType,
  HeightRule,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import { alignment, gap, pictureRun, type LetterGround } from './letterBlocks.ts'
import { style } from './letterStyles.ts'
import { mm } from './measures.ts'
import { nothingAround } from './plainTable.ts'
import { inOneLine, linesOf, sheetLine } from './sheetLines.ts'

/** Of a head without a window below it, in millimetres. */
const usualHeight = 28

type Side = 'left' | 'center' | 'right'

/** @param height exactly so many millimetres to what follows; missing: as high as it is, and a little room */
export function headOf(sheet: LetterSheet, ground: LetterGround, height: number | undefined): FileChild[] {
  const room = (height ?? usualHeight) - 1
  const logo = logoOf(sheet, ground, room)
  const side = sheet.logo?.align
  if (height === undefined && !logo && linesOf(sheet.sender).length === 0) return []
  const cells =
    !logo || side === 'center'
      ? [cell([...(logo ? [logo] : []), ...senderOf(sheet, ground, logo ? 'center' : 'left', room)], ground.width)]
      : side === 'left'
        ? [cell([logo], ground.width / 2), cell(senderOf(sheet, ground, 'right', room), ground.width / 2)]
        : [cell(senderOf(sheet, ground, 'left', room), ground.width / 2), cell([logo], ground.width / 2)]
  const rule = height === undefined ? HeightRule.ATLEAST : HeightRule.EXACT
  const row = new TableRow({ children: cells, cantSplit: true, height: { value: mm(height ?? usualHeight) - gapHeight, rule } })
  const widths = cells.length > 1 ? [ground.width / 2, ground.width / 2] : [ground.width]
  const table = new Table({
    ...nothingAround,
    ...{ rows: [row], columnWidths: widths.map(mm), width: { size: mm(ground.width), type: WidthType.DXA }, layout: TableLayoutType.FIXED },
  })
  return [table, gap()]
}

/** A gap between tables is a paragraph of one point. */
export const gapHeight = 20

const cell = (children: Paragraph[], width: number) =>
  new TableCell({
    children: children.length > 0 ? children : [new Paragraph({ style: style.gap })],
    ...{ width: { size: mm(width), type: WidthType.DXA }, verticalAlign: VerticalAlignTable.TOP },
  })

function logoOf({ logo }: LetterSheet, ground: LetterGround, height: number): Paragraph | undefined {
  const run =
    logo &&
    pictureRun({ ...logo, alt: '' }, ground, { width: ground.width * 0.6, height: height * (logo.align === 'center' ? 0.55 : 0.95) })
  return run && new Paragraph({ style: style.table, ...alignment(logo.align), children: [run] })
}

/** Millimetres that a line of the sender takes: the first is larger. */
const lineHeight = { first: 6.1, further: 3.8 }

/** What has no room in lines of its own stands in the last one, behind dots. */
function senderOf({ sender, logo, fontSize }: LetterSheet, { nextId }: LetterGround, side: Side, height: number): Paragraph[] {
  const lines = linesOf(sender)
  const used = logo?.align === 'center' ? height * 0.55 : 0
  const scale = Math.max(1, fontSize / 11)
  const most = Math.max(2, 1 + Math.floor((height - used - lineHeight.first * scale) / (lineHeight.further * scale)))
  const own = lines.length > most ? lines.slice(0, most - 1) : lines
  const rest = lines.slice(own.length)
  const place = side === 'left' ? {} : { alignment: side === 'right' ? AlignmentType.RIGHT : AlignmentType.CENTER }
  const paragraphs = own.map(
    (line, at) => new Paragraph({ style: at === 0 ? style.senderName : style.sender, ...place, children: sheetLine(line, nextId) }),
  )
  return rest.length > 0 ? [...paragraphs, new Paragraph({ style: style.sender, ...place, children: inOneLine(rest, nextId) })] : paragraphs
}
