// Bytes of a text file as text. Files come from Excel, from old ERP systems, from phones: nobody says what encoding they are in.
// Order: byte order mark, then strict UTF-8, then Windows-1252, which accepts anything.

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' | 'macintosh'

/** Signs that stand at 0x80–0x9F in Windows-1252. Some runtimes decode it as Latin 1 and leave control characters there. */
const upper = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const marks: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

/** The text without its byte order mark, and the encoding it was in. `wanted` is the person's own choice. */
export function decodeText(bytes: Uint8Array, wanted?: Encoding): { text: string; encoding: Encoding } {
  const encoding = wanted ?? guessEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  return { encoding, text: encoding === 'windows-1252' ? withUpperSigns(text) : text }
}

function guessEncoding(bytes: Uint8Array): Encoding {
  for (const [encoding, mark] of marks) if (mark.every((byte, at) => bytes[at] === byte)) return encoding
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1252'
  }
}

const withUpperSigns = (text: string) => text.replace(/[\u0080-\u009f]/g, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? sign)

const starts = [
  [0x50, 0x4b, 0x03, 0x04], // ZIP: also .xlsx and .docx
  [0xd0, 0xcf, 0x11, 0xe0], // old Office
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x1f, 0x8b], // gzip
]

/** Bytes that are no text at all: a workbook, a picture, a program. */
export function isBinary(bytes: Uint8Array): boolean {
  if (starts.some((start) => start.every((byte, at) => bytes[at] === byte))) return true
  const { text } = decodeText(bytes.subarray(0, 20_000))
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0 // eslint-disable-line no-control-regex
  return controls > Math.max(2, text.length / 100)
}
