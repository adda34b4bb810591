// Numbers read from values, shown by number pictures, and written without one.
import { describe, expect, it } from 'vitest'
import { inNumberPicture } from '../../../src/word/language/numberPicture.ts'
import { numberOf, writeNumber } from '../../../src/word/language/numbers.ts'
import { rounded } from '../../../src/word/language/rounding.ts'

const languages = ['en', 'de', 'nl', 'nb', 'fr'] as const
const gap = '\u00a0'

describe('A value is read as a number', () => {
  it.each([
    ['1234', 'en', 1234],
    ['1,234.50', 'en', 1234.5],
    ['1.234,50', 'de', 1234.5],
    ['1.234,50', 'nl', 1234.5],
    ['1 234,50', 'nb', 1234.5],
    [`1${gap}234,50`, 'nb', 1234.5],
    ['1 234,50', 'fr', 1234.5],
    ['1\u202f234,50', 'fr', 1234.5],
    ["1'234.50", 'de-CH', 1234.5],
    ['1’234.50', 'de-CH', 1234.5],
    ['12,34,567', 'en', 1234567],
    ['1.234', 'en', 1.234],
    ['1.234', 'de', 1234],
    ['1,234', 'en', 1234],
    ['1,234', 'de', 1.234],
    ['1.234.567', 'de', 1234567],
    ['1234.50', 'de', 1234.5],
    ['1,234.50', 'de', 1234.5],
    ['1.234,50', 'en', 1234.5],
    ['0,5', 'en', 0.5],
    [',5', 'de', 0.5],
    ['.5', 'en', 0.5],
    ['-12', 'en', -12],
    ['- 12', 'en', -12],
    ['−12', 'nb', -12],
    ['12-', 'de', -12],
    ['+12', 'en', 12],
    ['(12)', 'en', -12],
    ['(12,50 €)', 'de', -12.5],
    ['-5 %', 'en', -5],
    ['5%', 'en', 5],
    ['1 234,50 €', 'fr', 1234.5],
    ['€ 1.234,50', 'nl', 1234.5],
    ['€ -12,50', 'nl', -12.5],
    ['-€12.50', 'en', -12.5],
    ['$1,234.50', 'en-US', 1234.5],
    ['EUR 12,50', 'de', 12.5],
    ['12,50 EUR', 'de', 12.5],
    ['kr 1 234', 'nb', 1234],
    ['1 234 kr.', 'nb', 1234],
    ['12,-', 'de', 12],
    ['€ 12,–', 'de', 12],
    ['Fr. 12.-', 'de-CH', 12],
    ['007', 'en', 7],
    ['٣٤', 'ar', 34],
    ['１２', 'ja', 12],
    [' 12 ', 'en', 12],
  ])('%j in %s', (text, language, number) => {
    expect(numberOf(text, language)).toBe(number)
  })

  it.each([
    ['', 'en'],
    ['-', 'en'],
    ['€', 'de'],
    ['Huber', 'de'],
    ['12 b', 'de'],
    ['A 12', 'de'],
    ['A-1010', 'de'],
    ['1.2.3', 'de'],
    ['22.11.2026', 'de'],
    ['2026-11-22', 'en'],
    ['12/3', 'en'],
    ['1,2345,678', 'en'],
    ['1.23,45.6', 'de'],
    ['+43 664 1234567', 'de'],
    ['0664 123 456', 'de'],
    ['--5', 'en'],
    ['-5-', 'en'],
    ['(-5)', 'en'],
    ['1e5', 'en'],
    ['€ 5 €€', 'de'],
    ['5 apples', 'en'],
    ['1 2', 'en'],
    ['Infinity', 'en'],
  ])('%j in %s is none', (text, language) => {
    expect(numberOf(text, language)).toBeUndefined()
  })

  it('a number is one, a day and nothing are none', () => {
    expect(numberOf(12.5, 'de')).toBe(12.5)
    for (const value of [NaN, Infinity, undefined, { day: '2026-11-22' }, new Date(), ['12']]) expect(numberOf(value, 'de')).toBeUndefined()
  })
})

it.each([
  [1234.5, ['1234.5', '1234,5', '1234,5', '1234,5', '1234,5']],
  [-0.25, ['-0.25', '-0,25', '-0,25', '-0,25', '-0,25']],
  [2026, ['2026', '2026', '2026', '2026', '2026']],
  [0.1 + 0.2, ['0.3', '0,3', '0,3', '0,3', '0,3']],
  [1e16, Array<string>(5).fill('10000000000000000')],
  [-0, Array<string>(5).fill('0')],
  [NaN, Array<string>(5).fill('')],
])('The number %s is written without groups', (number, shown) => {
  expect(languages.map((language) => writeNumber(number, language))).toEqual(shown)
})

describe('A number picture', () => {
  it.each([
    ['0', 1234.5, ['1235', '1235', '1235', '1235', '1235']],
    ['0.00', 1234.5, ['1234.50', '1234,50', '1234,50', '1234,50', '1234,50']],
    ['0.0', 1234.5, ['1234.5', '1234,5', '1234,5', '1234,5', '1234,5']],
    ['.x', 1234.56, ['1234.6', '1234,6', '1234,6', '1234,6', '1234,6']],
    ['0,00', 1234.5, ['1234.50', '1234,50', '1234,50', '1234,50', '1234,50']],
    ['#,##0.00', 1234.5, ['1,234.50', '1.234,50', '1.234,50', `1${gap}234,50`, `1${gap}234,50`]],
    ['#.##0,00', 1234.5, ['1,234.50', '1.234,50', '1.234,50', `1${gap}234,50`, `1${gap}234,50`]],
    ['#,##0', 1234567, ['1,234,567', '1.234.567', '1.234.567', `1${gap}234${gap}567`, `1${gap}234${gap}567`]],
    ['#.##0', 1234567, ['1,234,567', '1.234.567', '1.234.567', `1${gap}234${gap}567`, `1${gap}234${gap}567`]],
    ['#,###,##0', 1234567, ['1,234,567', '1.234.567', '1.234.567', `1${gap}234${gap}567`, `1${gap}234${gap}567`]],
    ['€ #,##0.00', 1234.5, ['€ 1,234.50', '€ 1.234,50', '€ 1.234,50', `€ 1${gap}234,50`, `€ 1${gap}234,50`]],
  ])('%s', (picture, number, shown) => {
    expect(languages.map((language) => inNumberPicture(number, picture, language))).toEqual(shown)
  })

  it.each([
    ['# ##0,00', 1234.5, 'fr', `1${gap}234,50`],
    ['# ##0,00 kr', 1234567.5, 'nb', `1${gap}234${gap}567,50 kr`],
    ["#'##0.00", 1234.5, 'de-CH', '1’234.50'],
    [',0.00', 1234.5, 'en', '1,234.50'],
    [',0', 12, 'en', '12'],
    ['$,0.00', 1234.5, 'en', '$1,234.50'],
    ['0,000', 5, 'en', '0,005'],
    ['0,000', 5, 'de', '5,000'],
  ])('%s of %s in %s', (picture, number, language, shown) => {
    expect(inNumberPicture(number, picture, language).replace("'", '’')).toBe(shown)
  })

  // The examples of the public documentation.
  it.each([
    ['00.00', 9, '09.00'],
    ['$###', 15, '$ 15'],
    ['x##', 222492, '492'],
    ['0.00x', 1 / 8, '0.125'],
    ['.x', 3 / 4, '.8'],
    ['$###.00', 95.4, '$ 95.40'],
    ['$#,###,###', 2456800, '$2,456,800'],
    ['-##', -80, '-80'],
    ['+##', 10, '+10'],
    ['+##', -10, '-10'],
    ['##%', 33, '33%'],
    ['$#,##0.00;-$#,##0.00', 1245.65, '$1,245.65'],
    ['$#,##0.00;-$#,##0.00', -1245.65, '-$1,245.65'],
    ['$#,##0.00;($#,##0.00);$0', 0, '$0'],
    ['$#,##0.00;($#,##0.00);$0', -1245.65, '($1,245.65)'],
    ["$##0.00 'is sales tax'", 347.44, '$347.44 is sales tax'],
  ])('%s of %s is %j, as documented', (picture, number, shown) => {
    expect(inNumberPicture(number, picture, 'en')).toBe(shown)
  })

  it.each([
    ['0 shows a figure or a zero', '000.00', 7.5, '007.50'],
    ['# shows a figure or a blank', '####', 7, '   7'],
    ['# after the point shows a figure or a blank', '0.0##', 7.25, '7.25 '],
    ['# to the right of a 0 is a 0', '0##', 7, '007'],
    ['a blank stands for the group as well', '#,##0', 7, '    7'],
    ['more figures than places are shown', '0', 123456, '123456'],
    ['x cuts what is left of it', 'x0', 12345, '45'],
    ['x in a word is a letter', '0 box', 5, '5 box'],
    ['x in quotes is a letter', "'x' 0", 5, 'x 5'],
    ['- shows a blank of a positive number', '-0', 5, ' 5'],
    ['- shows a blank of zero', '-0', 0, ' 0'],
    ['+ shows a blank of zero', '+0', 0, ' 0'],
    ['a sign stands where the picture has it', '€ -0', -5, '€ -5'],
    ['a minus shows without being asked for', '$0.00', -5, '-$5.00'],
    ['half goes up', '0', 2.5, '3'],
    ['half goes away from zero', '0', -2.5, '-3'],
    ['half is looked for in what stands there', '0.00', 1.005, '1.01'],
    ['a carry runs through', '0.00', 9.999, '10.00'],
    ['what rounds to nothing is no negative', '0.00', -0.001, '0.00'],
    ['what rounds to nothing is zero', '0;-0;none', 0.4, 'none'],
    ['what rounds to nothing is zero, from below', '0;-0;none', -0.4, 'none'],
    ['two sections: zero is shown as positive', '+0;-0', 0, ' 0'],
    ['an empty section shows nothing', '0;-0;', 0, ''],
    ['texts between places stay', '000-00-0', 123456, '123-45-6'],
    ['a picture of text only', "'paid'", 12, 'paid'],
    ['a full stop at the end is text', '0.00.', 1, '1.00.'],
    ['a full stop of a word is text', 'Nr.00', 5, 'Nr.05'],
    ['quotes hold a section sign', "0';'0;0", 12, '1;2'],
    ['small numbers', '0.0000000', 0.0000012, '0.0000012'],
    ['great numbers', '#,##0', 123456789012345, '123,456,789,012,345'],
  ])('%s', (_, picture, number, shown) => {
    expect(inNumberPicture(number, picture, 'en')).toBe(shown)
  })
})

it.each([
  [2.345, 2, 2.35],
  [-2.345, 2, -2.35],
  [1234.5, -2, 1200],
  [1250, -2, 1300],
  [1.005, 2, 1.01],
  [0.4, 0, 0],
  [5, 20, 5],
])('%s rounded to %s places is %s', (number, places, shown) => {
  expect(rounded(number, places)).toBe(shown)
})
