// A ZIP whose files are stored as they are, put together from pieces that the browser may keep on its disk. PKWARE APPNOTE 4.3; below 4 GB.

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

/** Version 2.0, names in UTF-8, stored, 1st of January 2000, then sum and sizes. */
function common(view, at, { crc, size }, name) {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 8, (20 << 9) | (1 << 5) | 1, true)
  view.setUint32(at + 10, crc, true)
  view.setUint32(at + 14, size, true)
  view.setUint32(at + 18, size, true)
  view.setUint16(at + 22, name.length, true)
}

export class StoredZip {
  #pieces = []
  #entries = []
  #at = 0

  /** The next file. */
  add(name, bytes) {
    const entry = { name: encoder.encode(name), crc: crc32(bytes), size: bytes.length, at: this.#at }
    const head = new Uint8Array(30 + entry.name.length)
    const view = new DataView(head.buffer)
    view.setUint32(0, 0x04034b50, true)
    common(view, 4, entry, entry.name)
    head.set(entry.name, 30)
    // As a Blob the bytes need not stay in memory.
    this.#pieces.push(new Blob([head, bytes]))
    this.#entries.push(entry)
    this.#at += head.length + bytes.length
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
      common(view, 6, entry, entry.name)
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
