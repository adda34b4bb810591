// What the import asks of the house: the desk on which the file lies, the drafts, and the segment its people are put on.
import {
  checkImport,
  closeImport,
  fixFile,
  guessImportAs,
  importRows,
  openImportFile,
  splitNames,
  takeBackImport,
  takeImport,
} from '../../actions/imports.ts'
import type { FixFile, FixWords, ImportTile, OpenedFile, SplitName, TakenBackImport, TakenImport } from '../../actions/imports.ts'
import type { House } from '../../actions/house.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ImportColumn, ImportKind } from '../../model/importMapping.ts'
import type { DraftKeeper } from '../../parts/draft.svelte.ts'
import { readImports } from '../../storage/read/imports.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { ImportChoices, ImportCounts, PlannedRow, ReadChoice } from './importDraft.ts'

export interface ImportCalls {
  drafts: DraftKeeper
  now: () => string
  open: (bytes: ArrayBuffer, fileName: string, choice: ReadChoice, watch: JobWatch) => Promise<Result<OpenedFile, Failure>>
  guessAs: (kind: ImportKind, mapped?: boolean) => Promise<Result<OpenedFile, Failure>>
  check: (choices: ImportChoices, watch: JobWatch) => Promise<Result<{ counts: ImportCounts }, Failure>>
  rows: (tile: ImportTile, from: number, count: number) => Promise<PlannedRow[]>
  splitNames: (column: number, order: ImportColumn['nameOrder'], listed: number) => Promise<SplitName[]>
  take: (choices: ImportChoices, saveMappingAs: string, watch: JobWatch) => Promise<Result<TakenImport, Failure>>
  fixFile: (choices: ImportChoices, words: FixWords) => Promise<Result<FixFile, Failure>>
  takeBack: (importId: string, watch: JobWatch) => Promise<Result<TakenBackImport, Failure>>
  /** Whether an import that was taken in is still there, and not taken back. */
  stands: (importId: string) => Promise<boolean>
  close: () => Promise<void>
}

export const importCalls = (house: House): ImportCalls => ({
  drafts: house.drafts,
  now: () => house.occasion().now,
  open: (bytes, fileName, choice, watch) => openImportFile(house, bytes, fileName, choice, watch),
  guessAs: (kind, mapped) => guessImportAs(house, kind, mapped),
  check: (choices, watch) => checkImport(house, choices, watch),
  rows: (tile, from, count) => importRows(house, tile, from, count),
  splitNames: (column, order, listed) => splitNames(house, column, order, listed),
  take: (choices, saveMappingAs, watch) => takeImport(house, choices, saveMappingAs, watch),
  fixFile: (choices, words) => fixFile(house, choices, words),
  takeBack: (importId, watch) => takeBackImport(house, importId, watch),
  stands: async (importId) => (await readImports(house.db)).some(({ id, state }) => id === importId && state !== 'takenBack'),
  close: () => closeImport(house),
})
