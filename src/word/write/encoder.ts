// Texts as UTF-8, into a row of bytes that grows. The template's own slices come with every letter: they are encoded once and copied
// after that, which is several times as fast as joining and encoding text.
import type { Strands } from '../emit/emit.ts'

/** Shorter ones are as quickly encoded as looked up. */
const worthKnowing = 24
/** From so many signs on the platform's encoder is faster. */
const longText = 48
const smallest = 32 * 1024

const encoder = new TextEncoder()

/** Bytes being filled from the front. */
export class Row {
  bytes = new Uint8Array(smallest)
  length = 0

  /** Room for so many bytes more. */
  reserve(count: number): void {
    if (this.length + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.bytes.length, this.length + count))
    larger.set(this.bytes.subarray(0, this.length))
    this.bytes = larger
  }

  filled = (): Uint8Array<ArrayBuffer> => this.bytes.subarray(0, this.length)
}

/** The texts that one template repeats, and rows that wait to be used again. */
export class Encoder {
  private readonly known = new Map<string, Uint8Array>()
  private readonly spare: Row[] = []

  /** @param source plain data whose texts come again: the template's plan */
  constructor(source: unknown) {
    this.learn(source)
  }

  row(): Row {
    const row = this.spare.pop() ?? new Row()
    row.length = 0
    return row
  }

  /** Nobody reads it any more. */
  giveBack(row: Row): void {
    this.spare.push(row)
  }

  write(strands: Strands, row: Row): void {
    for (const text of strands) {
      const known = text.length < worthKnowing ? undefined : this.known.get(text)
      if (known === undefined) encode(text, row)
      else {
        row.reserve(known.length)
        row.bytes.set(known, row.length)
        row.length += known.length
      }
    }
  }

  private learn(source: unknown): void {
    if (typeof source === 'string') {
      if (source.length >= worthKnowing && !this.known.has(source)) this.known.set(source, encoder.encode(source))
    } else if (typeof source === 'object' && source !== null && !ArrayBuffer.isView(source)) {
      for (const each of Object.values(source)) this.learn(each)
    }
  }
}

function encode(text: string, row: Row): void {
  row.reserve(3 * text.length)
  const { bytes } = row
  let at = row.length
  if (text.length < longText) {
    let i = 0
    for (; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (code < 0x80) bytes[at++] = code
      else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6)
        bytes[at++] = 0x80 | (code & 0x3f)
      } else break
    }
    if (i === text.length) {
      row.length = at
      return
    }
    at = row.length
  }
  row.length = at + encoder.encodeInto(text, bytes.subarray(at)).written
}
