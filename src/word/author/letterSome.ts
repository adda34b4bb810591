// Paragraphs that say something to some people only: words for one person, conditions without an else. For all others no line stands
// there, nor two blank ones where it would have stood between two.
import type { LetterBlock, LetterInline } from '../../model/writtenLetter.ts'
import { style } from './letterStyles.ts'

interface Styled {
  block: LetterBlock
  style?: string
}

/** The blocks with the styles that such paragraphs take; a blank paragraph that one brings along is not among them. */
export function styledBlocks(blocks: readonly LetterBlock[]): Styled[] {
  return blocks.flatMap((block, at): Styled[] => {
    if (at > 0 && isFramed(blocks, at - 1)) return []
    if (isFramed(blocks, at) || isForOne(block, blocks[at + 1])) return [{ block, style: style.words }]
    return [isForSome(block) ? { block, style: style.some } : { block }]
  })
}

/** Between two blank lines, with something behind: it brings the second along. */
const isFramed = (blocks: readonly LetterBlock[], at: number): boolean => {
  const [before, block, after] = [blocks[at - 1], blocks[at], blocks[at + 1]]
  if (!block || !after || !isBlank(after) || at + 2 >= blocks.length) return false
  return (isForSome(block) || isComment(block)) && (before === undefined || isBlank(before))
}

/** Words for one person bring the blank line behind them along, where none is written. */
const isForOne = (block: LetterBlock, next: LetterBlock | undefined): boolean =>
  next?.type === 'paragraph' && !isBlank(next) && isComment(block)

const isComment = (block: LetterBlock): boolean => {
  const [only, ...more] = shownIn(block)
  return only?.type === 'mergeField' && only.attrs.field === 'Comment' && more.length === 0
}

/** Conditions, with fields among them perhaps, and no words around them. */
const isForSome = (block: LetterBlock): boolean => {
  const shown = shownIn(block)
  return shown.some(({ type }) => type === 'condition') && shown.every(mayBeNothing)
}

function mayBeNothing(inline: LetterInline): boolean {
  if (inline.type === 'condition') return inline.attrs.then.trim() === '' || inline.attrs.otherwise.trim() === ''
  return inline.type === 'mergeField'
}

const isBlank = (block: LetterBlock): boolean => block.type === 'paragraph' && shownIn(block).length === 0

/** What a paragraph holds that is more than blanks. */
const shownIn = (block: LetterBlock): LetterInline[] =>
  block.type === 'paragraph' ? (block.content ?? []).filter((inline) => !isGap(inline)) : []

const isGap = (inline: LetterInline) => inline.type === 'text' && /^ *$/.test(inline.text)
