// How a person's file is called: by a pattern of words and merge fields. Which signs a name may hold, and that no two are equal, the writer
// of files sees to.
import { typedFields, typedPieces } from '../../base/typedWords.ts'
import type { LetterValues } from '../../model/letter.ts'
import { asPlainWords } from './valueKinds.ts'
import { resolveField } from './fields.ts'

/** As files are called where nobody says otherwise. */
export const usualFileName = '{{Company_Name}} - {{Name}}'

/** Names in a pattern that mean nothing: they would stay blank in each file name. */
export const unknownInFileName = (pattern: string): string[] => typedFields(pattern).filter((name) => resolveField(name) === undefined)

/**
 * The pattern filled for one person, without ending. A day stands with the year in front, so that files of many days sort. What joined a
 * blank field to its neighbours goes with it, and a company is not named a second time as the person.
 */
export function filledFileName(pattern: string, values: Readonly<LetterValues>): string {
  const fields = typedFields(pattern).map(resolveField)
  const said = (name: string): string => {
    const field = resolveField(name)
    const value = field === undefined ? '' : values[field]
    if (typeof value !== 'string') return asPlainWords(value, (day) => day)
    if (field === 'Name' && fields.includes('Company_Name') && value === values['Company_Name']) return ''
    return value.replace(/\s*\n\s*/g, ', ').trim()
  }
  const words = typedPieces(pattern).map((piece) => ('field' in piece ? said(piece.field) : { joint: piece.words }))
  return joined(words)
}

const isMere = (joint: string) => /^[\s\p{P}\p{S}]*$/u.test(joint)

/** Values with the joints between them; a joint of mere punctuation holds only between two values, or as a bracket that closes. */
function joined(pieces: readonly (string | { joint: string })[]): string {
  let text = ''
  let joint = ''
  for (const piece of pieces) {
    if (typeof piece === 'object') joint = isMere(piece.joint) && joint !== '' && isMere(joint) ? joint : joint.trimEnd() + piece.joint
    else if (piece !== '') {
      text += (text === '' && isMere(joint) ? joint.replace(/[^([]/g, '') : joint) + piece
      joint = ''
    }
  }
  const closes = /[([]/.test(text) ? joint.replace(/[^)\]]/g, '') : ''
  return (text + (isMere(joint) ? closes : joint)).trim()
}
