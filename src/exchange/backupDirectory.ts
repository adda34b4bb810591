// Finding the parts of a backup without reading it: the ZIP's own directory at its end, held to what our writer would have written, byte
// by byte, so that a wrong byte anywhere in the frame is noticed.
import { localHeader, ZipDirectory, type ZipEntry } from '../base/zipFrame.ts'
import type { ByteSource } from './byteSource.ts'
import { sealIn, sealLength, withSeal } from './seal.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** A part, and where it begins. */
export interface FoundPart extends ZipEntry {
  data: { length: number }
  at: number
}

export interface BackupDirectory {
  parts: FoundPart[]
  /** The sum that seals the file. */
  seal: string
}

const endLength = 22
const far = 0xffff_ffff
/** A directory of more than this is none of ours. */
const mostBytes = 256 << 20

/** The directory; `cut` when the end of the file is missing, `broken` when it is not as we write it. */
export async function readDirectory(source: ByteSource): Promise<BackupDirectory | 'cut' | 'broken'> {
  const end = await source.read(Math.max(0, source.size - endLength - sealLength), source.size)
  const seal = sealIn(end)
  const view = new DataView(end.buffer)
  if (seal === undefined || end.length < endLength + sealLength || view.getUint32(0, true) !== 0x06054b50) return 'cut'
  const start = await startOf(source, view)
  if (start === undefined || start < 0 || start > source.size || source.size - start > mostBytes) return 'broken'
  const bytes = await source.read(start, source.size)
  const parts = partsIn(bytes)
  return parts && isAsWritten(parts, bytes, start, seal) ? { parts, seal } : 'broken'
}

/** Where the directory begins; in a very large file ZIP64 says it. */
async function startOf(source: ByteSource, end: DataView): Promise<number | undefined> {
  const start = end.getUint32(16, true)
  if (start !== far && end.getUint16(8, true) !== 0xffff) return start
  const at = source.size - sealLength - endLength - 76
  if (at < 0) return undefined
  const larger = new DataView((await source.read(at, at + 56)).buffer)
  // A plain end may stand there when there are just as many entries as it can tell.
  return larger.getUint32(0, true) === 0x06064b50 ? Number(larger.getBigUint64(48, true)) : start
}

function partsIn(bytes: Bytes): FoundPart[] | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  const parts: FoundPart[] = []
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50;) {
    const [nameLength, extra] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true)]
    const next = at + 46 + nameLength + extra
    if (next > bytes.length) return undefined
    const offset = view.getUint32(at + 42, true)
    parts.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      data: { length: view.getUint32(at + 20, true) },
      size: view.getUint32(at + 24, true),
      at: offset === far && extra === 12 ? Number(view.getBigUint64(at + 50 + nameLength, true)) : offset,
    })
    at = next
  }
  return parts
}

/** Parts stand one after the other without a gap, and the directory is what we would write of them. */
function isAsWritten(parts: readonly FoundPart[], bytes: Bytes, start: number, seal: string): boolean {
  const directory = new ZipDirectory()
  let at = 0
  for (const part of parts) {
    if (part.at !== at) return false
    directory.add(part, at)
    at += localHeader(part).length + part.data.length
  }
  return at === start && isSame(withSeal(directory.end(start), seal), bytes)
}

export const isSame = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && a.every((byte, at) => byte === b[at])

/** The bytes of a part as they lie in the file; nothing when what stands before them is not what the directory says. */
export async function readPart(source: ByteSource, part: FoundPart): Promise<Bytes | undefined> {
  const header = localHeader(part)
  const bytes = await source.read(part.at, part.at + header.length + part.data.length)
  return isSame(bytes.subarray(0, header.length), header) ? bytes.subarray(header.length) : undefined
}
