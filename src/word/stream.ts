// A part too long to hold as one text: written in batches, packed as it grows. A short one is packed at once at its end.
import { newDeflater, type Deflater } from './deflate.ts'
import { stop } from './findings.ts'
import { pack, type Packed } from './zipWrite.ts'

/** So many signs go to the deflater at once. */
const batch = 128 * 1024
/** From so many bytes on the platform's deflater is worth its start. */
const worthwhile = 16 * 1024
/** What a reader that knows no ZIP64 takes. */
const most = 0xffff_fffe

const encoder = new TextEncoder()

export class PartStream {
  private readonly name: string
  private readonly native: boolean
  private deflater: Deflater | undefined
  private waiting = ''
  private size = 0

  constructor(name: string, native: boolean) {
    this.name = name
    this.native = native
  }

  /** Wait for the promise, if there is one. */
  write(text: string): Promise<void> | undefined {
    this.waiting += text
    return this.waiting.length >= batch ? this.flush() : undefined
  }

  end(): Packed | Promise<Packed> {
    if (this.deflater) return this.ended(this.flush())
    const bytes = encoder.encode(this.waiting)
    if (!this.native || bytes.length < worthwhile) return pack(this.name, bytes)
    this.waiting = ''
    return this.ended(this.push(bytes))
  }

  drop(): void {
    this.deflater?.drop()
  }

  private flush(): Promise<void> | undefined {
    const bytes = encoder.encode(this.waiting)
    this.waiting = ''
    return this.push(bytes)
  }

  private push(bytes: Uint8Array<ArrayBuffer>): Promise<void> | undefined {
    this.deflater ??= newDeflater(this.native)
    this.size += bytes.length
    if (this.size > most) stop('OUTPUT_LIMIT', { detail: `${Math.round(this.size / 1e9)} GB`, part: this.name })
    return this.deflater.push(bytes)
  }

  private async ended(wait: Promise<void> | undefined): Promise<Packed> {
    await wait
    const { data, crc } = await (this.deflater as Deflater).end()
    return { name: this.name, method: 8, crc, size: this.size, data }
  }
}
