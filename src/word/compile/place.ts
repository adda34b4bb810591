// The place where a story's fields are being compiled: its tokens, and what has been found in it so far.
import type { Book } from './book.ts'
import type { Cut, Weave } from './cuts.ts'
import type { Field } from './fields.ts'
import type { Finding, FindingCode } from '../findings.ts'
import type { Piece } from '../plan.ts'
import type { Token } from './story.ts'
import { below, isTwin, type XmlNode, type XmlPart } from '../package/xml.ts'

/** The pieces that stand for a field; made when all cuts are known. */
export type Late = (weave: Weave) => Piece[]

/** What a paragraph holds: merge fields, conditions, and whether anything else shows. */
export interface ParaUse {
  fields: number
  conditions: number
  other: boolean
}

export interface Place {
  readonly part: XmlPart
  readonly tokens: readonly Token[]
  readonly book: Book
  /** Whether the cursor may move here: in the body and its boxes, not beside it. */
  readonly inBody: boolean
  readonly cuts: Cut[]
  readonly paras: Map<XmlNode, ParaUse>
  /** One node in each slot: what stands around it is asked about later. */
  readonly places: XmlNode[]
  /** Tokens that belong to slots with all that they hold. */
  readonly whole: Set<number>
  /** Tokens in the instructions of other fields: nothing there is a placeholder. */
  readonly code: Set<number>
  /** Paragraphs that are written anew, as a field goes over several. */
  readonly rebuilt: Set<XmlNode>
  /** Stretches that are repeated for each entry of a list; those within others behind them. */
  regions: readonly { start: number; end: number; list: string }[]
  /** Beginnings without an end and ends without a beginning. */
  unbalanced: readonly Token[]
  /** Read a second time, for what refers to it: nothing in it counts twice. */
  readonly again: boolean
  /** How many fields stand around. */
  depth: number
}

export const newPlace = (part: XmlPart, tokens: readonly Token[], book: Book, inBody: boolean, again = false): Place => ({
  ...{ part, tokens, book, inBody, again, cuts: [], paras: new Map(), places: [] },
  ...{ whole: new Set(), code: new Set(), rebuilt: new Set(), unbalanced: [], regions: [], depth: 0 },
})

export function useOf(place: Place, para: XmlNode): ParaUse {
  const use = place.paras.get(para) ?? { fields: 0, conditions: 0, other: false }
  place.paras.set(para, use)
  return use
}

export const firstToken = (place: Place, field: Field): Token => place.tokens[field.from] as Token
export const lastToken = (place: Place, field: Field): Token => place.tokens[field.to] as Token

/** A place in a story: the element, and where in the source, if not where that begins. */
export type Where = Pick<Token, 'node'> & { at?: number }

/** A text box stands twice in the file; what is in it counts once. */
export function countUse(place: Place, name: string, token: Where, image = false): void {
  if (!place.again && !isTwin(token.node)) place.book.use(name, place.part.name, listAround(place, token), image)
}

/** The list whose entries the innermost region around a token is repeated for. */
export const listAround = (place: Place, { node, at = node.start }: Where): string | undefined =>
  place.regions.findLast(({ start, end }) => at >= start && at <= end)?.list

/** The instruction as a finding tells it. */
const told = (field: Field): string => field.code.trim().replace(/\s+/g, ' ').slice(0, 80)

/** The text around, as a finding tells it. */
export function around({ para }: Token): string {
  let text = ''
  if (para)
    for (const node of below(para)) {
      if (node.name === 'w:t') text += node.text
      if (text.length >= longest) break
    }
  return text.slice(0, longest)
}

const longest = 60

/** Says something of a field, with the words around it; `detail` is its instruction unless something else is meant. */
export function tell(place: Place, code: FindingCode, field: Field, detail = told(field), more: Pick<Finding, 'letters'> = {}): void {
  place.book.find(code, detail, place.part.name, around(firstToken(place, field)), more)
}
