// vCard files as phones and mail programs write them, made into what the standard says, line by line (RFC 6350 3.2, RFC 2425, vCard 2.1):
// CR CR LF, quoted-printable with a charset, parameters without a name, soft breaks, photos in the middle of everything.
import type { SheetNote } from './sheet.ts'

/** One card as logical lines, and where it stands: the number of the card, counted from 1. */
export interface RawCard {
  no: number
  lines: string[]
}

/** What is dropped without a word: pictures, sounds, keys, and what programs keep for themselves. */
const dropped = /^(?:[\w-]+\.)?(?:PHOTO|LOGO|SOUND|KEY|PRODID|REV|X-MS-OL-DESIGN|X-MS-CARDPICTURE|X-ABADR|AGENT|CLASS|MAILER)[;:]/i
const quotedPrintable = /^[^:\n]*;(?:ENCODING=)?QUOTED-PRINTABLE[;:]/i
const property = /^(?:[\w-]+\.)?[A-Za-z][\w-]*[;:]/

/** Cuts a file into cards. Lines that belong to nothing are told. */
export function cutCards(text: string, notes: SheetNote[]): RawCard[] {
  const cards: RawCard[] = []
  let card: RawCard | undefined
  for (const line of logicalLines(text)) {
    const bare = line.trim()
    if (/^BEGIN\s*:\s*VCARD$/i.test(bare)) {
      // A card within a card (AGENT) or one that was never closed: both are cards.
      card = { no: cards.length + 1, lines: [] }
      cards.push(card)
    } else if (/^END\s*:\s*VCARD$/i.test(bare)) card = undefined
    else if (bare === '' || dropped.test(bare)) continue
    else if (card && property.test(line)) card.lines.push(line)
    else if (!isBase64(bare)) notes.push({ lineNo: card?.no ?? cards.length, code: 'vcardLine', detail: bare.slice(0, 80) })
  }
  return cards
}

/** The rest of a picture whose first line was dropped. */
const isBase64 = (text: string) => /^[A-Za-z0-9+/=]{16,}$/.test(text)

function* logicalLines(text: string): Generator<string> {
  let held: string | undefined
  let soft = false
  for (const line of text.replace(/\r*\n|\r/g, '\n').split('\n')) {
    if (held !== undefined && soft) held += `\n${line}`
    else if (held !== undefined && /^[ \t]/.test(line)) held += line.slice(1)
    else {
      if (held !== undefined) yield held
      held = line
    }
    soft = held.endsWith('=') && quotedPrintable.test(held)
  }
  if (held !== undefined) yield held
}

/** A line as the third version writes it: no quoted-printable, and every parameter with its name. */
export function tidyLine(line: string): string {
  const colon = colonOf(line)
  if (colon < 0) return line
  const [name = '', ...parameters] = line.slice(0, colon).split(';')
  if (line.slice(0, colon).includes('"')) return line
  let value = line.slice(colon + 1)
  let quoted = false
  let charset = 'utf-8'
  const kept: string[] = []
  for (const parameter of parameters.map((one) => one.trim())) {
    const [key = '', said = ''] = parameter.split('=', 2)
    if (/^(?:ENCODING=)?QUOTED-PRINTABLE$/i.test(parameter)) quoted = true
    else if (/^charset$/i.test(key)) charset = said
    else if (/^(?:ENCODING=)?(?:8BIT|7BIT|BASE64|B)$/i.test(parameter) || parameter === '') continue
    else kept.push(parameter.includes('=') ? parameter : `TYPE=${parameter}`)
  }
  if (quoted) value = decodeQuoted(value, charset)
  else if (/^version$/i.test(name)) value = value.trim() === '2.1' ? '3.0' : value.trim()
  return [name.trim(), ...kept].join(';') + ':' + value.replace(/\n/g, '\\n')
}

/** The first colon that stands in no quotation marks. */
function colonOf(line: string): number {
  let inQuotes = false
  for (let at = 0; at < line.length; at++) {
    if (line[at] === '"') inQuotes = !inQuotes
    else if (line[at] === ':' && !inQuotes) return at
  }
  return line.indexOf(':')
}

/** RFC 2045 6.7. Separators that were encoded stay what they were: a `=3B` is no end of a part. */
export function decodeQuoted(text: string, charset: string): string {
  const bytes: number[] = []
  const plain = text.replace(/=[ \t]*\n/g, '')
  const encoder = new TextEncoder()
  for (let at = 0; at < plain.length; at++) {
    const code = /^=([\dA-Fa-f]{2})/.exec(plain.slice(at, at + 3))?.[1]
    if (code) {
      const byte = parseInt(code, 16)
      if (byte === 0x3b || byte === 0x2c || byte === 0x5c) bytes.push(0x5c)
      bytes.push(byte)
      at += 2
    } else bytes.push(...encoder.encode(String.fromCodePoint(plain.codePointAt(at) ?? 0)))
    if ((plain.codePointAt(at) ?? 0) > 0xffff) at++
  }
  return decoderOf(charset).decode(Uint8Array.from(bytes)).replace(/\r\n?/g, '\n')
}

function decoderOf(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset.replace(/["']/g, ''))
  } catch {
    return new TextDecoder()
  }
}
