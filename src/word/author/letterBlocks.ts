// The text of a letter, block by block: paragraphs, lists, pictures, page breaks; tables stand in a file of their own.
import { AlignmentType, ImageRun, PageBreak, Paragraph, TextRun, type FileChild, type IParagraphOptions } from 'docx'
import { pictureFacts } from '../../base/picture.ts'
import type { LetterBlock, LetterCell, LetterInline, LetterList, LetterParagraph, TextAlign } from '../../model/writtenLetter.ts'
import { conditionField, lineBreak, mergeField, typedRuns, writable, type Inline, type Look, type NextId } from './letterFields.ts'
import { styledBlocks } from './letterSome.ts'
import { letterTable } from './letterTable.ts'
import { bullets, style, type OrderedList } from './letterStyles.ts'
import { pixels } from './measures.ts'

/** What stands around while a letter is built. */
export interface LetterGround {
  pictures: ReadonlyMap<string, Uint8Array>
  /** Of the text, in millimetres. */
  width: number
  /** The ordered lists found so far. */
  ordered: OrderedList[]
  nextId: NextId
}

export type CellBlock = LetterCell['content'][number]

/** A paragraph that takes no room, where Word wants one. */
export const gap = (...children: (TextRun | PageBreak)[]) => new Paragraph({ style: style.gap, children })

/** The blocks of the text; tables never touch, and the last block is a paragraph. */
export function letterBlocks(blocks: readonly LetterBlock[], ground: LetterGround): FileChild[] {
  const styled = styledBlocks(blocks)
  const built = styled.flatMap(({ block, style: named }, at): FileChild[] => {
    if (block.type === 'pageBreak') return [gap(new PageBreak())]
    if (block.type !== 'table') return cellBlock(block, ground, named)
    const table = letterTable(block, ground)
    const next = styled[at + 1]?.block.type
    return next === undefined || next === 'table' ? [...table, gap()] : table
  })
  return built.length > 0 ? built : [new Paragraph({})]
}

/** What may stand in a cell as well. */
export function cellBlock(block: CellBlock, ground: LetterGround, paragraphStyle?: string): Paragraph[] {
  if (block.type === 'paragraph') return [paragraph(block, ground, paragraphStyle ? { style: paragraphStyle } : {})]
  if (block.type === 'image') return picture(block.attrs, ground, paragraphStyle)
  return list(block, ground, 0)
}

const aligned = { left: AlignmentType.LEFT, center: AlignmentType.CENTER, right: AlignmentType.RIGHT, justify: AlignmentType.BOTH }
export const alignment = (align: TextAlign | null | undefined): IParagraphOptions =>
  align && align !== 'left' ? { alignment: aligned[align] } : {}

export const paragraph = ({ attrs, content = [] }: LetterParagraph, ground: LetterGround, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, ...alignment(attrs?.textAlign), children: content.flatMap((inline) => runs(inline, ground)) })

function runs(inline: LetterInline, ground: LetterGround): Inline[] {
  const look = lookOf(inline)
  switch (inline.type) {
    case 'text':
      return typedRuns(inline.text, look, ground.nextId)
    case 'hardBreak':
      return [new TextRun({ ...look, children: [lineBreak()] })]
    case 'mergeField':
      return inline.attrs.field === '' ? [] : mergeField(inline.attrs.field, look)
    case 'condition':
      return inline.attrs.field === '' ? [] : conditionField(inline.attrs, look, ground.nextId)
  }
}

function lookOf({ marks = [] }: LetterInline): Look {
  const has = (type: string) => marks.some((mark) => mark.type === type)
  return { ...(has('bold') && { bold: true }), ...(has('italic') && { italics: true }), ...(has('underline') && { underline: {} }) }
}

function list({ type, attrs, content }: LetterList, ground: LetterGround, depth: number): Paragraph[] {
  const reference = type === 'bulletList' ? bullets : newOrdered(ground, Math.min(depth, 8), attrs?.start ?? 1)
  const level = Math.min(depth, 8)
  return content.flatMap((item) =>
    item.content.flatMap((block, at) => {
      if (block.type !== 'paragraph') return list(block, ground, depth + 1)
      const isFirst = at === 0
      const place: IParagraphOptions = isFirst ? { numbering: { reference, level } } : { indent: { left: `${6.5 * (level + 1)}mm` } }
      return [paragraph(block, ground, { style: style.list, ...place })]
    }),
  )
}

function newOrdered(ground: LetterGround, depth: number, start: number): string {
  const reference = `numbers${ground.ordered.length + 1}`
  ground.ordered.push({ reference, depth, start: Math.max(0, Math.trunc(start)) })
  return reference
}

interface PictureAsked {
  attachmentId: string
  width: number
  align: TextAlign
  alt: string
}

/** In its own paragraph, never wider than the text; a picture that is gone leaves nothing. */
function picture(asked: PictureAsked, ground: LetterGround, paragraphStyle = ''): Paragraph[] {
  const run = pictureRun(asked, ground, { width: ground.width, height: 230 })
  return run ? [new Paragraph({ ...(paragraphStyle && { style: paragraphStyle }), ...alignment(asked.align), children: [run] })] : []
}

/** A picture whose description is a field would give its place to the field's picture: here it is the picture itself that is meant. */
const description = (alt: string): string => writable(alt).replace(/^\s*(?:\{\{|«)(.*)(?:\}\}|»)\s*$/su, '$1')

/** @param most in millimetres; a larger picture is made smaller, as it is */
export function pictureRun(
  { attachmentId, width, alt }: Pick<PictureAsked, 'attachmentId' | 'width' | 'alt'>,
  { pictures, nextId }: Pick<LetterGround, 'pictures' | 'nextId'>,
  most: { width: number; height: number },
): ImageRun | undefined {
  const data = pictures.get(attachmentId)
  const facts = data && pictureFacts(data)
  if (!data || !facts) return undefined
  const rise = facts.height / facts.width
  const shown = Math.max(1, Math.min(width, most.width, most.height / rise))
  const id = nextId()
  return new ImageRun({
    type: ({ 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' } as const)[facts.type],
    data,
    transformation: { width: pixels(shown), height: pixels(shown * rise) },
    altText: { id: String(id), name: `Picture ${id}`, description: description(alt) },
  })
}
