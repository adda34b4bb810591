// How somebody is called where a list needs a word for everybody.
import { expect, test } from 'vitest'
import { nameOf } from '../../src/screens/pieces/contactName.ts'

test('Somebody without a name is called by the number, and who is gone is told as gone', () => {
  expect(nameOf({ name: 'Anna Lind', no: 'C7' })).toBe('Anna Lind')
  expect(nameOf({ name: ' ', no: 'C7' })).toBe('C7')
  expect(nameOf(undefined)).not.toBe('')
})
