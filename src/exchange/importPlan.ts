// What taking a file in would do, told before anything happens: every row is one of five kinds, and the five counts add up to the rows.
import type { Because } from '../core/duplicates/likeness.ts'
import type { ContactId } from '../model/ids.ts'
import type { ImportColumn, ImportKind } from '../model/importMapping.ts'
import type { Changes, TableName } from '../model/tables.ts'

/** `unchanged` rows are counted with the updates ("of them n say nothing new"); `duplicate` ones wait for a decision or have one. */
export type RowKind = 'new' | 'update' | 'unchanged' | 'duplicate' | 'problem'

/** What the person decided about one row. `same` = it is this contact (or, without an id, the one it is shown beside); `different` = a new one; `later` and `leaveOut` = it stays out. */
export type RowDecision = { as: 'same'; contactId?: ContactId | undefined } | { as: 'different' | 'later' | 'leaveOut' }

/** How cells meet what a known contact has: only blanks are filled, the file wins, or known contacts stay as they are. */
export type UpdateWay = 'fillBlanks' | 'overwrite' | 'leave'

export interface ImportChoices {
  kind: ImportKind
  /** One per column of the sheet. */
  columns: ImportColumn[]
  updates: UpdateWay
  /** What happens to possible duplicates that nobody decided one by one. */
  duplicates: 'same' | 'different' | 'later'
  /** By line number. */
  decisions: Record<number, RowDecision>
  /** Cells mended in the wizard: by line number, then column. */
  mended: Record<number, Record<number, string>>
  /** All contacts of the file come into this mailing group; blank = none. */
  tag: string
}

/** One row as the check shows it. */
export interface PlannedRow {
  lineNo: number
  kind: RowKind
  /** It stays out: a problem, or a decision (`later`, `leaveOut`), or known contacts are left as they are. */
  out: boolean
  name: string
  companyName: string
  /** Post code and town; of an interaction or purchase what it says in a few words. */
  place: string
  phone: string
  email: string
  problems: RowProblem[]
  /** Who it is or may be, on the tablet. */
  match?: Match
  /** Of an update: what changes. */
  changes?: FieldChange[]
  /** Of an update or a row that changes nothing: what the file says otherwise and what is kept against it (`before` stays, `after` is the file's). */
  differs?: FieldChange[]
  decision?: RowDecision['as']
}

export interface Match {
  /** Missing: an earlier row of the same file. */
  contactId?: ContactId
  lineNo?: number
  name: string
  companyName: string
  place: string
  phone: string
  email: string
  /** Why it may be the same, strongest first. */
  because: Because[]
}

export interface FieldChange {
  field: string
  before: string
  after: string
}

/** `left` ones are told but the row comes in. */
export interface RowProblem {
  lineNo: number
  code: string
  /** What stood in the cell. */
  detail: string
  /** The column it stood in, if it is one cell's. */
  column?: number
  /** What the file says there, where `detail` says something else. */
  cell?: string
}

export interface ImportCounts {
  new: number
  update: number
  /** Among `update`: rows that change nothing. */
  unchanged: number
  /** Among `unchanged`: rows that say nothing else either. */
  nothingNew: number
  /** Among `update`: rows of which the file says something else that is kept as it is on the tablet. */
  differing: number
  duplicate: number
  /** Among `duplicate`: rows nobody has decided. */
  undecided: number
  problem: number
  /** Rows that will be taken in, and that stay out. */
  taken: number
  out: number
  /** Companies made for persons, on top of the rows. */
  companiesMade: number
  /** Groups, salespeople, territories … that the rows name and that are made. */
  listsMade?: { table: TableName; names: string[] }[]
}

/** The plan of one file. Nothing has happened yet. */
export interface ImportPlan {
  /** All of them at once. */
  readonly rows: PlannedRow[]
  /** Of a long file: rows that are made one by one, when a page asks for them. */
  listed?: ListedRows
  counts: ImportCounts
  changes: Changes
  /** The people of the file, as they stand in it (companies where there are no people): for "put all of them into a segment". */
  people: ContactId[]
}

/** Rows as they are needed to find a page of them, and one row when it is shown. */
export interface ListedRows {
  readonly length: number
  kindAt: (index: number) => RowKind
  hasProblems: (index: number) => boolean
  /** The file says something else than what is kept. */
  isDiffering: (index: number) => boolean
  isOut: (index: number) => boolean
  rowAt: (index: number) => PlannedRow
}
