// Files of letters: no two of one run have the same name.
import { expect, it } from 'vitest'
import { fileNameOf, freeName, partNames } from '../../src/workers/jobs/letterNames.ts'

const files = (names: readonly string[]) => names.map((name) => ({ name }))

it.each([
  ['a document', ['Letter de.docx'], 'Letter de 2'],
  ['three parts', partNames('Letter de', '.docx', 3), 'Letter de 2'],
  ['twelve parts', partNames('Letter de', '.docx', 12), 'Letter de 2'],
  ['parts of another name', partNames('Letter de Bo', '.docx', 12), 'Letter de'],
])('beside %s', (_, taken, name) => {
  expect(freeName('Letter de', files(taken))).toBe(name)
})

it.each([
  ['a device', 'con', '_con'],
  ['a device with an ending', 'aux.2026', '_aux.2026'],
  ['eighty signs and half an emoji', `${'x'.repeat(79)}😀😀`, `${'x'.repeat(79)}😀`],
  ['signs that turn the direction of writing', 'a\u202excod', 'a xcod'],
  ['signs that no system takes', ' a/b: "c"? ', 'a b c'],
  ['nothing', ' ... ', 'letters'],
])('A file called like %s can be kept on Windows', (_, title, name) => {
  expect(fileNameOf(title)).toBe(name)
})
