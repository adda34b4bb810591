// What a template becomes: slices of its own source and, between them, slots. Plain data that can be stored and posted.
import type { Finding, FieldUse } from './findings.ts'
import type { AddressLayout } from './language/addressBlock.ts'
import type { Operator } from './language/compare.ts'
import type { Format } from './language/dress.ts'
import type { GreetingLayout } from './language/greetingLine.ts'
import type { StandardName } from './standardNames.ts'
import type { ZipEntry } from './zip/zipRead.ts'

/** Things that must be numbered anew in each letter of a combined document. */
export type Space = 'drawing' | 'range' | 'control' | 'num' | 'footnote' | 'endnote' | 'comment'

export type Piece =
  | string
  /** A value as a run of its own. `paragraph`: how the next one opens when the value has several; `gap`: nothing parts them. */
  | { k: 'value'; content: number; format: string; rightToLeft: string; paragraph?: { next: Piece[]; gap: boolean } }
  /** A value in the instruction of a field that stays live. */
  | { k: 'code'; content: number }
  /** One of two, by the values of the record at hand. */
  | { k: 'if'; condition: Condition; then: Piece[]; otherwise: Piece[] }
  /** The next record is at hand from here on; with a condition: only where it holds. */
  | { k: 'next'; condition: Condition | null }
  /** Where it holds, the record makes no letter. */
  | { k: 'skip'; condition: Condition }
  /** Repeated for each entry of a list, between `head` and `tail`; `empty` where there is none. */
  | { k: 'each'; list: string; head: Piece[]; body: Piece[]; tail: Piece[]; empty: Piece[] }
  /** A picture by field: within the box, or in its own size; nothing where there is none. */
  | { k: 'image'; field: string; box: { width: number; height: number } | null; body: Piece[] }
  /** What the picture at hand says of itself: lengths in English metric units. */
  | { k: 'imagePart'; of: 'rel' | 'width' | 'height' | 'words' }
  /** A bookmark gets its words. */
  | { k: 'set'; name: string; words: Words }
  /** The same thing in newer and older form: each begins with the same record. */
  | { k: 'forms'; forms: Piece[][] }
  /** A date: as it is to be shown, or live where none is given. */
  | { k: 'dated'; content: number; fixed: Piece[]; live: Piece[] }
  /** A link to a merged address: live where the address may be one, else its text. */
  | { k: 'link'; address: Words; live: Piece[]; plain: Piece[] }
  /** How many pages: of the letter, where it stands with others and that is asked for, or of the document. */
  | { k: 'pages'; letter: string; document: string }
  /** A paragraph of merge fields and conditions only: left out when none shows anything; `rest` are the marks that must stay. */
  | { k: 'para'; body: Piece[]; rest: Piece[]; conditions?: boolean }
  /** A number: the template's own in the first letter (`null`: it stood twice), a fresh one in the others. */
  | { k: 'id'; space: Space; own: string | null; index: number }
  /** A bookmark's or a shape's name: `stem` with the letter's number from the second letter on. */
  | { k: 'name'; name: string; stem: string }
  /** One thing in the first letter, another in all others. */
  | { k: 'either'; first: Piece[]; later: Piece[] }
  /** One thing when pages start again with each letter, another when they run on. */
  | { k: 'restart'; on: string; off: string }
  /** One thing when each letter begins on a fresh sheet, another when not. */
  | { k: 'sheet'; on: string; off: Piece[] }
  /** The relation id of a header or footer that may have a part for each letter. */
  | { k: 'part'; rel: string }
  /** Where the section break goes when another letter follows. */
  | { k: 'break'; open: string; close: string; otherwise: string }

/** Text made of words as they stand and of contents. */
export type Words = (string | number)[]

export interface Condition {
  left: Words
  operator: Operator
  right: Words
}

/** What a field shows, with its format; computed once per record however often it stands there. */
export type Content = { format: Format } & (
  | {
      k: 'field'
      field: string
      /** `\m`: a name of Word's own, for what the list calls otherwise. */
      mapped: boolean
    }
  /** MERGEREC: the place of the record among all; MERGESEQ: among those that stand in letters. */
  | { k: 'count'; of: 'records' | 'letters' }
  /** Where no date is given: today, in what is decided or computed; see the piece `dated`. */
  | { k: 'date'; time: boolean }
  | { k: 'address'; layout: AddressLayout }
  | { k: 'greeting'; layout: GreetingLayout }
  | { k: 'formula'; words: Words }
  | { k: 'words'; words: Words }
  /** What a bookmark has at the moment; by its name in lower case. */
  | { k: 'bookmark'; name: string }
  /** What was answered to a question, else what stands for it. */
  | { k: 'answer'; key: string; standard: Words }
  /** What the document says of itself, where a record decides what is asked for. */
  | { k: 'property'; name: Words }
  | { k: 'if'; condition: Condition; then: Words; otherwise: Words }
)

/** What FILLIN and ASK ask whoever merges. */
export interface Question {
  /** Under which the answer is handed in. */
  key: string
  kind: 'FILLIN' | 'ASK'
  /** The bookmark that gets the answer of an ASK. */
  name: string
  /** The question; a merge field in it stands as its name. */
  prompt: string
  /** What is taken where nobody answers; null where it is another from letter to letter. */
  standard: string | null
  /** `\o`: asked once for all letters. */
  once: boolean
}

/** Note, comment: repeated per letter when the letter refers to it. */
export interface NotePlan {
  id: string
  referred: boolean
  pieces: Piece[]
}

/** A part beside the body that holds fields or notes. */
export interface PartPlan {
  name: string
  kind: 'header' | 'notes'
  pieces: Piece[]
  /** The contents that it shows. */
  contents: number[]
  /** Notes, for parts that hold them: they stand between `pieces` and `tail`. */
  notes: NotePlan[]
  tail: string
}

export interface ListPlan {
  part: string
  /** The source before and after the place for further lists. */
  head: string
  tail: string
  /** In the order of their index in the space `num`: what follows `w:numId`. */
  lists: string[]
}

export interface TemplatePlan {
  fields: FieldUse[]
  findings: Finding[]
  /** Which column of its list stood for which of Word's own names, by the template's settings. */
  mapped: Partial<Record<StandardName, string>>
  /** The template's own language, a BCP 47 tag. */
  language: string
  /** Prefix of Word's elements in the main part. */
  w: string
  main: string
  head: string
  body: Piece[]
  /** Where in `body` the break to the next letter stands. */
  breakAt: number
  /** At most so many records are looked at by one letter. */
  ahead: number
  /** Whether the body may leave records out. */
  skips: boolean
  section: Piece[]
  tail: string
  contents: Content[]
  questions: Question[]
  /** Bookmarks that are given words: what they have at first, which contents show them, and whether parts beside the body do. */
  bookmarks: { first: Record<string, string>; follows: number[]; beside: boolean }
  /** What the document says of itself, by names in lower case. */
  properties: Record<string, string>
  parts: PartPlan[]
  lists: ListPlan | null
  spaces: Record<Space, { base: number; count: number }>
  /** Header and footer relations (id in the main part's relations) whose part holds fields. */
  headerRels: { rel: string; part: number; type: string }[]
  /** Set when a letter's first section needs an empty header or footer of its own; see sections.ts. */
  blanks: { header: boolean; footer: boolean }
  /** Content types and the main part's relations: extended when headers are multiplied. */
  types: string
  mainRels: { name: string; xml: string }
  /** Parts that differ when all letters are in one document; they stand in for static ones. */
  combinedOnly: ZipEntry[]
  /** All else, packed. */
  statics: ZipEntry[]
}
