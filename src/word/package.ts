// The package around the letter's text: parts, content types and relations. The main part is found through its relation,
// never by its name. Word's own data source, macros, signatures and far templates are taken out here.
import type { Book } from './book.ts'
import { stop } from './findings.ts'
import { below, childOf, decodeXml, edited, readXml, type XmlNode, type XmlPart } from './xml.ts'
import { unpack, type ZipEntry } from './zipRead.ts'

export interface Relation {
  id: string
  /** The last word of its type: `header`, `image`, `mailMergeSource`, … */
  type: string
  /** A part's name, or an address outside. */
  target: string
  external: boolean
  node: XmlNode
}

interface Edit {
  start: number
  end: number
  text: string
}

export const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.'

export class Package {
  readonly files: Map<string, ZipEntry>
  readonly types: XmlPart
  readonly main: string
  private readonly parsed = new Map<string, XmlPart>()
  private readonly edits = new Map<string, Edit[]>()
  private readonly names: Map<string, string>

  constructor(entries: readonly ZipEntry[]) {
    this.files = new Map(entries.map((entry) => [entry.name, entry]))
    this.names = new Map(entries.map((entry) => [entry.name.toLowerCase(), entry.name]))
    this.types = this.xml(this.names.get('[content_types].xml') ?? '[Content_Types].xml')
    const main = this.relations('').find((relation) => relation.type === 'officeDocument')
    this.main = main && this.files.has(main.target) ? main.target : stop('PART_MISSING', { detail: 'officeDocument', part: '_rels/.rels' })
  }

  /** A part, parsed once. */
  xml(name: string): XmlPart {
    const known = this.parsed.get(name)
    if (known) return known
    const entry = this.files.get(name)
    if (!entry) stop('PART_MISSING', { part: name })
    const part = readXml(name, decodeXml(unpack(entry)))
    this.parsed.set(name, part)
    return part
  }

  relationsFile(source: string): string {
    const at = source.lastIndexOf('/') + 1
    const name = `${source.slice(0, at)}_rels/${source.slice(at)}.rels`
    return this.names.get(name.toLowerCase()) ?? name
  }

  /** The relations of a part; of the package itself for ''. */
  relations(source: string): Relation[] {
    const file = this.relationsFile(source)
    if (!this.files.has(file)) return []
    return this.xml(file).root.children.flatMap((node) => {
      if (node.name !== 'rel:Relationship') return []
      const type = node.attrs['Type'] ?? ''
      const external = node.attrs['TargetMode'] === 'External'
      const written = node.attrs['Target'] ?? ''
      const target = external ? written : this.resolved(source, written)
      return [{ id: node.attrs['Id'] ?? '', type: type.slice(type.lastIndexOf('/') + 1), target, external, node }]
    })
  }

  related(type: string): XmlPart[] {
    const found = this.relations(this.main).filter((relation) => relation.type === type && !relation.external)
    return [...new Set(found.map((relation) => relation.target))].filter((name) => this.files.has(name)).map((name) => this.xml(name))
  }

  contentType(name: string): string {
    const override = this.overrideOf(name)
    if (override) return override.attrs['ContentType'] ?? ''
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
    const usual = this.types.root.children.find(
      (node) => node.name === 'ct:Default' && node.attrs['Extension']?.toLowerCase() === extension,
    )
    return usual?.attrs['ContentType'] ?? ''
  }

  overrideOf(name: string): XmlNode | undefined {
    const wanted = `/${name}`.toLowerCase()
    return this.types.root.children.find((node) => node.name === 'ct:Override' && node.attrs['PartName']?.toLowerCase() === wanted)
  }

  /** Notes an edit of a part's source; `text()` shows the part with all its edits. */
  edit(part: XmlPart, start: number, end: number, text: string): void {
    const edits = this.edits.get(part.name) ?? []
    if (edits.some((edit) => edit.start <= start && end <= edit.end)) return
    this.edits.set(part.name, [...edits.filter((edit) => edit.start < start || end < edit.end), { start, end, text }])
  }

  cut(part: XmlPart, node: XmlNode): void {
    this.edit(part, node.start, node.end, '')
  }

  editsOf = (part: XmlPart): readonly Edit[] => this.edits.get(part.name) ?? []
  text = (part: XmlPart): string => edited(part.xml, this.editsOf(part))
  isEdited = (name: string): boolean => this.edits.has(name)

  dropRelation(source: string, relation: Relation): void {
    this.cut(this.xml(this.relationsFile(source)), relation.node)
  }

  /** Takes out a part with its relations and what the content types say of it. */
  dropPart(name: string): void {
    const override = this.overrideOf(name)
    if (override) this.cut(this.types, override)
    this.files.delete(this.relationsFile(name))
    this.files.delete(name)
  }

  private resolved(source: string, target: string): string {
    const from = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
    const path: string[] = []
    for (const step of [...from, ...decoded(target).split('/')]) {
      if (step === '..') path.pop()
      else if (step !== '.' && step !== '') path.push(step)
    }
    const name = path.join('/')
    return this.names.get(name.toLowerCase()) ?? name
  }
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** Takes out what must not go into letters and says so. */
export function cleanPackage(pack: Package, book: Book): void {
  documentType(pack, book)
  for (const settings of pack.related('settings')) cleanSettings(pack, settings, book)
  dropMacros(pack, book)
  dropSignatures(pack, book)
  for (const name of [pack.main, ...pack.relations(pack.main).map((relation) => relation.target)]) reportExternal(pack, name, book)
}

/** Templates and documents with macros carry another content type; Word refuses it in a file that ends in .docx. */
function documentType(pack: Package, book: Book): void {
  const type = pack.contentType(pack.main)
  if (type === `${wordType}document.main+xml`) return
  if (!/wordprocessingml|ms-word/.test(type)) stop('NOT_DOCX_OTHER', { detail: type })
  if (/template/i.test(type)) book.find('DOTX', type, pack.main)
  const override = pack.overrideOf(pack.main)
  const text = `<Override PartName="/${pack.main}" ContentType="${wordType}document.main+xml"/>`
  if (override) pack.edit(pack.types, override.start, override.end, text)
  else pack.edit(pack.types, pack.types.root.innerEnd, pack.types.root.innerEnd, text)
}

const mergeRelations = new Set(['mailMergeSource', 'mailMergeHeaderSource', 'recipientData'])

function cleanSettings(pack: Package, settings: XmlPart, book: Book): void {
  const merge = childOf(settings.root, 'w:mailMerge')
  const blank = merge && childOf(merge, 'w:doNotSuppressBlankLines')
  book.keepBlankLines = blank !== undefined && !/^(0|false|off)$/.test(blank.attrs['w:val'] ?? '')
  if (merge) pack.cut(settings, merge)
  for (const relation of pack.relations(settings.name)) {
    const far = relation.type === 'attachedTemplate' && relation.external
    if (!mergeRelations.has(relation.type) && !far) continue
    pack.dropRelation(settings.name, relation)
    if (!relation.external) pack.dropPart(relation.target)
    book.find(far ? 'EXTERNAL_REL' : 'MAIL_MERGE_SOURCE', far ? 'attachedTemplate' : relation.type, settings.name)
    for (const node of below(settings.root)) if (node.attrs['r:id'] === relation.id) pack.cut(settings, node)
  }
  if (merge) book.find('MAIL_MERGE_SOURCE', 'settings', settings.name)
  const protection = childOf(settings.root, 'w:documentProtection')
  if (protection && !/^(0|false|off)$/.test(protection.attrs['w:enforcement'] ?? '0')) {
    book.find('PROTECTED', protection.attrs['w:edit'] ?? '', settings.name)
  }
}

function dropMacros(pack: Package, book: Book): void {
  for (const relation of pack.relations(pack.main)) {
    if (relation.type !== 'vbaProject' || relation.external) continue
    for (const data of pack.relations(relation.target)) if (!data.external) pack.dropPart(data.target)
    pack.dropRelation(pack.main, relation)
    pack.dropPart(relation.target)
    book.find('DOCM_MACROS', relation.target, pack.main)
  }
}

function dropSignatures(pack: Package, book: Book): void {
  const origin = pack.relations('').find((relation) => relation.node.attrs['Type']?.endsWith('/digital-signature/origin'))
  if (!origin) return
  for (const signature of pack.relations(origin.target)) if (!signature.external) pack.dropPart(signature.target)
  pack.dropRelation('', origin)
  pack.dropPart(origin.target)
  book.find('SIGNED', origin.target, '_rels/.rels')
}

/** Links to pages are the letter's own; pictures, objects and documents from elsewhere are worth knowing of. */
function reportExternal(pack: Package, source: string, book: Book): void {
  if (!pack.files.has(source)) return
  for (const relation of pack.relations(source)) {
    const known = relation.type === 'hyperlink' || relation.type === 'attachedTemplate' || mergeRelations.has(relation.type)
    if (relation.external && !known) book.find('EXTERNAL_REL', relation.type, source)
  }
}
