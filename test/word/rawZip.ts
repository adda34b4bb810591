// Writes ZIP files as other programs do, and as nobody should: the tests say each number themselves.
import { deflateRawSync } from 'node:zlib'
import { crc32 } from '../../src/base/crc.ts'

export interface RawEntry {
  name: string | Uint8Array
  content: Uint8Array
  stored?: boolean
  /** What the headers say instead of the truth. */
  size?: number
  packed?: number
  crc?: number
  flags?: number
  method?: number
  /** Sizes behind the bytes, as streaming programs write them. */
  descriptor?: boolean
  /** Sizes in the long form. */
  long?: boolean
}

export interface RawZip {
  before?: Uint8Array
  comment?: Uint8Array
  /** The end of the directory in the long form. */
  long?: boolean
  /** How many entries the end speaks of. */
  count?: number
}

const bytesOf = (name: string | Uint8Array) => (typeof name === 'string' ? new TextEncoder().encode(name) : name)

/** Numbers of two, four or eight bytes, as `[value, length]`. */
function numbers(...all: [number, 2 | 4 | 8][]): Uint8Array {
  const out = new Uint8Array(all.reduce((sum, [, length]) => sum + length, 0))
  const view = new DataView(out.buffer)
  let at = 0
  for (const [value, length] of all) {
    if (length === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += length
  }
  return out
}

const all4 = 0xffffffff

/** `before` stands before the ZIP and is not counted in its offsets. */
export function rawZip(
  entries: readonly RawEntry[],
  { before = new Uint8Array(), comment = new Uint8Array(), long, count }: RawZip = {},
): Uint8Array {
  const out: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let at = 0
  const put = (part: Uint8Array) => (out.push(part), (at += part.length))
  for (const entry of entries) {
    const name = bytesOf(entry.name)
    const data = entry.stored ? entry.content : new Uint8Array(deflateRawSync(entry.content))
    const [size, packed, crc] = [entry.size ?? entry.content.length, entry.packed ?? data.length, entry.crc ?? crc32(entry.content)]
    const flags = entry.flags ?? (entry.descriptor ? 0x0808 : 0x0800)
    const method = entry.method ?? (entry.stored ? 0 : 8)
    const start = at
    const local: [number, number, number] = entry.descriptor ? [0, 0, 0] : [crc, packed, size]
    put(
      numbers(
        [0x04034b50, 4],
        [20, 2],
        [flags, 2],
        [method, 2],
        [0, 4],
        [local[0], 4],
        [local[1], 4],
        [local[2], 4],
        [name.length, 2],
        [0, 2],
      ),
    )
    put(name)
    put(data)
    if (entry.descriptor) put(numbers([0x08074b50, 4], [crc, 4], [packed, 4], [size, 4]))
    const extra = entry.long ? numbers([1, 2], [24, 2], [size, 8], [packed, 8], [start, 8]) : new Uint8Array()
    const told = entry.long ? [all4, all4, all4] : [packed, size, start]
    directory.push(
      numbers([0x02014b50, 4], [45, 2], [45, 2], [flags, 2], [method, 2], [0, 4], [crc, 4], [told[0] as number, 4], [told[1] as number, 4]),
      numbers([name.length, 2], [extra.length, 2], [0, 2], [0, 2], [0, 2], [0, 4], [told[2] as number, 4]),
      name,
      extra,
    )
  }
  const from = at
  for (const part of directory) put(part)
  const [number, size] = [count ?? entries.length, at - from]
  if (long) {
    const end = at
    put(numbers([0x06064b50, 4], [44, 8], [45, 2], [45, 2], [0, 4], [0, 4], [number, 8], [number, 8], [size, 8], [from, 8]))
    put(numbers([0x07064b50, 4], [0, 4], [end, 8], [1, 4]))
  }
  const short: [number, number, number] = long ? [0xffff, all4, all4] : [number, size, from]
  put(numbers([0x06054b50, 4], [0, 2], [0, 2], [short[0], 2], [short[0], 2], [short[1], 4], [short[2], 4], [comment.length, 2]))
  put(comment)
  return joined([before, ...out])
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    out.set(part, at)
    at += part.length
  }
  return out
}
