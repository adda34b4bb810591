// Choices of two contacts side by side outlive an exchange of the two.
import { expect, it } from 'vitest'
import type { ContactId } from '../../src/model/ids.ts'
import { keepPick, picksOf } from '../../src/screens/contacts/mergePicks.ts'

const [anna, other, third] = ['anna', 'other', 'third'] as ContactId[] as [ContactId, ContactId, ContactId]

it('a value that was chosen stays hers, whichever of the two stays', () => {
  keepPick(anna, other, { email: 'lost', phone: 'kept' })
  expect(picksOf(anna, other)).toEqual({ email: 'lost', phone: 'kept' })
  expect(picksOf(other, anna)).toEqual({ email: 'kept', phone: 'lost' })
  expect(picksOf(anna, third)).toEqual({})
})
