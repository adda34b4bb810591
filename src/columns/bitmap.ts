// Bits for rows, 32 in a word, and the loops that make them from columns. Columns are as long as whole words, so no loop asks for the end;
// bits of rows where nobody is are taken out afterwards.
import type { Bitmap } from './answers.ts'

export type Codes = Uint8Array | Uint16Array | Uint32Array | Int32Array

export const wordsFor = (rows: number) => (rows + 31) >>> 5

export const has = (bits: Bitmap, row: number) => (((bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1

export function put(bits: Bitmap, row: number, value: boolean): void {
  const mask = 1 << (row & 31)
  if (value) bits[row >>> 5]! |= mask
  else bits[row >>> 5]! &= ~mask
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555)
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333)
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function count(bits: Bitmap): number {
  let sum = 0
  for (let w = 0; w < bits.length; w++) sum += ones(bits[w]!)
  return sum
}

export function countAnd(a: Bitmap, b: Bitmap): number {
  let sum = 0
  const words = Math.min(a.length, b.length)
  for (let w = 0; w < words; w++) sum += ones(a[w]! & b[w]!)
  return sum
}

export function and(a: Bitmap, b: Bitmap): Bitmap {
  const out = new Uint32Array(a.length)
  for (let w = 0; w < out.length; w++) out[w] = a[w]! & (b[w] ?? 0)
  return out
}

export function or(a: Bitmap, b: Bitmap): Bitmap {
  const out = new Uint32Array(a.length)
  for (let w = 0; w < out.length; w++) out[w] = a[w]! | (b[w] ?? 0)
  return out
}

/** Those of `a` that are not in `b`. */
export function without(a: Bitmap, b: Bitmap): Bitmap {
  const out = new Uint32Array(a.length)
  for (let w = 0; w < out.length; w++) out[w] = a[w]! & ~(b[w] ?? 0)
  return out
}

/** Adds `b` to `a` itself. */
export function addTo(a: Bitmap, b: Bitmap): Bitmap {
  const words = Math.min(a.length, b.length)
  for (let w = 0; w < words; w++) a[w]! |= b[w]!
  return a
}

/** Leaves in `a` itself only what is in `b` as well. */
export function keepIn(a: Bitmap, b: Bitmap): Bitmap {
  for (let w = 0; w < a.length; w++) a[w]! &= b[w] ?? 0
  return a
}

export function eachRow(bits: Bitmap, visit: (row: number) => void): void {
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w]!
    while (word !== 0) {
      const lowest = word & -word
      visit((w << 5) + 31 - Math.clz32(lowest))
      word ^= lowest
    }
  }
}

export function rowsIn(bits: Bitmap): Uint32Array {
  const rows = new Uint32Array(count(bits))
  let at = 0
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w]!
    while (word !== 0) {
      const lowest = word & -word
      rows[at++] = (w << 5) + 31 - Math.clz32(lowest)
      word ^= lowest
    }
  }
  return rows
}

export function bitsOf(rows: Uint32Array, words: number): Bitmap {
  const bits = new Uint32Array(words)
  for (let at = 0; at < rows.length; at++) bits[rows[at]! >>> 5]! |= 1 << (rows[at]! & 31)
  return bits
}

/** A table that says yes or no for each row itself. */
export function pack(yes: Uint8Array, words: number): Bitmap {
  const bits = new Uint32Array(words)
  const whole = Math.min(words, yes.length >>> 5)
  for (let w = 0, i = 0; w < whole; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 8, i += 8)
      word |=
        (yes[i]! |
          (yes[i + 1]! << 1) |
          (yes[i + 2]! << 2) |
          (yes[i + 3]! << 3) |
          (yes[i + 4]! << 4) |
          (yes[i + 5]! << 5) |
          (yes[i + 6]! << 6) |
          (yes[i + 7]! << 7)) <<
        b
    bits[w] = word
  }
  for (let i = whole << 5; i < yes.length && i >>> 5 < words; i++) bits[i >>> 5]! |= yes[i]! << (i & 31)
  return bits
}

/** Rows whose code is said yes to in the table. */
export function scanTable(codes: Codes, yes: Uint8Array, words: number): Bitmap {
  if (codes instanceof Uint8Array) return scanBytes(codes, yes, words)
  if (codes instanceof Uint16Array) return scanShorts(codes, yes, words)
  return scanLongs(codes, yes, words)
}

// The same loop three times over: each sees one kind of column only, and so is made into straight machine code.
function scanBytes(codes: Uint8Array, yes: Uint8Array, words: number): Bitmap {
  const bits = new Uint32Array(words)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 4, i += 4)
      word |= (yes[codes[i]!]! | (yes[codes[i + 1]!]! << 1) | (yes[codes[i + 2]!]! << 2) | (yes[codes[i + 3]!]! << 3)) << b
    bits[w] = word
  }
  return bits
}
function scanShorts(codes: Uint16Array, yes: Uint8Array, words: number): Bitmap {
  const bits = new Uint32Array(words)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 4, i += 4)
      word |= (yes[codes[i]!]! | (yes[codes[i + 1]!]! << 1) | (yes[codes[i + 2]!]! << 2) | (yes[codes[i + 3]!]! << 3)) << b
    bits[w] = word
  }
  return bits
}
function scanLongs(codes: Uint32Array | Int32Array, yes: Uint8Array, words: number): Bitmap {
  const bits = new Uint32Array(words)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 4, i += 4)
      word |= (yes[codes[i]!]! | (yes[codes[i + 1]!]! << 1) | (yes[codes[i + 2]!]! << 2) | (yes[codes[i + 3]!]! << 3)) << b
    bits[w] = word
  }
  return bits
}

/** Rows whose code is this one. */
export function scanCode(codes: Codes, code: number, words: number): Bitmap {
  if (codes instanceof Uint8Array) return codeInBytes(codes, code, words)
  return scanRange(codes, code, code, words)
}

/** Four codes at a time: a byte of the difference that is nothing is a hit. */
function codeInBytes(codes: Uint8Array, code: number, words: number): Bitmap {
  const bits = new Uint32Array(words)
  const fours = new Uint32Array(codes.buffer, codes.byteOffset, words << 3)
  const asked = Math.imul(code, 0x01010101)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 4, i++) {
      const apart = fours[i]! ^ asked
      const hits = ~(((apart & 0x7f7f7f7f) + 0x7f7f7f7f) | apart | 0x7f7f7f7f) >>> 7
      word |= (Math.imul(hits, 0x10204080) >>> 28) << b
    }
    bits[w] = word
  }
  return bits
}

/** Rows whose number lies between the two, both included. */
export function scanRange(numbers: Codes, low: number, high: number, words: number): Bitmap {
  if (numbers instanceof Uint16Array) return rangeInShorts(numbers, low, high, words)
  const bits = new Uint32Array(words)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b++, i++) {
      const value = numbers[i]!
      word |= ((value >= low ? 1 : 0) & (value <= high ? 1 : 0)) << b
    }
    bits[w] = word
  }
  return bits
}

function rangeInShorts(numbers: Uint16Array, from: number, to: number, words: number): Bitmap {
  const bits = new Uint32Array(words)
  const low = Math.max(0, from)
  const width = Math.min(0xffff, to) - low
  if (width < 0) return bits
  // Below `low` the difference is negative, above `high` it is more than the width: one sign bit says both.
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b += 4, i += 4) {
      const d0 = numbers[i]! - low
      const d1 = numbers[i + 1]! - low
      const d2 = numbers[i + 2]! - low
      const d3 = numbers[i + 3]! - low
      word |=
        ((~(d0 | (width - d0)) >>> 31) |
          ((~(d1 | (width - d1)) >>> 31) << 1) |
          ((~(d2 | (width - d2)) >>> 31) << 2) |
          ((~(d3 | (width - d3)) >>> 31) << 3)) <<
        b
    }
    bits[w] = word
  }
  return bits
}

/** Rows that point to a row of `bits`. */
export function gather(bits: Bitmap, to: Uint32Array, words: number): Bitmap {
  const out = new Uint32Array(words)
  for (let w = 0, i = 0; w < words; w++) {
    let word = 0
    for (let b = 0; b < 32; b++, i++) {
      const row = to[i]!
      word |= ((bits[row >>> 5]! >>> (row & 31)) & 1) << b
    }
    out[w] = word
  }
  return out
}

/** Rows that a row of `bits` points to. */
export function pointedTo(bits: Bitmap, to: Uint32Array): Bitmap {
  const out = new Uint32Array(bits.length)
  for (let w = 0; w < bits.length; w++) {
    let word = bits[w]!
    while (word !== 0) {
      const lowest = word & -word
      const row = to[(w << 5) + 31 - Math.clz32(lowest)]!
      out[row >>> 5]! |= 1 << (row & 31)
      word ^= lowest
    }
  }
  return out
}
