// Waiting for an import: what goes through all contacts where they stand begins when all stand in their places.
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { Database } from '../../storage/database.ts'
import { readStoring } from '../../storage/read/imports.ts'
import { lockManager } from '../life.ts'
import type { Progress } from './jobBook.ts'

/** Databases that this worker stores into; where there are no locks, nobody knows of other windows. */
const here = new Set<string>()

const lockOf = (db: Database) => `fieldbook storing ${db.name}`

/** Stores as the only window; others wait for their turn. */
export async function storingAlone(db: Database, act: () => Promise<void>): Promise<void> {
  const locks = lockManager()
  if (locks) await locks.request(lockOf(db), () => storingHere(db, act))
  else await storingHere(db, act)
}

/**
 * Stores as the only window when nobody else does any more. While it waits it says how far the other one is, and can be stopped.
 * Failures: `importOpen` when that one was left half done, `stopped`; then nothing was done.
 */
export async function storingInTurn(
  db: Database,
  progress: Progress,
  stopped: () => boolean,
  act: () => Promise<void>,
): Promise<Result<undefined, Failure>> {
  for (;;) {
    const free = await whenStored(db, progress, stopped)
    if (!free.ok) return free
    if (await storedNow(db, act)) return ok(undefined)
    if (stopped()) return refuse({ code: 'stopped' })
    await new Promise((next) => setTimeout(next, glance))
  }
}

/** @returns false when another window is at it, or another job of this one; then nothing was done */
async function storedNow(db: Database, act: () => Promise<void>): Promise<boolean> {
  if (here.has(db.name)) return false
  const run = async (isMine: boolean) => {
    if (isMine) await storingHere(db, act)
    return isMine
  }
  const locks = lockManager()
  return locks ? locks.request(lockOf(db), { ifAvailable: true }, (lock) => run(lock !== null)) : run(true)
}

async function storingHere(db: Database, act: () => Promise<void>): Promise<void> {
  here.add(db.name)
  try {
    await act()
  } finally {
    here.delete(db.name)
  }
}

/** Whether somebody stores just now, in any window. */
export async function isSomebodyStoring(db: Database): Promise<boolean> {
  const { held = [], pending = [] } = (await lockManager()?.query()) ?? {}
  return here.has(db.name) || [...held, ...pending].some(({ name }) => name === lockOf(db))
}

const glance = 250

/**
 * Waits until the contacts of an import stand in their places, and says how far that is. Failures: `importOpen` when nobody is at it, as
 * after a crash; `stopped`.
 */
export async function whenStored(
  db: Database,
  progress: Progress = () => undefined,
  stopped: () => boolean = () => false,
): Promise<Result<undefined, Failure>> {
  const total = await readStoring(db)
  for (let left = total; left > 0; left = await readStoring(db)) {
    if (stopped()) return refuse({ code: 'stopped' })
    progress(Math.max(0, total - left), total)
    // The last piece may have been stored between the two looks.
    if (!(await isSomebodyStoring(db)) && (await readStoring(db)) > 0) return refuse({ code: 'importOpen' })
    await new Promise((next) => setTimeout(next, glance))
  }
  return ok(undefined)
}
