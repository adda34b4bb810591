// A part too long to hold as one text: written as bytes in batches, packed as it grows. A short one is packed at once at its end.
import { newDeflater, type Deflater } from '../zip/deflate.ts'
import type { Strands } from '../emit/emit.ts'
import type { Encoder, Row } from './encoder.ts'
import { stop } from '../findings.ts'
import { pack, type Packed } from '../zip/zipWrite.ts'

/** So many bytes go to the deflater at once. */
const batch = 128 * 1024
/** From so many bytes on the platform's deflater is worth its start. */
const worthwhile = 64 * 1024
/** What a reader that knows no ZIP64 takes. */
const most = 0xffff_fffe

export class PartStream {
  private readonly name: string
  private readonly encoder: Encoder
  private readonly native: boolean
  private deflater: Deflater | undefined
  private row: Row
  /** The one that the deflater may still be reading. */
  private busy: Row | undefined
  private size = 0

  constructor(name: string, encoder: Encoder, native: boolean) {
    this.name = name
    this.encoder = encoder
    this.native = native
    this.row = encoder.row()
  }

  write(strands: Strands): void {
    this.encoder.write(strands, this.row)
  }

  /** Bytes so far, as they are unpacked. */
  written = (): number => this.size + this.row.length

  isFull = (): boolean => this.row.length >= batch

  /** What is written goes to the deflater. While it works on that, the next is made; not more. */
  async flush(): Promise<void> {
    const { row } = this
    this.size += row.length
    if (this.size > most) stop('OUTPUT_LIMIT', { detail: `${Math.round(this.size / 1e9)} GB`, part: this.name })
    this.deflater ??= newDeflater(this.native)
    await this.deflater.push(row.filled())
    if (this.busy) this.encoder.giveBack(this.busy)
    this.busy = row
    this.row = this.encoder.row()
  }

  end(): Packed | Promise<Packed> {
    if (this.deflater || (this.native && this.row.length >= worthwhile)) return heard(this.ended())
    const packed = pack(this.name, this.row.filled())
    this.encoder.giveBack(this.row)
    return packed
  }

  drop(): void {
    this.deflater?.drop()
  }

  private async ended(): Promise<Packed> {
    await this.flush()
    const { data, crc } = await (this.deflater as Deflater).end()
    for (const row of [this.row, this.busy]) if (row) this.encoder.giveBack(row)
    return { name: this.name, method: 8, crc, size: this.size, data }
  }
}

/** Whoever waits for it hears what went wrong; if nobody does any more, the merge has failed before. */
function heard<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined)
  return work
}
