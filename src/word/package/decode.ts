// The bytes of an XML part as text. Packages are written in UTF-8 or UTF-16; other programs declare older encodings, and some declare
// one and write another. What cannot be read without guessing is refused, not replaced. Public source: ECMA-376 part 2, 8.1.4; XML 1.0, F.
import { stop } from '../findings.ts'
import { startsWith } from './fileKind.ts'

const declaration = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/

/** Refuses with XML_BAD (`encoding`). The declaration then says UTF-8, as the part is written again. */
export function decodeXml(bytes: Uint8Array, part = ''): string {
  const xml = text(bytes, wideOf(bytes) ?? declared(bytes), part)
  return xml.replace(declaration, (whole, name: string) => (/^utf-?8$/i.test(name) ? whole : replaced(whole, name)))
}

const replaced = (whole: string, name: string) => `${whole.slice(0, -name.length - 1)}UTF-8${whole.slice(-1)}`

function text(bytes: Uint8Array, encoding: string, part: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return stop('XML_BAD', { detail: 'encoding', part })
  }
}

/** UTF-16 shows in its mark, or in the zeros beside the first signs. */
function wideOf(bytes: Uint8Array): string | null {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0x3c, 0, 0x3f, 0])) return 'utf-16le'
  return startsWith(bytes, [0xfe, 0xff]) || startsWith(bytes, [0, 0x3c, 0, 0x3f]) ? 'utf-16be' : null
}

/** The declared encoding; UTF-8 where none is, where it has UTF-8's mark, and where UTF-16 is declared of what is not. */
function declared(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return 'utf-8'
  const start = Array.from(bytes.subarray(0, 200), (byte) => String.fromCharCode(byte)).join('')
  const name = declaration.exec(start)?.[1] ?? 'utf-8'
  return /^(utf-?16|ucs-?2|iso-10646-ucs-2|unicode)/i.test(name) ? 'utf-8' : name
}
