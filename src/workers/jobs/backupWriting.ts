// What every job around backups does: all of a database written somewhere, and opened again to be sure; watched, stopped, its trouble a value.
import type { Result } from '../../base/result.ts'
import { blobSource, openBackup, writeBackup, type BackupAbout, type ByteSink, type OpenedBackup } from '../../exchange/backup.ts'
import { BackupTrouble } from '../../exchange/backupTrouble.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import type { Shelf } from '../../storage/keep/generatedFiles.ts'
import type { SnapshotShelf } from '../../storage/keep/snapshots.ts'
import { backupRows } from '../../storage/read/backupRows.ts'
import { readTablet } from '../../storage/read/lists.ts'
import type { BackupWish, MadeBackup } from './backupJobs.ts'
import type { JobBook } from './jobBook.ts'

/** What the jobs around backups work with. */
export interface BackupPlace {
  db: Database
  book: JobBook
  shelf: Shelf
  snapshots: SnapshotShelf
}

/** How a job is watched: told where it is, and it throws `stopped` there when it should end. */
export type Told = (done: number, total: number) => void

export const watching =
  (book: JobBook, job: number): Told =>
  (done, total) => {
    if (book.stopped(job)) throw new Refused({ code: 'stopped' })
    book.progress(job, done, total)
  }

/** Runs something that reads or writes backups: trouble with the file or the disk comes back as a value. */
export async function withFiles<T>(act: () => Promise<T>): Promise<Result<T, Failure>> {
  return guarded(async () => {
    try {
      return await act()
    } catch (error) {
      throw error instanceof BackupTrouble ? new Refused(error.failure) : error
    }
  })
}

/** What was written, and found whole. */
export type Kept = Pick<MadeBackup, 'size' | 'rev' | 'counts' | 'unreadable'>

/** Reading takes about so much of the time, checking the rest. */
const readingPart = 0.75

/**
 * Writes all of a database and opens it again to be sure. Throws what the disk throws, and `Refused`.
 * @param opened the file, when all is written
 */
export async function writeWhole(
  db: Database,
  wish: BackupWish & Pick<BackupAbout, 'shape'>,
  sink: ByteSink,
  opened: () => Promise<Blob>,
  told: Told,
): Promise<Kept> {
  const { app, at, tablet, shape, password } = wish
  const prefix = (await readTablet(db))?.prefix ?? ''
  const total = await countRows(db)
  let rows = 0
  const read = backupRows(db, (more) => told((rows += more) * readingPart, total))
  const about = { app, at, tablet, prefix, ...(shape === undefined ? {} : { shape }) }
  const { size, contents } = await writeBackup(read, about, sink, password)
  const file = await opened()
  const again = await openBackup(blobSource(file), 'backup', password)
  if (!again.ok) throw new Refused(again.failure)
  if (file.size !== size) throw new Refused({ code: 'backupCut', fileName: 'backup' })
  await again.value.check((done, all) => told(total * (readingPart + (1 - readingPart) * (done / Math.max(1, all))), total))
  return { size, rev: contents.rev, counts: countsOf(again.value), unreadable: [] }
}

async function countRows(db: Database): Promise<number> {
  // Only the long tables: the others are gone through in no time.
  const [contacts, entries] = await Promise.all([db.contacts.count(), db.entries.count()])
  return Math.max(1, contacts + entries)
}

export const countsOf = ({ counts }: OpenedBackup): Record<TableName, number> =>
  Object.fromEntries(tableNames.map((name) => [name, counts[name]])) as Record<TableName, number>
