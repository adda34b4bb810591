// The first rows of the contact list as the index gave them last: at the next start they stand there before it can answer. The one writer
// of that row of `snapshots`; `read/firstPage` reads it.
import { forgottenSince } from '../changes.ts'
import type { Database } from '../database.ts'
import { firstPageRow } from '../read/firstPage.ts'

/** More than a tablet shows at once. */
const most = 40

/** @param rev the number of the last commit that is in these rows */
export async function keepFirstPage(db: Database, rev: number, rows: readonly unknown[]): Promise<void> {
  await db.transaction('rw', [db.snapshots, db.changes], async () => {
    if (await forgottenSince(db, rev)) return
    await db.snapshots.put({ ...firstPageRow, rev, value: rows.slice(0, most) })
  })
}
