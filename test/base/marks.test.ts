import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { fold, searchKey, wordsOf } from '../../src/base/fold.ts'
import { marks, marksInNumber } from '../../src/base/marks.ts'
import { foldOf } from '../../src/core/criteria/textAsk.ts'

/** The text with what is marked in brackets. */
function shown(text: string, found: { from: number; to: number }[]): string {
  let out = ''
  let at = 0
  for (const { from, to } of found) {
    out += `${text.slice(at, from)}[${text.slice(from, to)}]`
    at = to
  }
  return out + text.slice(at)
}

describe('what was found is marked as it was written', () => {
  test.each([
    ['Müller', 'mull', '[Müll]er'],
    ['Müller', 'muell', '[Müll]er'],
    ['Müller', 'mu', '[Mü]ller'],
    ['Mueller', 'MUELL', '[Muell]er'],
    ['Müßig', 'mussig', '[Müßig]'],
    ['Straße', 'ass', 'Str[aß]e'],
    ['Straße', 's', '[S]tra[ß]e'],
    ['Ærø', 'aero', '[Ærø]'],
    ['Ærø', 'aeroe', '[Ærø]'],
    ['Łukasz', 'luk', '[Łuk]asz'],
    ['Zoe\u0308', 'zoe', '[Zoe\u0308]'],
    ['Ανδρέας', 'ανδρεασ', '[Ανδρέας]'],
    ['Anna Banana', 'ana', 'Anna B[anana]'],
    ['Anna  Böhme', 'anna böhme', '[Anna]  [Böhme]'],
    ['So\u00adft', 'soft', '[So\u00adft]'],
    ['Ahorn', 'birke', 'Ahorn'],
    ['Ahorn', '', 'Ahorn'],
  ])('%s for “%s”: %s', (text, asked, expected) => expect(shown(text, marks(text, wordsOf(asked)))).toBe(expected))

  test.each([
    ['(089) 12/3-45', '08912', '([089) 12]/3-45'],
    ['(089) 12/3-45', '12/3', '(089) [12/3]-45'],
    ['+49 89 123', '489', '+49 89 123'],
    ['+49 89 123', '4989', '+[49 89] 123'],
    ['Büro 7', 'buero7', 'Büro 7'],
    ['Büro 7', 'buro7', '[Büro 7]'],
  ])('number %s for “%s”: %s', (text, asked, expected) => expect(shown(text, marksInNumber(text, wordsOf(asked)))).toBe(expected))
})

describe('laws', () => {
  const sign = fc.constantFrom(...'abesuom ABESUÖÄÜß öäüøåæœŁłİıςΣσйЙёЁéèñ½ﬁ\u0308\u0301\u00ad\u200b-’ 7中', ' ', '\n')
  const anyText = fc.array(sign, { maxLength: 12 }).map((signs) => signs.join(''))
  const anyWord = fc.oneof(
    fc.array(fc.constantFrom(...'abesuomiσй7l'), { minLength: 1, maxLength: 3 }).map((signs) => signs.join('')),
    anyText.map((text) => wordsOf(text)[0] ?? 'a'),
  )
  const runs = { numRuns: 2000 }

  it('something is marked exactly where search finds the word', () => {
    fc.assert(
      fc.property(anyText, anyWord, (text, word) => {
        expect(marks(text, [word]).length > 0, JSON.stringify([text, word])).toBe(searchKey(text).includes(word))
      }),
      runs,
    )
  })

  it('every mark bears the word, is not longer than needed, and they stand in order', () => {
    fc.assert(
      fc.property(anyText, anyWord, (text, word) => {
        let last = -1
        for (const { from, to } of marks(text, [word])) {
          expect(from > last && to > from && to <= text.length).toBe(true)
          expect(searchKey(text.slice(from, to))).toContain(word)
          last = to
        }
      }),
      runs,
    )
  })

  it('in a number the bare one is found as well', () => {
    const bare = foldOf('phone')
    const number = fc.array(fc.constantFrom(...'0123+ ()/-.ö'), { maxLength: 12 }).map((signs) => signs.join(''))
    const digits = fc.array(fc.constantFrom(...'0123'), { minLength: 1, maxLength: 4 }).map((signs) => signs.join(''))
    fc.assert(
      fc.property(number, digits, (text, word) => {
        const isFound = bare(text).includes(word) || fold(text).includes(word)
        expect(marksInNumber(text, [word]).length > 0, JSON.stringify([text, word])).toBe(isFound)
      }),
      runs,
    )
  })
})
