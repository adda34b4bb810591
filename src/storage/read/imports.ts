// The journal of imports: what was taken in when, and whether it is still being stored or was left half done.
import type { Database, ImportRow } from '../database.ts'
import { readStoring } from './pending.ts'
import { watch, type Watched } from './watch.ts'

export { readStoring }

/** So many imports can be taken back, the newest; of older ones it is no longer known how rows were before. */
export const takeBackImports = 20

/** An import as the safety page shows it. */
export interface JournalImport extends ImportRow {
  /** It is whole and stands; one that was left half done can be taken back too. */
  canTakeBack: boolean
}

/** Newest first. */
export async function readImports(db: Database): Promise<JournalImport[]> {
  const rows = (await db.imports.toArray()).sort((a, b) => b.rev - a.rev)
  return rows.map((row, at) => ({ ...row, canTakeBack: row.state !== 'takenBack' && at < takeBackImports }))
}

/** An import is one commit but no single change: so many rows it wrote beyond one, of those made after that commit that still stand. */
export async function rowsBesideImports(db: Database, after: number): Promise<number> {
  const rows = await db.imports.filter(({ rev, state }) => rev > after && state !== 'takenBack').toArray()
  return rows.reduce((sum, { made, changed }) => sum + Math.max(0, made + changed - 1), 0)
}

/** Imports, newest first. A state `storing` alone does not say whether somebody is at it: ask the job `unfinishedImports`. */
export const watchImports = (db: Database): Watched<JournalImport[]> => watch(() => readImports(db))

/** How many contacts are still on their way; 0 when all stand in their places. */
export const watchStoring = (db: Database): Watched<number> => watch(() => readStoring(db))
