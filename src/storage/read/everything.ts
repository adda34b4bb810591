// Every row of every table, read in one transaction: for backups, and for taking the sample data out.
import { tableNames, type AllRows } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import type { Database } from '../database.ts'

/** All rows, and the number of the commit they stand at. */
export async function readEverything(db: Database): Promise<{ rows: AllRows; rev: number }> {
  return db.transaction('r', [...tableNames.map((name) => db.table(name)), db.changes, db.pendingContacts], async () => {
    const rows = {} as Record<string, unknown[]>
    for (const name of tableNames) rows[name] = await db.table<unknown>(name).toArray()
    // Contacts of an import that are not in their places yet are there all the same.
    for (const { contacts } of await db.pendingContacts.toArray()) rows['contacts']?.push(...contacts)
    return { rows: rows as unknown as AllRows, rev: await lastRev(db) }
  })
}
