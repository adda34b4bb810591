// Restoring a backup: everything on the tablet is replaced in one transaction. The one writer besides `commit` that puts nouns,
// and it makes no undo: the app offers a backup of the present state first.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, type AllRows } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import type { ChangeRow, Database } from '../database.ts'
import { guarded } from '../failure.ts'

/** Replaces all rows by those of a backup; a failure leaves everything as it was. `rev` starts above both sides. */
export async function restoreAll(db: Database, rows: AllRows, at: string): Promise<Result<number, Failure>> {
  return guarded(() =>
    db.transaction('rw', [...tableNames.map((name) => db.table(name)), db.changes, db.drafts, db.snapshots], async () => {
      const highest = highestRev(rows)
      const rev = Math.max(highest, await lastRev(db)) + 1
      for (const name of tableNames) {
        await db.table(name).clear()
        await db.table(name).bulkAdd(rows[name].map((row) => ({ ...row, rev })))
      }
      await db.drafts.clear()
      await db.snapshots.clear()
      await db.changes.put({ rev, at, what: 'restore', ids: {} } satisfies ChangeRow)
      return rev
    }),
  )
}

/** The highest `rev` of any row. Not by `Math.max` of all: a million rows are more arguments than a call takes. */
export function highestRev(rows: AllRows): number {
  let highest = 0
  for (const name of tableNames) for (const { rev } of rows[name]) if (rev > highest) highest = rev
  return highest
}
