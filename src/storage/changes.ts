// The log of changes: one row per commit. Who keeps something in memory reads on here from the rev it knows; that there is something
// new, in any window, is told by the live reads, which watch the last row.
import type { ChangeRow, Database } from './database.ts'

/** Commits after `rev`, oldest first. */
export const changesSince = (db: Database, rev: number): Promise<ChangeRow[]> => db.changes.where('rev').above(rev).toArray()

/** The log of changes knows forgetting a person by this word; what was kept before it must not come back. */
export const forgetWord = 'forgetContact'

/** Whether something was forgotten after that commit: what is of before must not be kept any more. Asked in the transaction that writes. */
export const forgottenSince = async (db: Database, rev: number): Promise<boolean> =>
  (await db.changes
    .where('rev')
    .above(rev)
    .filter(({ what }) => what === forgetWord)
    .count()) > 0

/** The number of the last commit; 0 on an empty tablet. */
export async function lastRev(db: Database): Promise<number> {
  // Only the key: the row of a long log names all that it touched. By a cursor: live reads do not see that a bare list of keys grew.
  let last = 0
  await db.changes
    .toCollection()
    .reverse()
    .limit(1)
    .eachPrimaryKey((rev) => (last = rev))
  return last
}
