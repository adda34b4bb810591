// Values dressed by the switches of their fields.
import { describe, expect, it } from 'vitest'
import { readInstruction } from '../../../src/word/compile/instruction.ts'
import { dress, dressParagraphs, formatOf, plainFormat, textOf, unknownSwitches } from '../../../src/word/language/dress.ts'
import type { MergeValue } from '../../../src/word/values.ts'

const format = (switches: string) => formatOf(readInstruction(`MERGEFIELD a ${switches}`))

describe('A value is dressed', () => {
  it.each([
    ['\\* Upper', 'anna maier', 'ANNA MAIER'],
    ['\\* Upper', 'straße', 'STRASSE'],
    ['\\* Lower', 'ANNA', 'anna'],
    ['\\* FirstCap', 'anna maier', 'Anna maier'],
    ['\\* Caps', 'anna-lena o’neill', 'Anna-Lena O’neill'],
    ['\\* caps', 'élan vital', 'Élan Vital'],
    ['\\b "c/o " \\f "!"', 'Huber', 'c/o Huber!'],
    ['\\b "c/o " \\f "!"', '', ''],
    ['\\* MERGEFORMAT', 'as it is', 'as it is'],
    ['\\b "mr " \\* Upper', 'x', 'mr X'],
    ['\\* CHARFORMAT', 'as it is', 'as it is'],
  ])('by %s', (switches, value, dressed) => {
    expect(dress(value, format(switches), 'en')).toBe(dressed)
  })

  it.each<[string, MergeValue | undefined, string, string]>([
    ['\\@ "d. MMMM yyyy"', { day: '2026-03-05' }, 'de', '5. März 2026'],
    ['\\@ "dddd" \\* Upper', { day: '2026-03-05' }, 'de', 'DONNERSTAG'],
    ['\\@ "HH:mm"', { day: '2026-03-05', time: '14:30' }, 'de', '14:30'],
    ['\\@ "d.M.yy"', '2026-03-05', 'de', '5.3.26'],
    ['\\@ "d.M.yy"', 'in spring', 'de', 'in spring'],
    ['\\@ "d.M.yy" \\b "am "', '', 'de', ''],
    ['\\@ "d.M.yy"', new Date(2026, 2, 5), 'de', '5.3.26'],
    ['\\# "#,##0.00 €"', 1234.5, 'de', '1.234,50 €'],
    ['\\# "0.00"', '1.234,5', 'de', '1234,50'],
    ['\\# "0.00"', 'a lot', 'de', 'a lot'],
    ['\\# "0.00"', '', 'de', ''],
    ['\\# "0.00"', undefined, 'de', ''],
    ['\\# "0;-0;" \\b "€ "', 0, 'de', ''],
    ['\\# 0.00', { day: '2026-03-05' }, 'en', '5 March 2026'],
    ['\\@ yyyy \\# 0.00', '12.5', 'en', '12.50'],
    ['\\* roman', '14', 'en', 'xiv'],
    ['\\* Roman', 'fourteen', 'en', 'fourteen'],
    ['\\* Roman', -1, 'en', '-1'],
    ['\\* CardText \\* FirstCap', 21, 'de', 'Einundzwanzig'],
    ['\\* CardText \\* Caps', 21, 'en', 'Twenty-One'],
    ['\\* DollarText \\* Upper', 14.55, 'en', 'FOURTEEN AND 55/100'],
    ['\\* CardText', 21, 'pl', '21'],
    ['\\* Ordinal', 1, 'fr', '1er'],
    ['\\* Upper', 'istanbul', 'tr', 'İSTANBUL'],
    ['\\* Lower', 'IĞDIR', 'tr', 'ığdır'],
    ['\\* Upper', 'άλφα', 'el', 'ΑΛΦΑ'],
    ['\\* Upper', ['one', 'two'], 'en', 'ONE\n\nTWO'],
    ['\\b "(" \\f ")"', 12.5, 'nb', '(12,5)'],
    ['', ['one', 'two'], 'en', 'one\n\ntwo'],
    ['', { day: '2026-03-05' }, 'fr', '5 mars 2026'],
    ['', undefined, 'fr', ''],
  ])('%s of %j in %s is %j', (switches, value, language, dressed) => {
    expect(dress(value, format(switches), language)).toBe(dressed)
  })

  it('paragraph by paragraph', () => {
    expect(dressParagraphs(['one', '', 'two'], format('\\b "(" \\f ")" \\* Upper'), 'en')).toEqual(['(ONE', '', 'TWO)'])
    expect(dressParagraphs(['', ''], format('\\b "("'), 'en')).toEqual([''])
    expect(dressParagraphs([], format('\\b "("'), 'en')).toEqual([''])
    expect(dressParagraphs(12, format('\\# 0.0'), 'de')).toEqual(['12,0'])
  })

  it('in a language that nobody knows, as in English', () => {
    for (const language of ['', 'xx-nonsense', 'no such', 'i-klingon', '-'])
      expect(dress(1234.5, format('\\# #,##0.00 \\* Upper'), language)).toBe('1,234.50')
  })
})

it('A format is plain data', () => {
  const asked = format('\\@ "d.M." \\# "0" \\* Roman \\* Upper \\* CHARFORMAT \\b x \\f y')
  expect(structuredClone(asked)).toEqual({
    ...{ before: 'x', after: 'y', likeCode: true, letters: ['upper'], date: 'd.M.', number: '0', numbering: 'ROMAN' },
  })
  expect(format('\\@ \\#')).toEqual(plainFormat)
})

it('A value as text', () => {
  expect([
    textOf('a', 'de'),
    textOf(1.5, 'de'),
    textOf({ day: '2026-03-05' }, 'de'),
    textOf(['a', 'b'], 'de'),
    textOf(undefined, 'de'),
  ]).toEqual([...['a', '1,5', '5. März 2026', 'a\n\nb', '']])
})

it.each([
  ['MERGEFIELD a \\* MERGEFORMAT \\* Upper \\* roman \\@ "d" \\# "0" \\b x \\f y \\m \\v \\!', undefined, []],
  ['MERGEFIELD a \\* ThaiText', undefined, ['\\* ThaiText']],
  ['MERGEFIELD a \\* CardText', undefined, []],
  ['MERGEFIELD a \\* CardText', 'pl', ['\\* CardText']],
  ['MERGEFIELD a \\* DollarText', 'fr-CH', []],
  ['MERGEFIELD a \\q \\@', undefined, ['\\q', '\\@']],
  ['MERGEFIELD a \\*', undefined, ['\\*']],
  ['ADDRESSBLOCK \\f "x" \\l 1031 \\c 2 \\e "x" \\d', undefined, []],
  ['GREETINGLINE \\f "x" \\l 1031 \\e "x" \\d', undefined, ['\\d']],
  ['DATE \\@ "d" \\l', undefined, []],
  ['PAGE \\b', undefined, ['\\b']],
])('Switches of %s that are not carried out', (code, language, unknown) => {
  expect(unknownSwitches(readInstruction(code), language)).toEqual(unknown)
})
