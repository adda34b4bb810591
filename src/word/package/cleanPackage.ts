// Takes out of a template what must not go into letters: Word's own data source and the path to it, macros, signatures,
// a template elsewhere, relations to nothing. What stays and is worth knowing of is listed.
import type { Book } from '../compile/book.ts'
import { escapeXml } from '../emit/text.ts'
import { kindOfPackage } from './fileKind.ts'
import { stop } from '../findings.ts'
import { cleanSettings, mergeRelations } from './cleanSettings.ts'
import { wordType, type Package, type Relation } from './package.ts'
import { below, sliceOf } from './xml.ts'

export function cleanPackage(pack: Package, book: Book): void {
  documentType(pack, book)
  const reached = pack.reached()
  cleanSettings(pack, reached, book)
  dropMacros(pack, reached, book)
  dropSignatures(pack, book)
  for (const source of pack.reached()) {
    let spoken: ReadonlySet<string> | undefined
    const isSpoken = (id: string) => (spoken ??= spokenIn(pack, source)).has(id)
    for (const relation of pack.relations(source)) lookAt(pack, source, relation, isSpoken, book)
  }
  dropUnreached(pack, reached)
  for (const node of pack.idleOverrides()) pack.cut(pack.types, node)
}

/** Templates and documents with macros carry another content type; Word refuses it in a file that ends in .docx. */
function documentType(pack: Package, book: Book): void {
  const { root, xml } = pack.xml(pack.main)
  if (xml.slice(root.start, root.innerStart).includes('http://purl.oclc.org/ooxml/wordprocessingml')) book.find('STRICT', '', pack.main)
  const type = pack.contentType(pack.main)
  if (type === `${wordType}document.main+xml`) return
  if (!/wordprocessingml|ms-word/i.test(type)) stop('NOT_DOCX_OTHER', { detail: kindOfPackage(type) })
  if (/template/i.test(type)) book.find('DOTX', type, pack.main)
  const override = pack.overrideOf(pack.main)
  const text = `<${pack.types.root.tag.replace(/[^:]*$/, 'Override')} PartName="/${escapeXml(pack.main)}" ContentType="${wordType}document.main+xml"/>`
  if (override) pack.edit(pack.types, override.start, override.end, text)
  else pack.edit(pack.types, pack.types.root.innerEnd, pack.types.root.innerEnd, text)
}

const isMacro = (type: string) => /^(vbaProject|wordVbaData|vbaProjectSignature\w*)$/.test(type)
/** Keys and buttons that may start macros. */
const startsMacro = new Set(['keyMapCustomizations', 'extensibility', 'userCustomization'])

function dropMacros(pack: Package, reached: readonly string[], book: Book): void {
  const all = reached.flatMap((source) => pack.relations(source).map((relation) => ({ source, relation })))
  const hidden = [...pack.files.keys()].filter((name) => !reached.includes(name) && /\.vba(Project|Data)/i.test(pack.contentType(name)))
  for (const name of hidden) pack.dropPart(name)
  const macros = all.filter(({ relation }) => isMacro(relation.type))
  if (macros.length + hidden.length === 0) return
  for (const { source, relation } of all) if (isMacro(relation.type) || startsMacro.has(relation.type)) pack.dropRelation(source, relation)
  book.find('DOCM_MACROS', macros[0]?.relation.target ?? hidden[0] ?? '', pack.main)
}

function dropSignatures(pack: Package, book: Book): void {
  for (const relation of pack.relations('')) {
    if (!relation.node.attrs['Type']?.endsWith('/digital-signature/origin')) continue
    pack.dropRelation('', relation)
    book.find('SIGNED', relation.target, '_rels/.rels')
  }
}

/** Links to pages are the letter's own; pictures, objects and documents from elsewhere are worth knowing of. */
function lookAt(pack: Package, source: string, relation: Relation, isSpoken: (id: string) => boolean, book: Book): void {
  const { type, target, external } = relation
  if (mergeRelations.has(type)) pack.dropRelation(source, relation)
  else if (type === 'aFChunk') book.find('ALT_CHUNK', target, source)
  else if (external && type === 'hyperlink') {
    if (/^(file:|\\\\|[a-z]:[\\/])/i.test(target)) book.find('EXTERNAL_REL', 'hyperlinkFile', source)
  } else if (external) book.find('EXTERNAL_REL', type, source)
  else if (!pack.files.has(target)) {
    // A relation that leads nowhere goes when nothing in its part speaks of it.
    book.find('REL_DANGLING', type, source)
    if (!isSpoken(relation.id)) pack.dropRelation(source, relation)
  }
}

/** The ids of a part's relations that stand in it as an attribute's value. */
function spokenIn(pack: Package, source: string): ReadonlySet<string> {
  const spoken = new Set<string>()
  if (source === '' || !/\.(xml|rels)$/i.test(source)) return spoken
  const ids = new Set(pack.relations(source).map(({ id }) => id))
  for (const node of below(pack.xml(source).root)) {
    for (const value of Object.values(node.attrs)) if (ids.has(value)) spoken.add(value)
  }
  return spoken
}

/** Parts that were reached only through what has been taken out; and the kinds of file that came with them. */
function dropUnreached(pack: Package, before: readonly string[]): void {
  const now = new Set(pack.reached())
  const gone = before.filter((name) => !now.has(name))
  for (const name of gone) pack.dropPart(name)
  if (!gone.some((name) => /vbaProject/i.test(pack.contentType(name)))) return
  const left = new Set([...pack.files.keys()].map((name) => name.slice(name.lastIndexOf('.') + 1).toLowerCase()))
  for (const node of pack.types.root.children) {
    const ofMacros = node.name === 'ct:Default' && /vbaProject/i.test(sliceOf(pack.types, node))
    if (ofMacros && !left.has(node.attrs['Extension']?.toLowerCase() ?? '')) pack.cut(pack.types, node)
  }
}
