// The address in the window of the envelope, with the small line of the sender above it, in rows of exact height.
import { HeightRule, Paragraph, Table, TableCell, TableLayoutType, TableRow, VerticalAlignTable, WidthType, type FileChild } from 'docx'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import { gap } from './letterBlocks.ts'
import { mergeField, type NextId } from './letterFields.ts'
import { style } from './letterStyles.ts'
import { margins, mm } from './measures.ts'
import { nothingAround } from './plainTable.ts'
import { gapHeight } from './sheetHead.ts'
import { inOneLine, postalLines } from './sheetLines.ts'
import type { WindowField } from './windows.ts'

/** Six lines of an address have their place in the field; points from one to the next. */
export const addressLineOf = (field: WindowField | undefined, fontSize: number): number =>
  Math.min(fontSize * 1.25, field ? (((field.height - field.strip) / 25.4) * 72) / 6 : Infinity)

/** From the top of the field to where the text begins. */
export function addressOf(sheet: LetterSheet, field: WindowField, nextId: NextId): FileChild[] {
  const aside = Math.max(0, field.left + field.inset - margins.left)
  const width = field.width - field.inset
  const address = new Paragraph({ style: style.address, children: mergeField('Address_Block') })
  const returnLine = new Paragraph({
    style: style.returnLine,
    children: sheet.returnLine ? inOneLine(postalLines(sheet.sender), nextId) : [],
  })
  const under = field.textTop - field.top - field.height
  const rows = [
    row(returnLine, mm(field.strip), HeightRule.EXACT, VerticalAlignTable.BOTTOM),
    // An address of more lines than the window shows is written out: nothing of it is lost.
    row(address, mm(field.height - field.strip), HeightRule.ATLEAST, VerticalAlignTable.TOP),
    row(new Paragraph({ style: style.gap }), mm(under) - gapHeight, HeightRule.EXACT, VerticalAlignTable.TOP),
  ]
  const widths = aside > 0 ? [aside, width] : [width]
  const table = new Table({
    ...nothingAround,
    rows: rows.map((of) => of(aside, width)),
    ...{ columnWidths: widths.map(mm), width: { size: mm(aside + width), type: WidthType.DXA }, layout: TableLayoutType.FIXED },
  })
  return [table, gap()]
}

type Rule = (typeof HeightRule)[keyof typeof HeightRule]
type Align = (typeof VerticalAlignTable)[keyof typeof VerticalAlignTable]

const row = (paragraph: Paragraph, height: number, rule: Rule, verticalAlign: Align) => (aside: number, width: number) =>
  new TableRow({
    ...{ cantSplit: true, height: { value: height, rule } },
    children: [
      ...(aside > 0
        ? [new TableCell({ children: [new Paragraph({ style: style.gap })], width: { size: mm(aside), type: WidthType.DXA } })]
        : []),
      new TableCell({ children: [paragraph], verticalAlign, width: { size: mm(width), type: WidthType.DXA } }),
    ],
  })
