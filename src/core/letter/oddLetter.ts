// Why a letter may be worth a look, and what is told of those that are.
import type { Channel } from './channel.ts'
import type { OrderKey } from './order.ts'

/** What makes a letter odd, the gravest first. */
export const oddKinds = ['fallbackGreeting', 'emptyFields', 'fallbackLanguage', 'foreign', 'together', 'ownText', 'longest'] as const
export type OddKind = (typeof oddKinds)[number]

export interface OddLine {
  lineNo: number
  /** The blank fields, where it is odd for them. */
  fields?: string[]
  /** What it says, where it greets nobody by name. */
  greeting?: string
}

export interface OddLetters {
  /** Every letter in the order asked for, by the line that leads it. */
  letters: number[]
  /** The other lines of letters for several people, by the line that leads. */
  others: [lead: number, others: number[]][]
  /** So many of the letters are printed, so many go by e-mail; of the rest nothing can go out. */
  ways: { print: number; email: number }
  /** Lines that get no letter. */
  without: number[]
  /** Only kinds that stand. */
  odd: { kind: OddKind; lines: OddLine[] }[]
  /** Fields of a document that are blank in every letter made from it. */
  neverFilled: string[]
}

/** What was seen of one letter. */
export interface SeenLetter {
  lineNo: number
  others: number[]
  /** How it goes out. */
  way: Channel['is']
  /** The document it is made from. */
  document: string
  key: OrderKey
  kinds: OddKind[]
  /** How it begins. */
  greeting: string
  /** Fields of the document that are blank. */
  blank: string[]
  /** Signs that are merged into it. */
  length: number
}
