// Values dressed by the switches of their fields.
import { describe, expect, it } from 'vitest'
import { readInstruction } from '../../../src/word/instruction.ts'
import { dress, formatOf } from '../../../src/word/language/dress.ts'

describe('A value is dressed', () => {
  it.each([
    ['\\* Upper', 'anna maier', 'ANNA MAIER'],
    ['\\* Upper', 'straße', 'STRASSE'],
    ['\\* Lower', 'ANNA', 'anna'],
    ['\\* FirstCap', 'anna maier', 'Anna maier'],
    ['\\* Caps', 'anna-lena o’neill', 'Anna-Lena O’neill'],
    ['\\b "c/o " \\f "!"', 'Huber', 'c/o Huber!'],
    ['\\b "c/o " \\f "!"', '', ''],
    ['\\* MERGEFORMAT', 'as it is', 'as it is'],
    ['\\b "mr " \\* Upper', 'x', 'mr X'],
  ])('by %s', (switches, value, dressed) => {
    expect(dress(value, formatOf(readInstruction(`MERGEFIELD a ${switches}`)), 'en')).toBe(dressed)
  })
})
