// Figures of a rule while they are typed: what can be read is taken, what cannot is said at its field together with what holds meanwhile.
import { describe, expect, it } from 'vitest'
import { figureTrouble, manyTrouble, readFigure, readWhole, spanTrouble } from '../../src/screens/pieces/criteria/typedFigure.ts'

describe('how many days', () => {
  it.each(['0', '-5', 'abc', '', ' ', '1.5', '36500000', '1e3'])(
    '"%s" is not taken silently: the field says so, and that 90 days hold',
    (typed) => {
      expect(readWhole(typed, 1, 36_500)).toBeUndefined()
      expect(spanTrouble(typed, 'day', { count: 90, unit: 'day' })).toMatch(/36.500.*90 days/)
    },
  )
  it('a number that can be is taken, and nothing is said', () => {
    expect(readWhole(' 120 ', 1, 36_500)).toBe(120)
    expect(spanTrouble('120', 'day', { count: 90, unit: 'day' })).toBe('')
  })
  it('a unit has its own limit: 36500 years are too long', () => {
    expect(spanTrouble('36500', 'year', { count: 36_500, unit: 'day' })).toMatch(/100/)
  })
})

describe('at least so many', () => {
  it.each(['1', '0', '-3', 'x', '', '1000', '2.5'])('"%s" is said to be none', (typed) => {
    expect(manyTrouble(typed, 3)).toMatch(/999.*3/)
  })
  it('two can be asked', () => {
    expect(manyTrouble('2', 3)).toBe('')
  })
})

describe('a quantity or an amount', () => {
  it.each<[string, number | undefined | false]>([
    ['', undefined],
    ['5', 5],
    ['-12,50', -12.5],
    ['abc', false],
    ['1.000', false],
    ['9999999999999', false],
  ])('"%s" is read as %s', (typed, read) => {
    expect(readFigure(typed)).toBe(read)
  })
  it('one that cannot be read says what holds meanwhile', () => {
    expect(figureTrouble('1.000', 1)).toMatch(/1 holds/)
    expect(figureTrouble('abc', undefined)).not.toMatch(/holds/)
    expect(figureTrouble('12', 5)).toBe('')
  })
})
