// An act that rests on all that was read: should anybody have written meanwhile, it is planned again.
import { lastRev } from '../../storage/changes.ts'
import type { Beside } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { Refused } from '../../storage/failure.ts'

/** Refuses the commit with `stale` when there is one after `since`. */
export const nothingSince = (db: Database, since: number): Beside => ({
  tables: [],
  check: async () => {
    if ((await lastRev(db)) !== since) throw new Refused({ code: 'stale', table: 'contacts', id: '' })
  },
  write: () => Promise.resolve(),
})
