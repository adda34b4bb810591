// Files of letters: no two of one run have the same name.
import { expect, it } from 'vitest'
import { freeName, partNames } from '../../src/workers/jobs/letterNames.ts'

const files = (names: readonly string[]) => names.map((name) => ({ name }))

it.each([
  ['a document', ['Letter de.docx'], 'Letter de 2'],
  ['three parts', partNames('Letter de', '.docx', 3), 'Letter de 2'],
  ['twelve parts', partNames('Letter de', '.docx', 12), 'Letter de 2'],
  ['parts of another name', partNames('Letter de Bo', '.docx', 12), 'Letter de'],
])('beside %s', (_, taken, name) => {
  expect(freeName('Letter de', files(taken))).toBe(name)
})
