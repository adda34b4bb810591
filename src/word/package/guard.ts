// The door of the engine: what kind of file did the person drop? Each wrong kind has its own answer,
// because "old Word file" and "locked with a password" ask for different things from the person.
import { kindOf, kindOfArchive, startsWith } from './fileKind.ts'
import { stop } from '../findings.ts'
import { flatEntries } from './flat.ts'
import { rootStreams } from './oleDirectory.ts'
import { findDirectory } from '../zip/zipDirectory.ts'
import { readZip, type ZipEntry } from '../zip/zipRead.ts'

const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b, 0x03, 0x04]

/** The entries of a Word package, or a refusal: NOT_DOCX_…, ZIP_BROKEN, ZIP_LIMIT. */
export function guard(bytes: Uint8Array): ZipEntry[] {
  if (!bytes.some((byte) => byte !== 0)) stop('NOT_DOCX_EMPTY')
  if (startsWith(bytes, ole)) refuseOle(bytes)
  if (!startsWith(bytes, zip)) {
    const kind = kindOf(bytes)
    const flat = kind === 'xml' ? flatEntries(bytes) : undefined
    if (flat) return flat
    // What is of no other kind may be a package behind something that was put before it.
    if (kind !== 'unknown' || !endsAsZip(bytes)) stop('NOT_DOCX_OTHER', { detail: kind })
  }
  const entries = readZip(bytes)
  if (entries.some((entry) => entry.name.toLowerCase() === '[content_types].xml')) return entries
  if (entries.some((entry) => /^word\//i.test(entry.name))) stop('PART_MISSING', { detail: 'types', part: '[Content_Types].xml' })
  return stop('NOT_DOCX_OTHER', { detail: kindOfArchive(entries) })
}

function endsAsZip(bytes: Uint8Array): boolean {
  try {
    findDirectory(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return true
  } catch {
    return false
  }
}

/** What the streams at the root of an old container say it is. A package locked with a password lies in one, too. */
function refuseOle(bytes: Uint8Array): never {
  const names = rootStreams(bytes) ?? known.filter((name) => holdsWide(bytes, name))
  if (names.includes('EncryptedPackage')) stop('NOT_DOCX_PASSWORD')
  if (names.includes('WordDocument')) stop('NOT_DOCX_DOC')
  const kind = names.includes('Workbook') || names.includes('Book') ? 'excel' : names.includes('PowerPoint Document') ? 'powerpoint' : 'ole'
  stop('NOT_DOCX_OTHER', { detail: names.includes('__properties_version1.0') ? 'outlook' : kind })
}

const known = ['EncryptedPackage', 'WordDocument', 'Workbook', 'PowerPoint Document', '__properties_version1.0']

/** In a container whose directory cannot be read, the names may still stand; they are written in UTF-16. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wide[0] as number); at >= 0; at = bytes.indexOf(wide[0] as number, at + 1)) {
    if (wide.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}
