// Compiles a template once: its parts are read, fields become slots, and everything that must differ from letter to letter is marked.
// What is not marked stays byte for byte as the author's Word wrote it.
import { headerPlans, headerRels, notePlans } from './besideBody.ts'
import { Book } from './book.ts'
import { weaver, type Cut } from './cuts.ts'
import { guard } from '../package/guard.ts'
import { skips, steps } from './forms.ts'
import { stop } from '../findings.ts'
import { listCuts } from './lists.ts'
import { cleanPackage } from '../package/cleanPackage.ts'
import { Package } from '../package/package.ts'
import { emptyRelations } from '../package/relations.ts'
import { fallingIn, spacingOf } from './paragraphs.ts'
import type { TemplatePlan } from '../plan.ts'
import { propertiesOf } from './properties.ts'
import { sectionCuts, sectionsIn } from './sections.ts'
import { bookmarksOf } from './sets.ts'
import { noteBookmarks, storyCuts, type StoryCuts } from './storyCuts.ts'
import { below, childOf, edited, type XmlNode, type XmlPart } from '../package/xml.ts'
import type { ZipEntry } from '../zip/zipRead.ts'
import { pack as packed } from '../zip/zipWrite.ts'

/** Refuses by throwing; `index.ts` turns refusals into values. */
export function compile(bytes: Uint8Array): TemplatePlan {
  const pack = new Package(guard(bytes))
  const book = new Book()
  cleanPackage(pack, book)
  const main = pack.xml(pack.main)
  const body = childOf(main.root, 'w:body') ?? stop('PART_MISSING', { detail: 'body', part: main.name })
  readAround(pack, main, body, book)
  const story = storyCuts(main, book, true)
  const notes = notePlans(pack, book)
  const headers = headerPlans(pack, book)
  const numbering = pack.related('numbering').find((part) => part.w === main.w && part.name !== main.name && !book.beside.has(part.name))
  const lists = numbering ? listCuts(main, numbering, pack.related('styles')[0], book.ids) : { cuts: [], plan: null }
  const parts = [...headers, ...notes.filter((part) => part.contents.length > 0 || part.notes.some((note) => note.referred))]
  return {
    ...{ fields: [...book.uses.values()], findings: book.findings, w: main.w, main: main.name },
    ...{ language: book.language, mapped: book.mapped },
    ...bodyPlan(main, body, story, lists.cuts, book),
    ...{ contents: book.contents, questions: [...book.questions.values()], properties: Object.fromEntries(book.properties) },
    bookmarks: bookmarksOf(
      book,
      parts.flatMap((part) => part.contents),
    ),
    ...{ parts, lists: lists.plan, spaces: book.ids.spaces() },
    ...{ headerRels: headerRels(pack, parts), types: pack.text(pack.types), mainRels: mainRels(pack) },
    combinedOnly: endnotePlace(pack, book),
    statics: statics(pack, [main.name, ...parts.map((part) => part.name), lists.plan?.part ?? '']),
  }
}

/** What the compiler must know before it reads the first field. */
function readAround(pack: Package, main: XmlPart, body: XmlNode, book: Book): void {
  const styles = pack.related('styles')[0]
  noteBookmarks(main, book)
  book.properties = propertiesOf(pack)
  book.sections = Math.max(1, sectionsIn(body).length)
  book.spacing = spacingOf(styles)
  book.falling = fallingIn(styles)
  const language = styles && [...below(styles.root)].find((node) => node.name === 'w:lang' && node.attrs['w:val'])?.attrs['w:val']
  if (language !== undefined && /^[a-z]{2,3}(-|$)/i.test(language)) book.language = language
}

type BodyPlan = Pick<TemplatePlan, 'head' | 'body' | 'breakAt' | 'ahead' | 'skips' | 'section' | 'tail' | 'blanks'>

/** So many records are looked at, at most, when a page of several leaves some out. */
const mostPassed = 200

/** The letter's text without its last section, that section, and what stands around them. */
function bodyPlan(main: XmlPart, body: XmlNode, story: StoryCuts, lists: readonly Cut[], book: Book): BodyPlan {
  const final = body.children.filter((node) => node.name === 'w:sectPr').at(-1)
  const sections = sectionCuts(main, body, final, story.rebuilt)
  book.carrier = sections.carrier
  const weave = weaver(main.xml, [...story.cuts, ...lists, ...sections.cuts, sections.place])
  const pieces = weave(body.innerStart, final ? final.start : body.innerEnd)
  const [leavesOut, moves] = [skips(pieces), steps(pieces)]
  return {
    head: main.xml.slice(0, body.innerStart),
    body: pieces,
    breakAt: pieces.findIndex((piece) => typeof piece !== 'string' && piece.k === 'break'),
    ahead: 1 + moves + (leavesOut && moves > 0 ? mostPassed : 0),
    skips: leavesOut,
    section: final ? weave(final.start, final.end).filter((piece) => typeof piece === 'string' || piece.k !== 'break') : [],
    tail: main.xml.slice(final ? final.end : body.innerEnd),
    blanks: sections.blanks,
  }
}

/** What stands behind the notes in the order of settings that Word insists on. */
const behindNotes =
  /^(w:(compat|docVars|rsids|attachedSchema|themeFontLang|clrSchemeMapping|doNotIncludeSubdocsInStats|doNotAutoCompressPictures|forceUpgrade|captions|readModeInkLockDown|smartTagType|schemaLibrary|shapeDefaults|doNotEmbedSmartTags|decimalSymbol|listSeparator)|w1[45]:.*|\?.*)$/

/** In one document for all, each letter's endnotes stand at its own end, not behind the last letter. */
function endnotePlace(pack: Package, book: Book): ZipEntry[] {
  const settings = pack.related('settings')[0]
  if (!settings || settings.root.selfClosing || book.ids.ownOf('endnote').length === 0) return []
  const { w, root } = settings
  const notes = childOf(root, 'w:endnotePr')
  if (notes && childOf(notes, 'w:pos')) return []
  const pos = `<${w}pos ${w}val="sectEnd"/>`
  const whole = `<${w}endnotePr>${pos}</${w}endnotePr>`
  const behind = root.children.find((node) => behindNotes.test(node.name))?.start ?? root.innerEnd
  const place = !notes
    ? { start: behind, end: behind, text: whole }
    : notes.selfClosing
      ? { start: notes.start, end: notes.end, text: whole }
      : { start: notes.innerStart, end: notes.innerStart, text: pos }
  return [packed(settings.name, edited(settings.xml, [...pack.editsOf(settings), place]))]
}

function mainRels(pack: Package): { name: string; xml: string } {
  const name = pack.relationsFile(pack.main)
  if (!pack.files.has(name)) return { name, xml: emptyRelations }
  const part = pack.xml(name)
  const xml = pack.text(part)
  return { name, xml: part.root.selfClosing ? emptyRelations : xml }
}

function statics(pack: Package, compiled: readonly string[]): ZipEntry[] {
  const left = new Set([...compiled, pack.types.name, pack.relationsFile(pack.main)])
  return [...pack.files.values()]
    .filter((entry) => !left.has(entry.name))
    .map((entry) => (pack.isEdited(entry.name) ? packed(entry.name, pack.text(pack.xml(entry.name))) : entry))
}
