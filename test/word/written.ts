// Letters as the editor hands them over, for the tests: small ones put together, and any at all.
import fc from 'fast-check'
import { deflateSync } from 'node:zlib'
import { newSheet } from '../../src/core/letter/newLetter.ts'
import { fieldNames } from '../../src/core/letter/fields.ts'
import { windowFieldOf } from '../../src/core/letter/windowFields.ts'
import type { AttachmentId } from '../../src/model/ids.ts'
import {
  ConditionIs,
  EnvelopeWindow,
  type LetterBlock,
  type LetterInline,
  type LetterSheet,
  type WrittenLetter,
} from '../../src/model/writtenLetter.ts'
import { authorLetter } from '../../src/word/author/letter.ts'
import { mergeToBytes, openTemplate, type MergeRecord } from '../../src/word/index.ts'

export const logoId = 'logo' as AttachmentId

/** A PNG of this many points, one colour. */
export function png(width: number, height: number): Uint8Array<ArrayBuffer> {
  const sums = Array.from({ length: 256 }, (_, n) =>
    Array.from({ length: 8 }).reduce((c: number) => (c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1), n),
  )
  const crc = (bytes: Buffer) => (bytes.reduce((c, byte) => (sums[(c ^ byte) & 255] ?? 0) ^ (c >>> 8), -1) ^ -1) >>> 0
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data])
    const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    size.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc(named))
    return Buffer.concat([size, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width)
  head.writeUInt32BE(height, 4)
  head.set([8, 0], 8)
  const rows = deflateSync(Buffer.alloc((width + 1) * height, 90).map((byte, at) => (at % (width + 1) === 0 ? 0 : byte)))
  return new Uint8Array(
    Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), chunk('IHDR', head), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]),
  )
}

export const pictures = new Map<string, Uint8Array>([[logoId, png(40, 20)]])

export const bareSheet: LetterSheet = {
  ...newSheet('en', { company: undefined }),
  ...{ window: 'none', sender: '', footer: [], pageNumbers: false, returnLine: false },
}

export const words = (text: string, ...marks: ('bold' | 'italic' | 'underline')[]): LetterInline => ({
  ...{ type: 'text', text },
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
export const chip = (field: string): LetterInline => ({ type: 'mergeField', attrs: { field } })
export const when = (field: string, is: ConditionIs, value: string, then: string, otherwise = ''): LetterInline => ({
  ...{ type: 'condition', attrs: { field, is, value, then, otherwise } },
})
export const para = (...content: LetterInline[]) => ({ type: 'paragraph' as const, content })

export const letterOf = (content: LetterBlock[], sheet: Partial<LetterSheet> = {}): WrittenLetter => ({
  ...{ text: { type: 'doc', content }, sheet: { ...bareSheet, ...sheet } },
})

export const authored = (letter: WrittenLetter, language = 'en') =>
  authorLetter(letter, { language, title: 'Letter', pictures, field: windowFieldOf(letter.sheet.window) })

/** The letter, authored and merged for these people. */
export async function mergedFor(letter: WrittenLetter, records: readonly MergeRecord[], language = 'en') {
  const template = openTemplate(await authored(letter, language))
  if (!template.ok) throw new Error(JSON.stringify(template.failure))
  const made = await mergeToBytes(template.value, records, { language })
  if (!made.ok) throw new Error(JSON.stringify(made.failure))
  return made.value
}

const field = fc.constantFrom(...fieldNames, 'Vorname', 'Nobody knows this', 'Straße')
const someWords = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '„Guten Tag“',
        '"quoted"',
        'C:\\temp\\',
        '«Wort»',
        '« mot »',
        'a & b < c',
        '100 %',
        '\t',
        '*',
        '?',
        '',
        ' ',
        '\u0001',
        '\ud800',
        '😀',
        'שלום',
        '}}',
        '{{ }}',
        "it's",
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[{}«»]/g, '')),
      field.map((name) => `{{${name}}}`),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(' '))
const marks = fc.option(
  fc.uniqueArray(fc.constantFrom('bold', 'italic', 'underline'), { maxLength: 3 }).map((all) => all.map((type) => ({ type }))),
  { nil: undefined },
)
const inline = fc.oneof(
  fc.record({ type: fc.constant('text'), text: someWords.filter((text) => text !== ''), marks }),
  fc.record({ type: fc.constant('hardBreak') }),
  fc.record({ type: fc.constant('mergeField'), attrs: fc.record({ field }), marks }),
  fc.record({
    type: fc.constant('condition'),
    attrs: fc.record({ field, is: fc.constantFrom(...ConditionIs.options), value: someWords, then: someWords, otherwise: someWords }),
    marks,
  }),
)
const align = fc.constantFrom('left', 'center', 'right', 'justify')
const paragraph = fc.record({
  type: fc.constant('paragraph'),
  attrs: fc.option(fc.record({ textAlign: fc.option(align) }), { nil: undefined }),
  content: fc.array(inline, { maxLength: 4 }),
})
const list = fc.letrec<{ list: unknown; item: unknown }>((tie) => ({
  list: fc.record({
    type: fc.constantFrom('bulletList', 'orderedList'),
    attrs: fc.option(fc.record({ start: fc.option(fc.integer({ min: 1, max: 30 })) }), { nil: undefined }),
    content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
  }),
  item: fc.record({
    type: fc.constant('listItem'),
    content: fc
      .tuple(paragraph, fc.oneof({ depthSize: 'small' }, fc.constant([]), fc.array(tie('list'), { maxLength: 1 })))
      .map(([first, rest]) => [first, ...rest]),
  }),
})).list
const picture = fc.record({
  type: fc.constant('image'),
  attrs: fc.record({
    attachmentId: fc.constantFrom(logoId, 'gone' as AttachmentId),
    width: fc.integer({ min: 1, max: 400 }),
    align,
    alt: someWords,
  }),
})
const cell = fc.record({
  type: fc.constantFrom('tableCell', 'tableHeader'),
  attrs: fc.option(
    fc.record({
      colspan: fc.integer({ min: 1, max: 3 }),
      rowspan: fc.integer({ min: 1, max: 3 }),
      colwidth: fc.option(fc.array(fc.integer({ min: 10, max: 500 }), { maxLength: 3 })),
    }),
    { nil: undefined },
  ),
  content: fc.array(fc.oneof(paragraph, list, picture), { maxLength: 2 }),
})
const table = fc.record({
  type: fc.constant('table'),
  content: fc.array(fc.record({ type: fc.constant('tableRow'), content: fc.array(cell, { maxLength: 3 }) }), { maxLength: 3 }),
})
const block = fc.oneof(paragraph, paragraph, list, table, picture, fc.record({ type: fc.constant('pageBreak') }))
const lines = fc.array(someWords, { maxLength: 5 }).map((all) => all.join('\n'))
const sheet = fc.record({
  paper: fc.constantFrom('A4', 'Letter'),
  window: fc.constantFrom(...EnvelopeWindow.options),
  logo: fc.option(
    fc.record({
      attachmentId: fc.constantFrom(logoId, 'gone' as AttachmentId),
      width: fc.integer({ min: 1, max: 300 }),
      align: fc.constantFrom('left', 'center', 'right'),
    }),
    { nil: undefined },
  ),
  sender: lines,
  returnLine: fc.boolean(),
  footer: fc.array(lines, { maxLength: 4 }),
  pageNumbers: fc.boolean(),
  font: fc.constantFrom('Calibri', 'Times New Roman', ''),
  fontSize: fc.integer({ min: 8, max: 16 }),
})

/** Any letter that the editor could hand over, and some that it would not. */
export const anyLetter: fc.Arbitrary<WrittenLetter> = fc.record({
  text: fc.record({ type: fc.constant('doc'), content: fc.array(block, { maxLength: 5 }) }),
  sheet,
}) as unknown as fc.Arbitrary<WrittenLetter>
