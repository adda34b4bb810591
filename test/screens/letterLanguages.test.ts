// The page on which a letter is written names its language in the address, where it can be mistyped.
import { expect, it } from 'vitest'
import { isLanguage, letterLanguages } from '../../src/screens/pieces/letterLanguages.ts'

it.each(['', 'zz', 'zz-nonsense', 'x y'])('no letter is written in “%s”', (tag) => expect(isLanguage(tag)).toBe(false))

it('every language that is offered is one, and so is any other that a contact may have', () => {
  expect([...letterLanguages().map(({ value }) => value), 'ja', 'de-CH-1996'].filter((tag) => !isLanguage(tag))).toEqual([])
})
