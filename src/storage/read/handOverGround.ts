// What stands here of the rows that come in a file, and what is known of them.
import type { HandOverState } from '../../model/handOver.ts'
import { tableNames, type AllRows, type TableName } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { noRows } from './handOver.ts'
import { readContacts } from './pending.ts'
import type { ContactId } from '../../model/ids.ts'

/** Everything that is known of rows handed over, by key. */
export async function readStates(db: Database): Promise<Map<string, HandOverState>> {
  return new Map((await db.handOverStates.toArray()).map((state) => [state.id, state]))
}

/** These rows as they stand here, with all lines and steps of the segments among them. */
export async function readHere(db: Database, ids: Partial<Record<TableName, readonly string[]>>): Promise<AllRows> {
  const rows = noRows()
  for (const table of tableNames) {
    const wanted = [...new Set(ids[table] ?? [])]
    if (wanted.length === 0 || table === 'contacts') continue
    const found = (await db.table(table).bulkGet(wanted)) as (object | undefined)[]
    Object.assign(rows, { [table]: found.filter((row) => row !== undefined) })
  }
  rows.contacts = await readContacts(db, [...new Set(ids.contacts ?? [])] as ContactId[])
  const open = rows.segments.map(({ id }) => id)
  rows.segmentLines = (await db.segmentLines.bulkGet(open)).filter((row) => row !== undefined)
  rows.steps = await db.steps.where('segmentId').anyOf(open).toArray()
  return rows
}

/** Which of these keys stand in a table. */
export async function readKeys(db: Database, table: TableName, ids: readonly string[]): Promise<Set<string>> {
  const found = await db
    .table<unknown, string>(table)
    .where(':id')
    .anyOf([...new Set(ids)])
    .primaryKeys()
  return new Set(found)
}
