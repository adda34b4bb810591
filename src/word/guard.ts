// The door of the engine: what kind of file did the person drop? Each wrong kind has its own answer,
// because "old Word file" and "locked with a password" ask for different things from the person.
import { stop } from './findings.ts'
import { readZip, type ZipEntry } from './zipRead.ts'

const ole = [0xd0, 0xcf, 0x11, 0xe0]
const zip = [0x50, 0x4b]

/** The entries of a Word package, or a refusal: NOT_DOCX_…, ZIP_BROKEN, ZIP_LIMIT. */
export function guard(bytes: Uint8Array): ZipEntry[] {
  if (bytes.length === 0) stop('NOT_DOCX_EMPTY')
  if (startsWith(bytes, ole)) refuseOle(bytes)
  if (!startsWith(bytes, zip)) stop('NOT_DOCX_OTHER', { detail: kindOf(bytes) })
  const entries = readZip(bytes)
  if (!entries.some((entry) => entry.name.toLowerCase() === '[content_types].xml')) {
    stop('NOT_DOCX_OTHER', { detail: entries.some((entry) => entry.name === 'mimetype') ? 'odt' : 'zip' })
  }
  return entries
}

const startsWith = (bytes: Uint8Array, start: number[]) => start.every((byte, i) => bytes[i] === byte)

function refuseOle(bytes: Uint8Array): never {
  if (holdsWide(bytes, 'EncryptedPackage')) stop('NOT_DOCX_PASSWORD')
  if (holdsWide(bytes, 'WordDocument')) stop('NOT_DOCX_DOC')
  stop('NOT_DOCX_OTHER', { detail: 'ole' })
}

/** The names of an old container's streams are written in UTF-16. */
function holdsWide(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((letter) => [letter.charCodeAt(0), 0])
  for (let at = bytes.indexOf(wide[0] as number); at >= 0; at = bytes.indexOf(wide[0] as number, at + 1)) {
    if (wide.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

function kindOf(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 512)).replace(/^\u00ef\u00bb\u00bf/, '')
  if (start.startsWith('{\\rtf')) return 'rtf'
  if (start.startsWith('%PDF')) return 'pdf'
  if (/^\s*<\?xml|^\s*<pkg:package/.test(start)) return 'xml'
  if (/^\s*<(!doctype )?html/i.test(start)) return 'html'
  return 'unknown'
}
