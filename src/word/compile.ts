// Compiles a template once: its parts are read, fields become slots, and everything that must differ from letter to letter is marked.
// What is not marked stays byte for byte as the author's Word wrote it.
import { blankCuts } from './blank.ts'
import { Book } from './book.ts'
import { weave, type Cut } from './cuts.ts'
import { guard } from './guard.ts'
import { stop } from './findings.ts'
import { idCuts, referenceCuts } from './ids.ts'
import { listCuts } from './lists.ts'
import { cleanPackage } from './cleanPackage.ts'
import { Package } from './package.ts'
import type { NotePlan, PartPlan, Piece, TemplatePlan } from './plan.ts'
import { sectionCuts } from './sections.ts'
import { slotsOf, unboundCuts, type ParaUse } from './slots.ts'
import { storiesOf } from './story.ts'
import { below, childOf, edited, type XmlNode, type XmlPart } from './xml.ts'
import type { ZipEntry } from './zipRead.ts'
import { pack as packed } from './zipWrite.ts'

/** Refuses by throwing; `index.ts` turns refusals into values. */
export function compile(bytes: Uint8Array): TemplatePlan {
  const pack = new Package(guard(bytes))
  const book = new Book()
  cleanPackage(pack, book)
  const main = pack.xml(pack.main)
  noteBookmarks(main, book)
  const cuts = storyCuts(main, book)
  const notes = notePlans(pack, book)
  const headers = headerPlans(pack, book)
  const numbering = pack.related('numbering').find((part) => part.w === main.w)
  const lists = numbering ? listCuts(main, numbering, pack.related('styles')[0], book.ids) : { cuts: [], plan: null }
  const parts = [...headers, ...notes.filter((part) => part.contents.length > 0 || part.notes.some((note) => note.referred))]
  return {
    ...{ fields: [...book.uses.values()], findings: book.findings, w: main.w, main: main.name, mapped: book.mapped },
    ...bodyPlan(main, [...cuts, ...lists.cuts]),
    ...{ ahead: 1, contents: book.contents, parts, lists: lists.plan, spaces: book.ids.spaces() },
    ...{ headerRels: headerRels(pack, parts), types: pack.text(pack.types), mainRels: mainRels(pack) },
    combinedOnly: endnotePlace(pack, book),
    statics: statics(pack, [main.name, ...parts.map((part) => part.name), lists.plan?.part ?? '']),
  }
}

/** The letter's text without its last section, that section, and what stands around them. */
function bodyPlan(main: XmlPart, cuts: readonly Cut[]): Pick<TemplatePlan, 'head' | 'body' | 'breakAt' | 'section' | 'tail' | 'blanks'> {
  const body = childOf(main.root, 'w:body') ?? stop('PART_MISSING', { detail: 'body', part: main.name })
  const final = body.children.filter((node) => node.name === 'w:sectPr').at(-1)
  const sections = sectionCuts(main, body, final)
  const all = [...cuts, ...sections.cuts]
  const pieces = weave(main.xml, body.innerStart, final ? final.start : body.innerEnd, [...all, sections.place])
  return {
    head: main.xml.slice(0, body.innerStart),
    body: pieces,
    breakAt: pieces.findIndex((piece) => typeof piece !== 'string' && piece.k === 'break'),
    section: final ? weave(main.xml, final.start, final.end, all) : [],
    tail: main.xml.slice(final ? final.end : body.innerEnd),
    blanks: sections.blanks,
  }
}

/** All cuts of one part's stories. */
function storyCuts(part: XmlPart, book: Book): Cut[] {
  const paras = new Map<XmlNode, ParaUse>()
  const places: XmlNode[] = []
  const cuts: Cut[] = []
  for (const tokens of storiesOf(part.root)) {
    const slots = slotsOf(part, tokens, book)
    cuts.push(...slots.cuts)
    places.push(...slots.places)
    for (const [para, use] of slots.paras) paras.set(para, use)
  }
  cuts.push(...unboundCuts(part, places, book))
  const passing = firstOnly(part)
  for (const node of below(part.root)) {
    cuts.push(...idCuts(part, node, book.ids), ...referenceCuts(part, node, book.ids))
    if (/^w:(ins|del|moveFrom|moveTo)$/.test(node.name)) book.find('REVISIONS', '', part.name)
    if (passing.has(node)) cuts.push({ start: node.start, end: node.end, pieces: [], wrap: (first) => [{ k: 'either', first, later: [] }] })
  }
  return book.keepBlankLines ? cuts : [...cuts, ...blankCuts(part, paras, cuts)]
}

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

function noteBookmarks(part: XmlPart, book: Book): void {
  for (const node of below(part.root)) {
    const name = node.name === 'w:bookmarkStart' ? node.attrs['w:name'] : undefined
    if (name !== undefined && name !== '_GoBack') book.ids.addBookmark(name)
  }
}

/** Headers and footers that hold fields; the others stay as they are. */
function headerPlans(pack: Package, book: Book): PartPlan[] {
  return alike(pack, book, ['header', 'footer']).flatMap((part) => {
    const before = book.contents.length
    const pieces = weave(part.xml, 0, part.xml.length, storyCuts(part, book))
    const contents = contentsIn(pieces)
    if (contents.length === 0 && book.contents.length === before) return []
    return [{ name: part.name, kind: 'header' as const, pieces, contents, notes: [], tail: '' }]
  })
}

/** Parts whose prefix for Word's elements is the letter's: values are written once for all. Others are left, and told of. */
function alike(pack: Package, book: Book, types: readonly string[]): XmlPart[] {
  const { w } = pack.xml(pack.main)
  return types
    .flatMap((type) => pack.related(type))
    .filter((part) => {
      if (part.w === w) return true
      const other = new Book()
      storyCuts(part, other)
      for (const name of other.uses.keys()) book.find('FIELD_IN_OTHER_PART', name, part.name)
      return false
    })
}

const noteKinds = { footnotes: 'footnote', endnotes: 'endnote', comments: 'comment' } as const

function notePlans(pack: Package, book: Book): PartPlan[] {
  return Object.entries(noteKinds).flatMap(([type, space]) => alike(pack, book, [type]).map((part) => notePlan(part, space, book)))
}

function notePlan(part: XmlPart, space: (typeof noteKinds)[keyof typeof noteKinds], book: Book): PartPlan {
  const notes = part.root.children.filter((node) => node.name === `w:${space}`)
  const referred = new Set(book.ids.ownOf(space))
  const cuts = [...storyCuts(part, book), ...notes.flatMap((node) => noteIdCut(part, node, space, referred, book))]
  const last = notes.at(-1)
  const end = last ? last.end : part.root.innerEnd
  const plans: NotePlan[] = notes.map((node) => {
    const id = node.attrs['w:id'] ?? ''
    return {
      id,
      referred: referred.has(id) && /^(normal)?$/.test(node.attrs['w:type'] ?? ''),
      pieces: weave(part.xml, node.start, node.end, cuts),
    }
  })
  const pieces = weave(part.xml, 0, end, cuts)
  return { name: part.name, kind: 'notes', pieces, contents: contentsIn(pieces), notes: plans, tail: part.xml.slice(end) }
}

function noteIdCut(
  part: XmlPart,
  node: XmlNode,
  space: 'footnote' | 'endnote' | 'comment',
  referred: ReadonlySet<string>,
  book: Book,
): Cut[] {
  const id = node.attrs['w:id'] ?? ''
  if (!referred.has(id)) book.ids.reserve(space, id)
  const match = referred.has(id) ? /(\s[^\s=]*id\s*=\s*["'])([^"']*)/.exec(part.xml.slice(node.start, node.innerStart)) : null
  if (!match) return []
  const start = node.start + match.index + (match[1] as string).length
  return [{ start, end: start + (match[2] as string).length, pieces: [book.ids.shared(space, id)] }]
}

function contentsIn(pieces: readonly Piece[]): number[] {
  const found = pieces.flatMap((piece): number[] => {
    if (typeof piece === 'string') return []
    if (piece.k === 'value') return [piece.content]
    if (piece.k === 'para') return contentsIn(piece.body)
    return piece.k === 'either' ? contentsIn([...piece.first, ...piece.later]) : []
  })
  return [...new Set(found)]
}

function headerRels(pack: Package, parts: readonly PartPlan[]): TemplatePlan['headerRels'] {
  return pack.relations(pack.main).flatMap((relation) => {
    const part = parts.findIndex((each) => each.kind === 'header' && each.name === relation.target)
    return part < 0 ? [] : [{ rel: relation.id, part, type: relation.node.attrs['Type'] ?? '' }]
  })
}

/** In one document for all, each letter's endnotes stand at its own end, not behind the last letter. */
function endnotePlace(pack: Package, book: Book): ZipEntry[] {
  const settings = pack.related('settings')[0]
  const notes = settings && childOf(settings.root, 'w:endnotePr')
  if (!settings || !notes || notes.selfClosing || childOf(notes, 'w:pos') || book.ids.ownOf('endnote').length === 0) return []
  const place = { start: notes.innerStart, end: notes.innerStart, text: `<${settings.w}pos ${settings.w}val="sectEnd"/>` }
  return [packed(settings.name, edited(settings.xml, [...pack.editsOf(settings), place]))]
}

const emptyRels =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

function mainRels(pack: Package): { name: string; xml: string } {
  const name = pack.relationsFile(pack.main)
  if (!pack.files.has(name)) return { name, xml: emptyRels }
  const part = pack.xml(name)
  const xml = pack.text(part)
  return { name, xml: part.root.selfClosing ? emptyRels : xml }
}

function statics(pack: Package, compiled: readonly string[]): ZipEntry[] {
  const left = new Set([...compiled, pack.types.name, pack.relationsFile(pack.main)])
  return [...pack.files.values()]
    .filter((entry) => !left.has(entry.name))
    .map((entry) => (pack.isEdited(entry.name) ? packed(entry.name, pack.text(pack.xml(entry.name))) : entry))
}
