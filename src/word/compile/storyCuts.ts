// All cuts of one part: what its fields ask for, what may stand only once in a document, what only the first letter keeps.
import { blankCuts } from './blank.ts'
import type { Book } from './book.ts'
import { noteMarked } from './bookmarks.ts'
import type { Cut } from './cuts.ts'
import { formsCuts } from './forms.ts'
import { anchorCuts, idCuts } from './ids.ts'
import { pictureCuts } from './images.ts'
import type { ParaUse } from './place.ts'
import { noteSets } from './sets.ts'
import { slotsOf } from './slots.ts'
import { storiesOf } from './story.ts'
import { unboundCuts } from './unbound.ts'
import { below, type XmlNode, type XmlPart } from '../package/xml.ts'

export interface StoryCuts {
  cuts: Cut[]
  /** Paragraphs that are written anew. */
  rebuilt: Set<XmlNode>
}

export function storyCuts(part: XmlPart, book: Book, inBody: boolean): StoryCuts {
  const paras = new Map<XmlNode, ParaUse>()
  const rebuilt = new Set<XmlNode>()
  const places: XmlNode[] = []
  const cuts: Cut[] = []
  const add = (more: readonly Cut[]) => {
    for (const cut of more) cuts.push(cut)
  }
  const stories = storiesOf(part.root)
  noteSets(part, stories, book)
  if (inBody) noteMarked(part, stories, book)
  for (const tokens of stories) {
    const place = slotsOf(part, tokens, book, inBody)
    add(place.cuts)
    for (const node of place.places) places.push(node)
    for (const [para, use] of place.paras) paras.set(para, use)
    for (const para of place.rebuilt) rebuilt.add(para)
  }
  add(unboundCuts(part, places, book))
  const passing = firstOnly(part)
  for (const node of below(part.root)) {
    add(idCuts(part, node, book.ids))
    add(anchorCuts(part, node, book.ids))
    if (/^w:(ins|del|moveFrom|moveTo)$/.test(node.name)) book.find('REVISIONS', '', part.name)
    if (node.name === 'w:drawing') add(pictureCuts(part, node, book))
    if (passing.has(node)) add([firstCut(node)])
    if (inBody && node.name === 'mc:AlternateContent') add(formsCuts(node))
  }
  if (!book.keepBlankLines) add(blankCuts(paras, book.falling))
  return { cuts, rebuilt }
}

const firstCut = ({ start, end }: XmlNode): Cut => ({
  ...{ start, end, pieces: [] },
  make: (weave) => [{ k: 'either', first: weave(start, end), later: [] }],
})

/**
 * What only the first letter keeps: `_GoBack`, where the author's cursor stood, and the types that older drawings refer to,
 * which may be there once and serve all letters.
 */
function firstOnly(part: XmlPart): Set<XmlNode> {
  const nodes = [...below(part.root)]
  const starts = nodes.filter((node) => node.name === 'w:bookmarkStart' && node.attrs['w:name'] === '_GoBack')
  const ids = new Set(starts.map((node) => node.attrs['w:id']))
  const ends = nodes.filter((node) => node.name === 'w:bookmarkEnd' && ids.has(node.attrs['w:id']))
  return new Set([...starts, ...ends, ...nodes.filter((node) => node.name === 'v:shapetype')])
}

export function noteBookmarks(part: XmlPart, book: Book): void {
  for (const node of below(part.root)) {
    const name = node.name === 'w:bookmarkStart' ? node.attrs['w:name'] : undefined
    if (name !== undefined && name !== '_GoBack') book.ids.addBookmark(name)
  }
}
