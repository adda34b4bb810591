// Reads the ZIP container of a document. Entries keep their compressed bytes, so that what a letter does not change
// is neither unpacked nor packed again. Nothing is trusted: sizes, names and checksums are compared.
import { inflateSync } from 'fflate'
import { crc32 } from './crc.ts'
import { stop } from './findings.ts'

/** One file in the ZIP; `data` as it lies in the ZIP (method 0 stored, 8 deflated), `size` unpacked. */
export interface ZipEntry {
  name: string
  method: number
  crc: number
  size: number
  data: Uint8Array
}

const limits = { entries: 2_000, total: 200_000_000, ratio: 200, ratioFrom: 10_000_000 }

/** Reads the central directory within limits and checks each entry; refuses with ZIP_BROKEN or ZIP_LIMIT. */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > limits.entries) stop('ZIP_LIMIT', { detail: `${count} entries` })
  const entries: ZipEntry[] = []
  const taken: [number, number][] = []
  const names = new Set<string>()
  let at = view.getUint32(end + 16, true)
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) stop('ZIP_BROKEN', { detail: 'directory' })
    const entry = readEntry(bytes, view, at, taken)
    total += entry.size
    if (total > limits.total) stop('ZIP_LIMIT', { detail: 'unpacked size' })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (entry.name.endsWith('/')) continue
    if (names.has(entry.name.toLowerCase())) stop('ZIP_BROKEN', { detail: `twice: ${entry.name}` })
    names.add(entry.name.toLowerCase())
    entries.push(entry)
  }
  overlaps(taken)
  for (const entry of entries) unpack(entry)
  return entries
}

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 0xffff)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === 0x06054b50) return at
  return stop('ZIP_BROKEN', { detail: 'no end of directory' })
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, taken: [number, number][]): ZipEntry {
  const [flags, method, crc] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
  const [packed, size, local] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
  const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true))
  if (flags & 1) stop('ZIP_BROKEN', { detail: `locked: ${name}` })
  if (packed === 0xffffffff || size === 0xffffffff || local === 0xffffffff) stop('ZIP_LIMIT', { detail: name })
  if (size > limits.ratioFrom && size > packed * limits.ratio) stop('ZIP_LIMIT', { detail: `packed too tightly: ${name}` })
  if (method !== 0 && method !== 8) stop('ZIP_BROKEN', { detail: `method ${method}: ${name}` })
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) stop('ZIP_BROKEN', { detail: name })
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packed > bytes.length) stop('ZIP_BROKEN', { detail: `cut off: ${name}` })
  taken.push([local, from + packed])
  return { name, method, crc, size, data: bytes.subarray(from, from + packed) }
}

function nameAt(bytes: Uint8Array, at: number, length: number): string {
  const name = new TextDecoder().decode(bytes.subarray(at, at + length)).replaceAll('\\', '/')
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || name.split('/').includes('..')) stop('ZIP_LIMIT', { detail: `name: ${name}` })
  return name
}

function overlaps(taken: [number, number][]): void {
  taken.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < taken.length; i++) {
    if ((taken[i] as [number, number])[0] < (taken[i - 1] as [number, number])[1]) stop('ZIP_LIMIT', { detail: 'entries overlap' })
  }
}

/** The unpacked bytes; more or less than promised, or a wrong checksum, is ZIP_BROKEN. */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.data : inflated(entry)
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc) stop('ZIP_BROKEN', { detail: `damaged: ${entry.name}` })
  return bytes
}

function inflated(entry: ZipEntry): Uint8Array {
  try {
    // One byte more than promised: what unpacks to more than it says shows in its length, and takes no more memory.
    return inflateSync(entry.data, { out: new Uint8Array(entry.size + 1) })
  } catch {
    return stop('ZIP_BROKEN', { detail: `damaged: ${entry.name}` })
  }
}
