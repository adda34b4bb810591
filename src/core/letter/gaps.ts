// What is still to be written in a letter: a starter letter has it in square brackets, as `[day and time]`.
import type { LetterBlock, LetterBody, LetterInline } from '../../model/writtenLetter.ts'

const bracketed = /\[[^[\]\n]{1,80}\]/g

const wordsOf = (piece: LetterInline): string => {
  if (piece.type === 'text') return piece.text
  return piece.type === 'condition' ? `${piece.attrs.then} \n${piece.attrs.otherwise}` : '\n'
}

type Block = LetterBlock | { type: 'tableRow' | 'tableCell' | 'tableHeader' | 'listItem'; content?: readonly unknown[] }

function wordsIn(block: Block): string {
  if (block.type === 'paragraph') return (block.content ?? []).map(wordsOf).join('')
  return 'content' in block ? ((block.content ?? []) as Block[]).map(wordsIn).join('\n') : ''
}

/** Everything that stands in square brackets, each once, in the order of the letter. */
export const gapsIn = (text: LetterBody): string[] => [...new Set(text.content.map(wordsIn).join('\n').match(bracketed) ?? [])]
