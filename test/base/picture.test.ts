// What a picture is, read from its first bytes.
import { expect, test } from 'vitest'
import { pictureFacts } from '../../src/base/picture.ts'
import { typedPieces } from '../../src/base/typedWords.ts'
import { png } from '../word/written.ts'

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((sign) => sign.charCodeAt(0)) : part)))
const frame = (marker: number) => [0xff, marker, 0, 17, 8, 0, 30, 0, 40, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]

test.each<[string, Uint8Array, unknown]>([
  ['a PNG', png(40, 20), { type: 'image/png', width: 40, height: 20 }],
  ['a GIF', bytes('GIF89a', [40, 0, 20, 1]), { type: 'image/gif', width: 40, height: 276 }],
  ['a JPEG', bytes([0xff, 0xd8], [0xff, 0xe0, 0, 4, 1, 2], frame(0xc0)), { type: 'image/jpeg', width: 40, height: 30 }],
  [
    'a progressive JPEG, tables first',
    bytes([0xff, 0xd8], [0xff, 0xc4, 0, 3, 1], [0xff], frame(0xc2)),
    { type: 'image/jpeg', width: 40, height: 30 },
  ],
  ['a JPEG that is cut off', bytes([0xff, 0xd8, 0xff, 0xe0, 0, 200, 1]), undefined],
  ['a PNG of no width', png(40, 20).fill(0, 16, 20), undefined],
  ['a PDF', bytes('%PDF-1.7 and more of it, so that it is long enough'), undefined],
  ['nothing', new Uint8Array(), undefined],
])('%s', (_, file, facts) => {
  expect(pictureFacts(file)).toEqual(facts)
})

test('words with fields among them are taken apart', () => {
  expect(typedPieces('Dear {{ First_Name }}, {{x')).toEqual([{ words: 'Dear ' }, { field: 'First_Name' }, { words: ', {{x' }])
  expect(typedPieces('')).toEqual([])
})
