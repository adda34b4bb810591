// Headers and footers with fields: a part for each different text, with relations of its own so that the logo stays.
// Letters whose headers read the same share one; a sender's name in the header costs one part, not a thousand.
import { emit, type Letter } from '../emit/emit.ts'
import type { PartPlan, Piece, TemplatePlan } from '../plan.ts'
import { blankRel } from '../compile/sections.ts'
import { escapeXml } from '../emit/text.ts'
import { beforeEnd, emptyRelations } from '../package/relations.ts'
import { spacesOfHead, spacesOfRelations } from '../package/spaces.ts'
import { decodeXml } from '../package/xml.ts'
import { unpack } from '../zip/zipRead.ts'
import { pack, ZipStretch } from '../zip/zipWrite.ts'
import { Pictures, type PartPictures } from './pictures.ts'

const partType = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`

/** So many different texts of a header are remembered: enough for senders and regions, and no burden where all differ. */
const remembered = 200

/** One header or footer of the template: its texts so far, and what the parts made of it are called. */
interface Source {
  plan: PartPlan
  uses: { rel: string; type: string }[]
  /** Before the number of a further part, in its name; free in the template. */
  stem: string
  ending: string
  /** By text, the number of the part that holds it; from 1, which is the template's own. */
  known: Map<string, number>
  count: number
  follows?: boolean
}

export class Headers {
  private types = ''
  private rels = ''
  readonly files = new ZipStretch()
  /** Relations of headers that have more of them than in the template, by their names in lower case: the template's own are left out. */
  readonly replaced = new Set<string>()
  /** Pictures by field that the text shows. */
  readonly text: PartPictures
  private readonly pictures: Pictures
  private readonly plan: TemplatePlan
  private readonly sources: Source[]
  private readonly relMark: string
  private inText: ReadonlySet<string> | undefined

  constructor(plan: TemplatePlan) {
    this.plan = plan
    this.relMark = markFor(plan)
    this.pictures = new Pictures(plan, (file) => this.files.add(file))
    this.text = this.pictures.part()
    const parts = [...new Set(plan.headerRels.map(({ part }) => part))]
    this.sources = parts.map((part) => sourceOf(plan, part))
  }

  /** The relation ids of a letter's headers; before its body is emitted. */
  relsOf(letter: Letter): ReadonlyMap<string, string> | null {
    if (this.sources.length === 0) return null
    const rels = new Map<string, string>()
    for (const source of this.sources) {
      const pictures = this.pictures.part()
      const text = headerText(source.plan, letter, this.follows(source, letter) ? letter.number : 0, pictures)
      const number = this.partOf(source, text, pictures.rels)
      for (const { rel } of source.uses) rels.set(rel, this.relId(rel, number))
    }
    return rels
  }

  /** Whether a header refers to a bookmark of the text, which is each letter's own. */
  private follows(source: Source, letter: Letter): boolean {
    if (letter.number === 0) return false
    const marks = (this.inText ??= new Set(namesIn(this.plan.body)))
    return (source.follows ??= namesIn(source.plan.pieces).some((name) => marks.has(name)))
  }

  /** Empty ones, against inheriting those of the letter before. */
  addBlanks(): void {
    for (const kind of ['header', 'footer'] as const) if (this.plan.blanks[kind]) this.addBlank(kind)
  }

  private partOf(source: Source, text: string, pictures: string): number {
    const known = source.known.get(text)
    if (known !== undefined) return known
    const number = ++source.count
    const [oldest] = source.known.keys()
    if (source.known.size >= remembered && oldest !== undefined) source.known.delete(oldest)
    source.known.set(text, number)
    this.files.add(pack(number === 1 ? source.plan.name : source.stem + number + source.ending, text))
    if (number > 1) this.relate(source, number)
    this.addRelations(source, number, pictures)
    return number
  }

  /** A header's own relations: the template's, and those of the pictures that it shows. */
  private addRelations(source: Source, number: number, pictures: string): void {
    const own = relsName(source.plan.name).toLowerCase()
    const rels = this.plan.statics.find((entry) => entry.name.toLowerCase() === own)
    const name = number === 1 ? (rels?.name ?? relsName(source.plan.name)) : relsName(source.stem + number + source.ending)
    if (pictures !== '') {
      if (number === 1) this.replaced.add(own)
      this.files.add(pack(name, beforeEnd(rels ? decodeXml(unpack(rels), rels.name) : emptyRelations, pictures)))
    } else if (rels && number > 1) this.files.add({ ...rels, name })
  }

  /** To be added to the content types and to the main part's relations, pictures included. */
  added(): { types: string; rels: string } {
    return { types: this.types + this.pictures.types, rels: this.rels + this.text.rels }
  }

  /** Whether a letter may differ from the others in what stands before its text. */
  isPictured = (): boolean => this.pictures.types !== ''

  private relate(source: Source, number: number): void {
    const name = source.stem + number + source.ending
    for (const { rel, type } of source.uses) {
      const id = escapeXml(this.relId(rel, number))
      this.rels += `<Relationship Id="${id}" Type="${escapeXml(type)}" Target="/${escapeXml(name)}"/>`
    }
    const kind = source.uses[0]?.type.endsWith('/footer') ? 'footer' : 'header'
    this.types += `<Override PartName="/${escapeXml(name)}" ContentType="${partType(kind)}"/>`
  }

  private readonly relId = (rel: string, number: number): string => (number === 1 ? rel : rel + this.relMark + number)

  private addBlank(kind: 'header' | 'footer'): void {
    // A template that was itself made here may have it.
    if (this.plan.mainRels.xml.includes(`"${blankRel[kind]}"`)) return
    const folder = this.plan.main.slice(0, this.plan.main.lastIndexOf('/') + 1)
    const name = `${folder}${blankRel[kind]}.xml`
    const tag = kind === 'header' ? 'hdr' : 'ftr'
    this.rels += `<Relationship Id="${blankRel[kind]}" Type="${spacesOfRelations(this.plan.mainRels.xml).office}/${kind}" Target="/${escapeXml(name)}"/>`
    this.types += `<Override PartName="/${escapeXml(name)}" ContentType="${partType(kind)}"/>`
    const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${tag} xmlns:w="${spacesOfHead(this.plan.head).word}"><w:p/></w:${tag}>`
    this.files.add(pack(name, xml))
  }
}

function sourceOf(plan: TemplatePlan, part: number): Source {
  const own = plan.parts[part] as PartPlan
  const dot = own.name.lastIndexOf('.')
  const ending = dot > own.name.lastIndexOf('/') ? own.name.slice(dot) : ''
  const taken = [...plan.statics, ...plan.parts].map(({ name }) => name.toLowerCase())
  let stem = `${own.name.slice(0, own.name.length - ending.length)}_`
  while (taken.some((name) => name.startsWith(stem.toLowerCase()))) stem += '_'
  const uses = plan.headerRels.filter((each) => each.part === part)
  return { plan: own, uses, stem, ending, known: new Map(), count: 0 }
}

/** What stands between a relation's id and the number of a further part: no id of the template has it. */
function markFor(plan: TemplatePlan): string {
  let mark = '_'
  while (plan.headerRels.some(({ rel }) => plan.mainRels.xml.includes(rel + mark))) mark += '_'
  return mark
}

/**
 * The drawings and bookmarks of a header keep the template's numbers: they stand in a part of their own, and texts can be the same.
 * @param number of the letter whose bookmarks are meant; from 0
 */
function headerText(part: PartPlan, letter: Letter, number: number, pictures: PartPictures): string {
  const alone: Letter = { ...letter, number, pictures }
  const text = emit(part.pieces, alone) + part.tail
  letter.cleaned = alone.cleaned
  return text
}

/** The names of bookmarks and shapes in some pieces, wherever they stand. */
const namesIn = (pieces: readonly Piece[]): string[] =>
  [...JSON.stringify(pieces).matchAll(/\{"k":"name","name":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')

const relsName = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels')
