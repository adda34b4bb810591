// Formulas over numbers.
import { describe, expect, it } from 'vitest'
import { formula } from '../../../src/word/language/formula.ts'

describe('A formula', () => {
  it.each([
    ['1 + 2', 3],
    ['2 + 3 * 4', 14],
    ['(2 + 3) * 4', 20],
    ['10 - 4 - 3', 3],
    ['100 / 5 / 2', 10],
    ['4 ^ 2', 16],
    ['27 ^ (1/3)', 3],
    ['2 ^ 3 ^ 2', 64],
    ['25%', 0.25],
    ['200 * 25%', 50],
    ['5 -- 3', 8],
    ['-5 + 3', -2],
    ['3 * -2', -6],
    ['1,234.50 * 2', 2469],
    ['$1,234.50 + € 1', 1235.5],
    ['.5 + .5', 1],
    ['0.1 + 0.2 = 0.3', 1],
    ['3 = 2 + 1', 1],
    ['3 <> 3', 0],
    ['2 < 3', 1],
    ['3 <= 3', 1],
    ['2 > 3', 0],
    ['2 >= 3', 0],
    ['AND(1, 2 > 1)', 1],
    ['AND(1, 0)', 0],
    ['OR(0, 1)', 1],
    ['OR(0, 0)', 0],
    ['NOT(0)', 1],
    ['NOT(5 > 3)', 0],
    ['IF(2 > 1, 10, 20)', 10],
    ['if(2 < 1; 10; 20)', 20],
    ['TRUE + TRUE()', 2],
    ['FALSE', 0],
    ['SUM(1, 2, 3)', 6],
    ['SUM(1,234)', 235],
    ['SUM(1.5; (1,234))', 1235.5],
    ['PRODUCT(2, 3, 4)', 24],
    ['AVERAGE(1, 2, 6)', 3],
    ['COUNT(1, 2, 6)', 3],
    ['MIN(4, 2, 6)', 2],
    ['MAX(4, 2, 6)', 6],
    ['ROUND(123.456, 2)', 123.46],
    ['ROUND(123.456, -1)', 120],
    ['ROUND(2.5, 0)', 3],
    ['INT(5.67)', 5],
    ['INT(-5.67)', -5],
    ['ABS(-5)', 5],
    ['MOD(7, 3)', 1],
    ['SIGN(-3)', -1],
    ['SIGN(0)', 0],
    ['MAX(SUM(1, 2), IF(1, ROUND(4.4, 0), 0))', 4],
  ])('%s is %s', (text, value) => {
    expect(formula(text, 'en')).toBeCloseTo(value, 9)
  })

  it.each([
    ['1.234,50 * 2', 'de', 2469],
    ['SUM(1,5; 2,5)', 'de', 4],
    ['SUM(1,5, 2,5)', 'de', 4],
    ['1,5 + 1,5', 'fr', 3],
    ['1\u00a0234,5 * 2', 'nb', 2469],
    ['12,50 € + 1', 'nl', 13.5],
  ])('%s in %s is %s', (text, language, value) => {
    expect(formula(text, language)).toBeCloseTo(value, 9)
  })

  it.each([
    [''],
    ['   '],
    ['1 +'],
    ['+'],
    ['1 2'],
    ['(1'],
    ['1)'],
    ['1 / 0'],
    ['MOD(1, 0)'],
    ['SUM(ABOVE)'],
    ['A1 + B2'],
    ['Total * 2'],
    ['SUM()'],
    ['IF(1, 2)'],
    ['NOT(1, 2)'],
    ['constructor(1)'],
    ['"a" = "b"'],
    ['1.2.3'],
    ['10 ^ 1000'],
    ['(-8) ^ 0.5'],
    ['1 & 2'],
  ])('%j is no matter of numbers alone', (text) => {
    expect(formula(text, 'en')).toBeUndefined()
  })

  it('that is deep or long comes to an end', () => {
    expect(formula(`${'('.repeat(50)}1${')'.repeat(50)}`, 'en')).toBe(1)
    expect(formula(`${'('.repeat(5000)}1${')'.repeat(5000)}`, 'en')).toBeUndefined()
    expect(formula('-'.repeat(9999) + '1', 'en')).toBe(-1)
    expect(formula(Array<string>(5000).fill('1').join('+'), 'en')).toBe(5000)
    expect(formula('1+'.repeat(50_000) + '1', 'en')).toBeUndefined()
  })
})
