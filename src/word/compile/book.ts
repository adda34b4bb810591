// The compiler's notebook: what one pass over a template collects, across all its parts.
import type { Atom } from './atoms.ts'
import type { Finding, FindingCode, FieldUse } from '../findings.ts'
import { Ids } from './ids.ts'
import type { Content, Question } from '../plan.ts'
import type { StandardName } from '../standardNames.ts'
import type { Token } from './story.ts'
import type { XmlNode, XmlPart } from '../package/xml.ts'

/** What stands at a bookmark. */
export interface Marked {
  part: XmlPart
  tokens: readonly Token[]
  /** Nothing where it cannot be told as words of one paragraph. */
  atoms: Atom[] | null
  /** Whether merge fields stand in it. */
  merges: boolean
}

/** What a template says about space between paragraphs: by paragraph style, and of those without. */
export interface Spacing {
  styles: Map<string, boolean>
  otherwise: boolean
}

export class Book {
  readonly ids = new Ids()
  /** What stands at the body's bookmarks, by their names in lower case. */
  readonly marked = new Map<string, Marked>()
  readonly contents: Content[] = []
  readonly uses = new Map<string, FieldUse>()
  readonly findings: Finding[] = []
  /** Bookmarks that a SET or an ASK gives words, by their names in lower case, with what they have before that. */
  readonly sets = new Map<string, string>()
  readonly questions = new Map<string, Question>()
  /** Bookmarks whose words are being read: none is read within itself. */
  readonly reading = new Set<Marked>()
  /** What the document says of itself, by names in lower case. */
  properties: ReadonlyMap<string, string> = new Map()
  /** Parts beside the body that were read. */
  readonly beside = new Set<string>()
  /** Word leaves out lines of empty fields unless the template says not to. */
  keepBlankLines = false
  /** Paragraph styles in which a condition that shows nothing leaves no line: of documents written here. */
  falling: ReadonlySet<string> = new Set()
  /** Which column of its list stood for which of Word's own names, by the template's settings. */
  mapped: Partial<Record<StandardName, string>> = {}

  /** Sections of a letter; whether page counts were marked; what the styles say of space; the paragraph that a letter's break stands in. */
  sections = 1
  /** The template's own, a BCP 47 tag. */
  language = 'en'
  counts = false
  /** How often a picture is asked for by a field. */
  pictures = 0
  spacing: Spacing = { styles: new Map(), otherwise: false }
  carrier: XmlNode | null = null

  /** The number of what a field stands for with its format; the same is computed once per letter. */
  content(content: Content): number {
    const key = JSON.stringify(content)
    const known = this.contentIndex.get(key) ?? this.contents.push(content) - 1
    this.contentIndex.set(key, known)
    return known
  }

  /** @param list whose entries the field speaks of */
  use(name: string, part: string, list?: string, image = false): void {
    if (image) this.pictures++
    const key = list === undefined && !image ? name : JSON.stringify([list, name, image])
    const known = this.uses.get(key)
    if (known) known.count++
    else this.uses.set(key, { name, count: 1, part, ...(list !== undefined && { list }), ...(image && { image }) })
  }

  /** The same finding twice is said once. */
  find(code: FindingCode, detail: string, part: string, where = '', more: Pick<Finding, 'letters'> = {}): void {
    const key = JSON.stringify([code, detail, part])
    if (this.found.has(key)) return
    this.found.add(key)
    this.findings.push({ code, detail, part, ...more, ...(where && { where }) })
  }

  private readonly found = new Set<string>()

  private readonly contentIndex = new Map<string, number>()
}
