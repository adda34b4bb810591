// Opening the database, with the guards others paid for: newer data is not touched by older code, a blocked
// open does not hang, an old window lets go when a new version comes.
import Dexie from 'dexie'
import { ok, refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { newDatabase, schemaVersion, type Database, type DatabaseOptions } from './database.ts'
import { storageFailure } from './failure.ts'
import { listed, readDoor } from './keep/door.ts'

const patience = 5_000

/**
 * Opens the tablet's database.
 * Failures: `newerData` (stored by a newer app: nothing is written), `blocked` (another window holds it), disk trouble.
 * @param onFree comes after `blocked` when the data can be opened after all: the other window has let go
 */
export async function openDatabase(
  name: string,
  options: DatabaseOptions = {},
  stored?: number,
  onFree: () => void = () => undefined,
): Promise<Result<Database, Failure>> {
  const version = stored ?? (await storedVersion(name, options))
  if (version > schemaVersion) return refuse({ code: 'newerData', stored: version, known: schemaVersion })
  const db = newDatabase(name, options)
  try {
    const opening = db.open()
    const opened = await Promise.race([opening, new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience))])
    if (opened !== 'late') return ok(db)
    opening.then(onFree, () => undefined)
    return refuse({ code: 'blocked' })
  } catch (error) {
    return refuse(storageFailure(error))
  }
}

/**
 * Opens the one in use, which a restore may have changed.
 * @param beforeUpgrade runs when what is stored is of an older shape, before it is touched
 * @param onFree comes after `blocked` when the data can be opened after all
 */
export async function openInUse(
  options: DatabaseOptions = {},
  beforeUpgrade: (name: string, version: number) => Promise<void> = () => Promise.resolve(),
  onFree: () => void = () => undefined,
): Promise<Result<Database, Failure>> {
  try {
    const known = await listed(options)
    const { inUse } = await readDoor(options, known)
    const stored = known ? (known.get(inUse) ?? 0) / 10 : await storedVersion(inUse, options)
    if (stored > 0 && stored < schemaVersion) await beforeUpgrade(inUse, stored)
    return await openDatabase(inUse, options, stored, onFree)
  } catch (error) {
    return refuse(storageFailure(error))
  }
}

/** Opens what is stored as it stands, of whatever version; nothing is upgraded. */
export async function openAsItIs(name: string, options: DatabaseOptions = {}): Promise<Database> {
  const db = new Dexie(name, options)
  await db.open()
  return Object.assign(db, Object.fromEntries(db.tables.map((table) => [table.name, table]))) as unknown as Database
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
