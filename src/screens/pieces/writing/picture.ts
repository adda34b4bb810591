// A picture of a letter, as its sheet gives it to the text.
import type { LetterBlock } from '../../../model/writtenLetter.ts'

export type Picture = Extract<LetterBlock, { type: 'image' }>['attrs']
