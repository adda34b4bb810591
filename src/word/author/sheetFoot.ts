// The foot of every page: columns of small lines under a thin rule.
import { BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import { gap } from './letterBlocks.ts'
import type { NextId } from './letterFields.ts'
import { style } from './letterStyles.ts'
import { margins, mm, papers } from './measures.ts'
import { nothingAround } from './plainTable.ts'
import { linesOf, sheetLine } from './sheetLines.ts'

const columnsOf = ({ footer }: LetterSheet): string[][] => {
  const columns = footer.map(linesOf)
  return columns.some((lines) => lines.length > 0) ? columns : []
}

/** Of the lower margin, in millimetres: what the columns need, and room above them. */
export const footHeight = (sheet: LetterSheet): number => {
  const most = Math.max(0, ...columnsOf(sheet).map((lines) => lines.length))
  return most === 0 ? 20 : 8 + most * 3.4 + 7
}

export function footOf(sheet: LetterSheet, nextId: NextId): (Paragraph | Table)[] {
  const columns = columnsOf(sheet)
  if (columns.length === 0) return [gap()]
  const all = papers[sheet.paper].width - margins.left - margins.right
  const width = all / columns.length
  const cells = columns.map(
    (lines) =>
      new TableCell({
        children:
          lines.length > 0
            ? lines.map((line) => new Paragraph({ style: style.footer, children: sheetLine(line, nextId) }))
            : [new Paragraph({ style: style.footer })],
        width: { size: mm(width), type: WidthType.DXA },
        margins: { top: mm(1.2), right: mm(2) },
      }),
  )
  const rule = { style: BorderStyle.SINGLE, size: 4, color: 'A6A6A6' }
  const table = new Table({
    ...{ ...nothingAround, borders: { ...nothingAround.borders, top: rule } },
    rows: [new TableRow({ children: cells, cantSplit: true })],
    ...{ columnWidths: columns.map(() => mm(width)), width: { size: mm(all), type: WidthType.DXA }, layout: TableLayoutType.FIXED },
  })
  return [table, gap()]
}
