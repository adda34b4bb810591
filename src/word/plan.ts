// What a template becomes: slices of its own source and, between them, slots. Plain data that can be stored and posted.
import type { Finding, FieldUse } from './findings.ts'
import type { Format } from './language/dress.ts'
import type { StandardName } from './standardNames.ts'
import type { ZipEntry } from './zipRead.ts'

/** Things that must be numbered anew in each letter of a combined document. */
export type Space = 'drawing' | 'range' | 'control' | 'num' | 'footnote' | 'endnote' | 'comment'

export type Piece =
  | string
  /** A value as a run of its own. `open`/`close` end and resume the run that it stands in, where there is one. */
  | { k: 'value'; content: number; open: string; close: string; format: string; rightToLeft: string }
  /** A paragraph of merge fields only: left out when all are empty; `rest` are the marks that must stay. */
  | { k: 'para'; body: Piece[]; rest: Piece[]; contents: number[] }
  /** A number: the template's own in the first letter (`null`: it stood twice), a fresh one in the others. */
  | { k: 'id'; space: Space; own: string | null; index: number }
  /** A bookmark's or a shape's name: `stem` with the letter's number from the second letter on. */
  | { k: 'name'; name: string; stem: string }
  /** One thing in the first letter, another in all others. */
  | { k: 'either'; first: Piece[]; later: Piece[] }
  /** One thing when pages start again with each letter, another when they run on. */
  | { k: 'restart'; on: string; off: string }
  /** The relation id of a header or footer that may have a part for each letter. */
  | { k: 'part'; rel: string }
  /** Where the section break goes when another letter follows. */
  | { k: 'break'; open: string; close: string; otherwise: string }

/** A field with a format; computed once per letter however often it stands there. */
export interface Content {
  field: string
  format: Format
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
  /** The contents that it shows: letters with the same values share one header part. */
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
  /** Prefix of Word's elements in the main part. */
  w: string
  main: string
  head: string
  body: Piece[]
  /** Where in `body` the break to the next letter stands. */
  breakAt: number
  /** At most so many records are looked at by one letter. */
  ahead: number
  section: Piece[]
  tail: string
  contents: Content[]
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
