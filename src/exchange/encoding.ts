// Bytes of a text file as text. Files come from Excel, from old ERP systems, from phones: nobody says what encoding they are in.
// Order: byte order mark, noughts in every other place (UTF-16), strict UTF-8, then Windows-1252, which accepts anything.

/** `macintosh` (Mac Roman) is never guessed: it accepts anything, too. */
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
  const sure = wanted ?? markOf(bytes) ?? wideOf(bytes)
  if (sure) return { encoding: sure, text: decoded(bytes, sure) }
  try {
    return { encoding: 'utf-8', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return { encoding: 'windows-1252', text: decoded(bytes, 'windows-1252') }
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  const mark = markOf(bytes)
  const foreign = mark && mark !== encoding ? (mark === 'utf-8' ? 3 : 2) : 0
  const text = new TextDecoder(encoding).decode(bytes.subarray(foreign))
  return encoding === 'windows-1252' ? withUpperSigns(text) : text
}

const markOf = (bytes: Uint8Array): Encoding | undefined => marks.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))?.[0]

/** UTF-16 without a mark: of western letters every other byte is nought, and hardly any of the bytes between. */
function wideOf(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, 4000) & ~1
  let even = 0
  let odd = 0
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++
    if (bytes[at + 1] === 0) odd++
  }
  const pairs = length / 2
  if (pairs < 4) return undefined
  if (odd > pairs * 0.6 && even < pairs * 0.05) return 'utf-16le'
  return even > pairs * 0.6 && odd < pairs * 0.05 ? 'utf-16be' : undefined
}

const withUpperSigns = (text: string) => text.replace(/[\u0080-\u009f]/g, (sign) => upper[sign.charCodeAt(0) - 0x80] ?? sign)

/** Bytes that are no text at all: a program, a picture nobody knows. */
export function isBinary(bytes: Uint8Array): boolean {
  const { text } = decodeText(bytes.subarray(0, 20_000))
  const controls = text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g)?.length ?? 0 // eslint-disable-line no-control-regex
  return controls > Math.max(2, text.length / 100)
}
