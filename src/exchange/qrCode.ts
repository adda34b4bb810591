// A short text as a QR code, and read from a picture of one. Public source: ISO/IEC 18004.
import encodeQr from 'qr'
import decodeQr from 'qr/decode.js'

/** Bytes that the largest code holds, with the least and with the usual correction of errors. */
const most = { low: 2_953, medium: 1_000 }

/** The code as an SVG drawing, black on white with its quiet border; nothing when the text is too long for any code. */
export function drawCode(text: string): string | undefined {
  const { length } = new TextEncoder().encode(text)
  if (length > most.low) return undefined
  const svg = encodeQr(text, 'svg', { ecc: length > most.medium ? 'low' : 'medium', border: 4, encoding: 'byte' })
  return svg.replace('<svg ', '<svg style="background:#fff" ')
}

/** What the code in a picture says; nothing where none can be found. @param picture its points in red, green, blue and cover, row by row */
export function readCode(picture: { width: number; height: number; data: Uint8ClampedArray }): string | undefined {
  try {
    return decodeQr(picture)
  } catch {
    return undefined
  }
}
