// How a value is dressed: the format that a field's switches ask for, and the value written that way.
import type { Instruction } from '../instruction.ts'

export type LetterCase = 'upper' | 'lower' | 'firstCap' | 'caps'

/** How a value is dressed: its letters, the text before and after (only when there is a value), whose format it takes. */
export interface Format {
  letters?: LetterCase
  before: string
  after: string
  /** CHARFORMAT: the value looks like the first letter of the instruction. */
  likeCode: boolean
}

/** A value as it is. */
export const plainFormat: Format = { before: '', after: '', likeCode: false }

const cases: Record<string, LetterCase> = { UPPER: 'upper', LOWER: 'lower', FIRSTCAP: 'firstCap', CAPS: 'caps' }

export function formatOf(instruction: Instruction): Format {
  const format: Format = { ...plainFormat }
  for (const { name, value } of instruction.switches) {
    const letters = cases[value.toUpperCase()]
    if (name === 'b') format.before = value
    if (name === 'f') format.after = value
    if (name === '*' && letters) format.letters = letters
    if (name === '*' && value.toUpperCase() === 'CHARFORMAT') format.likeCode = true
  }
  return format
}

/** Dresses a value: empty stays empty, whatever stands before or after it. */
export function dress(value: string, format: Format): string {
  if (value === '') return ''
  return format.before + inCase(value, format.letters) + format.after
}

function inCase(value: string, letters: LetterCase | undefined): string {
  switch (letters) {
    case 'upper':
      return value.toUpperCase()
    case 'lower':
      return value.toLowerCase()
    case 'firstCap':
      return value.replace(/\p{L}/u, (letter) => letter.toUpperCase())
    case 'caps':
      return value.replace(/(^|[^\p{L}\p{M}\p{N}'’])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
    case undefined:
      return value
  }
}
