// What stands in an e-mail below its headers, in signs that every post on the way leaves as they are.
// Public source: RFC 2045 6.7 (quoted-printable), 6.8 (base64).

const encoder = new TextEncoder()
const alphabet = encoder.encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/')
const [equals, carriage, feed] = [61, 13, 10]
/** Bytes of one line: they become 76 signs. */
const perLine = 57

/** Base64 in lines that end with CRLF. A letter has tens of kilobytes and there are thousands: bytes, not texts, are joined. */
export function base64Lines(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const lines = Math.ceil(bytes.length / perLine)
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4 + lines * 2)
  let to = 0
  for (let from = 0; from < bytes.length; from += perLine) {
    to = write(bytes, from, Math.min(from + perLine, bytes.length), out, to)
    out[to++] = carriage
    out[to++] = feed
  }
  return out
}

/** A few bytes in one line. */
export function base64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4)
  write(bytes, 0, bytes.length, out, 0)
  return String.fromCharCode(...out)
}

function write(bytes: Uint8Array, from: number, end: number, out: Uint8Array, to: number): number {
  for (let at = from; at < end; at += 3) {
    const left = end - at
    const three = ((bytes[at] ?? 0) << 16) | ((left > 1 ? (bytes[at + 1] ?? 0) : 0) << 8) | (left > 2 ? (bytes[at + 2] ?? 0) : 0)
    out[to++] = alphabet[three >> 18] ?? 0
    out[to++] = alphabet[(three >> 12) & 63] ?? 0
    out[to++] = left > 1 ? (alphabet[(three >> 6) & 63] ?? 0) : equals
    out[to++] = left > 2 ? (alphabet[three & 63] ?? 0) : equals
  }
  return to
}

/** Quoted-printable: readable where the text is mostly ASCII. Lines end with CRLF and have at most 76 signs. */
export function quotedPrintable(text: string): string {
  return text
    .split('\n')
    .map((line) => softLines(line))
    .join('\r\n')
}

function softLines(line: string): string {
  const bytes = encoder.encode(line)
  let out = ''
  let width = 0
  bytes.forEach((byte, at) => {
    const isLast = at === bytes.length - 1
    const isBlank = byte === 32 || byte === 9
    const plain = (byte > 32 && byte < 127 && byte !== equals) || (isBlank && !isLast)
    const said = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
    // The sign that a line goes on needs a place of its own.
    if (width + said.length > (isLast ? 76 : 75)) {
      out += '=\r\n'
      width = 0
    }
    out += said
    width += said.length
  })
  return out
}

/** How a text is written: as it reads where few of its bytes need a code, else in base64. The end of its last line is not among it. */
export function textContent(text: string): { encoding: 'quoted-printable' | 'base64'; body: Uint8Array<ArrayBuffer> } {
  const lines = text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    // eslint-disable-next-line no-control-regex -- signs that no mail program shows
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
  const bytes = encoder.encode(lines.replace(/\n/g, '\r\n'))
  const coded = bytes.reduce((sum, byte) => sum + (byte > 126 || byte === equals ? 1 : 0), 0)
  if (coded * 4 > bytes.length) return { encoding: 'base64', body: base64Lines(bytes).slice(0, -2) }
  return { encoding: 'quoted-printable', body: encoder.encode(quotedPrintable(lines)) }
}
