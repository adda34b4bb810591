// Mends what is wrong with the fields of a template, in the template itself: names that nobody knows get the right one, what Word has split
// over several runs stands in one again, braces of the keyboard become fields. All else stays byte for byte.
import { joinedBytes } from '../../base/bytes.ts'
import { findFields } from '../compile/fields.ts'
import { findPlaceholders } from '../compile/placeholders.ts'
import { storiesOf, type Token } from '../compile/story.ts'
import { guard } from '../package/guard.ts'
import { Package } from '../package/package.ts'
import { edited, isTwin, type XmlPart } from '../package/xml.ts'
import { pack, ZipStretch } from '../zip/zipWrite.ts'
import type { Edit, Mend, RepairKind } from './mend.ts'
import { mendField } from './mendField.ts'
import { mendSigns, typedSigns, type Names } from './mendSigns.ts'
import { mendTyped } from './mendTyped.ts'

export type { RepairKind } from './mend.ts'
export type { Names } from './mendSigns.ts'

export interface Repair {
  kind: RepairKind
  was: string
  becomes: string
  part: string
}

export interface Repaired {
  /** The same file where there was nothing to mend. */
  bytes: Uint8Array<ArrayBuffer>
  repairs: Repair[]
}

/** Parts that hold words, by the relation that leads to them. */
const besides = ['header', 'footer', 'footnotes', 'endnotes', 'comments']

/** Refuses by throwing; `index.ts` turns refusals into values. */
export function repair(bytes: Uint8Array, names: Names): Repaired {
  const whole = new Package(guard(bytes))
  const repairs: Repair[] = []
  const written = new Map<string, string>()
  for (const part of new Set([whole.xml(whole.main), ...besides.flatMap((type) => whole.related(type))])) {
    const edits: Edit[] = []
    for (const tokens of storiesOf(part.root)) {
      const first = tokens[0]
      for (const { edits: its, ...told } of mendsIn(part, tokens, names)) {
        edits.push(...its)
        // A text box stands twice in the file; what is in it is told once.
        if (!first || !isTwin(first.node)) repairs.push({ ...told, part: part.name })
      }
    }
    if (edits.length > 0) written.set(part.name, edited(part.xml, eachOnce(edits)))
  }
  if (written.size === 0) return { bytes: new Uint8Array(bytes), repairs }
  const files = new ZipStretch()
  for (const entry of whole.files.values()) {
    const xml = written.get(entry.name)
    files.add(xml === undefined ? entry : pack(entry.name, xml))
  }
  return { bytes: joinedBytes([...files.pieces, files.directory.end(files.size)]), repairs }
}

/** Two fields in one text both say that its blanks stay. */
const eachOnce = (edits: readonly Edit[]): Edit[] => [
  ...new Map(edits.map((edit) => [`${edit.start} ${edit.end} ${edit.text}`, edit])).values(),
]

function mendsIn(part: XmlPart, tokens: readonly Token[], names: Names): Mend[] {
  const { fields } = findFields(tokens)
  const taken = new Set<number>()
  for (const { from, to } of fields) for (let at = from; at <= to; at++) taken.add(at)
  const typed = findPlaceholders(part, tokens, (at) => taken.has(at), typedSigns).flatMap((found) => {
    const meant = mendSigns(found.name, names, found.tokens.length > 1)
    return meant ? [mendTyped(part, tokens, found, meant)] : []
  })
  return [...fields.flatMap((field) => mendField(part, tokens, field, names)), ...typed]
}
