// The frame of a ZIP container: what stands before each file, and the directory behind all. Sizes stand in front where every reader finds
// them, and names are UTF-8. What a 32-bit ZIP cannot say (more than 65 534 entries, places beyond 4 GB) is said as ZIP64.
// Public source: PKWARE APPNOTE 4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3.

/** Bytes, or only how many they are. */
interface Sized {
  readonly length: number
}

/** What the frame says of one file (method 0 stored, 8 deflated); `size` unpacked. */
export interface ZipEntry {
  name: string
  method: number
  crc: number
  size: number
  /** As it lies in the ZIP, a long one in stretches. */
  data: Sized | readonly Sized[]
}

const encoder = new TextEncoder()
/** Unix: of other files some readers on Linux do not believe that the names are UTF-8. It says who may read and write, too. */
const madeBy = 3 << 8
const rights = 0o100644 * 0x10000
const most = { entries: 65_534, bytes: 0xffff_fffe }

/** How many bytes it takes in the ZIP. */
export const lengthOf = ({ data }: ZipEntry): number =>
  Array.isArray(data) ? (data as readonly Sized[]).reduce((sum, { length }) => sum + length, 0) : (data as Sized).length

/** Whether a reader that knows no ZIP64, such as Word, can take it. */
export const isPlain = (entries: number, bytes: number): boolean => entries <= most.entries && bytes <= most.bytes

/** What stands before a file's bytes. */
export function localHeader(entry: ZipEntry): Uint8Array<ArrayBuffer> {
  const name = encoder.encode(entry.name)
  const out = new Uint8Array(30 + name.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, 0x04034b50, true)
  writeCommon(view, 4, entry, name.length)
  out.set(name, 30)
  return out
}

/** The directory at the end of a ZIP. It grows as bytes, not as objects: a ZIP may hold very many letters. */
export class ZipDirectory {
  count = 0
  private bytes = new Uint8Array(1024)
  private view = new DataView(this.bytes.buffer)
  private at = 0

  /** An entry whose local header stands at `offset`. */
  add(entry: ZipEntry, offset: number): void {
    const name = encoder.encode(entry.name)
    const far = offset > most.bytes
    this.room(46 + name.length + 12)
    const { view, at } = this
    view.setUint32(at, 0x02014b50, true)
    view.setUint16(at + 4, madeBy | (far ? 45 : 20), true)
    writeCommon(view, at + 6, entry, name.length)
    if (far) view.setUint16(at + 6, 45, true)
    view.setUint16(at + 30, far ? 12 : 0, true)
    view.setUint32(at + 38, rights, true)
    view.setUint32(at + 42, far ? 0xffffffff : offset, true)
    this.bytes.set(name, at + 46)
    this.at += 46 + name.length
    if (far) this.farOffset(offset)
    this.count++
  }

  /** The entries of another directory, whose files begin at `offset`; all below 4 GB. */
  addAll(other: ZipDirectory, offset: number): void {
    this.room(other.at)
    this.bytes.set(other.bytes.subarray(0, other.at), this.at)
    const end = this.at + other.at
    while (this.at < end) {
      const { view, at } = this
      view.setUint32(at + 42, view.getUint32(at + 42, true) + offset, true)
      this.at += 46 + view.getUint16(at + 28, true)
    }
    this.count += other.count
  }

  /** The whole directory with its end, for a ZIP whose files end at `start`. */
  end(start: number): Uint8Array<ArrayBuffer> {
    const length = this.at
    this.room(98)
    if (!isPlain(this.count, start + length)) this.largeEnd(start, length)
    const { view, at } = this
    const count = Math.min(this.count, 0xffff)
    view.setUint32(at, 0x06054b50, true)
    view.setUint16(at + 8, count, true)
    view.setUint16(at + 10, count, true)
    view.setUint32(at + 12, Math.min(length, 0xffffffff), true)
    view.setUint32(at + 16, Math.min(start, 0xffffffff), true)
    return this.bytes.slice(0, at + 22)
  }

  /** ZIP64 extended information: the offset in eight bytes. */
  private farOffset(offset: number): void {
    this.view.setUint16(this.at, 1, true)
    this.view.setUint16(this.at + 2, 8, true)
    this.view.setBigUint64(this.at + 4, BigInt(offset), true)
    this.at += 12
  }

  /** ZIP64's end record and the pointer to it. */
  private largeEnd(start: number, length: number): void {
    const { view, at } = this
    view.setUint32(at, 0x06064b50, true)
    view.setBigUint64(at + 4, 44n, true)
    view.setUint16(at + 12, 45, true)
    view.setUint16(at + 14, 45, true)
    for (const place of [24, 32]) view.setBigUint64(at + place, BigInt(this.count), true)
    view.setBigUint64(at + 40, BigInt(length), true)
    view.setBigUint64(at + 48, BigInt(start), true)
    view.setUint32(at + 56, 0x07064b50, true)
    view.setBigUint64(at + 64, BigInt(start + length), true)
    view.setUint32(at + 72, 1, true)
    this.at += 76
  }

  /** Room for so many bytes more, all zero. */
  private room(count: number): void {
    if (this.at + count <= this.bytes.length) return
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + count))
    larger.set(this.bytes.subarray(0, this.at))
    this.bytes = larger
    this.view = new DataView(larger.buffer)
  }
}

/** The twenty-six bytes that local and central headers share: version, UTF-8 flag, method, 1 January 1980, sizes. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, 0x00210000, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, lengthOf(entry), true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, nameLength, true)
}
