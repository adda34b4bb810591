// Packed texts come out as they went in.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { packText, unpackPart, unpackText } from '../../src/columns/textPacking.ts'

const unpacked = (text: string) => unpackText(packText(text), text.length)

test('any text', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string(), fc.stringMatching(/^[0-9+ ]*$/)), (text) => {
      expect(unpacked(text)).toBe(text)
    }),
    { numRuns: 1000 },
  )
})

test('a part of any text by itself', () => {
  const text = fc.string({ unit: fc.constantFrom(...'abcäöß@.-+ 0123456789') })
  fc.assert(
    fc.property(text, fc.nat(30), fc.nat(30), (text, start, length) => {
      const part = text.slice(start, start + length)
      expect(unpackPart(packText(text), start, part.length)).toBe(part)
    }),
  )
})

test.each([
  ['', 0],
  ['aaaaaaaa', 1],
  ['+49 89 1234567890', 9],
  ['Müller, Ångström, Ærø', 13],
  ['Ζορμπάς Йод 𝄞', 9],
  ['\u0080\u009f“€”', 3],
])('%s', (text, most) => {
  expect(unpacked(text)).toBe(text)
  expect(packText(text).bytes.length).toBeLessThanOrEqual(Math.max(most, text.length))
})

test('more signs than fit are written as UTF-8', () => {
  const text = Array.from({ length: 300 }, (_, at) => String.fromCharCode(0x100 + at)).join('')
  expect(packText(text).signs).toBe('')
  expect(unpacked(text)).toBe(text)
})
