// A ZIP in the frame that Fieldbook's backups have, put together from pieces that the browser may keep on its disk; below 4 GB.
// PKWARE APPNOTE 4.3; packing: RFC 1951.

const encoder = new TextEncoder()
const table = Uint32Array.from({ length: 256 }, (_, at) => {
  let value = at
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value
})

export function crc32(bytes) {
  let crc = 0xffffffff
  for (const byte of bytes) crc = table[(crc ^ byte) & 0xff] ^ (crc >>> 8)
  return ~crc >>> 0
}

const most = 0xffff

/** Deflated by the browser; an old one that cannot keeps the bytes as they are, in blocks that say so. */
export async function packed(bytes) {
  try {
    const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch {
    return inBlocks(bytes)
  }
}

/** RFC 1951 3.2.4: blocks that are not compressed. */
export function inBlocks(bytes) {
  const blocks = Math.max(1, Math.ceil(bytes.length / most))
  const out = new Uint8Array(bytes.length + 5 * blocks)
  const view = new DataView(out.buffer)
  for (let no = 0, at = 0; no < blocks; no++) {
    const part = bytes.subarray(no * most, (no + 1) * most)
    out[at] = no === blocks - 1 ? 1 : 0
    view.setUint16(at + 1, part.length, true)
    view.setUint16(at + 3, ~part.length & 0xffff, true)
    out.set(part, at + 5)
    at += 5 + part.length
  }
  return out
}

/** Version 2.0, names in UTF-8, 1 January 1980, then sum and sizes. */
function common(view, at, { method, crc, length, size, name }) {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, method, true)
  view.setUint32(at + 6, 0x00210000, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, length, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, name.length, true)
}

export class Zip {
  #pieces = []
  #entries = []
  #at = 0

  /** The next file. @param data its bytes as they lie in the ZIP; the same ones when they are not packed */
  add(name, bytes, data = bytes) {
    const method = data === bytes ? 0 : 8
    const entry = { name: encoder.encode(name), method, crc: crc32(bytes), length: data.length, size: bytes.length, at: this.#at }
    const head = new Uint8Array(30 + entry.name.length)
    const view = new DataView(head.buffer)
    view.setUint32(0, 0x04034b50, true)
    common(view, 4, entry)
    head.set(entry.name, 30)
    // As a Blob the bytes need not stay in memory.
    this.#pieces.push(new Blob([head, data]))
    this.#entries.push(entry)
    this.#at += head.length + data.length
    if (this.#at > 0xfffffff0 || this.#entries.length > 65_000) throw new Error('more than a ZIP can hold')
  }

  /** The whole file. @param comment stands at its very end */
  end(comment = '') {
    const start = this.#at
    for (const entry of this.#entries) {
      const line = new Uint8Array(46 + entry.name.length)
      const view = new DataView(line.buffer)
      view.setUint32(0, 0x02014b50, true)
      view.setUint16(4, (3 << 8) | 20, true)
      common(view, 6, entry)
      view.setUint32(38, 0o100644 * 0x10000, true)
      view.setUint32(42, entry.at, true)
      line.set(entry.name, 46)
      this.#pieces.push(line)
      this.#at += line.length
    }
    const said = encoder.encode(comment)
    const end = new Uint8Array(22 + said.length)
    const view = new DataView(end.buffer)
    view.setUint32(0, 0x06054b50, true)
    view.setUint16(8, this.#entries.length, true)
    view.setUint16(10, this.#entries.length, true)
    view.setUint32(12, this.#at - start, true)
    view.setUint32(16, start, true)
    view.setUint16(20, said.length, true)
    end.set(said, 22)
    return new Blob([...this.#pieces, end], { type: 'application/octet-stream' })
  }
}
