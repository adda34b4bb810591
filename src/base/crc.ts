// The checksum every ZIP entry carries. Eight bytes a step: it runs over every letter that is written.

const tables = buildTables()

function buildTables(): Int32Array[] {
  const all = Array.from({ length: 8 }, () => new Int32Array(256))
  const first = all[0] as Int32Array
  for (let n = 0; n < 256; n++) {
    let c = n
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? (c >>> 1) ^ 0xedb88320 : c >>> 1
    first[n] = c
  }
  for (let t = 1; t < 8; t++) {
    const previous = all[t - 1] as Int32Array
    const next = all[t] as Int32Array
    for (let n = 0; n < 256; n++) next[n] = ((previous[n] as number) >>> 8) ^ (first[(previous[n] as number) & 255] as number)
  }
  return all
}

/** A running CRC-32; start with `crcStart`, close with `crcEnd`. */
export const crcStart = -1
export const crcEnd = (crc: number): number => ~crc >>> 0

export function crcAdd(crc: number, bytes: Uint8Array): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ]
  const b = bytes as unknown as { [at: number]: number; length: number }
  const at = (table: Int32Array, index: number) => table[index & 255] as number
  let c = crc
  let i = 0
  for (const last = bytes.length - 7; i < last; i += 8) {
    const word = c ^ ((b[i] as number) | ((b[i + 1] as number) << 8) | ((b[i + 2] as number) << 16) | ((b[i + 3] as number) << 24))
    c = at(t7, word) ^ at(t6, word >>> 8) ^ at(t5, word >>> 16) ^ at(t4, word >>> 24)
    c ^= at(t3, b[i + 4] as number) ^ at(t2, b[i + 5] as number) ^ at(t1, b[i + 6] as number) ^ at(t0, b[i + 7] as number)
  }
  for (; i < bytes.length; i++) c = (c >>> 8) ^ at(t0, c ^ (b[i] as number))
  return c
}

export const crc32 = (bytes: Uint8Array): number => crcEnd(crcAdd(crcStart, bytes))
