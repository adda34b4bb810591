// Reads the ZIP container of a document. Entries keep their compressed bytes, so that what a letter does not change
// is neither unpacked nor packed again. Nothing is trusted: sizes, names and checksums are compared, and no entry
// takes more memory than it says. Public source: PKWARE APPNOTE 4.3.
import { crc32 } from '../../base/crc.ts'
import { stop } from '../findings.ts'
import { inflate } from './inflate.ts'
import { findDirectory, fullSizes } from './zipDirectory.ts'

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
  const { from, to, count, shift } = findDirectory(view)
  if (count > limits.entries) stop('ZIP_LIMIT', { detail: 'entries' })
  const entries: ZipEntry[] = []
  const taken: [number, number][] = [[from, to]]
  const names = new Set<string>()
  let at = from
  let total = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > to || view.getUint32(at, true) !== 0x02014b50) stop('ZIP_BROKEN', { detail: 'directory' })
    const entry = readEntry(bytes, view, at, shift, taken)
    total += entry.size
    if (total > limits.total) stop('ZIP_LIMIT', { detail: 'size', part: entry.name })
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (entry.name.endsWith('/')) continue
    if (names.has(entry.name.toLowerCase())) stop('ZIP_BROKEN', { detail: 'twice', part: entry.name })
    names.add(entry.name.toLowerCase())
    entries.push(entry)
  }
  refuseOverlaps(taken)
  for (const entry of entries) unpack(entry)
  return entries
}

function readEntry(bytes: Uint8Array, view: DataView, at: number, shift: number, taken: [number, number][]): ZipEntry {
  const [flags, method, crc] = [view.getUint16(at + 8, true), view.getUint16(at + 10, true), view.getUint32(at + 16, true)]
  if (at + 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) > bytes.length) stop('ZIP_BROKEN', { detail: 'directory' })
  const name = nameAt(bytes, at + 46, view.getUint16(at + 28, true))
  if (flags & 1) stop('ZIP_BROKEN', { detail: 'locked', part: name })
  if (method !== 0 && method !== 8) stop('ZIP_BROKEN', { detail: 'method', part: name })
  const { packed, size, local: written } = fullSizes(view, at) ?? stop('ZIP_LIMIT', { detail: 'size', part: name })
  const local = written + shift
  if (size > limits.ratioFrom && size > packed * limits.ratio) stop('ZIP_LIMIT', { detail: 'ratio', part: name })
  if (local + 30 > bytes.length || view.getUint32(local, true) !== 0x04034b50) stop('ZIP_BROKEN', { detail: 'entry', part: name })
  const from = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
  if (from + packed > bytes.length) stop('ZIP_BROKEN', { detail: 'cut', part: name })
  taken.push([local, from + packed])
  return { name, method, crc, size, data: bytes.subarray(from, from + packed) }
}

/** Forward slashes only; nothing that leads out of the package. */
function nameAt(bytes: Uint8Array, at: number, length: number): string {
  const raw = bytes.subarray(at, at + length)
  const name = readable(raw).replaceAll('\\', '/')
  // eslint-disable-next-line no-control-regex -- these are what is refused
  const odd = name === '' || /^\/|^[a-z]:|[\u0000-\u001f]/i.test(name) || name.split('/').includes('..')
  return odd ? stop('ZIP_LIMIT', { detail: 'name', part: name }) : name
}

function readable(raw: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw)
  } catch {
    return new TextDecoder('latin1').decode(raw)
  }
}

function refuseOverlaps(taken: [number, number][]): void {
  taken.sort((a, b) => a[0] - b[0])
  for (let i = 1; i < taken.length; i++) {
    if ((taken[i] as [number, number])[0] < (taken[i - 1] as [number, number])[1]) stop('ZIP_LIMIT', { detail: 'overlap' })
  }
}

/** The unpacked bytes; more or less than promised, or a wrong checksum, is ZIP_BROKEN. */
export function unpack(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.data : inflate(entry.data, entry.size)
  if (bytes?.length !== entry.size || crc32(bytes) !== entry.crc) return stop('ZIP_BROKEN', { detail: 'damaged', part: entry.name })
  return bytes
}
