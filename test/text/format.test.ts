// Figures as they stand in a field to be typed in: read back, they are the same.
import { afterEach, describe, expect, it } from 'vitest'
import { readNumber } from '../../src/base/number.ts'
import { figure, typedNumber } from '../../src/text/format.ts'
import { language, setLanguage, t } from '../../src/text/language.svelte.ts'

const before = language()
afterEach(() => setLanguage(before))

describe.each(['en', 'de'] as const)('A figure in a field, %s', (tongue) => {
  it.each([0, 5, 2.4, 1.5, 1.125, 12.345, 1000, 1234.5, 0.125])('%d is read back as it is', (value) => {
    setLanguage(tongue)
    expect(readNumber(typedNumber(value))).toBe(value)
  })
})

it('stands with the comma in German, with the point in English', () => {
  setLanguage('de')
  expect(typedNumber(2.4)).toBe('2,4')
  setLanguage('en')
  expect(typedNumber(2.4)).toBe('2.4')
})

it.each(['en', 'de'] as const)('stands in a text as it stands alone, %s', (tongue) => {
  setLanguage(tongue)
  expect(t('criteria.dots', { count: 6153, of: figure(12300) })).toMatch(/6\u202f153 .*12\u202f300/)
  expect(t('criteria.diff.says', { coming: 6153, going: 1 })).toContain('6\u202f153')
  expect(t('criteria.last.day', { count: 1000 })).toContain('1\u202f000')
})
