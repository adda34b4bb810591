// Numbers and names that may stand only once in a document: drawings, bookmarks, content controls, notes.
// The first letter keeps the template's; each further letter gets its own block of numbers.
import type { Cut } from './cuts.ts'
import type { Piece, Space } from '../plan.ts'
import { attrAt, type XmlNode, type XmlPart } from '../package/xml.ts'

const all: Space[] = ['drawing', 'range', 'control', 'num', 'footnote', 'endnote', 'comment']
const ranges = /^w:(bookmark|perm|ins$|del$|move|customXml\w+Range|cell(Ins|Del|Merge)|\w+Change$)/

/** Collects the numbers of a template, part by part, and finds free ones behind them. */
export class Ids {
  private readonly seen = new Map<Space, Map<string, number>>(all.map((space) => [space, new Map<string, number>()]))
  private readonly counts = new Map<Space, number>()
  private readonly reserved = new Map<Space, string[]>()
  private readonly mended = new Set<Space>()
  /** Bookmarks, by their names in lower case: Word knows no other difference. */
  private readonly marks = new Map<string, string>()
  /** What bookmarks are called that look like the copies of another. */
  private readonly crowded = new Set<string>()

  /** A number that several places share: the start and the end of a range, a note and its reference. */
  shared(space: Space, own: string): Piece {
    const known = this.known(space)
    const index = known.get(own) ?? this.next(space)
    known.set(own, index)
    return { k: 'id', space, own, index }
  }

  /** A number that belongs to one place only; standing twice in the template is mended. */
  single(space: Space, own: string): Piece {
    const known = this.known(space)
    const twice = known.has(own)
    const index = this.next(space)
    if (twice) this.mended.add(space)
    else known.set(own, index)
    return { k: 'id', space, own: twice ? null : own, index }
  }

  /** A number for something that the template does not have. */
  fresh(space: Space): Extract<Piece, { k: 'id' }> {
    this.mended.add(space)
    return { k: 'id', space, own: null, index: this.next(space) }
  }

  /** A number that is taken though no letter shows it, as that of a list which the letter does not use. */
  reserve(space: Space, own: string): void {
    const known = this.reserved.get(space)
    if (known) known.push(own)
    else this.reserved.set(space, [own])
  }

  ownOf = (space: Space): string[] => [...this.known(space).keys()]
  addBookmark(name: string): void {
    this.marks.set(name.toLowerCase(), name)
    const copy = /^(.*)_\d+$/.exec(name.toLowerCase())
    if (copy) this.crowded.add(copy[1] as string)
  }
  /** Word cuts bookmark names at forty characters: the letter's number must stay, and long names must stay different. */
  bookmarkName(name: string): Extract<Piece, { k: 'name' }> {
    let stem = name
    if (name.length > 33) {
      let sum = 0
      for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) as number)) >>> 0
      stem = name.slice(0, 26) + sum.toString(36)
    }
    while (this.crowded.has(stem.toLowerCase())) stem += 'x'
    return { k: 'name', name, stem }
  }

  hasBookmarks = (): boolean => this.marks.size > 0
  isBookmark = (name: string): boolean => this.marks.has(name.toLowerCase())
  /** A bookmark's name where another place speaks of it. */
  referenceTo = (name: string): Piece => ({ ...this.bookmarkName(this.marks.get(name.toLowerCase()) ?? name), name })

  spaces(): Record<Space, { base: number; count: number }> {
    const entries = all.map((space) => {
      const count = this.counts.get(space) ?? 0
      const free = freeAfter([...this.known(space).keys(), ...(this.reserved.get(space) ?? [])])
      // The first block is for the first letter's repeated numbers. Without any, the second letter goes on without a gap:
      // some readers take notes by their place and not by their number.
      return [space, { base: this.mended.has(space) ? free : free - count, count }]
    })
    return Object.fromEntries(entries) as Record<Space, { base: number; count: number }>
  }

  private readonly known = (space: Space) => this.seen.get(space) as Map<string, number>

  private next(space: Space): number {
    const count = this.counts.get(space) ?? 0
    this.counts.set(space, count + 1)
    return count
  }
}

/** The first number of a stretch that no known one falls into. */
export function freeAfter(known: readonly string[]): number {
  const numbers = known.map(Number).filter((n) => Number.isSafeInteger(n) && n >= 0)
  const highest = numbers.reduce((a, b) => Math.max(a, b), 0)
  if (highest < 1_000_000_000) return highest + 1
  for (let base = 100_000_000; base < 2_000_000_000; base += 100_000_000) {
    if (!numbers.some((n) => n >= base && n < base + 100_000_000)) return base
  }
  return 1
}

const attrCut = (part: XmlPart, node: XmlNode, name: string, piece: Piece): Cut[] => {
  const at = attrAt(part, node, name)
  return at ? [{ start: at.from, end: at.to, pieces: [piece] }] : []
}

const notes: Record<string, Space> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
  'w:commentReference': 'comment',
  'w:commentRangeStart': 'comment',
  'w:commentRangeEnd': 'comment',
}

/** The cuts that one element asks for, whatever it is. */
export function idCuts(part: XmlPart, node: XmlNode, ids: Ids): Cut[] {
  const id = node.attrs['w:id']
  const cuts: Cut[] = []
  const note = notes[node.name]
  if (note && id !== undefined) cuts.push(...attrCut(part, node, 'w:id', ids.shared(note, id)))
  if (ranges.test(node.name) && id !== undefined) cuts.push(...attrCut(part, node, 'w:id', ids.shared('range', id)))
  if (node.name === 'wp:docPr' || node.name === 'wps:cNvPr')
    cuts.push(...attrCut(part, node, 'id', ids.single('drawing', node.attrs['id'] ?? '')))
  if (node.name === 'w:id' && node.parent?.name === 'w:sdtPr')
    cuts.push(...attrCut(part, node, 'w:val', ids.single('control', node.attrs['w:val'] ?? '')))
  if (node.name === 'w:bookmarkStart' && node.attrs['w:name'] !== undefined) {
    cuts.push(...attrCut(part, node, 'w:name', ids.bookmarkName(node.attrs['w:name'])))
  }
  cuts.push(...shapeCuts(part, node))
  for (const name of ['w14:paraId', 'w14:textId']) {
    if (node.attrs[name] === undefined) continue
    const at = attrAt(part, node, name)
    if (at) cuts.push({ start: at.start, end: at.end, pieces: [{ k: 'either', first: [part.xml.slice(at.start, at.end)], later: [] }] })
  }
  return cuts
}

/** Shapes in the older drawing language have names; embedded objects point to them. Shape types may stand twice. */
function shapeCuts(part: XmlPart, node: XmlNode): Cut[] {
  const attr =
    node.name === 'o:OLEObject'
      ? 'ShapeID'
      : node.name === 'w:control'
        ? 'w:shapeid'
        : node.name.startsWith('v:') && node.name !== 'v:shapetype'
          ? 'id'
          : null
  const name = attr === null ? undefined : node.attrs[attr]
  return attr === null || name === undefined ? [] : attrCut(part, node, attr, { k: 'name', name, stem: name })
}

/** Links within the letter follow its bookmarks, as fields do: see references.ts. */
export function anchorCuts(part: XmlPart, node: XmlNode, ids: Ids): Cut[] {
  const anchor = node.attrs['w:anchor']
  if (node.name === 'w:hyperlink' && anchor !== undefined && ids.isBookmark(anchor))
    return attrCut(part, node, 'w:anchor', ids.referenceTo(anchor))
  return []
}
