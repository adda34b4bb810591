// What is left out to be quick changes no answer: a text matches when one of its two forms does.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, spelledOut } from '../../src/base/fold.ts'
import { textTest } from '../../src/core/criteria/textAsk.ts'
import type { TextOperator } from '../../src/model/criteria.ts'

const pieces = [
  'a',
  'e',
  'o',
  'u',
  'ä',
  'ö',
  'Ü',
  'ø',
  'å',
  'Å',
  'A\u030a',
  'o\u0308',
  'ǖ',
  'ß',
  'æ',
  'œ',
  'l',
  'M',
  ' ',
  '\u00ad',
  '\u0301',
]
const written = fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((all) => all.join(''))
const asked = fc.oneof(
  written,
  fc.array(fc.constantFrom('a', 'e', 'o', 'u', 'l', 'm'), { maxLength: 4 }).map((all) => all.join('')),
)

const plainly: [TextOperator, TextOperator | undefined, (text: string, value: string) => boolean][] = [
  ['contains', 'doesNotContain', (text, value) => text.includes(value)],
  ['startsWith', 'doesNotStartWith', (text, value) => text.startsWith(value)],
  ['endsWith', undefined, (text, value) => text.endsWith(value)],
  ['isAnyOf', 'isNoneOf', (text, value) => text === value],
]

test.each(plainly)('%s asks both forms of a text', (operator, opposite, holds) => {
  fc.assert(
    fc.property(written, fc.array(asked, { maxLength: 2 }), (text, values) => {
      const folded = values.map(fold).filter(Boolean)
      const forms = [fold(text), spelledOut(text) ?? fold(text)]
      const expected = forms.some((form) => folded.some((value) => holds(form, value)))
      const isIt = (one: TextOperator) => textTest(one, values, 'name')(fold(text), () => text)
      expect(isIt(operator)).toBe(expected)
      if (opposite) expect(isIt(opposite)).toBe(!expected)
    }),
    { numRuns: 3000 },
  )
})
