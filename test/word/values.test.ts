// Whatever a value holds, the letter can be read again and says the same.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { mergeToBytes, openTemplate } from '../../src/word/index.ts'
import { field, makeDocx, para, simple, text } from './makeDocx.ts'
import { complaints, readBack } from './readBack.ts'

const opening = openTemplate(
  makeDocx({ body: para(text('|') + field('MERGEFIELD a') + text('|') + simple('MERGEFIELD b') + text('|{{c}}|')) }),
)
if (!opening.ok) throw new Error(opening.failure.code)
const template = opening.value

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ']]>',
        '<!--',
        '&amp;',
        '&#0;',
        '</w:t>',
        '\ud800',
        '\udc00',
        '\u0000',
        '\u000b',
        '\ufffe',
        '\u202e',
        'שלום',
        'مرحبا',
        '😀',
        '\r\n',
        '\t',
        '{{a}}',
        '$&',
        '«b»',
      ),
    )
    .map((parts) => parts.join('')),
  fc.string({ unit: 'grapheme' }).map((words) => words.repeat(200)),
)
/* eslint-disable no-control-regex -- what XML cannot hold is expected to be gone */
const readable = (value: string) =>
  value.replace(/\r\n?|[\u000b\u2028\u2029]/g, '\n').replace(/[\u0000-\u0008\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
/* eslint-enable no-control-regex */

it('One letter', async () => {
  await fc.assert(
    fc.asyncProperty(nasty, nasty, nasty, async (a, b, c) => {
      const result = await mergeToBytes(template, [{ a, b, c }])
      if (!result.ok) throw new Error(result.failure.code)
      expect(complaints(result.value)).toEqual([])
      expect(readBack(result.value).lines).toEqual([`|${readable(a)}|${readable(b)}|${readable(c)}|`])
    }),
    { numRuns: 150 },
  )
})

it('Many letters', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(nasty, { minLength: 1, maxLength: 8 }), async (values) => {
      const result = await mergeToBytes(
        template,
        values.map((a) => ({ a })),
      )
      if (!result.ok) throw new Error(result.failure.code)
      expect(complaints(result.value)).toEqual([])
      expect(readBack(result.value).lines).toEqual(values.map((a) => `|${readable(a)}|||`))
    }),
    { numRuns: 50 },
  )
})

it('A hundred thousand letters of text', async () => {
  const a = 'Ä<'.repeat(50_000)
  const result = await mergeToBytes(template, [{ a }])
  if (!result.ok) throw new Error(result.failure.code)
  expect(readBack(result.value).lines[0]).toBe(`|${a}|||`)
})
