// How a starter letter is put down: paragraphs, merge fields, conditions and small tables in the shapes of a written letter.
import type {
  LetterBlock,
  LetterBody,
  LetterCell,
  LetterInline,
  LetterList,
  LetterParagraph,
  LetterTable,
} from '../../../model/writtenLetter.ts'
import type { FieldName } from '../captions.ts'

type Piece = string | LetterInline

const inline = (piece: Piece): LetterInline => (typeof piece === 'string' ? { type: 'text', text: piece } : piece)

export const paragraph = (...pieces: Piece[]): LetterParagraph =>
  pieces.length === 0 ? { type: 'paragraph' } : { type: 'paragraph', content: pieces.map(inline) }

export const field = (name: FieldName): LetterInline => ({ type: 'mergeField', attrs: { field: name } })

/** The words where the field says something, else the others; `{{Name}}` in them is a merge field. */
export const whenGiven = (name: FieldName, then: string, otherwise = ''): LetterInline => ({
  type: 'condition',
  attrs: { field: name, is: 'notBlank', value: '', then, otherwise },
})

export const points = (...lines: string[]): LetterList => ({
  type: 'bulletList',
  content: lines.map((line) => ({ type: 'listItem', content: [paragraph(line)] })),
})

/** Rows of a name and what is to be said of it. Widths are the editor's pixels. */
export function facts(rows: readonly (readonly [string, ...Piece[]])[]): LetterTable {
  const cell = (type: LetterCell['type'], width: number, pieces: Piece[]): LetterCell => ({
    type,
    attrs: { colspan: 1, rowspan: 1, colwidth: [width] },
    content: [paragraph(...pieces)],
  })
  return {
    type: 'table',
    content: rows.map(([name, ...what]) => ({
      type: 'tableRow',
      content: [cell('tableHeader', 140, [name]), cell('tableCell', 460, what)],
    })),
  }
}

/** What stands in every letter around its words: day, subject and greeting before; the closing and who signs after. */
export const letter = (closing: string, ...words: LetterBlock[]): LetterBody => ({
  type: 'doc',
  content: [
    { type: 'paragraph', attrs: { textAlign: 'right' }, content: [field('Document_Date')] },
    paragraph(),
    { type: 'paragraph', content: [{ type: 'mergeField', attrs: { field: 'Subject' }, marks: [{ type: 'bold' }] }] },
    paragraph(),
    paragraph(field('CALC_Formal_Salutation')),
    paragraph(),
    ...words.flatMap((block, at) => (followedAtOnce(block, words[at + 1]) ? [block] : [block, paragraph()])),
    paragraph(closing),
    ...[paragraph(), paragraph(), paragraph()],
    paragraph(
      whenGiven('Salesperson_Name', '{{Salesperson_Name}}', '{{Company_Information_Name}}'),
      { type: 'hardBreak' },
      field('Salesperson_Job_Title'),
    ),
  ],
})

/** No blank line before a list that belongs to its sentence; the words for one person bring their own along, if there are any. */
const followedAtOnce = (block: LetterBlock, next: LetterBlock | undefined) =>
  next?.type === 'bulletList' || (block.type === 'paragraph' && block.content?.length === 1 && block.content[0]?.type === 'mergeField')

/** The lines of an e-mail to which the letter is attached: greeting, words, closing, who writes. */
export const email = (closing: string, ...words: string[]): string =>
  ['{{CALC_Formal_Salutation}}', ...words, `${closing}\n{{Salesperson_Name}}\n{{Company_Information_Name}}`].join('\n\n')
