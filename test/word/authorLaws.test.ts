// Whatever was written: a document that opens without findings, whose fields are those of the letter, twice the same bytes.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fieldsOfWritten } from '../../src/core/letter/writtenFields.ts'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { complaints } from './readBack.ts'
import { anyLetter, authored } from './written.ts'

const once = (names: readonly string[]) => [...new Set(names)].sort()

test('any letter opens without findings, with exactly its own fields, and is made the same way again', async () => {
  await fc.assert(
    fc.asyncProperty(anyLetter, async (letter) => {
      const bytes = await authored(letter)
      const template = openTemplate(bytes)
      expect(template.ok && template.value.findings).toEqual([])
      expect(template.ok && once(template.value.fields.map(({ name }) => name))).toEqual(once(fieldsOfWritten(letter)))
      expect(complaints(bytes)).toEqual([])
      expect(await authored(structuredClone(letter))).toEqual(bytes)
    }),
    { numRuns: 12 },
  )
})

test('letters for two of any letter stand in one document that nobody stumbles over', async () => {
  await fc.assert(
    fc.asyncProperty(anyLetter, async (letter) => {
      const template = openTemplate(await authored(letter))
      if (!template.ok) throw new Error(template.failure.code)
      const made = await mergeToBytes(template.value, [{ Name: 'Ada', City: 'Bonn', Comment: 'one\n\ntwo' }, {}], { language: 'en' })
      expect(made.ok && complaints(made.value)).toEqual([])
    }),
    { numRuns: 6 },
  )
})
