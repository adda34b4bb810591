// A part too long to hold as one text: written in batches, packed as it grows.
import { Deflate } from 'fflate'
import { crcAdd, crcEnd, crcStart } from './crc.ts'
import type { ZipEntry } from './zipRead.ts'

const batch = 128 * 1024

export class PartStream {
  private readonly encoder = new TextEncoder()
  private readonly chunks: Uint8Array[] = []
  private readonly deflate = new Deflate({ level: 6 }, (chunk) => this.chunks.push(chunk))
  private waiting = ''
  private crc = crcStart
  private size = 0

  write(text: string): void {
    this.waiting += text
    if (this.waiting.length >= batch) this.flush(false)
  }

  end(name: string): ZipEntry {
    this.flush(true)
    const data = new Uint8Array(this.chunks.reduce((sum, chunk) => sum + chunk.length, 0))
    let at = 0
    for (const chunk of this.chunks) {
      data.set(chunk, at)
      at += chunk.length
    }
    return { name, method: 8, crc: crcEnd(this.crc), size: this.size, data }
  }

  private flush(final: boolean): void {
    const bytes = this.encoder.encode(this.waiting)
    this.waiting = ''
    this.crc = crcAdd(this.crc, bytes)
    this.size += bytes.length
    this.deflate.push(bytes, final)
  }
}
