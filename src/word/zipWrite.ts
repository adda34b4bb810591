// Writes the ZIP container of a document: sizes stand in front where every reader finds them, and names are UTF-8.
import { deflateSync } from 'fflate'
import { crc32 } from './crc.ts'
import { stop } from './findings.ts'
import type { ZipEntry } from './zipRead.ts'

const encoder = new TextEncoder()

/** Packs one file. */
export function pack(name: string, content: string | Uint8Array, level: 0 | 6 = 6): ZipEntry {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content
  const data = level === 0 ? bytes : deflateSync(bytes, { level })
  return { name, method: level === 0 ? 0 : 8, crc: crc32(bytes), size: bytes.length, data }
}

/** A whole ZIP from packed entries; names are UTF-8. Refuses with ZIP_LIMIT above 65 534 entries or 4 GB: those need ZIP64. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const names = entries.map((entry) => encoder.encode(entry.name))
  const length = entries.reduce((sum, entry, i) => sum + 76 + 2 * (names[i] as Uint8Array).length + entry.data.length, 22)
  if (entries.length > 65_534 || length > 4_000_000_000) stop('ZIP_LIMIT', { detail: `${entries.length} files` })
  const out = new Uint8Array(length)
  const view = new DataView(out.buffer)
  const offsets: number[] = []
  let at = 0
  entries.forEach((entry, i) => {
    offsets.push(at)
    at = writeLocal(out, view, at, entry, names[i] as Uint8Array)
  })
  const directory = at
  entries.forEach((entry, i) => (at = writeCentral(out, view, at, entry, names[i] as Uint8Array, offsets[i] as number)))
  view.setUint32(at, 0x06054b50, true)
  view.setUint16(at + 8, entries.length, true)
  view.setUint16(at + 10, entries.length, true)
  view.setUint32(at + 12, at - directory, true)
  view.setUint32(at + 16, directory, true)
  return out
}

function writeLocal(out: Uint8Array, view: DataView, at: number, entry: ZipEntry, name: Uint8Array): number {
  view.setUint32(at, 0x04034b50, true)
  writeCommon(view, at + 4, entry, name)
  out.set(name, at + 30)
  out.set(entry.data, at + 30 + name.length)
  return at + 30 + name.length + entry.data.length
}

function writeCentral(out: Uint8Array, view: DataView, at: number, entry: ZipEntry, name: Uint8Array, offset: number): number {
  view.setUint32(at, 0x02014b50, true)
  view.setUint16(at + 4, 20, true)
  writeCommon(view, at + 6, entry, name)
  view.setUint32(at + 42, offset, true)
  out.set(name, at + 46)
  return at + 46 + name.length
}

/** The twenty-six bytes that local and central headers share: version, UTF-8 flag, method, 1 January 1980, sizes. */
function writeCommon(view: DataView, at: number, entry: ZipEntry, name: Uint8Array): void {
  view.setUint16(at, 20, true)
  view.setUint16(at + 2, 0x0800, true)
  view.setUint16(at + 4, entry.method, true)
  view.setUint32(at + 6, 0x00210000, true)
  view.setUint32(at + 10, entry.crc, true)
  view.setUint32(at + 14, entry.data.length, true)
  view.setUint32(at + 18, entry.size, true)
  view.setUint16(at + 22, name.length, true)
}
