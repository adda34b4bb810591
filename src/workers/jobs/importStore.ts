// How an import reaches the disk: taken in with one commit, then stored in the background; finished after a crash, or taken back.
import { v7 } from 'uuid'
import { ok, type Result } from '../../base/result.ts'
import type { ImportPlan } from '../../exchange/importPlan.ts'
import type { Failure } from '../../model/failure.ts'
import type { ImportKind } from '../../model/importMapping.ts'
import { noChanges, tableNames, type Changes } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database, ImportRow } from '../../storage/database.ts'
import { guarded } from '../../storage/failure.ts'
import { takeIn } from '../../storage/keep/imports.ts'
import { storeNext } from '../../storage/keep/pendingContacts.ts'
import { readStoring } from '../../storage/read/imports.ts'
import type { Progress } from './jobBook.ts'
import { isSomebodyStoring, storingAlone, storingInTurn } from './whenStored.ts'

export { takeBackImport, type ImportTakenBack } from './importTakeBack.ts'

export interface ImportToStore {
  plan: Pick<ImportPlan, 'changes'>
  fileName: string
  kind: ImportKind
  at: string
}

/** `storing` contacts are still to be put in their places; that goes on by itself. Without an `importId` there was nothing to write. */
export interface StoredImport {
  importId: string
  rev: number
  storing: number
}

/**
 * Takes a planned file in: all of it or nothing. While another import is stored it waits and tells how far that is. It can be stopped
 * until it is written. Failures: `stale` (plan again), `stopped`, `importOpen`, disk trouble.
 */
export async function storeImport(
  db: Database,
  { plan, ...about }: ImportToStore,
  progress: Progress,
  stopped: () => boolean,
): Promise<Result<StoredImport, Failure>> {
  if (saysNothing(plan.changes)) return guarded(async () => ({ importId: '', rev: await lastRev(db), storing: 0 }))
  const id = v7()
  let changes: Changes | undefined = plan.changes
  return new Promise((answer, fail) => {
    // From the intake on somebody is at it. What goes wrong in the storing is seen by who asks for unfinished imports: the import is there.
    const storing = storingInTurn(db, progress, stopped, async () => {
      const done = await takeIn(db, { id, ...about, changes: changes ?? noChanges() }, progress, stopped)
      // The rows of the file are on the disk: they need not stay in memory while they are put in their places.
      changes = undefined
      answer(done.ok ? ok({ importId: id, ...done.value }) : done)
      if (!done.ok || done.value.storing === 0) return
      await new Promise((next) => setTimeout(next, done.value.storing / readPerMillisecond))
      await storeAll(db, id)
    })
    storing.then((turn) => (turn.ok ? undefined : answer(turn)), fail)
  })
}

/** Everything in the file is on the tablet already: no commit, and nothing in the journal that could be taken back. */
const saysNothing = ({ put, remove }: Changes): boolean =>
  tableNames.every((table) => table === 'series' || !(put[table]?.length ?? remove[table]?.length))

/** The index reads them first, from the same disk: the list is there before the storing takes its time. */
const readPerMillisecond = 40

async function storeAll(db: Database, importId: string, progress: Progress = () => undefined): Promise<void> {
  const total = await readStoring(db)
  while (await storeNext(db, importId)) {
    progress(total - (await readStoring(db)), total)
    await new Promise((next) => setTimeout(next))
  }
}

/** Puts the rest of an import that was left half done in its places. */
export async function finishImport(db: Database, importId: string, progress: Progress): Promise<Result<void, Failure>> {
  return guarded(() => storingAlone(db, () => storeAll(db, importId, progress)))
}

/** Imports that were begun and that nobody is at: the browser was closed or broke down in between. */
export async function unfinishedImports(db: Database): Promise<ImportRow[]> {
  const open = await db.imports.filter(({ state }) => state === 'storing').toArray()
  return open.length === 0 || (await isSomebodyStoring(db)) ? [] : open
}
