// Taking an import back, in one transaction: rows it made go, rows it changed become as they were, and the journal says so.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { Changes, TableName } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import { commitBeside, type Committed, type Writing } from '../commit.ts'
import type { Database, ImportRow } from '../database.ts'
import { Refused } from '../failure.ts'
import type { Ids } from '../read/importTrace.ts'
import { importWord } from './imports.ts'
import { placeContacts } from './pendingContacts.ts'

export interface TakeBack {
  row: ImportRow
  at: string
  /** The last commit that was seen; refused with `stale` when there is another by now. */
  since: number
  /** Rows that go, by table. */
  going: Ids
  /** Rows that stay though the import made them: those on their way reach their places. */
  stays: readonly { table: TableName; id: string }[]
  /** What is put: rows as they were, open segments without the people who go. */
  changes: Changes
}

export async function takeOut(db: Database, plan: TakeBack, progress: Writing): Promise<Result<Committed, Failure>> {
  const { row, going, since } = plan
  const total = [...going.values()].reduce((sum, ids) => sum + ids.size, 0)
  await placeContacts(
    db,
    plan.stays.flatMap(({ table, id }) => (table === 'contacts' ? [id] : [])),
  )
  return commitBeside(db, plan.changes, {
    what: `undo ${importWord[row.kind]}`,
    at: plan.at,
    beside: {
      tables: [...[...going.keys()].map((table) => db.table(table)), db.contacts, db.pendingContacts, db.imports, db.importBefore],
      ids: Object.fromEntries([...going].map(([table, ids]) => [table, [...ids]])),
      check: async () => {
        if ((await lastRev(db)) !== since) throw new Refused({ code: 'stale', table: 'contacts', id: row.id })
      },
      write: async ({ rev }) => {
        let done = 0
        await db.pendingContacts.where('importId').equals(row.id).delete()
        for (const [table, ids] of going) await removeAll(db, table, ids, (rows) => progress((done += rows), total))
        await db.importBefore.where('importId').equals(row.id).delete()
        await db.imports.put({ ...row, state: 'takenBack', kept: plan.stays.length, takenBackRev: rev })
      },
    },
  })
}

const stride = 2000

/** Rows of one import mostly stand side by side: a stretch in which nothing else stands goes at one go. */
async function removeAll(db: Database, name: TableName, ids: ReadonlySet<string>, removed: (rows: number) => void): Promise<void> {
  const table = db.table<unknown, string>(name)
  const keys = [...ids].sort()
  for (let from = 0; from < keys.length; from += stride) {
    const part = keys.slice(from, from + stride)
    const stretch = table.where(':id').between(part[0], part.at(-1), true, true)
    if ((await stretch.count()) === part.length) await stretch.delete()
    else await table.bulkDelete(part)
    removed(part.length)
  }
}
