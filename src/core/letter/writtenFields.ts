// Which merge fields a letter written in the app uses, wherever they stand: chips, conditions, the sheet's lines, words between braces.
import { typedFields } from '../../base/typedWords.ts'
import type { LetterBlock, LetterCell, LetterInline, LetterList, LetterListItem, WrittenLetter } from '../../model/writtenLetter.ts'
import { resolveField, suggestFields } from './fields.ts'

/** All names as they are written, each once, in the order in which they stand on paper. */
export function fieldsOfWritten({ text, sheet }: WrittenLetter): string[] {
  const inWindow = sheet.window === 'none' ? [] : ['Address_Block']
  return [...new Set([...typedFields(sheet.sender), ...inWindow, ...text.content.flatMap(ofBlock), ...sheet.footer.flatMap(typedFields)])]
}

export interface UnknownField {
  /** As it is written. */
  name: string
  /** The nearest known fields, best first. */
  suggestions: readonly string[]
}

/** The names nobody knows: they would stay empty in every letter. */
export const unknownFields = (letter: WrittenLetter): UnknownField[] =>
  fieldsOfWritten(letter)
    .filter((name) => resolveField(name) === undefined)
    .map((name) => ({ name, suggestions: suggestFields(name) }))

function ofBlock(block: LetterBlock | LetterCell['content'][number]): string[] {
  switch (block.type) {
    case 'paragraph':
      return (block.content ?? []).flatMap(ofInline)
    case 'bulletList':
    case 'orderedList':
      return ofList(block)
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(ofBlock)))
    case 'image':
    case 'pageBreak':
      return []
  }
}

const ofList = (list: LetterList): string[] => list.content.flatMap(ofItem)
const ofItem = (item: LetterListItem): string[] => item.content.flatMap(ofBlock)

function ofInline(inline: LetterInline): string[] {
  switch (inline.type) {
    case 'text':
      return typedFields(inline.text)
    case 'hardBreak':
      return []
    case 'mergeField':
      return inline.attrs.field === '' ? [] : [inline.attrs.field]
    case 'condition': {
      const { field, is, value, then, otherwise } = inline.attrs
      if (field === '') return []
      const compared = is === 'blank' || is === 'notBlank' ? [] : [value]
      return [field, ...[...compared, then, otherwise].flatMap(typedFields)]
    }
  }
}
