// The sheet around a letter's text: who writes at the head of the first page, the address in the window, the foot of every page.
import { Footer, Header, Paragraph, SectionType, TextRun, type FileChild, type ISectionOptions } from 'docx'
import type { LetterSheet } from '../../model/writtenLetter.ts'
import { gap, type LetterGround } from './letterBlocks.ts'
import { pageField } from './letterFields.ts'
import { style } from './letterStyles.ts'
import { margins, mm, papers } from './measures.ts'
import { footOf, footHeight } from './sheetFoot.ts'
import { headOf } from './sheetHead.ts'
import { addressOf } from './sheetWindow.ts'
import type { WindowField } from './windows.ts'

export interface SheetAround {
  section: Omit<ISectionOptions, 'children'>
  /** What stands before the text. */
  before: FileChild[]
}

/** Of the text, in millimetres. */
export const textWidth = ({ paper }: LetterSheet): number => papers[paper].width - margins.left - margins.right

/** From the upper edge of the paper, in millimetres: the first page begins there, further ones lower. */
const top = { high: 8, usual: 12, further: 25 }
/** Heads of pages begin so far above the text that an empty one does not push it down. */
const above = 3

export function sheetAround(sheet: LetterSheet, field: WindowField | undefined, ground: LetterGround): SheetAround {
  const begins = field && field.top < 35 ? top.high : top.usual
  const head = headOf(sheet, ground, field && field.top - begins)
  const { width, height } = papers[sheet.paper]
  return {
    section: {
      properties: {
        titlePage: true,
        type: SectionType.NEXT_PAGE,
        page: {
          size: { width: mm(width), height: mm(height) },
          margin: {
            ...{ top: mm(begins), bottom: mm(footHeight(sheet)), left: mm(margins.left), right: mm(margins.right) },
            ...{ header: mm(begins - above), footer: mm(8), gutter: 0 },
          },
          pageNumbers: { start: 1 },
        },
      },
      headers: { first: new Header({ children: [gap()] }), default: further(sheet, begins) },
      footers: {
        first: new Footer({ children: footOf(sheet, ground.nextId) }),
        default: new Footer({ children: footOf(sheet, ground.nextId) }),
      },
    },
    before: field ? [...head, ...addressOf(sheet, field, ground.nextId)] : head,
  }
}

/** The head of further pages: the number, and room above the text. */
function further({ pageNumbers }: LetterSheet, begins: number): Header {
  const room = { spacing: { before: 0, after: 0, line: mm(top.further - begins + above), lineRule: 'exact' as const } }
  if (!pageNumbers) return new Header({ children: [new Paragraph({ style: style.pageNumber, ...room })] })
  const number = new Paragraph({ style: style.pageNumber, children: [new TextRun('– '), ...pageField(), new TextRun(' –')] })
  const rest = { spacing: { before: 0, after: 0, line: mm(top.further - begins + above - 5), lineRule: 'exact' as const } }
  return new Header({ children: [number, new Paragraph({ style: style.gap, ...rest })] })
}
