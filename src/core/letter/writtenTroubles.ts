// What is wrong with a letter while it is written: said with its place, never in the way of the writing.
import { typedFields } from '../../base/typedWords.ts'
import type { LetterBody, LetterSheet } from '../../model/writtenLetter.ts'
import { resolveField } from './fields.ts'
import { openPlaces } from './openPlaces.ts'
import { fieldsIn, partsOf, type LetterPart } from './writtenParts.ts'

export type WrittenTrouble =
  | { is: 'unknownField'; field: string }
  /** Then and else are both empty, or no field was chosen. */
  | { is: 'emptyCondition'; nth: number }
  /** A place in square brackets from the letter one began with. */
  | { is: 'placeholder'; words: string }
  | { is: 'noGreeting' }
  | { is: 'noComment' }
  /** There is no window, and the address stands nowhere. */
  | { is: 'noAddress' }
  /** The window shows the address, and the text says it once more; `nth` of its chips. */
  | { is: 'addressTwice'; nth: number }
  | { is: 'blank' }

const greetings = new Set(['CALC_Formal_Salutation', 'CALC_Informal_Salutation', 'Courtesy_Title', 'First_Name', 'Surname', 'Name'])
const places = new Set(['Address_Block', 'Address', 'City'])

type Sheet = Pick<LetterSheet, 'window'> & Partial<Pick<LetterSheet, 'sender' | 'footer'>>

export function troublesOf(body: LetterBody, sheet: Sheet): WrittenTrouble[] {
  const parts = partsOf(body)
  if (!parts.some((part) => part.type !== 'paragraph')) return [{ is: 'blank' }]
  const fields = [...new Set(parts.flatMap(fieldsIn))]
  const meant = new Set<string>(fields.flatMap((field) => resolveField(field) ?? []))
  const around = [sheet.sender ?? '', ...(sheet.footer ?? [])].flatMap(typedFields)
  return [
    ...[...new Set([...fields, ...around])]
      .filter((field) => resolveField(field) === undefined)
      .map((field): WrittenTrouble => ({ is: 'unknownField', field })),
    ...emptyConditions(parts),
    ...openPlaces(body).map((words) => ({ is: 'placeholder', words }) as const),
    ...(anyOf(meant, greetings) ? [] : [{ is: 'noGreeting' } as const]),
    ...(sheet.window === 'none' && !anyOf(meant, places) ? [{ is: 'noAddress' } as const] : []),
    ...(sheet.window === 'none' ? [] : addressTwice(body)),
    ...(meant.has('Comment') ? [] : [{ is: 'noComment' } as const]),
  ]
}

/** Alone at the head of the text it is the one in the window; anywhere else it stands on paper a second time. */
function addressTwice(body: LetterBody): WrittenTrouble[] {
  const partsIn = (...content: LetterBody['content']) => partsOf({ ...body, content })
  const first = body.content.findIndex((block) => partsIn(block).some(says))
  const [head, ...behind] = body.content.slice(Math.max(0, first))
  const [only, ...more] = head?.type === 'paragraph' ? partsIn(head).filter(says) : []
  const alone = only?.type === 'mergeField' && asksAddress(only) && more.length === 0
  const twice = partsIn(...(alone || !head ? behind : [head, ...behind])).some(asksAddress)
  return twice ? [{ is: 'addressTwice', nth: alone ? 1 : 0 }] : []
}

const asksAddress = (part: LetterPart) => fieldsIn(part).some((field) => resolveField(field) === 'Address_Block')

/** More than blanks and line breaks. */
const says = (part: LetterPart): boolean =>
  part.type !== 'paragraph' && part.type !== 'hardBreak' && !(part.type === 'text' && part.text.trim() === '')

const anyOf = (some: ReadonlySet<string>, wanted: ReadonlySet<string>) => [...wanted].some((one) => some.has(one))

export const isEmptyCondition = ({ field, then, otherwise }: { field: string; then: string; otherwise: string }): boolean =>
  field === '' || (then.trim() === '' && otherwise.trim() === '')

function emptyConditions(parts: readonly LetterPart[]): WrittenTrouble[] {
  const conditions = parts.flatMap((part) => (part.type === 'condition' ? [part.attrs] : []))
  return conditions.flatMap((condition, nth) => (isEmptyCondition(condition) ? [{ is: 'emptyCondition' as const, nth }] : []))
}
