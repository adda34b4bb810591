// The package around the letter's text: parts, content types and relations. The main part is found through its relation,
// never by its name; a part's name may be written in any case, from the root or not, with or without percent signs.
// Public source: ECMA-376 part 2, 6 (names), 6.5 (relations), 7.2 (content types).
import { kindOfPackage } from './fileKind.ts'
import { stop } from '../findings.ts'
import { decodeXml, edited, readXml, type XmlNode, type XmlPart } from './xml.ts'
import { unpack, type ZipEntry } from '../zip/zipRead.ts'

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

/** Signs of XML: in one part, and in all that are read. */
const limits = { part: 20_000_000, all: 60_000_000 }

export class Package {
  readonly files: Map<string, ZipEntry>
  readonly types: XmlPart
  readonly main: string
  private readonly parsed = new Map<string, XmlPart>()
  private readonly edits = new Map<string, Edit[]>()
  private readonly dropped = new Set<XmlNode>()
  private readonly names: Map<string, string>
  private readonly overrides: Map<string, XmlNode>
  private signs = 0

  constructor(entries: readonly ZipEntry[]) {
    this.files = new Map(entries.map((entry) => [entry.name, entry]))
    const written = entries.map(({ name }): [string, string] => [name.toLowerCase(), name])
    this.names = new Map([...written.map(([name, entry]): [string, string] => [decoded(name), entry]), ...written])
    this.types = this.xml(this.names.get('[content_types].xml') ?? '[Content_Types].xml')
    const named = this.types.root.children.filter((node) => node.name === 'ct:Override').reverse()
    this.overrides = new Map(named.map((node) => [partKey(node), node]))
    this.main = this.mainPart()
  }

  /** A part, parsed once. */
  xml(name: string): XmlPart {
    const known = this.parsed.get(name)
    if (known) return known
    const entry = this.files.get(name) ?? stop('PART_MISSING', { part: name })
    this.signs += entry.size
    if (entry.size > limits.part || this.signs > limits.all) stop('ZIP_LIMIT', { detail: 'xml', part: name })
    const part = readXml(name, decodeXml(unpack(entry), name))
    this.parsed.set(name, part)
    return part
  }

  relationsFile(source: string): string {
    const at = source.lastIndexOf('/') + 1
    const name = `${source.slice(0, at)}_rels/${source.slice(at)}.rels`
    return this.names.get(name.toLowerCase()) ?? name
  }

  /** The relations of a part, of the package itself for '', without those that were taken out. */
  relations(source: string): Relation[] {
    const file = this.relationsFile(source)
    if (!this.files.has(file)) return []
    return this.xml(file).root.children.flatMap((node) => {
      if (node.name !== 'rel:Relationship' || this.dropped.has(node)) return []
      const type = node.attrs['Type'] ?? ''
      const external = node.attrs['TargetMode']?.toLowerCase() === 'external'
      const written = node.attrs['Target'] ?? ''
      const target = external ? written : this.resolved(source, written)
      return [{ id: node.attrs['Id'] ?? '', type: type.slice(type.lastIndexOf('/') + 1), target, external, node }]
    })
  }

  related(type: string): XmlPart[] {
    const found = this.relations(this.main).filter((relation) => relation.type === type && !relation.external)
    return [...new Set(found.map((relation) => relation.target))].filter((name) => this.files.has(name)).map((name) => this.xml(name))
  }

  /** Every part that relations lead to from the package itself, which is the first, as ''. */
  reached(): string[] {
    const found = new Set([''])
    for (const source of found) {
      for (const { target, external } of this.relations(source)) if (!external && this.files.has(target)) found.add(target)
    }
    return [...found]
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

  overrideOf = (name: string): XmlNode | undefined => this.overrides.get(decoded(name.toLowerCase()))

  /** A type for a part that is not there, or a second one for the same part: Word refuses such a file. */
  idleOverrides(): XmlNode[] {
    const all = this.types.root.children.filter((node) => node.name === 'ct:Override')
    return all.filter((node) => this.overrides.get(partKey(node)) !== node || !this.files.has(this.names.get(partKey(node)) ?? ''))
  }

  /** Notes an edit of a part's source; `text()` shows the part with all its edits. */
  edit(part: XmlPart, start: number, end: number, text: string): void {
    const edits = this.edits.get(part.name)
    if (edits) edits.push({ start, end, text })
    else this.edits.set(part.name, [{ start, end, text }])
  }

  cut(part: XmlPart, node: XmlNode): void {
    this.edit(part, node.start, node.end, '')
  }

  editsOf = (part: XmlPart): readonly Edit[] => outermost(this.edits.get(part.name) ?? [])
  text = (part: XmlPart): string => edited(part.xml, this.editsOf(part))
  isEdited = (name: string): boolean => this.edits.has(name)

  dropRelation(source: string, relation: Relation): void {
    this.dropped.add(relation.node)
    this.cut(this.xml(this.relationsFile(source)), relation.node)
  }

  /** Takes out a part with its relations and what the content types say of it. */
  dropPart(name: string): void {
    const override = this.overrideOf(name)
    if (override) this.cut(this.types, override)
    this.files.delete(this.relationsFile(name))
    this.files.delete(name)
  }

  private mainPart(): string {
    const told = this.relations('').filter((relation) => relation.type === 'officeDocument' && !relation.external)
    const found = told.find((relation) => this.files.has(relation.target))
    if (found) return found.target
    const kind = kindOfPackage(this.types.xml)
    if (kind !== 'unknown') stop('NOT_DOCX_OTHER', { detail: kind })
    return stop('PART_MISSING', { detail: 'officeDocument', part: told[0]?.target ?? '_rels/.rels' })
  }

  private resolved(source: string, written: string): string {
    const target = written.replace(/[#?].*$/, '')
    if (target === '') return source
    const from = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
    const path: string[] = []
    for (const step of [...from, ...target.replaceAll('\\', '/').split('/')]) {
      if (step === '..') path.pop()
      else if (step !== '.' && step !== '') path.push(step)
    }
    const name = path.join('/')
    return this.names.get(name.toLowerCase()) ?? this.names.get(decoded(name.toLowerCase())) ?? name
  }
}

/** Without the edits that stand within another; of two at the same place, the first stays. */
function outermost(edits: readonly Edit[]): Edit[] {
  let reach = -1
  return [...edits]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .filter(({ end }) => {
      if (end <= reach) return false
      reach = end
      return true
    })
}

const partKey = (override: XmlNode) => decoded((override.attrs['PartName'] ?? '').toLowerCase()).replace(/^\//, '')

function decoded(target: string): string {
  try {
    return decodeURIComponent(target).toLowerCase()
  } catch {
    return target
  }
}
