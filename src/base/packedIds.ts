// Many ids in few bytes, to be handed from one thread to another without making texts of them on the way: a UUID takes sixteen bytes and is
// read and written by its bits, any other id stands in a list beside them.

const digits = new Int8Array(128).fill(-1)
for (let value = 0; value < 16; value++) digits[value.toString(16).charCodeAt(0)] = value

/** Reads a UUID as it is written by us, in small letters. @returns whether it is one */
export function readUuid(id: string, into: Uint32Array): boolean {
  if (id.length !== 36) return false
  let word = 0
  let count = 0
  for (let at = 0; at < 36; at++) {
    const sign = id.charCodeAt(at)
    if (at === 8 || at === 13 || at === 18 || at === 23) {
      if (sign !== 45) return false
      continue
    }
    const value = sign < 128 ? digits[sign]! : -1
    if (value < 0) return false
    word = (word << 4) | value
    if ((++count & 7) === 0) into[(count >>> 3) - 1] = word
  }
  return true
}

const pairs = Array.from({ length: 256 }, (_, value) => value.toString(16).padStart(2, '0'))
const half = (word: number) => pairs[(word >>> 8) & 0xff]! + pairs[word & 0xff]!

function writeUuid(words: Uint32Array, at: number): string {
  const [a, b, c, d] = [words[at]!, words[at + 1]!, words[at + 2]!, words[at + 3]!]
  return `${half(a >>> 16)}${half(a)}-${half(b >>> 16)}-${half(b)}-${half(c >>> 16)}-${half(c)}${half(d >>> 16)}${half(d)}`
}

const scratch = new Uint32Array(4)

/** The first word of a row whose id is no UUID; the second is its place in the list. */
export const other = 0xffffffff

export interface PackedIds {
  /** Four words of 32 bits for each. */
  words: Uint32Array
  others: string[]
}

export function packIds(ids: readonly string[]): PackedIds {
  const packed: PackedIds = { words: new Uint32Array(ids.length * 4), others: [] }
  for (const [at, id] of ids.entries()) {
    if (readUuid(id, scratch) && scratch[0] !== other) packed.words.set(scratch, at * 4)
    else packed.words.set([other, packed.others.push(id) - 1], at * 4)
  }
  return packed
}

export const countOfIds = ({ words }: PackedIds): number => words.length >>> 2

/** The ids as texts: all, or of a stretch, for a hundred thousand are not made in one go where somebody looks on. */
export const unpackIds = <Id extends string>(packed: PackedIds, from = 0, to = countOfIds(packed)): Id[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, at) => writtenId(packed.words, packed.others, from + at) as Id)

export const writtenId = (words: Uint32Array, others: readonly string[], at: number) =>
  words[at * 4] === other ? (others[words[at * 4 + 1]!] ?? '') : writeUuid(words, at * 4)
