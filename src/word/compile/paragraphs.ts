// A value of several paragraphs goes on in paragraphs like the one it stands in. Where nothing parts these, an empty one stands
// for the blank line that was meant.
import { fallingStyles, styleNames } from '../authored.ts'
import type { Spacing } from './book.ts'
import type { Weave } from './cuts.ts'
import { joined } from './cuts.ts'
import type { Place } from './place.ts'
import type { Piece } from '../plan.ts'
import { childOf, type XmlNode, type XmlPart } from '../package/xml.ts'

/** How the next paragraph opens; nothing where a paragraph ends a section or the letter: there breaks must do. */
export function nextParagraph(place: Place, para: XmlNode, weave: Weave): { next: Piece[]; gap: boolean } | undefined {
  const format = childOf(para, 'w:pPr')
  if (para === place.book.carrier || (format && childOf(format, 'w:sectPr'))) return undefined
  const inList = format !== undefined && childOf(format, 'w:numPr') !== undefined
  const gap = !inList && !isSpaced(para, place.book.spacing)
  return { next: joined([`</${para.tag}><${para.tag}>`, ...likeFormat(format, weave)]), gap }
}

/** Paragraph properties for a further paragraph: all but those of a section and of tracked changes. */
export function likeFormat(format: XmlNode | undefined, weave: Weave): Piece[] {
  const kept = format?.children.filter(({ name }) => name !== 'w:sectPr' && name !== 'w:pPrChange') ?? []
  if (!format || kept.length === 0) return []
  return [`<${format.tag}>`, ...kept.flatMap((node) => weave(node.start, node.end)), `</${format.tag}>`]
}

/** Reads the styles once. Space before or after parts paragraphs, unless neighbours of one style shall have none. */
export function spacingOf(styles: XmlPart | undefined): Spacing {
  const nodes = styles?.root.children.filter((node) => node.name === 'w:style' && node.attrs['w:type'] === 'paragraph') ?? []
  const byId = new Map(nodes.map((node) => [node.attrs['w:styleId'] ?? '', node]))
  const defaults = styles && pathTo(styles.root, ['w:docDefaults', 'w:pPrDefault', 'w:pPr'])
  const usual = defaults ? (spaceIn(defaults) ?? false) : false
  const known = new Map<string, boolean | undefined>()
  const found = new Map([...byId.keys()].map((id) => [id, ofStyle(id, byId, known, spaceOf) ?? usual]))
  const standard = nodes.find((node) => isOn(node.attrs['w:default']))?.attrs['w:styleId']
  return { styles: found, otherwise: (standard === undefined ? undefined : found.get(standard)) ?? usual }
}

/** The ids of the styles in which conditions leave no blank line; none where the document was not written here. */
export function fallingIn(styles: XmlPart | undefined): Set<string> {
  const named = (styles?.root.children ?? []).map((node) => ({
    id: node.attrs['w:styleId'] ?? '',
    name: childOf(node, 'w:name')?.attrs['w:val'] ?? '',
  }))
  const isOurs = named.some(({ name }) => name === styleNames.some)
  return new Set(isOurs ? named.flatMap(({ id, name }) => (fallingStyles.has(name) ? [id] : [])) : [])
}

export const styleOf = (para: XmlNode): string | undefined => {
  const format = childOf(para, 'w:pPr')
  return format && childOf(format, 'w:pStyle')?.attrs['w:val']
}

const isOn = (value: string | undefined): boolean => value !== undefined && !/^(0|false|off)$/.test(value)

function pathTo(root: XmlNode, names: readonly string[]): XmlNode | undefined {
  let node: XmlNode | undefined = root
  for (const name of names) node = node && childOf(node, name)
  return node
}

/** What a style says itself, or else the next that it is based on; remembered for every style on the way. */
export function ofStyle<T>(
  id: string,
  byId: ReadonlyMap<string, XmlNode>,
  known: Map<string, T | undefined>,
  ownOf: (style: XmlNode) => T | undefined,
): T | undefined {
  const way = new Set<string>()
  let found: T | undefined
  for (let at: string | undefined = id; at !== undefined && !way.has(at) && found === undefined;) {
    if (known.has(at)) {
      found = known.get(at)
      break
    }
    way.add(at)
    const style = byId.get(at)
    found = style && ownOf(style)
    at = style && childOf(style, 'w:basedOn')?.attrs['w:val']
  }
  for (const style of way) known.set(style, found)
  return found
}

function spaceOf(style: XmlNode): boolean | undefined {
  const format = childOf(style, 'w:pPr')
  return format && spaceIn(format)
}

function spaceIn(format: XmlNode): boolean | undefined {
  const close = childOf(format, 'w:contextualSpacing')
  if (close && isOn(close.attrs['w:val'] ?? '1')) return false
  const spacing = childOf(format, 'w:spacing')
  const { 'w:before': before, 'w:after': after, 'w:beforeAutospacing': above, 'w:afterAutospacing': below } = spacing?.attrs ?? {}
  if (isOn(above) || isOn(below)) return true
  return before === undefined && after === undefined ? undefined : Number(before ?? 0) > 0 || Number(after ?? 0) > 0
}

function isSpaced(para: XmlNode, spacing: Spacing): boolean {
  const format = childOf(para, 'w:pPr')
  const style = styleOf(para)
  return (format && spaceIn(format)) ?? (style === undefined ? undefined : spacing.styles.get(style)) ?? spacing.otherwise
}
