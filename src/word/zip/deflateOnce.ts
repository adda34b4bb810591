// Packs a short text at once: each letter has small parts of its own, and the tables for packing one serve the next.
// As every packer of the deflate format: repeats by chains of places, a longer one at the next place goes first. Public source: RFC 1951.
import { deflateSync } from 'fflate'
import { Bits } from './bits.ts'
import { Block, roomFor } from './block.ts'
import { lengthOf, Repeats } from './repeats.ts'

/** From so many bytes on, tables of its own do not slow a packer down, and what they take is not kept. */
const long = 256 * 1024
/** A repeat as long as this is taken without looking at the next place. */
const longEnough = 32

interface Tables {
  repeats: Repeats
  block: Block
  bits: Bits
}
let kept: Tables | undefined

/** The bytes, deflated. The same bytes always give the same. */
export function deflateOnce(bytes: Uint8Array): Uint8Array {
  if (bytes.length > long) return deflateSync(bytes, { level: 6 })
  const { repeats, block, bits } = (kept ??= { repeats: new Repeats(), block: new Block(), bits: new Bits() })
  repeats.open(bytes)
  bits.open(roomFor(bytes.length))
  let at = 0
  do {
    const from = at
    block.open()
    at = fill(block, repeats, bytes, from)
    block.write(bits, bytes.subarray(from, at), at === bytes.length)
  } while (at < bytes.length)
  repeats.open(bytes.subarray(0, 0))
  return bits.close()
}

/** Answers where the block ends. */
function fill(block: Block, repeats: Repeats, bytes: Uint8Array, from: number): number {
  let at = from
  while (at < bytes.length && !block.isFull()) {
    let repeat = repeats.find(at, 0)
    for (let later = repeat; later !== 0;) {
      later = lengthOf(repeat) < longEnough ? repeats.find(at + 1, lengthOf(repeat)) : 0
      if (later === 0) break
      block.addByte(bytes[at++] as number)
      repeat = later
    }
    if (repeat === 0) block.addByte(bytes[at++] as number)
    else {
      const length = lengthOf(repeat)
      block.addRepeat(repeat)
      repeats.learn(at + (length < longEnough ? 2 : 1), at + length)
      at += length
    }
  }
  return at
}
