// What screens ask of the import: a file is opened, checked under the person's choices, looked through, taken in, finished or taken back.
// The opened file and its plan stay in the worker; pages of rows cross to the screen.
import type { Encoding } from '../../exchange/encoding.ts'
import type { Separator } from '../../exchange/csv.ts'
import type { FixWords } from '../../exchange/fixFile.ts'
import type { ImportChoices, ImportCounts, PlannedRow } from '../../exchange/importPlan.ts'
import type { ReadChoice, SheetNote, SheetSource } from '../../exchange/sheet.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import type { Database, ImportRow } from '../../storage/database.ts'
import { ImportDesk } from './importDesk.ts'
import { finishImport, takeBackImport, unfinishedImports, type ImportTakenBack } from './importStore.ts'
import type { JobBook } from './jobBook.ts'
import type { PlainOccasion } from './occasion.ts'

export interface OpenedColumn {
  header: string
  /** The first three different cells that are not empty. */
  samples: string[]
  /** So many cells of it are not empty. */
  filled: number
  guess: ImportColumn
  /** The guess rests on the header, or on the cells beyond doubt. */
  sure: boolean
  /** Only when all its cells leave it open. */
  asks?: 'dayOrder' | 'decimal'
  /** The cell that leaves it open. */
  example?: string
}

export interface OpenedFile {
  source: SheetSource
  fileName: string
  encoding?: Encoding
  separator?: Separator
  sheetNames?: string[]
  sheetName?: string
  hasHeader: boolean
  rows: number
  uneven: number
  padded: number
  notes: SheetNote[]
  /** Five rows where accents or separators make a difference, else the first five. */
  sample: { lineNo: number; cells: string[] }[]
  columns: OpenedColumn[]
  /** As it was guessed, or as it was asked for. */
  kind: ImportKind
  /** A saved mapping that fits; its columns are the guesses. */
  recognised?: { name: string; usedAt: string }
}

export interface TakenImport {
  importId: string
  rev: number
  counts: ImportCounts
  people: ContactId[]
  /** New contacts still to be put in their places. */
  storing: number
}

/** The four tiles of the check; `update` holds the rows that say nothing new, too. */
export type ImportTile = 'new' | 'update' | 'duplicate' | 'problem'

export interface SplitName {
  cell: string
  title?: string | undefined
  firstName: string
  middleName: string
  surname: string
}

export interface FixFile {
  name: string
  bytes: ArrayBuffer
  rows: number
}

export type TakenBackImport = ImportTakenBack

/** Failures of the desk: `importGone` when the worker began anew (the screen sends the file again), `stopped`. */
export interface ImportJobs {
  openImportFile: (bytes: ArrayBuffer, fileName: string, choice: ReadChoice, job: number) => Promise<Result<OpenedFile, Failure>>
  /** The same file as another kind. @param mapped false = the saved mapping that was recognised is not meant */
  guessImportAs: (kind: ImportKind, mapped?: boolean) => Promise<Result<OpenedFile, Failure>>
  checkImport: (choices: ImportChoices, occasion: PlainOccasion, job: number) => Promise<Result<{ counts: ImportCounts }, Failure>>
  /** A page of the rows of the last check. */
  importRows: (tile: ImportTile, from: number, count: number) => Promise<PlannedRow[]>
  /** How the names of a column come apart, for the first so many different ones. */
  splitNames: (column: number, order: ImportColumn['nameOrder'], listed: number) => Promise<SplitName[]>
  /** @param saveMappingAs blank = the mapping is not saved. The commit is done when it answers; storing goes on behind. */
  takeImport: (choices: ImportChoices, occasion: PlainOccasion, saveMappingAs: string, job: number) => Promise<Result<TakenImport, Failure>>
  /** The rows that stay out, each with the reason in front, as a file that can be mended and taken in with the same mapping. */
  fixFile: (choices: ImportChoices, occasion: PlainOccasion, words: FixWords) => Promise<Result<FixFile, Failure>>
  closeImport: () => Promise<void>
  /** Imports that were left half done, and that nobody is at in any window: to be finished or taken back. */
  unfinishedImports: () => Promise<ImportRow[]>
  finishImport: (importId: string, job: number) => Promise<Result<void, Failure>>
  takeBackImport: (importId: string, occasion: PlainOccasion, job: number) => Promise<Result<TakenBackImport, Failure>>
}

export function importJobs(db: Database, book: JobBook): ImportJobs {
  const desk = new ImportDesk(db, book)
  return {
    openImportFile: (bytes, fileName, choice, job) => desk.open(bytes, fileName, choice, job),
    guessImportAs: (kind, mapped) => desk.guessAs(kind, mapped),
    checkImport: (choices, occasion, job) => desk.check(choices, occasion, job),
    importRows: (tile, from, count) => Promise.resolve(desk.rows(tile, from, count)),
    splitNames: (column, order, listed) => Promise.resolve(desk.splitNames(column, order, listed)),
    takeImport: (choices, occasion, saveMappingAs, job) => desk.take(choices, occasion, saveMappingAs, job),
    fixFile: (choices, occasion, words) => desk.fixFile(choices, occasion, words),
    closeImport: () => Promise.resolve(desk.close()),
    unfinishedImports: () => unfinishedImports(db),
    finishImport: (importId, job) => finishImport(db, importId, (done, total) => book.progress(job, done, total)),
    takeBackImport: (importId, occasion, job) =>
      takeBackImport(
        db,
        importId,
        occasion,
        (done, total) => book.progress(job, done, total),
        () => book.stopped(job),
      ),
  }
}
