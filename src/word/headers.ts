// Headers and footers with fields: each letter gets its own part, with its own relations so that the logo stays.
// Letters with the same values share one; a sender's name in the header costs one part, not a thousand.
import { emit, newLetter, type Letter, type LetterValues } from './emit.ts'
import { shown } from './letter.ts'
import { newPace } from './pace.ts'
import type { PartPlan, TemplatePlan } from './plan.ts'
import { blankRel } from './sections.ts'
import { escapeXml } from './text.ts'
import type { ZipEntry } from './zipRead.ts'
import { pack } from './zipWrite.ts'

export interface HeaderSet {
  types: string
  rels: string
  entries: ZipEntry[]
  relsOf(letter: number): ReadonlyMap<string, string> | null
}

interface Additions {
  types: string
  rels: string
  entries: ZipEntry[]
  names: Set<string>
}

const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
const wordNames = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const partType = (kind: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${kind}+xml`

export async function letterHeaders(plan: TemplatePlan, letters: readonly LetterValues[], stopped?: () => boolean): Promise<HeaderSet> {
  const added: Additions = { types: '', rels: '', entries: [], names: new Set() }
  const perLetter: ReadonlyMap<string, string>[] = []
  const known = new Map<string, string>()
  const pace = newPace(stopped ? { stopped } : {}, letters.length)
  for (const [number, values] of plan.headerRels.length > 0 ? letters.entries() : []) {
    perLetter.push(letterRels(plan, values, number, known, added))
    await pace(number + 1)
  }
  if (letters.length > 1) for (const kind of ['header', 'footer'] as const) if (plan.blanks[kind]) addBlank(plan, kind, added)
  return {
    types: beforeEnd(plan.types, added.types),
    rels: beforeEnd(plan.mainRels.xml, added.rels),
    entries: added.entries,
    relsOf: (letter) => perLetter[letter] ?? null,
  }
}

const beforeEnd = (xml: string, text: string): string => {
  const at = xml.lastIndexOf('</')
  return xml.slice(0, at) + text + xml.slice(at)
}

function letterRels(
  plan: TemplatePlan,
  values: LetterValues,
  number: number,
  known: Map<string, string>,
  added: Additions,
): ReadonlyMap<string, string> {
  const letter = newLetter(plan, values)
  return new Map(
    plan.headerRels.map(({ rel, part, type }) => {
      const source = plan.parts[part] as PartPlan
      const key = JSON.stringify([rel, source.contents.map((content) => shown(letter, content).inner)])
      const id = known.get(key) ?? (number === 0 ? rel : `${rel}_${number + 1}`)
      if (!known.has(key)) {
        known.set(key, id)
        if (number === 0) addEntry(added, source.name, () => emit(source.pieces, letter) + source.tail)
        else addPart(plan, source, letter, { id, type, number }, added)
      }
      return [rel, id]
    }),
  )
}

/** A part that is related to twice is written once. */
function addEntry(added: Additions, name: string, xml: () => string): boolean {
  if (added.names.has(name)) return false
  added.names.add(name)
  added.entries.push(pack(name, xml()))
  return true
}

function addPart(
  plan: TemplatePlan,
  source: PartPlan,
  letter: Letter,
  as: { id: string; type: string; number: number },
  added: Additions,
): void {
  const name = numbered(source.name, as.number + 1)
  added.rels += `<Relationship Id="${escapeXml(as.id)}" Type="${escapeXml(as.type)}" Target="/${escapeXml(name)}"/>`
  if (!addEntry(added, name, () => emit(source.pieces, letter) + source.tail)) return
  const kind = as.type.endsWith('/footer') ? 'footer' : 'header'
  added.types += `<Override PartName="/${escapeXml(name)}" ContentType="${partType(kind)}"/>`
  const rels = plan.statics.find((entry) => entry.name.toLowerCase() === relsName(source.name).toLowerCase())
  if (rels) added.entries.push({ ...rels, name: relsName(name) })
}

function numbered(name: string, letter: number): string {
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}_${letter}${name.slice(dot)}`
}

const relsName = (name: string): string => name.replace(/([^/]*)$/, '_rels/$1.rels')

/** An empty header or footer, against inheriting the one of the letter before. */
function addBlank(plan: TemplatePlan, kind: 'header' | 'footer', added: Additions): void {
  const folder = plan.main.slice(0, plan.main.lastIndexOf('/') + 1)
  const name = `${folder}${blankRel[kind]}.xml`
  const tag = kind === 'header' ? 'hdr' : 'ftr'
  added.rels += `<Relationship Id="${blankRel[kind]}" Type="${office}${kind}" Target="/${name}"/>`
  added.types += `<Override PartName="/${name}" ContentType="${partType(kind)}"/>`
  const xml = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${tag} xmlns:w="${wordNames}"><w:p/></w:${tag}>`
  added.entries.push(pack(name, xml))
}
