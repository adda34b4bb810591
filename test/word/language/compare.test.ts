// Comparisons of IF, NEXTIF and SKIPIF.
import { describe, expect, it } from 'vitest'
import { compare, isOperator, operators, type Operator } from '../../../src/word/language/compare.ts'

/** In the order =, <>, <, <=, >, >=. */
const table = (left: string, right: string, language: string) =>
  operators.map((operator) => (compare(left, operator, right, language) ? 1 : 0)).join('')
const [same, less, more] = ['100101', '011100', '010011']

describe('Two sides are compared', () => {
  it.each([
    ['numbers as numbers', '10', '9', 'en', more],
    ['numbers of the language', '1.000,50', '999', 'de', more],
    ['the same number in two ways', '1,000.00', '1000', 'en', same],
    ['the same number with a unit', '€ 5', '5', 'en', same],
    ['zeros in front do not count', '007', '7', 'en', same],
    ['negative numbers', '-5', '(3)', 'en', less],
    ['a point in another language', '1.5', '1,5', 'de', same],
    ['the same text', 'Vienna', 'Vienna', 'en', same],
    ['nothing and nothing', '', '', 'en', same],
    ['nothing and something', '', 'a', 'en', less],
    ['nothing is no zero', '', '0', 'en', less],
    ['a number and a text, as texts', '5', 'five', 'en', less],
    ['blanks count', 'a ', 'a', 'en', more],
    ['umlauts stand with their letters', 'Äpfel', 'Zebra', 'de', less],
    ['umlauts in two ways of writing', 'Mu\u0308ller', 'Müller', 'de', same],
  ])('%s', (_, left, right, language, expected) => {
    expect(table(left, right, language)).toBe(expected)
  })

  it('upper and lower case make a difference, as in Word', () => {
    expect([compare('vienna', '=', 'Vienna', 'en'), compare('vienna', '<>', 'Vienna', 'en')]).toEqual([false, true])
  })
})

describe('Wildcards on the right', () => {
  it.each([
    ['98534', '985*', true],
    ['98534', '98?34', true],
    ['98534', '9853?4', false],
    ['985', '985*', true],
    ['9850', '98?', false],
    ['Vienna', '*enn*', true],
    ['Vienna', '*', true],
    ['', '*', true],
    ['', '?', false],
    ['', '**', true],
    ['abcabd', '*ab?', true],
    ['aXbXc', 'a*b*c', true],
    ['aXbX', 'a*b*c', false],
    ['👍', '?', true],
    ['a.c', 'a.c*', true],
    ['abc', 'a.c*', false],
    ['[a]', '[a]*', true],
  ])('%j and %j', (left, right, equal) => {
    expect([compare(left, '=', right, 'en'), compare(left, '<>', right, 'en')]).toEqual([equal, !equal])
  })

  it('are signs like others on the left, and for an order', () => {
    expect(compare('a*', '=', 'abc', 'en')).toBe(false)
    expect(compare('a?', '>=', 'a?', 'en')).toBe(true)
  })

  it('take no longer than the text is long', () => {
    const long = 'a'.repeat(200_000)
    const start = process.cpuUsage().user
    expect(compare(long, '=', `${'a*'.repeat(120)}b`, 'en')).toBe(false)
    expect(compare(long, '=', `${'a*'.repeat(50_000)}b`, 'en')).toBe(false)
    expect(process.cpuUsage().user - start).toBeLessThan(3_000_000)
  })
})

it.each([
  ['=', true],
  ['<>', true],
  ['>=', true],
  ['==', false],
  ['constructor', false],
])('%s is an operator: %s', (text, is) => {
  expect(isOperator(text)).toBe(is)
})

it('Whatever the operator, its opposite says the opposite', () => {
  const opposites: [Operator, Operator][] = [
    ['=', '<>'],
    ['<', '>='],
    ['>', '<='],
  ]
  for (const [one, other] of opposites)
    for (const [left, right] of [
      ['a', 'b'],
      ['5', '7'],
      ['', ''],
      ['B', 'a'],
    ] as const)
      expect(compare(left, one, right, 'de')).toBe(!compare(left, other, right, 'de'))
})
