// XML read as it comes, piece by piece, without a tree: tags and the text between them. Names lose their prefix, so `x:row` is `row`.
// It reads what spreadsheets are made of; a document type, which they never have, is refused.

export interface XmlListener {
  open: (name: string, attributes: string) => void
  close: (name: string) => void
  text: (text: string) => void
}

export class XmlTrouble extends Error {}

/** No tag and no text between two tags is longer, unless somebody means harm. */
const longest = 32_000_000

export class XmlScan {
  private rest = ''
  private depth = 0

  constructor(private readonly listener: XmlListener) {}

  feed(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece
    let at = 0
    for (;;) {
      const start = text.indexOf('<', at)
      if (start < 0) break
      const end = this.tag(text, start)
      if (end < 0) {
        if (start > at) this.say(text.slice(at, start))
        at = start
        break
      }
      if (start > at) this.say(text.slice(at, start))
      this.read(text, start, end)
      at = end
    }
    this.rest = text.slice(at)
    if (this.rest.length > longest) throw new XmlTrouble('too long')
  }

  /** Everything that was opened must have been closed. */
  end(): void {
    if (this.depth !== 0 || this.rest.trim() !== '') throw new XmlTrouble('cut off')
  }

  private say(text: string) {
    this.listener.text(text.includes('&') ? withoutEntities(text) : text)
  }

  /** Where the tag ends (behind its `>`), or -1 when it is not all there yet. */
  private tag(text: string, start: number): number {
    const special =
      text.charCodeAt(start + 1) === 33 && specials.find(([begin]) => text.startsWith(begin.slice(0, text.length - start), start))
    if (special) {
      const end = text.indexOf(special[1], start + special[0].length)
      return end < 0 ? -1 : end + special[1].length
    }
    const end = text.indexOf('>', start)
    if (end < 0) return -1
    return isOpen(text, start, end) ? endOfTag(text, start) : end + 1
  }

  private read(text: string, start: number, end: number) {
    const first = text.charCodeAt(start + 1)
    if (first === 33) {
      if (text.startsWith('<![CDATA[', start)) this.listener.text(text.slice(start + 9, end - 3))
      else if (!text.startsWith('<!--', start)) throw new XmlTrouble('document type')
      return
    }
    if (first === 63) return
    if (first === 47) {
      this.depth--
      this.listener.close(plainName(text, start + 2, end - 1))
      return
    }
    const empty = text.charCodeAt(end - 2) === 47
    const last = empty ? end - 2 : end - 1
    const nameEnd = endOfName(text, start + 1, last)
    const name = plainName(text, start + 1, nameEnd)
    this.listener.open(name, text.slice(nameEnd, last))
    if (empty) this.listener.close(name)
    else this.depth++
  }
}

const specials: [string, string][] = [
  ['<![CDATA[', ']]>'],
  ['<!--', '-->'],
]

/** A quotation mark was opened and not closed: this `>` stands within one. */
function isOpen(text: string, start: number, end: number): boolean {
  const last = text.charCodeAt(end - 1) === 47 ? end - 2 : end - 1
  // Nearly every tag ends right behind the closing mark of a value.
  if (text.charCodeAt(last) === 34 && !/["'=]/.test(text[last - 1] ?? '')) return false
  const tag = text.slice(start, end)
  if (!tag.includes('"') && !tag.includes("'")) return false
  let quote = ''
  for (const sign of tag) if (quote === '' ? sign === '"' || sign === "'" : sign === quote) quote = quote === '' ? sign : ''
  return quote !== ''
}

/** Behind the `>` that stands in no value, or -1: once through the tag, however many there are. */
function endOfTag(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    const sign = text[at]
    if (sign === '>') return at + 1
    if (sign !== '"' && sign !== "'") continue
    at = text.indexOf(sign, at + 1)
    if (at < 0) return -1
  }
  return -1
}

function endOfName(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) <= 32) return at
  return end
}

function plainName(text: string, start: number, end: number): string {
  let last = end
  while (text.charCodeAt(last - 1) <= 32) last--
  const name = text.slice(start, last)
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/** Attributes by their names without prefix. */
export function attributesOf(text: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (let at = text.indexOf('='); at > 0;) {
    let start = at + 1
    while (text.charCodeAt(start) <= 32) start++
    const quote = text[start]
    const end = quote === '"' || quote === "'" ? text.indexOf(quote, start + 1) : -1
    if (end < 0) break
    let nameEnd = at
    while (text.charCodeAt(nameEnd - 1) <= 32) nameEnd--
    let nameStart = nameEnd
    while (nameStart > 0 && text.charCodeAt(nameStart - 1) > 39) nameStart--
    found[plainName(text, nameStart, nameEnd)] = withoutEntities(text.slice(start + 1, end))
    at = text.indexOf('=', end + 1)
  }
  return found
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi, (all, hex?: string, number?: string, name = '') => {
        const code = hex ? parseInt(hex, 16) : number ? Number(number) : -1
        if (code >= 0) return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code)
        return named[name as string] ?? all
      })
    : text
