// What stays when an import is taken back: rows that were edited since, and rows that others rest on. Whatever rests on a row of the import
// was written after it, so only what was written since is read, not all contacts.
import { tableNames, type Row, type TableName } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import type { Ids, ImportTrace } from './importTrace.ts'
import { readTouchedContacts } from './pending.ts'
import { readTouched, type TouchedRow } from './rows.ts'

/** A row of an import that stays, or does not become quite as it was, and why. */
export interface StayingRow {
  table: TableName
  id: string
  name: string
  /** `lostReference`: it is as it was, but for what it named and what was deleted meanwhile. */
  why: 'editedSince' | 'referred' | 'lostReference'
}

export interface Staying {
  /** Rows that the import made and that can go. */
  going: Ids
  /** Rows as they were, to be put back. */
  back: Map<TableName, Row<TableName>[]>
  stays: StayingRow[]
}

/** Evidence names its people itself, bytes name nobody. */
const silent: ReadonlySet<TableName> = new Set<TableName>(['loggedLines', 'loggedStates', 'attachments', 'series', 'importMappings'])
/** An open segment lets go of people who go: their lines go with them. */
const openSegments: ReadonlySet<TableName> = new Set<TableName>(['segmentLines', 'steps'])

/** So many rows are in memory at once. */
const portion = 2000

/** @param pause is awaited between portions; what it throws ends the reading */
export async function readStaying(db: Database, trace: ImportTrace, pause: () => Promise<void>): Promise<Staying> {
  const going = untouched(trace)
  const stays: StayingRow[] = []
  const referred: [TableName, string][] = []
  const tableOf = new Map([...going].flatMap(([table, ids]) => [...ids].map((id) => [id, table] as const)))
  const visit = (table: TableName, row: Row<TableName>) => {
    for (const id of mentioned(row)) {
      const of = tableOf.get(id)
      if (!of || id === row.id || (of === 'contacts' && openSegments.has(table)) || !going.get(of)?.delete(id)) continue
      referred.push([of, id])
    }
  }
  const changed = new Map([...trace.before].map(([table, rows]) => [table, new Set(rows.map(({ id }): string => id))]))
  for (const [table, ids] of trace.touched) {
    if (silent.has(table)) continue
    await eachOf(db, table, [...ids], pause, (row) => {
      const isOurs = trace.made.get(table)?.has(row.id) === true || changed.get(table)?.has(row.id) === true
      if (isOurs) stays.push({ table, id: row.id, name: nameOf(row), why: 'editedSince' })
      visit(table, row)
    })
  }
  // Rows that a later import keeps to put them back rest on others as those do that stand.
  await eachKept(db, trace, pause, visit)
  // Whoever stays keeps what she rests on: her company, its groups.
  for (let next = referred.splice(0); next.length > 0; next = referred.splice(0))
    for (const table of tableNames) {
      const ids = next.flatMap(([of, id]) => (of === table ? [id] : []))
      await eachOf(db, table, ids, pause, (row) => {
        stays.push({ table, id: row.id, name: nameOf(row), why: 'referred' })
        visit(table, row)
      })
    }
  return { going, back: asTheyWere(trace), stays }
}

/** How rows were before later imports that stand. */
async function eachKept(
  db: Database,
  { row: { rev } }: ImportTrace,
  pause: () => Promise<void>,
  take: (table: TableName, row: Row<TableName>) => void,
): Promise<void> {
  const later = await db.imports.filter((other) => other.rev > rev && other.state !== 'takenBack').toArray()
  for (const { id } of later)
    for (const key of await db.importBefore.where('importId').equals(id).primaryKeys()) {
      const piece = await db.importBefore.get(key)
      for (const row of piece?.rows ?? []) if (piece) take(piece.table, row)
      await pause()
    }
}

function untouched({ made, touched }: ImportTrace): Ids {
  return new Map([...made].map(([table, ids]) => [table, new Set([...ids].filter((id) => touched.get(table)?.has(id) !== true))]))
}

function asTheyWere({ before, touched }: ImportTrace): Staying['back'] {
  return new Map([...before].map(([table, rows]) => [table, rows.filter(({ id }) => touched.get(table)?.has(id) !== true)]))
}

async function eachOf(
  db: Database,
  table: TableName,
  ids: readonly string[],
  pause: () => Promise<void>,
  take: (row: Row<TableName>) => void,
): Promise<void> {
  for (let from = 0; from < ids.length; from += portion) {
    const part = ids.slice(from, from + portion)
    const rows: TouchedRow<Row<TableName>>[] =
      table === 'contacts' ? await readTouchedContacts(db, part) : await readTouched(db.table<Row<TableName>, string>(table), part)
    for (const [, row] of rows) if (row) take(row)
    await pause()
  }
}

/** Every text in a row, however deep: one that is the id of another row mentions it. */
function* mentioned(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  else if (typeof value === 'object' && value !== null && !(value instanceof ArrayBuffer))
    for (const inner of Object.values(value)) yield* mentioned(inner)
}

/** What a row is called: by its name, who or what it is about, else its number. */
function nameOf(row: Row<TableName>): string {
  const { name, contactName, description, no, code } = row as Partial<
    Record<'name' | 'contactName' | 'description' | 'no' | 'code', string>
  >
  return name || contactName || description || no || code || row.id
}
