// Packing of small parts: every reader gets back what was packed, and no letter is larger than the packer that others use makes it.
import { inflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { deflateSync, inflateSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { deflateOnce } from '../../src/word/zip/deflateOnce.ts'
import { codeLengths } from '../../src/word/zip/huffman.ts'
import { makeFiles, para, text } from './makeDocx.ts'

function expectSame(bytes: Uint8Array): void {
  const packed = deflateOnce(bytes)
  expect(Buffer.compare(inflateRawSync(packed), bytes)).toBe(0)
  expect(Buffer.compare(inflateSync(packed), bytes)).toBe(0)
  expect(Buffer.compare(deflateOnce(bytes), packed)).toBe(0)
}

/** Bytes that look like nothing, the same on every run. */
function noise(length: number, values: number): Uint8Array {
  let state = length * 31 + values
  return Uint8Array.from({ length }, () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 16) % values
  })
}

const shortTexts = fc.array(
  fc.constantFrom('<w:r>', '</w:r>', '<w:t xml:space="preserve">', 'Straße', 'a', 'ab', 'abc', 'abcd', '漢字', '\0'),
  {
    maxLength: 400,
  },
)
const stretches = fc.array(
  fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 3000 })).map(([bytes, times]) => {
    const out = new Uint8Array(bytes.length * times)
    for (let at = 0; at < out.length; at += bytes.length) out.set(bytes, at)
    return out
  }),
  { maxLength: 6 },
)

describe('What was packed comes back', () => {
  it.each([
    0, 1, 2, 3, 4, 5, 257, 258, 259, 260, 16_383, 16_384, 16_385, 32_768, 32_769, 65_535, 65_536, 65_541, 200_000, 262_144, 262_145,
  ])('of %i bytes', (length) => {
    for (const values of [1, 2, 3, 16, 256]) expectSame(noise(length, values))
  })

  it('of any bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 3000, size: 'max' }), expectSame), { numRuns: 200 })
  })

  it('of words that come again', () => {
    fc.assert(
      fc.property(shortTexts, (words) => expectSame(Buffer.from(words.join('')))),
      { numRuns: 300 },
    )
  })

  it('of long runs, far apart', () => {
    fc.assert(
      fc.property(stretches, (parts) => expectSame(Buffer.concat(parts))),
      { numRuns: 60 },
    )
  })

  it('of a part of a longer row of bytes', () => {
    const row = noise(5000, 8)
    expectSame(row.subarray(1001, 3003))
  })

  it('where each place has a longer repeat than the one before', () => {
    const rising = Array.from({ length: 40 }, (_, at) => noise(300, 256).subarray(40 - at, 44 + at))
    const parts = [noise(16_300, 256), ...rising, noise(300, 256), noise(300, 256)]
    expectSame(Buffer.concat(parts))
  })

  it('where signs come so differently often that codes must be kept short', () => {
    const often = [1, 1]
    while (often.length < 20) often.push((often.at(-1) as number) + (often.at(-2) as number))
    const mixed = often.flatMap((times, sign) =>
      Array.from({ length: times }, (_, i) => ({ sign, order: Math.imul(i * 40 + sign, 2_654_435_761) >>> 0 })),
    )
    mixed.sort((one, other) => one.order - other.order)
    expectSame(Uint8Array.from(mixed, ({ sign }) => sign))
  })

  it('with codes that are complete, and none longer than asked', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 24 }), { minLength: 19, maxLength: 19 }), (powers) => {
        const often = Uint32Array.from(powers, (power) => (power === 0 ? 0 : 2 ** (power / 2)))
        for (const limit of [7, 15]) {
          const lengths = new Uint8Array(often.length)
          codeLengths(often, limit, lengths)
          expect(Math.max(...lengths)).toBeLessThanOrEqual(limit)
          expect(lengths.reduce((sum, length) => sum + (length > 0 ? 2 ** -length : 0), 0)).toBe(1)
          expect(often.every((times, symbol) => times === 0 || (lengths[symbol] as number) > 0)).toBe(true)
        }
      }),
    )
  })
})

describe('It is not larger', () => {
  const body = Array.from({ length: 60 }, (_, at) =>
    para(text(`Paragraph ${at} of a letter to ${['Ann', 'Bob', 'Cleo'][at % 3]}, ${at * 97} €`)),
  ).join('')
  it.each(Object.entries(makeFiles({ body })))('%s', (_, bytes) => {
    expect(deflateOnce(bytes).length).toBeLessThanOrEqual(Math.ceil(1.02 * deflateSync(bytes, { level: 6 }).length))
  })

  it('than the bytes themselves, but for a few that say so', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000, size: 'max' }), (bytes) => {
        expect(deflateOnce(bytes).length).toBeLessThanOrEqual(bytes.length + 5)
      }),
    )
    expect(deflateOnce(noise(200_000, 256)).length).toBeLessThanOrEqual(200_000 + 5 * 13)
  })
})
