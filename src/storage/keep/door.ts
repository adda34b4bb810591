// Which database is in use. A restore fills one of its own, `fieldbook-2`; then one small row here says that it is the one from now on. The
// one before stays until the restore is confirmed. A tablet that was never restored has no such row, and looks for none.
import Dexie, { type EntityTable } from 'dexie'
import { placeOf, type Database, type DatabaseOptions } from '../database.ts'

export const firstName = 'fieldbook'
const doorName = 'fieldbook-door'

/** What the door says. */
export interface Door {
  inUse: string
  /** The data that a restore replaced, until it is confirmed. */
  before?: { database: string; at: string; fileName: string }
  /** Data in which something was done after a restore, and of which no copy could be made: they stay. */
  aside?: string[]
}
type DoorDatabase = Dexie & { door: EntityTable<Door & { id: string }, 'id'> }

const factoryOf = (options: DatabaseOptions) => options.indexedDB ?? globalThis.indexedDB

/** Databases by name, with the version of each; nothing where the browser does not list them. */
export async function listed(options: DatabaseOptions = {}): Promise<Map<string, number> | undefined> {
  const factory = factoryOf(options)
  if (typeof factory.databases !== 'function') return undefined
  return new Map((await factory.databases()).map(({ name = '', version = 0 }) => [name, version]))
}

/** @param known what `listed` gave, so that a start looks only once */
export async function readDoor(options: DatabaseOptions = {}, known?: Map<string, number>): Promise<Door> {
  const all = known ?? (await listed(options))
  const isThere = all ? all.has(doorName) : await new Dexie(doorName, options).open().then(closed, () => false)
  if (!isThere) return { inUse: firstName }
  return atDoor(options, async (db) => {
    const row = await db.door.get('door')
    if (!row) return { inUse: firstName }
    return { inUse: row.inUse, ...(row.before ? { before: row.before } : {}), ...(row.aside ? { aside: row.aside } : {}) }
  })
}

function closed(db: Dexie): true {
  db.close()
  return true
}

/** Says which one is in use from now on: one row, there or not. */
export const writeDoor = (door: Door, options: DatabaseOptions = {}): Promise<void> =>
  atDoor(options, async (db) => void (await db.door.put({ id: 'door', ...door })))

async function atDoor<T>(options: DatabaseOptions, act: (db: DoorDatabase) => Promise<T>): Promise<T> {
  const db = new Dexie(doorName, { chromeTransactionDurability: 'strict', ...options }) as DoorDatabase
  db.version(1).stores({ door: '&id' })
  try {
    return await act(db)
  } finally {
    db.close()
  }
}

const numbered = /^fieldbook-(\d+)$/

/** A name that no database has yet. */
export async function freshName(db: Database): Promise<string> {
  const names = await namesOf(placeOf(db))
  const highest = Math.max(1, ...names.map((name) => Number(numbered.exec(name)?.[1] ?? 1)))
  return `${firstName}-${highest + 1}`
}

async function namesOf(options: DatabaseOptions): Promise<string[]> {
  const all = await listed(options)
  return all ? [...all.keys()] : Dexie.getDatabaseNames()
}

export async function removeDatabase(name: string, options: DatabaseOptions = {}): Promise<void> {
  await new Promise<void>((done, failed) => {
    const asked = factoryOf(options).deleteDatabase(name)
    asked.onsuccess = () => done()
    // Another window still has it open: it goes when that one lets go, or at a later start.
    asked.onblocked = () => done()
    asked.onerror = () => failed(asked.error ?? new Error(name))
  })
}

/** Removes what killed restores left half, and what was let go while a window still had it open. */
export async function tidyDatabases(options: DatabaseOptions = {}): Promise<void> {
  const names = (await namesOf(options)).filter((name) => name === firstName || numbered.test(name))
  const { inUse, before, aside = [] } = await readDoor(options)
  // Should the one in use not be there, nothing is removed: what is left may be all there is.
  if (names.length < 2 || !names.includes(inUse)) return
  const kept = [inUse, before?.database, ...aside]
  for (const name of names) if (!kept.includes(name)) await removeDatabase(name, options)
}

const channelName = 'fieldbook door'
const channel = () => (typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(channelName))

/** Tells all windows that another database is in use now. */
export function tellSwitched(name: string): void {
  const told = channel()
  told?.postMessage(name)
  // What was posted still goes out.
  told?.close()
}

/** Hears of it. */
export function whenSwitched(hear: (name: string) => void): void {
  const told = channel()
  if (told) told.onmessage = ({ data }) => hear(String(data))
}
