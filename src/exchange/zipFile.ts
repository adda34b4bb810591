// A ZIP file looked into before anything is unpacked: its list of parts, and each part piece by piece, never more than it said it holds.
// PKWARE APPNOTE 4.3
import { Inflate } from 'fflate'

export interface ZipPart {
  /** With slashes, in lower case: programs write both. */
  name: string
  size: number
  packed: number
  method: number
  locked: boolean
  /** Where its local header stands. */
  at: number
}

/** Thrown when a part is not what the list says: `bomb` = more than it said, `broken` = it cannot be unpacked. */
export class ZipTrouble extends Error {
  constructor(readonly reason: 'bomb' | 'broken' | 'password') {
    super(reason)
  }
}

/** More than this unpacked is no workbook. */
export const mostUnpacked = 1_000_000_000
const mostParts = 5000

/** The list at the end of the file. Throws `broken` when there is none, as in a file that was cut off. */
export function listParts(bytes: Uint8Array): ZipPart[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOf(view)
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  if (count > mostParts) throw new ZipTrouble('bomb')
  const parts: ZipPart[] = []
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw new ZipTrouble('broken')
    const nameLength = view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength))
    parts.push({
      name: name.replaceAll('\\', '/').toLowerCase(),
      size: view.getUint32(at + 24, true),
      packed: view.getUint32(at + 20, true),
      method: view.getUint16(at + 10, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
      at: view.getUint32(at + 42, true),
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  if (parts.reduce((sum, part) => sum + part.size, 0) > mostUnpacked) throw new ZipTrouble('bomb')
  return parts
}

function endOf(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 22 - 0xffff); at--) {
    if (view.getUint32(at, true) === 0x06054b50) return at
  }
  throw new ZipTrouble('broken')
}

/** The bytes of a part, portion by portion. */
export function* piecesOf(bytes: Uint8Array, part: ZipPart): Generator<Uint8Array, void> {
  if (part.locked) throw new ZipTrouble('password')
  const packed = packedBytes(bytes, part)
  if (part.method === 0) {
    for (let at = 0; at < packed.length; at += 1_000_000) yield packed.subarray(at, at + 1_000_000)
    return
  }
  if (part.method !== 8) throw new ZipTrouble('broken')
  let ready: Uint8Array[] = []
  let size = 0
  const inflate = new Inflate((piece) => {
    size += piece.length
    if (size > part.size) throw new ZipTrouble('bomb')
    ready.push(piece)
  })
  for (let at = 0; at < packed.length; at += portion) {
    try {
      inflate.push(packed.subarray(at, at + portion), at + portion >= packed.length)
    } catch (trouble) {
      throw trouble instanceof ZipTrouble ? trouble : new ZipTrouble('broken')
    }
    yield* ready
    ready = []
  }
  if (size !== part.size) throw new ZipTrouble('broken')
}
const portion = 32_768

function packedBytes(bytes: Uint8Array, part: ZipPart): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (part.at + 30 > bytes.length || view.getUint32(part.at, true) !== 0x04034b50) throw new ZipTrouble('broken')
  const start = part.at + 30 + view.getUint16(part.at + 26, true) + view.getUint16(part.at + 28, true)
  if (start + part.packed > bytes.length) throw new ZipTrouble('broken')
  return bytes.subarray(start, start + part.packed)
}
