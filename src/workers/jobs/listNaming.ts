// Rows that name what stands in a list, wherever they are: read row by row, only those that do are kept.
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Row, TableName } from '../../model/tables.ts'
import type { SetupList } from '../../core/contact/lists.ts'
import { mentioning, renamedRow, type Renaming } from '../../core/lists/mentions.ts'
import type { Naming } from '../../core/lists/merge.ts'
import { addUses, type Names, type Uses } from '../../core/lists/uses.ts'
import type { Database } from '../../storage/database.ts'
import { readContacts, siftContacts } from '../../storage/read/pending.ts'
import { inPortions } from '../../storage/read/rows.ts'

/** From so many on all are read through: one by one takes longer. */
const many = 5000

/**
 * All rows that name what goes.
 * @param holders contacts that have it
 * @param read how many entries of the log were looked through; says when to stop
 */
export async function readListNaming(
  db: Database,
  list: SetupList,
  to: Renaming,
  holders: readonly ContactId[],
  read: (entries: number) => boolean = () => false,
): Promise<Naming> {
  const found: Naming = {}
  for (const table of mentioning[list]) {
    if (table === 'contacts') found.contacts = await readHolders(db, holders)
    else if (table === 'entries') found.entries = await readEntries(db, to, read)
    else Object.assign(found, { [table]: await rowsNaming(db, table, list, to) })
  }
  return found
}

const readHolders = (db: Database, holders: readonly ContactId[]) =>
  holders.length > many ? siftContacts(db, new Set(holders)) : readContacts(db, holders)

/** Greeting lines are few, and those that stay say which places are taken: all of them. */
const rowsNaming = (db: Database, table: TableName, list: SetupList, to: Renaming) =>
  db
    .table(table)
    .filter((row: Row<TableName>) => table === 'salutationFormulas' || renamedRow(table, row, list, to) !== row)
    .toArray()

async function readEntries(db: Database, to: Renaming, read: (entries: number) => boolean): Promise<InteractionLogEntry[]> {
  const found: InteractionLogEntry[] = []
  let count = 0
  let isStopped = false
  await inPortions(db.entries, (rows) => {
    if (isStopped) return
    for (const row of rows) if (row.salespersonId && to(row.salespersonId) !== row.salespersonId) found.push(row)
    isStopped = read((count += rows.length))
  })
  return found
}

/** Everything beside contacts and the log that names something of the list, by what it names. */
export async function readUses(db: Database, list: SetupList): Promise<Uses> {
  const [segments, loggedSegments, campaigns] = await Promise.all([
    db.segments.toArray(),
    db.loggedSegments.toArray(),
    db.campaigns.toArray(),
  ])
  const byKey = <R extends { id: string }>(rows: R[]) => new Map<string, R>(rows.map((row) => [row.id, row]))
  const names: Names = { segments: byKey(segments), loggedSegments: byKey(loggedSegments), campaigns: byKey(campaigns) }
  const uses: Uses = {}
  for (const table of mentioning[list]) {
    if (table === 'contacts' || table === 'entries' || table === 'merges') continue
    await db.table(table).each((row: Row<TableName>) => addUses(uses, table, row, list, names))
  }
  return uses
}
