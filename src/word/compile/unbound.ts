// Merged text in a content control that is tied to stored data would be overwritten by Word; the tie is cut.
import type { Book } from './book.ts'
import type { Cut } from './cuts.ts'
import { childOf, type XmlNode, type XmlPart } from '../package/xml.ts'

/** `places`: a node in each slot. */
export function unboundCuts(part: XmlPart, places: readonly XmlNode[], book: Book): Cut[] {
  const cuts = new Map<XmlNode, Cut>()
  for (const place of places) {
    for (let node = place.parent; node; node = node.parent) {
      const properties = node.name === 'w:sdt' ? childOf(node, 'w:sdtPr') : undefined
      for (const child of properties?.children ?? []) {
        if (!/^(w|w15):(dataBinding|showingPlcHdr)$/.test(child.name)) continue
        if (child.name.endsWith('dataBinding')) book.find('SDT_BOUND', child.attrs['w:xpath'] ?? '', part.name)
        cuts.set(child, { start: child.start, end: child.end, pieces: [] })
      }
    }
  }
  return [...cuts.values()]
}
