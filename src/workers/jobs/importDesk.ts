// The desk on which an opened file lies until it is taken in: the sheet, the last plan, what is on the tablet.
import { refuse, type Result } from '../../base/result.ts'
import type { FixWords } from '../../exchange/fixFile.ts'
import type { ImportChoices, ImportCounts, PlannedRow } from '../../exchange/importPlan.ts'
import type { ReadChoice } from '../../exchange/sheet.ts'
import type { Failure } from '../../model/failure.ts'
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import type { Database } from '../../storage/database.ts'
import type { FixFile, ImportTile, OpenedFile, SplitName, TakenBackImport, TakenImport } from './imports.ts'
import type { JobBook } from './jobBook.ts'
import type { PlainOccasion } from './occasion.ts'

const gone = () => Promise.resolve(refuse({ code: 'importGone' } as const))

/* eslint-disable @typescript-eslint/no-unused-vars -- the desk is being set up */
export class ImportDesk {
  constructor(
    readonly db: Database,
    readonly book: JobBook,
  ) {}
  open(_bytes: ArrayBuffer, _fileName: string, _choice: ReadChoice, _job: number): Promise<Result<OpenedFile, Failure>> {
    return gone()
  }
  guessAs(_kind: ImportKind): Promise<Result<OpenedFile, Failure>> {
    return gone()
  }
  check(_choices: ImportChoices, _occasion: PlainOccasion, _job: number): Promise<Result<{ counts: ImportCounts }, Failure>> {
    return gone()
  }
  rows(_tile: ImportTile, _from: number, _count: number): PlannedRow[] {
    return []
  }
  splitNames(_column: number, _order: ImportColumn['nameOrder'], _listed: number): SplitName[] {
    return []
  }
  take(_choices: ImportChoices, _occasion: PlainOccasion, _saveAs: string, _job: number): Promise<Result<TakenImport, Failure>> {
    return gone()
  }
  fixFile(_choices: ImportChoices, _occasion: PlainOccasion, _words: FixWords): Promise<Result<FixFile, Failure>> {
    return gone()
  }
  close(): void {
    return undefined
  }
  finish(_importId: string, _job: number): Promise<Result<void, Failure>> {
    return gone()
  }
  takeBack(_importId: string, _occasion: PlainOccasion, _job: number): Promise<Result<TakenBackImport, Failure>> {
    return gone()
  }
}
