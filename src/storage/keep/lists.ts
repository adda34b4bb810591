// Writing what becomes of rows of a list: nothing was written between the reading and the writing, and forms that are open name what
// stays from the same moment on.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { Changes } from '../../model/tables.ts'
import { lastRev } from '../changes.ts'
import { commitBeside, type Committed, type Writing } from '../commit.ts'
import type { Database, DraftRow } from '../database.ts'
import { guarded, Refused } from '../failure.ts'

export interface ListWriting {
  what: string
  at: string
  /** The number of the last commit before anything was read. */
  since: number
  /** What an open form says from now on; itself when it names nothing of this. */
  draft: (value: unknown) => unknown
  progress: Writing
}

/** A form that was rewritten, as it was and as it is. */
export interface DraftChange {
  before: DraftRow
  after: DraftRow
}

/** Failures: `stale` when something was written meanwhile, disk trouble. */
export async function writeListChange(
  db: Database,
  changes: Changes,
  { what, at, since, draft, progress }: ListWriting,
): Promise<Result<Committed & { drafts: DraftChange[] }, Failure>> {
  const drafts: DraftChange[] = []
  const done = await commitBeside(db, changes, {
    ...{ what, at, writing: progress },
    beside: {
      tables: [db.drafts],
      check: async () => {
        if ((await lastRev(db)) !== since) throw new Refused({ code: 'stale', table: 'contacts', id: '' })
      },
      write: async () => {
        drafts.length = 0
        await db.drafts.toCollection().each((before) => {
          const value = draft(before.value)
          if (value !== before.value) drafts.push({ before, after: { ...before, value } })
        })
        await db.drafts.bulkPut(drafts.map(({ after }) => after))
      },
    },
  })
  return done.ok ? { ok: true, value: { ...done.value, drafts } } : done
}

/** Forms that nobody has typed in since say again what they said. */
export const restoreDrafts = (db: Database, drafts: readonly DraftChange[]): Promise<Result<undefined, Failure>> =>
  guarded(async () => {
    await db.transaction('rw', db.drafts, async () => {
      for (const { before, after } of drafts) {
        const now = await db.drafts.get(before.id)
        if (now && JSON.stringify(now) === JSON.stringify(after)) await db.drafts.put(before)
      }
    })
    return undefined
  })
