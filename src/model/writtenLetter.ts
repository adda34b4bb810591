// A letter written in the app: its text as a tree (the editor's own JSON), and the sheet it stands on. A Word document is built from it
// with real merge fields, and every letter is made from that document, like from one that came out of Word.
import * as z from 'zod/mini'
import { id, type AttachmentId } from './ids.ts'

/** What a condition asks of a field. `contains` and `startsWith` become wildcards in Word. */
export const ConditionIs = z.enum(['equal', 'notEqual', 'blank', 'notBlank', 'contains', 'startsWith', 'less', 'greater'])
export type ConditionIs = z.infer<typeof ConditionIs>

export const TextMark = z.object({ type: z.enum(['bold', 'italic', 'underline']) })
export type TextMark = z.infer<typeof TextMark>

const marks = z.optional(z.array(TextMark))

const LetterText = z.object({ type: z.literal('text'), text: z.string(), marks })
const HardBreak = z.object({ type: z.literal('hardBreak'), marks })

/** A merge field by its stable name; `Comment` is the place of the words for one person, `CALC_Formal_Salutation` the greeting. */
const MergeField = z.object({ type: z.literal('mergeField'), attrs: z.object({ field: z.string() }), marks })

/** If the field is so, then these words, else those; `{{Name}}` in the words is a merge field. */
const Condition = z.object({
  type: z.literal('condition'),
  attrs: z.object({ field: z.string(), is: ConditionIs, value: z.string(), then: z.string(), otherwise: z.string() }),
  marks,
})

export const LetterInline = z.discriminatedUnion('type', [LetterText, HardBreak, MergeField, Condition])
export type LetterInline = z.infer<typeof LetterInline>

export const TextAlign = z.enum(['left', 'center', 'right', 'justify'])
export type TextAlign = z.infer<typeof TextAlign>

const Paragraph = z.object({
  type: z.literal('paragraph'),
  attrs: z.optional(z.object({ textAlign: z.optional(z.nullable(TextAlign)) })),
  content: z.optional(z.array(LetterInline)),
})
export type LetterParagraph = z.infer<typeof Paragraph>

/** A picture in the text; its bytes are an attachment. */
const Picture = z.object({
  type: z.literal('image'),
  /** @property width in millimetres; the height follows @property alt what it shows, for who cannot see it */
  attrs: z.object({ attachmentId: id<AttachmentId>(), width: z.number(), align: TextAlign, alt: z.string() }),
})

const PageBreak = z.object({ type: z.literal('pageBreak') })

export interface LetterListItem {
  type: 'listItem'
  content: (LetterParagraph | LetterList)[]
}
export interface LetterList {
  type: 'bulletList' | 'orderedList'
  attrs?: { start?: number | null | undefined } | undefined
  content: LetterListItem[]
}
export interface LetterCell {
  type: 'tableCell' | 'tableHeader'
  attrs?: { colspan?: number | undefined; rowspan?: number | undefined; colwidth?: number[] | null | undefined } | undefined
  content: (LetterParagraph | LetterList | z.infer<typeof Picture>)[]
}
export interface LetterTable {
  type: 'table'
  content: { type: 'tableRow'; content: LetterCell[] }[]
}
export type LetterBlock = LetterParagraph | LetterList | LetterTable | z.infer<typeof Picture> | z.infer<typeof PageBreak>

const List: z.ZodMiniType<LetterList, LetterList> = z.lazy(() =>
  z.object({
    type: z.enum(['bulletList', 'orderedList']),
    attrs: z.optional(z.object({ start: z.optional(z.nullable(z.number())) })),
    content: z.array(z.object({ type: z.literal('listItem'), content: z.array(z.union([Paragraph, List])) })),
  }),
)

const Cell = z.object({
  type: z.enum(['tableCell', 'tableHeader']),
  attrs: z.optional(
    z.object({
      colspan: z.optional(z.number()),
      rowspan: z.optional(z.number()),
      colwidth: z.optional(z.nullable(z.array(z.number()))),
    }),
  ),
  content: z.array(z.union([Paragraph, List, Picture])),
})
const LetterTable = z.object({
  type: z.literal('table'),
  content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(Cell) })),
})

/** The whole text. */
export const LetterBody = z.object({
  type: z.literal('doc'),
  content: z.array(z.union([Paragraph, List, LetterTable, Picture, PageBreak])),
})
export type LetterBody = { type: 'doc'; content: LetterBlock[] }

export const Paper = z.enum(['A4', 'Letter'])
export type Paper = z.infer<typeof Paper>

/**
 * Where the window of the envelope is: DIN 5008 forms A and B, Swiss left and right (SN 010130), French (NF Z 11-001), Dutch (NEN 1026),
 * Norwegian (NS 4129); `none`: the address stands where the text has it.
 */
export const EnvelopeWindow = z.enum(['none', 'dinA', 'dinB', 'chLeft', 'chRight', 'nf', 'nen', 'ns'])
export type EnvelopeWindow = z.infer<typeof EnvelopeWindow>

/** The sheet a letter stands on. Lengths in millimetres; in its texts `{{Name}}` is a merge field and a line of blank fields falls away. */
export const LetterSheet = z.object({
  paper: Paper,
  window: EnvelopeWindow,
  logo: z.optional(z.object({ attachmentId: id<AttachmentId>(), width: z.number(), align: z.enum(['left', 'center', 'right']) })),
  /** Who writes, at the top of the first page; lines. */
  sender: z.string(),
  /** The sender once more in small, above the address in the window. */
  returnLine: z.boolean(),
  /** At the foot of each page, in columns of lines. */
  footer: z.array(z.string()),
  /** From the second page on. */
  pageNumbers: z.boolean(),
  font: z.string(),
  /** In points. */
  fontSize: z.number(),
})
export type LetterSheet = z.infer<typeof LetterSheet>

export const WrittenLetter = z.object({ text: LetterBody, sheet: LetterSheet })
export type WrittenLetter = z.infer<typeof WrittenLetter>
