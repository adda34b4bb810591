// What a file is that is no Word package: told by how it begins, or by what lies in it.
import { unpack, type ZipEntry } from '../zip/zipRead.ts'

export const startsWith = (bytes: Uint8Array, start: readonly number[], from = 0): boolean =>
  start.every((byte, i) => bytes[from + i] === byte)

const starts: [string, RegExp][] = [
  ['rtf', /^\s*\{\\rtf/],
  ['pdf', /^[^]{0,1000}%PDF-/],
  ['html', /^\s*(<!--[^]*?-->\s*)*<(!doctype\s+html|html|head|body|meta)\b/i],
  ['html', /^(\s*|From [^\n]*\n)[^]{0,400}MIME-Version:/i],
  ['xml', /<\?mso-application\s+progid="Word\.Document"|<pkg:package\b|<w:wordDocument\b/],
  ['excel', /<\?mso-application\s+progid="Excel\.Sheet"/],
  ['odt', /^\s*(<\?xml[^]*?\?>\s*)?<office:document\b/],
  ['image', /^\s*(<\?xml[^]*?\?>\s*)?(<!--[^]*?-->\s*)*(<!DOCTYPE svg[^>]*>\s*)?<svg\b/],
  ['html', /^\s*<\?xml[^]*<html\b/i],
  ['otherXml', /^\s*<\?xml/],
  ['image', /^(\u0089PNG|\u00ff\u00d8\u00ff|GIF8|BM[^]{4}\0\0\0\0|RIFF[^]{4}WEBP|II\*\0|MM\0\*|[^]{4}ftyp(heic|heix|mif1|avif))/],
  // eslint-disable-next-line no-control-regex -- archives begin with such
  ['archive', /^(Rar!|7z\u00bc\u00af|\u001f\u008b|PK\u0005\u0006|PK\u0007\u0008|BZh|\u00fd7zXZ)/],
  ['wordperfect', /^\u00ffWPC/],
]

/** `rtf`, `pdf`, `image`, …; `text` for what can be read as it is, `unknown` for all else. */
export function kindOf(bytes: Uint8Array): string {
  const start = startOf(bytes)
  return starts.find(([, pattern]) => pattern.test(start))?.[0] ?? (isText(start) ? 'text' : 'unknown')
}

/** The first letters of the file, in whichever encoding: only Latin ones are asked about. */
function startOf(bytes: Uint8Array): string {
  const wide = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : null
  if (wide) return new TextDecoder(wide).decode(bytes.subarray(0, 4_096))
  const from = startsWith(bytes, [0xef, 0xbb, 0xbf]) ? 3 : 0
  // `latin1` means Windows' letters to a decoder: marks of a kind of file are looked for byte by byte.
  return Array.from(bytes.subarray(from, from + 4_096), (byte) => String.fromCharCode(byte)).join('')
}

// eslint-disable-next-line no-control-regex -- a file that holds these is not text
const isText = (start: string) => !/[\u0000-\u0008\u000e-\u001f]/.test(start)

const mimes: [string, RegExp][] = [
  ['odt', /opendocument\.text/],
  ['ods', /opendocument\.spreadsheet/],
  ['odp', /opendocument\.presentation/],
  ['epub', /epub/],
]

/** What a ZIP is that holds no package of Office. */
export function kindOfArchive(entries: readonly ZipEntry[]): string {
  const mime = entries.find((entry) => entry.name === 'mimetype')
  const text = mime && mime.size < 1_000 ? new TextDecoder().decode(unpack(mime)) : ''
  const told = mimes.find(([, pattern]) => pattern.test(text))
  if (told) return told[0]
  if (text.includes('opendocument')) return 'odt'
  return entries.some((entry) => /^Index(\.zip$|\/)|^index\.(xml|apxl)/.test(entry.name)) ? 'pages' : 'archive'
}

const types: [string, RegExp][] = [
  ['excel', /spreadsheetml|ms-excel/],
  ['powerpoint', /presentationml|ms-powerpoint/],
  ['office', /visio|ms-project|fixedpage|xps|onenote|publisher/],
]

/** What a package is whose main part is not Word's, by its content types. */
export const kindOfPackage = (contentTypes: string): string => types.find(([, pattern]) => pattern.test(contentTypes))?.[0] ?? 'unknown'
