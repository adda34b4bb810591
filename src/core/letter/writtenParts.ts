// What a written letter is made of, counted: to say what one language's version has and the other has not.
import { typedFields } from '../../base/typedWords.ts'
import type { LetterBlock, LetterBody, LetterCell, LetterInline, LetterParagraph } from '../../model/writtenLetter.ts'
import type { Condition } from './conditionHolds.ts'

/** Anything on the page, outermost first, in the order in which it is read. */
export type LetterPart = LetterBlock | LetterInline

export function partsOf(body: LetterBody): LetterPart[] {
  return body.content.flatMap(ofBlock)
}

function ofBlock(block: LetterBlock | LetterCell['content'][number]): LetterPart[] {
  switch (block.type) {
    case 'paragraph':
      return [block, ...(block.content ?? [])]
    case 'bulletList':
    case 'orderedList':
      return [block, ...block.content.flatMap(({ content }) => content.flatMap(ofBlock))]
    case 'table':
      return [block, ...block.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(ofBlock)))]
    case 'image':
    case 'pageBreak':
      return [block]
  }
}

/** The fields that a part asks for: a chip, and names between braces. */
export function fieldsIn(part: LetterPart): string[] {
  if (part.type === 'mergeField') return [part.attrs.field]
  if (part.type === 'text') return typedFields(part.text)
  if (part.type !== 'condition') return []
  return [part.attrs.field, ...typedFields(part.attrs.then), ...typedFields(part.attrs.otherwise)].filter(Boolean)
}

export type Missing =
  | { is: 'field'; field: string }
  | { is: 'condition'; condition: Condition }
  | { is: 'pictures' | 'pageBreaks' | 'tables' | 'paragraphs'; there: number; here: number }

/** What the version there has and the one here has not: what was added in one language and forgotten in the other. */
export function missingHere(here: LetterBody, there: LetterBody): Missing[] {
  const [ours, theirs] = [partsOf(here), partsOf(there)]
  const known = new Set(ours.flatMap(fieldsIn))
  const fields = [...new Set(theirs.flatMap(fieldsIn))].filter((field) => !known.has(field))
  return [
    ...fields.map((field): Missing => ({ is: 'field', field })),
    ...conditionsMissing(ours, theirs),
    ...fewer('pictures', ours, theirs, ({ type }) => type === 'image'),
    ...fewer('tables', ours, theirs, ({ type }) => type === 'table'),
    ...fewer('pageBreaks', ours, theirs, ({ type }) => type === 'pageBreak'),
    ...fewer('paragraphs', ours, theirs, (part) => part.type === 'paragraph' && saysSomething(part)),
  ]
}

/** Conditions are the same when they ask the same of a field: words and value may be in another language. */
function conditionsMissing(ours: readonly LetterPart[], theirs: readonly LetterPart[]): Missing[] {
  const asked = (parts: readonly LetterPart[]) => parts.flatMap((part) => (part.type === 'condition' ? [part.attrs] : []))
  const left = asked(ours)
  return asked(theirs).flatMap((condition): Missing[] => {
    const at = left.findIndex(({ field, is }) => field === condition.field && is === condition.is)
    if (at < 0) return [{ is: 'condition', condition }]
    left.splice(at, 1)
    return []
  })
}

function fewer(
  is: 'pictures' | 'pageBreaks' | 'tables' | 'paragraphs',
  ours: readonly LetterPart[],
  theirs: readonly LetterPart[],
  counts: (part: LetterPart) => boolean,
): Missing[] {
  const [here, there] = [ours.filter(counts).length, theirs.filter(counts).length]
  return here < there ? [{ is, there, here }] : []
}

const saysSomething = ({ content }: LetterParagraph) => (content ?? []).some((part) => part.type !== 'text' || part.text.trim() !== '')
