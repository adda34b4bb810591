// Every row of every table for a backup, portion by portion, so that they are never in memory together. What is written meanwhile is read
// once more at the end, in one transaction, so that the backup is of one commit. A database of an older shape gives what it has.
import type { BackupEnd, BackupPortion, StoredRow } from '../../model/backupRows.ts'
import { tableNames, type TableName } from '../../model/tables.ts'
import { changesSince, lastRev } from '../changes.ts'
import type { Database } from '../database.ts'

/** So many rows are in memory at once: fewer where one row holds many lines, or a document. */
const portions: Partial<Record<TableName, number>> = { attachments: 1, segmentLines: 2, loggedLines: 50, loggedSegments: 20, steps: 20 }
const portionOf = (table: TableName) => portions[table] ?? 4000

/** @param told how many rows were read; throws to stop */
export async function* backupRows(db: Database, told: (rows: number) => void = () => undefined): AsyncGenerator<BackupPortion, BackupEnd> {
  const there = tableNames.filter((name) => db.tables.some((table) => table.name === name))
  const start = await lastRev(db)
  const counts = Object.fromEntries(tableNames.map((name) => [name, 0])) as Record<TableName, number>
  const pending = new Set<string>()
  for (const table of there) {
    for await (const rows of rowsOf(db, table, pending)) {
      counts[table] += rows.length
      yield* table === 'attachments' ? apart(rows) : [{ table, rows }]
      told(rows.length)
    }
  }
  const { portions: later, end } = await whatCame(db, there, start, counts)
  yield* later
  return end
}

/** Contacts on their way from an import first: they may reach their places while these are read. */
async function* rowsOf(db: Database, table: TableName, pending: Set<string>): AsyncGenerator<StoredRow[]> {
  if (table === 'contacts')
    for await (const contacts of pendingOf(db)) {
      for (const { id } of contacts) pending.add(id)
      yield contacts
    }
  const most = portionOf(table)
  const read = (last: string) => db.table<StoredRow, string>(table).where(':id').above(last).limit(most).toArray()
  for (let next = read(''); ;) {
    const rows = await next
    const last = rows.at(-1)?.id
    const isEnd = last === undefined || rows.length < most
    // The next are on their way while these are worked on.
    if (!isEnd) next = read(last)
    next.catch(() => undefined)
    const fresh = table === 'contacts' && pending.size > 0 ? rows.filter(({ id }) => !pending.has(id)) : rows
    if (fresh.length > 0) yield fresh
    if (isEnd) return
  }
}

const hasPending = (db: Database) => db.tables.some(({ name }) => name === 'pendingContacts')

async function* pendingOf(db: Database): AsyncGenerator<StoredRow[]> {
  if (!hasPending(db)) return
  for (const key of await db.pendingContacts.toCollection().primaryKeys()) {
    const piece = await db.pendingContacts.get(key)
    if (piece) yield piece.contacts
  }
}

/** A row of a document, and the document. */
function apart(rows: readonly StoredRow[], later?: true): BackupPortion[] {
  const documents = rows.map(({ id, bytes }) => ({ document: id, bytes: new Uint8Array(bytes as ArrayBuffer) }))
  const without = rows.map(({ bytes: _, ...row }) => row as StoredRow)
  return [...documents, { table: 'attachments', rows: without, ...(later ? { later } : {}) }]
}

/** Rows of commits since `start`, as they stand now, and how many rows there are by now; all of one moment. */
async function whatCame(db: Database, there: readonly TableName[], start: number, counts: Record<TableName, number>) {
  const places = [...there.map((name) => db.table(name)), db.changes, ...(hasPending(db) ? [db.pendingContacts] : [])]
  return db.transaction('r', places, async () => {
    const portions: BackupPortion[] = []
    const removed: { table: TableName; id: string }[] = []
    const changes = await changesSince(db, start)
    for (const table of there) {
      const ids = [...new Set(changes.flatMap((change) => change.ids[table] ?? []))]
      if (ids.length === 0) continue
      const rows = await standing(db, table, ids)
      const found = new Set(rows.map(({ id }) => id))
      for (const id of ids) if (!found.has(id)) removed.push({ table, id })
      portions.push(...(table === 'attachments' ? apart(rows, true) : [{ table, rows, later: true as const }]))
      counts[table] = await countNow(db, table)
    }
    if (removed.length > 0) portions.push({ removed })
    return { portions, end: { rev: await lastRev(db), counts } }
  })
}

async function standing(db: Database, table: TableName, ids: readonly string[]): Promise<StoredRow[]> {
  const rows = (await db.table<StoredRow, string>(table).bulkGet([...ids])).filter((row) => row !== undefined)
  if (table !== 'contacts' || rows.length === ids.length || !hasPending(db)) return rows
  const missing = new Set(ids)
  for (const { id } of rows) missing.delete(id)
  for (const { contacts } of await db.pendingContacts.toArray())
    for (const contact of contacts) if (missing.has(contact.id)) rows.push(contact)
  return rows
}

async function countNow(db: Database, table: TableName): Promise<number> {
  let count = await db.table(table).count()
  if (table === 'contacts' && hasPending(db)) await db.pendingContacts.each(({ contacts }) => (count += contacts.length))
  return count
}
