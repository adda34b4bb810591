// Many texts as one in few bytes: telephone numbers need four bits for a sign, addresses of e-mail six. Texts with more than 128 different
// signs are written as UTF-8.

export interface PackedText {
  bytes: Uint8Array
  /** The signs by their numbers; blank for UTF-8. */
  signs: string
}

const mostSigns = 128

export function packText(text: string): PackedText {
  const numbers = new Uint8Array(0x10000)
  let signs = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (numbers[code] !== 0) continue
    if (signs.length === mostSigns) return { bytes: new TextEncoder().encode(text), signs: '' }
    signs += text.charAt(at)
    numbers[code] = signs.length
  }
  const width = widthOf(signs)
  const bytes = new Uint8Array(Math.ceil((text.length * width) / 8))
  let bits = 0
  let waiting = 0
  let to = 0
  for (let at = 0; at < text.length; at++) {
    waiting |= (numbers[text.charCodeAt(at)]! - 1) << bits
    bits += width
    for (; bits >= 8; bits -= 8, waiting >>>= 8) bytes[to++] = waiting
  }
  if (bits > 0) bytes[to] = waiting
  return { bytes, signs }
}

const widthOf = (signs: string) => Math.max(1, 32 - Math.clz32(Math.max(1, signs.length - 1)))

/** @param length how many signs it has */
export function unpackText({ bytes, signs }: PackedText, length: number): string {
  if (signs === '') return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
  const codes = Uint16Array.from({ length: signs.length }, (_, at) => signs.charCodeAt(at))
  // What Latin-1 and Windows have in common is read as one byte a sign, and stays one.
  const isNarrow = codes.every((code) => code < 0x80 || (code > 0x9f && code < 0x100))
  const out = isNarrow ? new Uint8Array(length) : new Uint16Array(length)
  const width = widthOf(signs)
  const mask = (1 << width) - 1
  let bits = 0
  let waiting = 0
  let from = 0
  for (let at = 0; at < length; at++) {
    if (bits < width) {
      waiting |= bytes[from++]! << bits
      bits += 8
    }
    out[at] = codes[waiting & mask]!
    waiting >>>= width
    bits -= width
  }
  return new TextDecoder(isNarrow ? 'latin1' : 'utf-16le', { ignoreBOM: true }).decode(out)
}

/** Some of the signs, from one on; not of UTF-8, whose signs have no places of their own. */
export function unpackPart({ bytes, signs }: PackedText, start: number, length: number): string {
  const width = widthOf(signs)
  const mask = (1 << width) - 1
  let out = ''
  for (let at = 0, bit = start * width; at < length; at++, bit += width) {
    const byte = bit >>> 3
    const two = bytes[byte]! | ((bytes[byte + 1] ?? 0) << 8)
    out += signs.charAt((two >>> (bit & 7)) & mask)
  }
  return out
}
