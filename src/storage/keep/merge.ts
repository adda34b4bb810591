// Writing a merge: nothing was written between the reading and the writing, and what was being typed about the contact that goes (an
// interaction, a call) is about the one that stays.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Changes } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import { commitBeside, type Committed, type Writing } from '../commit.ts'
import type { Database } from '../database.ts'
import { Refused } from '../failure.ts'

export interface MergeWriting {
  at: string
  /** The number of the last commit before anything was read. */
  since: number
  ways: readonly { from: ContactId; to: ContactId }[]
  progress: Writing
}

/** Failures: `stale` when something was written meanwhile, disk trouble. */
export const writeMerge = (
  db: Database,
  changes: Changes,
  { at, since, ways, progress }: MergeWriting,
): Promise<Result<Committed, Failure>> =>
  commitBeside(db, changes, {
    ...{ what: 'mergeContacts', at, writing: progress },
    beside: {
      tables: [db.drafts],
      check: async () => {
        if ((await lastRev(db)) !== since) throw new Refused({ code: 'stale', table: 'contacts', id: ways[0]?.from ?? '' })
      },
      write: async () => {
        for (const way of ways) await moveDrafts(db, way)
      },
    },
  })

/** Forms about the contact's own fields stay where they are: they come back when the two are parted. */
async function moveDrafts(db: Database, { from, to }: MergeWriting['ways'][number]): Promise<void> {
  for (const noun of ['interaction', 'call']) {
    const draft = await db.drafts.get(`${noun}:${from}`)
    if (!draft || (await db.drafts.get(`${noun}:${to}`))) continue
    await db.drafts.put({ ...draft, id: `${noun}:${to}` })
    await db.drafts.delete(draft.id)
  }
}
