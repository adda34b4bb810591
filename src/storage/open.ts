// Opening the database, with the guards others paid for: newer data is not touched by older code, a blocked
// open does not hang, an old window lets go when a new version comes.
import Dexie from 'dexie'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { newDatabase, schemaVersion, type Database, type DatabaseOptions } from './database.ts'
import { storageFailure } from './failure.ts'

const patience = 5_000

/**
 * Opens the tablet's database.
 * Failures: `newerData` (stored by a newer app: nothing is written), `blocked` (another window holds it), disk trouble.
 */
export async function openDatabase(name: string, options: DatabaseOptions = {}): Promise<Result<Database, Failure>> {
  const stored = await storedVersion(name, options)
  if (stored > schemaVersion) return refuse({ code: 'newerData', stored, known: schemaVersion })
  const db = newDatabase(name, options)
  try {
    const opened = await Promise.race([db.open(), new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience))])
    if (opened === 'late') return refuse({ code: 'blocked' })
    return ok(db)
  } catch (error) {
    return refuse(storageFailure(error))
  }
}

/** Version of what is on the disk, 0 if nothing is. Dexie multiplies by ten. */
export async function storedVersion(name: string, options: DatabaseOptions = {}): Promise<number> {
  const factory = options.indexedDB ?? globalThis.indexedDB
  if (typeof factory.databases === 'function') {
    const found = (await factory.databases()).find((database) => database.name === name)
    return (found?.version ?? 0) / 10
  }
  if (!(await Dexie.exists(name))) return 0
  const probe = new Dexie(name, options)
  await probe.open()
  const version = probe.verno
  probe.close()
  return version
}
