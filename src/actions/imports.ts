// Taking a file in: opened, checked, taken, finished or taken back. The long part runs in the worker, told and stopped by the job's watch.
import type { Result } from '../base/result.ts'
import type { FixWords } from '../exchange/fixFile.ts'
import type { ImportChoices, ImportCounts, PlannedRow } from '../exchange/importPlan.ts'
import type { ReadChoice } from '../exchange/sheet.ts'
import type { Failure } from '../model/failure.ts'
import type { ImportColumn, ImportKind } from '../model/importMapping.ts'
import type { JobWatch } from '../workers/call.ts'
import type { FixFile, ImportTile, OpenedColumn, OpenedFile, SplitName, TakenBackImport, TakenImport } from '../workers/jobs/imports.ts'
import { plainOccasion, type House } from './house.ts'

export type { FixFile, FixWords, ImportTile, OpenedColumn, OpenedFile, SplitName, TakenBackImport, TakenImport }

/** Reads a file and guesses what is what in it; it stays in the worker until the next one is opened. Nothing is written. */
export const openImportFile = (
  house: House,
  bytes: ArrayBuffer,
  fileName: string,
  choice: ReadChoice = {},
  watch: JobWatch = {},
): Promise<Result<OpenedFile, Failure>> => house.calls.watched(watch, (work, job) => work.openImportFile(bytes, fileName, choice, job))

/** The opened file with the guesses for another kind of rows. @param mapped false = the saved mapping that was recognised is not meant */
export const guessImportAs = (house: House, kind: ImportKind, mapped = true): Promise<Result<OpenedFile, Failure>> =>
  house.calls.work.guessImportAs(kind, mapped)

/** What taking it in would do. Nothing is written. Failures: `importGone` (open the file again), `stopped`. */
export const checkImport = (
  house: House,
  choices: ImportChoices,
  watch: JobWatch = {},
): Promise<Result<{ counts: ImportCounts }, Failure>> =>
  house.calls.watched(watch, (work, job) => work.checkImport(choices, plainOccasion(house), job))

/** A page of the rows behind one tile of the last check. */
export const importRows = (house: House, tile: ImportTile, from: number, count: number): Promise<PlannedRow[]> =>
  house.calls.work.importRows(tile, from, count)

/** How the full names of a column come apart. */
export const splitNames = (house: House, column: number, order: ImportColumn['nameOrder'], listed: number): Promise<SplitName[]> =>
  house.calls.work.splitNames(column, order, listed)

/**
 * Takes the file in, all or nothing. @param saveMappingAs name under which the columns are kept for the next such file; blank = not kept.
 * Failures: `importGone`, `stopped`, disk trouble.
 */
export async function takeImport(
  house: House,
  choices: ImportChoices,
  saveMappingAs = '',
  watch: JobWatch = {},
): Promise<Result<TakenImport, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.takeImport(choices, occasion, saveMappingAs, job))
  house.onWritten(done)
  return done
}

/** The rows that stay out under these choices, as a file. @param words in the person's language */
export const fixFile = (house: House, choices: ImportChoices, words: FixWords): Promise<Result<FixFile, Failure>> =>
  house.calls.work.fixFile(choices, plainOccasion(house), words)

/** The desk is cleared: the file is no longer needed. */
export const closeImport = (house: House): Promise<void> => house.calls.work.closeImport()

/** Goes on with an import that a crash interrupted. */
export async function finishImport(house: House, importId: string, watch: JobWatch = {}): Promise<Result<void, Failure>> {
  const done = await house.calls.watched(watch, (work, job) => work.finishImport(importId, job))
  house.onWritten(done)
  return done
}

/** Takes an import back, also after a reload: what was edited since or others rest on stays and is listed. */
export async function takeBackImport(house: House, importId: string, watch: JobWatch = {}): Promise<Result<TakenBackImport, Failure>> {
  const occasion = plainOccasion(house)
  const done = await house.calls.watched(watch, (work, job) => work.takeBackImport(importId, occasion, job))
  house.onWritten(done)
  return done
}
