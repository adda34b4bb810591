// The only place that writes the nouns: one transaction, all or nothing. It returns its own undo.
import { ok, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { noChanges, tableNames, type Changes, type Requirement, type Row, type TableName, type Untouched } from '../model/tables.ts'
import type { Table } from 'dexie'
import { forgottenSince, lastRev } from './changes.ts'
import type { ChangeRow, Database } from './database.ts'
import { guarded, Refused, wasThere } from './failure.ts'
import { probe } from './keep/health.ts'
import { placeContacts } from './keep/pendingContacts.ts'
import { asTheyCanStand } from './read/lostReferences.ts'

/** What happened: the number of the commit, and what takes it back. */
export interface Committed {
  rev: number
  /** Takes this commit back; every row it touched must still bear its `rev`. */
  inverse: Changes
}

const touchedBy = (changes: Changes): TableName[] =>
  tableNames.filter((name) => changes.put[name]?.length || changes.remove[name]?.length || changes.requires.some((r) => r.table === name))

/** How a long commit tells how many of its rows are written; nothing stands before all are. */
export type Writing = (done: number, total: number) => void

/**
 * Writes the changes. Refused with `stale` when a row they rest on has moved, with `diskFull` when there is no room;
 * then nothing was written.
 * @param what a short word for the log of changes, as `logSegment`
 */
export async function commit(
  db: Database,
  changes: Changes,
  what: string,
  at: string,
  writing?: Writing,
): Promise<Result<Committed, Failure>> {
  return commitBeside(db, changes, { what, at, writing })
}

/** What an act says about itself, and what else it writes in the same transaction. */
export interface Act {
  what: string
  at: string
  writing?: Writing | undefined
  beside?: Beside
}

/** Rows of the housekeeping that stand or fall with a commit. */
export interface Beside {
  tables: readonly Table[]
  /** Rows that the log of changes names too, though `write` brings them to the disk. */
  ids?: ChangeRow['ids']
  /** Runs before the commit has looked at anything; what it throws leaves everything as it was. */
  check?: () => Promise<void>
  write: (committed: Committed) => Promise<void>
}

/** The same with rows of the housekeeping: all of both or nothing. */
export async function commitBeside(db: Database, changes: Changes, act: Act): Promise<Result<Committed, Failure>> {
  // Rows that were never stored are not looked for on the disk; should one be there after all, the whole begins again with a look.
  const write = () =>
    guarded(async () => {
      await placeContacts(db, contactsOf(changes))
      return attempt(db, changes, { ...act, trusting: true }).catch(again(db, changes, act))
    })
  const done = await write()
  if (done.ok || done.failure.code !== 'connectionLost') return done
  // A browser that lost its connection while the tablet slept: it is opened anew, and what was not written yet is written.
  if (!(await probe(db, act.at)) || (await wasWritten(db, act))) return done
  return write()
}

/** Whether this very act is in the log of changes: then only its answer was lost. */
const wasWritten = async (db: Database, { what, at }: Act): Promise<boolean> => {
  const last = await db.changes.toCollection().last()
  return last?.what === what && last.at === at
}

/** Contacts that are touched or rested on: those on their way from an import reach their places first. */
const contactsOf = ({ put, remove, requires }: Changes): string[] => [
  ...(put.contacts ?? []).flatMap(({ id, rev }) => (rev > 0 ? [id] : [])),
  ...(remove.contacts ?? []),
  ...requires.flatMap(({ table, id, rev }) => (table === 'contacts' && rev !== 'absent' ? [id] : [])),
]

interface Attempt extends Act {
  /** Rows without a `rev` are taken for new. */
  trusting?: boolean
}

const again = (db: Database, changes: Changes, how: Attempt) => (error: unknown) => {
  if (wasThere(error)) return attempt(db, changes, how)
  throw error
}

async function attempt(db: Database, changes: Changes, how: Attempt): Promise<Committed> {
  const names = touchedBy(changes)
  const scope = new Set<Table>([...names.map((name) => db.table(name)), db.changes, ...(how.beside?.tables ?? [])])
  return db.transaction('rw', [...scope], async () => {
    await how.beside?.check?.()
    const read: RowsRead = new Map()
    const [first] = await moved(db, changes.requires, read)
    if (first) throw new Refused({ code: 'stale', table: first.table, id: first.id })
    for (const rows of changes.untouched ?? []) await holdUntouched(db, rows)
    const rev = await db.changes.add({ at: how.at, what: how.what, ids: joinIds(idsOf(changes), how.beside?.ids) })
    const inverse = { ...noChanges(), undoes: rev }
    const counted = counting(changes, how.writing)
    for (const name of names)
      await write(db, name, changes, { rev, inverse, counted, trusting: how.trusting ?? false, read: read.get(name) })
    await how.beside?.write({ rev, inverse })
    return { rev, inverse }
  })
}

function counting(changes: Changes, writing: Writing | undefined): (rows: number) => void {
  const total = tableNames.reduce((sum, name) => sum + (changes.put[name]?.length ?? 0), 0)
  let done = 0
  return (rows) => writing?.((done += rows), total)
}

/** Rows by table and key as the transaction found them: a long one is not read twice. */
type RowsRead = Map<TableName, Map<string, { rev: number }>>

/** The requirements that do not hold: another window or an earlier act wrote these rows. @param read takes the rows that were looked at */
async function moved(db: Database, requires: readonly Requirement[], read?: RowsRead): Promise<Requirement[]> {
  const broken: Requirement[] = []
  for (const name of tableNames) {
    const asked = requires.filter((requirement) => requirement.table === name)
    if (asked.length === 0) continue
    const keys = asked.map(({ id }) => id)
    const rows = (await db.table(name).bulkGet(keys)) as ({ rev: number } | undefined)[]
    read?.set(name, byKey(keys, rows))
    const isBroken = ({ rev }: Requirement, index: number) => (rev === 'absent' ? rows[index] !== undefined : rows[index]?.rev !== rev)
    for (const [index, requirement] of asked.entries()) if (isBroken(requirement, index)) broken.push(requirement)
  }
  return broken
}

/** By the log of changes: a few rows of it tell for thousands. */
async function holdUntouched(db: Database, { table, ids, since }: Untouched): Promise<void> {
  const later = await db.changes.where('rev').above(since).toArray()
  const asked = later.length > 0 ? new Set(ids) : undefined
  const id = later.flatMap((change) => (change.what === 'restore' ? ids : (change.ids[table] ?? []))).find((one) => asked?.has(one))
  if (id !== undefined) throw new Refused({ code: 'stale', table, id })
}

function idsOf(changes: Changes): ChangeRow['ids'] {
  const ids: ChangeRow['ids'] = {}
  for (const name of tableNames) {
    const touched = [...(changes.put[name] ?? []).map((row) => row.id), ...(changes.remove[name] ?? [])]
    if (touched.length > 0) ids[name] = touched
  }
  return ids
}

function joinIds(ids: ChangeRow['ids'], more: ChangeRow['ids'] = {}): ChangeRow['ids'] {
  const joined = { ...ids }
  for (const name of tableNames) if (more[name]?.length) joined[name] = [...(ids[name] ?? []), ...more[name]]
  return joined
}

interface Writer {
  rev: number
  inverse: Changes
  counted: (rows: number) => void
  trusting: boolean
  /** Rows of the table that were looked at before. */
  read: ReadonlyMap<string, { rev: number }> | undefined
}

/** So many rows are written before it is told. */
const stride = 2000

async function write<T extends TableName>(
  db: Database,
  name: T,
  changes: Changes,
  { rev, inverse, counted, trusting, read }: Writer,
): Promise<void> {
  const put = (changes.put[name] ?? []) as Row<T>[]
  const remove = changes.remove[name] ?? []
  if (put.length === 0 && remove.length === 0) return
  const table = db.table<Row<T>, string>(name)
  const isNew = (row: Row<T>) => trusting && row.rev === 0
  const known = put.filter((row) => !isNew(row)).map((row) => row.id as string)
  const keys = [...known, ...remove]
  const unread = keys.filter((key) => !read?.has(key))
  const looked = byKey(unread, await table.bulkGet(unread))
  const before = new Map(keys.flatMap((key) => rowOf(key, looked.get(key) ?? (read?.get(key) as Row<T> | undefined))))
  if (before.size > 0) Object.assign(inverse.put, { [name]: [...before.values()] })
  const created = put.filter((row) => !before.has(row.id)).map((row) => row.id as string)
  if (created.length > 0) inverse.remove[name] = created
  for (const row of put) inverse.requires.push({ table: name, id: row.id, rev })
  for (const key of remove) if (before.has(key)) inverse.requires.push({ table: name, id: key, rev: 'absent' })
  await table.bulkDelete(remove)
  const stamped = (row: Row<T>) => ({ ...row, rev })
  for (let from = 0; from < put.length; from += stride) {
    const part = put.slice(from, from + stride)
    const fresh = part.filter(isNew)
    if (fresh.length > 0) await table.bulkAdd(fresh.map(stamped))
    if (fresh.length < part.length) await table.bulkPut(part.filter((row) => !isNew(row)).map(stamped))
    counted(part.length)
  }
}

const rowOf = <R>(key: string, row: R | undefined): [string, R][] => (row === undefined ? [] : [[key, row]])

function byKey<R>(keys: readonly string[], rows: readonly (R | undefined)[]): Map<string, R> {
  return new Map(keys.flatMap((key, at) => rowOf(key, rows[at])))
}

/** Rows an undo left as they are, because they were edited since. */
export interface TakenBack extends Committed {
  kept: { table: TableName; id: string }[]
}

/** `whole`: all of the act or nothing. `each`: rows edited since are left out and listed, the rest goes back at once. */
export type TakeBack = 'whole' | 'each'

/** So often it begins again when another window writes meanwhile. */
const attempts = 3

/**
 * Takes a commit back. Number series are never moved back over numbers given since, and contacts name nothing that is gone by now.
 * Refused with `changedSince` when the act belongs together (`whole`) and a row of it was edited since, with `undoForgotten` when somebody
 * was forgotten since: her words may stand in what would come back.
 */
export async function takeBack(
  db: Database,
  inverse: Changes,
  how: TakeBack,
  what: string,
  at: string,
  writing?: Writing,
): Promise<Result<TakenBack, Failure>> {
  for (let attempt = 1; ; attempt++) {
    const done = await takeBackOnce(db, inverse, how, { what, at, writing })
    if (done.ok || done.failure.code !== 'stale' || attempt === attempts) return done
  }
}

async function takeBackOnce(db: Database, inverse: Changes, how: TakeBack, act: Act): Promise<Result<TakenBack, Failure>> {
  const read = await guarded(async () => {
    const since = await lastRev(db)
    const left = (await moved(db, inverse.requires)).map(({ table, id }) => ({ table, id }))
    const kept = left.filter(({ table }) => table !== 'series')
    if (how === 'whole' && kept.length > 0) throw new Refused({ code: 'changedSince', count: kept.length })
    return { since, kept, changes: await asTheyCanStand(db, without(inverse, left), inverse.undoes) }
  })
  if (!read.ok) return read
  const { since, kept, changes } = read.value
  const check = async () => {
    if (inverse.undoes !== undefined && (await forgottenSince(db, inverse.undoes))) throw new Refused({ code: 'undoForgotten' })
    const [contact] = changes.put.contacts ?? []
    if (contact && (await lastRev(db)) !== since) throw new Refused({ code: 'stale', table: 'contacts', id: contact.id })
  }
  const done = await commitBeside(db, changes, { ...act, beside: { tables: [], check, write: () => Promise.resolve() } })
  return done.ok ? ok({ ...done.value, kept }) : done
}

function without(changes: Changes, kept: TakenBack['kept']): Changes {
  const keys = new Set(kept.map(({ table, id }) => `${table} ${id}`))
  const isKept = (table: TableName, id: string) => keys.has(`${table} ${id}`)
  const rest = noChanges()
  for (const name of tableNames) {
    const put = (changes.put[name] ?? []).filter((row) => !isKept(name, row.id))
    if (put.length > 0) Object.assign(rest.put, { [name]: put })
    const remove = (changes.remove[name] ?? []).filter((id) => !isKept(name, id))
    if (remove.length > 0) rest.remove[name] = remove
  }
  rest.requires = changes.requires.filter(({ table, id }) => !isKept(table, id))
  return rest
}
