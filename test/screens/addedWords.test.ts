// What is said after one contact was put on a segment.
import { expect, test } from 'vitest'
import { addedWords } from '../../src/screens/contacts/addedWords.ts'

const nobody = { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 }

test('whoever was left out is not said to be on the segment; the reason is told', () => {
  const said = (added: number, leftOut: Partial<typeof nobody>) =>
    addedWords({ added, leftOut: { ...nobody, ...leftOut } }, 'Käthe', 'Spring')
  expect(said(1, {})).toBe('Käthe is on “Spring”.')
  expect(said(0, { alreadyThere: 1 })).toBe('Käthe is on “Spring”.')
  expect(said(0, { privacyBlocked: 1 })).toMatch(/^Nobody was added to “Spring”\. .*privacy/i)
  expect(said(0, { minor: 1 })).toMatch(/^Nobody was added to “Spring”\. .*parent/i)
  expect(said(0, {})).toBe('Nobody was added to “Spring”.')
})
