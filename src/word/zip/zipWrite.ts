// Packs the files of ZIP containers, and keeps those that stand next to each other. Their frame is `base/zipFrame`.
import { crc32 } from '../../base/crc.ts'
import { localHeader, ZipDirectory, type ZipEntry } from '../../base/zipFrame.ts'
import { deflateOnce } from './deflateOnce.ts'

export { isPlain, localHeader, ZipDirectory } from '../../base/zipFrame.ts'

/** One file as it lies in the ZIP, a long one in stretches. */
export interface Packed extends ZipEntry {
  data: Uint8Array | readonly Uint8Array[]
}

const encoder = new TextEncoder()

/** Packs one file. */
export function pack(name: string, content: string | Uint8Array, level: 0 | 6 = 6): Packed & { data: Uint8Array } {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  const data = level === 0 ? bytes : deflateOnce(bytes)
  return { name, method: level === 0 ? 0 : 8, crc: crc32(bytes), size: bytes.length, data }
}

export const stretches = (entry: Packed): readonly Uint8Array[] => (entry.data instanceof Uint8Array ? [entry.data] : entry.data)

/** The largest piece in which files are kept. */
const stretch = 64 * 1024

/** Files that stand next to each other in a ZIP, kept as bytes until it is known what stands before them: there may be very many. */
export class ZipStretch {
  size = 0
  readonly directory = new ZipDirectory()
  readonly pieces: Uint8Array[] = []
  private room = new Uint8Array()

  add(entry: Packed): void {
    this.directory.add(entry, this.size)
    for (const bytes of [localHeader(entry), ...stretches(entry)]) this.put(bytes)
  }

  private put(bytes: Uint8Array): void {
    this.size += bytes.length
    if (bytes.length >= stretch) return void this.pieces.push(bytes)
    if (this.room.length < bytes.length) this.room = new Uint8Array(Math.min(stretch, Math.max(bytes.length, this.size)))
    this.room.set(bytes)
    const last = this.pieces.at(-1)
    // What follows the last piece in the same memory makes it longer.
    const joins = last && last.buffer === this.room.buffer && last.byteOffset + last.length === this.room.byteOffset
    if (joins) this.pieces[this.pieces.length - 1] = new Uint8Array(last.buffer, last.byteOffset, last.length + bytes.length)
    else this.pieces.push(this.room.subarray(0, bytes.length))
    this.room = this.room.subarray(bytes.length)
  }
}
