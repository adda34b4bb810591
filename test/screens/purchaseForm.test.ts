// Amounts as people type them.
import { expect, it } from 'vitest'
import { readAmount } from '../../src/base/number.ts'
import { troublesOf } from '../../src/screens/contacts/purchaseForm.ts'

it.each([
  ['12', ',', 12],
  ['12,5', ',', 12.5],
  ['12.5', ',', 12.5],
  ['12,5', '.', 12.5],
  ['1.234', ',', 1234],
  ['1,234', ',', 1.234],
  ['1,234', '.', 1234],
  ['1.234', '.', 1.234],
  ['1.234,50', ',', 1234.5],
  ['1,234.50', ',', 1234.5],
  ['1.234.567', '.', 1234567],
  ['1 234,50', ',', 1234.5],
  ['1’234.50', '.', 1234.5],
  ['-3,2', ',', -3.2],
  ['−3', ',', -3],
  [',5', ',', 0.5],
  ['', ',', undefined],
  ['12 €', ',', undefined],
  ['twelve', '.', undefined],
  ['1,2.3,4', ',', undefined],
])('"%s" where the decimal mark is "%s" is %s', (text, mark, value) => expect(readAmount(text, mark)).toBe(value))

it('A purchase needs a day, an item or its number, and two figures', () => {
  const form = { day: '', itemNo: '', description: '', itemGroup: '', quantity: '', amount: 'x' }
  expect(troublesOf(form, '.')).toEqual({ day: true, description: true, quantity: true, amount: true })
  expect(troublesOf({ ...form, day: '2026-11-20', itemNo: 'B1', quantity: '1', amount: '0' }, '.')).toEqual({})
})
