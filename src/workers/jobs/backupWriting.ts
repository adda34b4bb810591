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
  // Rows that come meanwhile are not counted: it never says more than all.
  const tell = (part: number) => told(Math.floor(total * Math.min(1, part)), total)
  const read = backupRows(db, (more) => tell(readingPart * Math.min(1, (rows += more) / total)))
  const about = { app, at, tablet, prefix, ...(shape === undefined ? {} : { shape }) }
  const { size, contents } = await writeBackup(read, about, sink, password)
  const file = await opened()
  const again = await openBackup(blobSource(file), 'backup', password)
  if (!again.ok) throw notWhole(again.failure)
  if (file.size !== size) throw notWhole({ code: 'backupCut', fileName: 'backup' })
  const { unreadable, incomplete } = await again.value
    .check((done, all) => tell(readingPart + (1 - readingPart) * (done / Math.max(1, all))))
    .catch((error: unknown) => {
      throw error instanceof BackupTrouble ? notWhole(error.failure) : error
    })
  return { size, rev: contents.rev, counts: countsOf(again.value), unreadable: [...unreadable, ...incomplete] }
}

/** Of what was written just now nobody is to be told how to restore it. */
const notWhole = ({ code, ...rest }: Failure) =>
  new Refused({ code: 'backupNotWhole', detail: `${code} ${'detail' in rest ? rest.detail : ''}`.trim() })

/** Of every table; contacts on their way are counted when they come. */
async function countRows(db: Database): Promise<number> {
  const there = tableNames.filter((name) => db.tables.some((table) => table.name === name))
  const counts = await Promise.all(there.map((name) => db.table(name).count()))
  return counts.reduce((sum, count) => sum + count, 1)
}

export const countsOf = ({ counts }: OpenedBackup): Record<TableName, number> =>
  Object.fromEntries(tableNames.map((name) => [name, counts[name]])) as Record<TableName, number>
