// A letter written in the app becomes a Word document: its text, and around it the sheet.
import { Document, Packer } from 'docx'
import type { LetterBlock, LetterInline, WrittenLetter } from '../../model/writtenLetter.ts'
import { letterBlocks, type LetterGround } from './letterBlocks.ts'
import { writable } from './letterFields.ts'
import { letterStyles, numberingOf } from './letterStyles.ts'
import { sameBytes } from './sameBytes.ts'
import { sheetAround, textWidth } from './sheet.ts'
import { addressLineOf } from './sheetWindow.ts'
import type { WindowField } from './windows.ts'

export interface AuthorWish {
  /** A BCP 47 tag: Word checks the spelling in it. */
  language: string
  /** Stands in the document's properties. */
  title: string
  /** The bytes of the pictures by their ids. */
  pictures: ReadonlyMap<string, Uint8Array>
  /** Where the address shows in the window; missing: it stands where the text has it. */
  field: WindowField | undefined
}

/** The document's bytes: the same letter gives the same bytes. */
export async function authorLetter(letter: WrittenLetter, wish: AuthorWish): Promise<Uint8Array<ArrayBuffer>> {
  const { sheet, text } = letter
  let last = 0
  const ground: LetterGround = { pictures: wish.pictures, width: textWidth(sheet), ordered: [], nextId: () => ++last }
  const { section, before } = sheetAround(sheet, wish.field, ground)
  const blocks = letterBlocks(wish.field ? withoutAddress(text.content) : text.content, ground)
  const document = new Document({
    ...{ title: writable(wish.title), creator: '', lastModifiedBy: '', compatibility: { version: 15 } },
    styles: letterStyles(sheet, wish.language, addressLineOf(wish.field, sheet.fontSize)),
    numbering: numberingOf(ground.ordered),
    sections: [{ ...section, children: [...before, ...blocks] }],
  })
  return sameBytes(new Uint8Array(await Packer.toArrayBuffer(document)))
}

/** Where a window shows the address, the one at the head of the text is the same: it stands on paper once. */
function withoutAddress(blocks: readonly LetterBlock[]): readonly LetterBlock[] {
  const first = blocks.findIndex((block) => !isBlank(block))
  const [only, ...more] = shownIn(blocks[first])
  if (only?.type !== 'mergeField' || only.attrs.field !== 'Address_Block' || more.length > 0) return blocks
  const next = blocks.findIndex((other, at) => at > first && !isBlank(other))
  return next < 0 ? [] : blocks.slice(next)
}

const isBlank = (block: LetterBlock) => block.type === 'paragraph' && shownIn(block).length === 0

/** What a paragraph holds that is more than blanks and line breaks. */
const shownIn = (block: LetterBlock | undefined): LetterInline[] =>
  block?.type === 'paragraph'
    ? (block.content ?? []).filter((inline) => inline.type !== 'hardBreak' && !(inline.type === 'text' && inline.text.trim() === ''))
    : []
