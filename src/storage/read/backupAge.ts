// How old the last backup is, and whether there is anything of the person's own to lose.
import type { Tablet } from '../../model/settings.ts'
import { lastRev } from '../changes.ts'
import type { Database } from '../database.ts'
import { rowsBesideImports } from './imports.ts'
import { readTablet } from './lists.ts'
import { watch, type Watched } from './watch.ts'

export interface BackupAgeRead {
  last: Tablet['lastBackup']
  lastAt: string | undefined
  /** Commits since the last backup, or ever; an import counts with its rows. */
  changes: number
  ownData: boolean
}

const own = (row: { sample?: true | undefined }) => row.sample !== true

export async function readBackupAge(db: Database): Promise<BackupAgeRead> {
  const [tablet, rev, ownData] = await Promise.all([readTablet(db), lastRev(db), hasOwnRows(db)])
  const last = tablet?.lastBackup
  const since = last?.rev ?? 0
  return { last, lastAt: last?.at, changes: Math.max(0, rev - since) + (await rowsBesideImports(db, since)), ownData }
}

/** Sample data are few: the first own row is found after a glance. */
async function hasOwnRows(db: Database): Promise<boolean> {
  for (const table of [db.pendingContacts, db.contacts, db.segments, db.entries] as const)
    if (await table.filter((row: object) => own(row)).first()) return true
  return false
}

export const watchBackupAge = (db: Database): Watched<BackupAgeRead> => watch(() => readBackupAge(db))
