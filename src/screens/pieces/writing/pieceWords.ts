// What the pieces of a letter are called on the screen: chips by the field's word, a condition by what it asks.
import { typedPieces } from '../../../base/typedWords.ts'
import type { Condition } from '../../../core/letter/conditionHolds.ts'
import { conditionHolds } from '../../../core/letter/conditionHolds.ts'
import { resolveField } from '../../../core/letter/fields.ts'
import { isEmptyCondition } from '../../../core/letter/writtenTroubles.ts'
import type { Attributes, Shown } from '../../../parts/letterText/pieces.ts'
import { t } from '../../../text/language.svelte.ts'
import { fieldWord } from '../fieldWords.ts'

/** The word for a field as it is written: what it means where we know it, else as it stands. */
export const chipWord = (field: string): string => fieldWord(resolveField(field) ?? field)

export function shownPiece(type: string, attributes: Attributes): Shown {
  if (type === 'mergeField') return shownField(String(attributes['field']))
  if (type === 'condition') return shownCondition(attributes as unknown as Condition)
  if (type === 'image') return { text: t('write.pictureGone'), said: String(attributes['alt']) }
  return { text: t('write.pageBreak'), said: t('write.pageBreak') }
}

function shownField(field: string): Shown {
  const bad = resolveField(field) === undefined
  const text = chipWord(field)
  return { text, said: t(bad ? 'write.saidUnknown' : 'write.saidField', { field: text }), bad }
}

function shownCondition(condition: Condition): Shown {
  const text = conditionTitle(condition)
  return { text, said: t('write.saidCondition', { words: conditionSentence(condition) }), bad: isEmptyCondition(condition), icon: 'branch' }
}

/** `If City is Oslo …`, as short as it can be said. */
export const conditionTitle = ({ field, is, value }: Condition): string =>
  field ? t('write.conditionTitle', { field: chipWord(field), is, value }) : t('write.conditionOpen')

/** What a condition means, in one sentence. */
export function conditionSentence({ field, is, value, then, otherwise }: Condition): string {
  const said = (words: string) => (words.trim() ? t('write.quoted', { words: withWords(words.trim()) }) : t('write.nothing'))
  return t('write.conditionSentence', { field: chipWord(field), is, value, then: said(then), otherwise: said(otherwise) })
}

/** Names between braces as chips are called. */
const withWords = (words: string) =>
  typedPieces(words)
    .map((piece) => ('field' in piece ? `«${chipWord(piece.field)}»` : piece.words))
    .join('')

/** What the letter of one contact says at a condition. @param saidOf what a field says of her */
export function conditionOutcome(condition: Condition, saidOf: (field: string) => string): { holds: boolean; words: string } {
  const holds = conditionHolds(condition, saidOf(condition.field))
  const words = typedPieces(holds ? condition.then : condition.otherwise)
    .map((piece) => ('field' in piece ? saidOf(resolveField(piece.field) ?? piece.field) : piece.words))
    .join('')
  return { holds, words: words.trim() }
}
