// The backup: everything in one file, written piece by piece, and opened again and checked right after it was made. Where the file goes is
// said by whoever asks: a file for the person, a snapshot, a folder of the device.
import { dayOf } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { blobSource, openBackup, writeBackup, type BackupAbout, type ByteSink, type OpenedBackup } from '../../exchange/backup.ts'
import { BackupTrouble } from '../../exchange/backupTrouble.ts'
import type { Failure } from '../../model/failure.ts'
import { tableNames, type TableName } from '../../model/tables.ts'
import type { Database } from '../../storage/database.ts'
import { guarded, Refused } from '../../storage/failure.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { snapshotShelf, type SnapshotShelf } from '../../storage/keep/snapshots.ts'
import { backupRows } from '../../storage/read/backupRows.ts'
import { readTablet } from '../../storage/read/lists.ts'
import type { BackupContents, BackupJobs, BackupWish, MadeBackup } from './backupJobs.ts'
import { folderJobs } from './folderBackups.ts'
import { JobBook } from './jobBook.ts'
import { restoreJobs } from './restores.ts'
import { snapshotJobs } from './snapshots.ts'
import { whenStored } from './whenStored.ts'

export type * from './backupJobs.ts'

/** What the jobs around backups work with. */
export interface BackupPlace {
  db: Database
  book: JobBook
  shelf: Shelf
  snapshots: SnapshotShelf
}

/** @param snapshots where the app keeps backups it makes by itself */
export function backupJobs(
  db: Database,
  book: JobBook = new JobBook(),
  shelf: Shelf = newShelf(),
  snapshots: SnapshotShelf = snapshotShelf(),
): BackupJobs {
  const place = { db, book, shelf, snapshots }
  return {
    makeBackup: (wish, job) => makeBackup(place, wish, job),
    checkBackup: (file, fileName, password, job) => checkBackup(file, fileName, password, watching(book, job)),
    ...restoreJobs(place),
    ...snapshotJobs(place),
    ...folderJobs(place),
  }
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
export type Kept = Pick<MadeBackup, 'size' | 'rev' | 'counts'>

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
  return { size, rev: contents.rev, counts: countsOf(again.value) }
}

async function countRows(db: Database): Promise<number> {
  // Only the long tables: the others are gone through in no time.
  const [contacts, entries] = await Promise.all([db.contacts.count(), db.entries.count()])
  return Math.max(1, contacts + entries)
}

const countsOf = ({ counts }: OpenedBackup): Record<TableName, number> =>
  Object.fromEntries(tableNames.map((name) => [name, counts[name]])) as Record<TableName, number>

async function makeBackup({ db, book, shelf }: BackupPlace, wish: BackupWish, job: number): Promise<Result<MadeBackup, Failure>> {
  const told = watching(book, job)
  const stored = await whenStored(db, told, () => book.stopped(job))
  // Contacts of an import that nobody goes on with are in the backup as they will stand.
  if (!stored.ok && stored.failure.code !== 'importOpen') return stored
  const run = shelf.begin()
  const writing = shelf.open(run, 0)
  const made = await withFiles(async () => {
    const kept = await writeWhole(
      db,
      wish,
      writing,
      async () => {
        await writing.close()
        return writing.content()
      },
      told,
    )
    return { ...kept, file: await writing.content() }
  })
  if (made.ok) return ok({ ...made.value, name: nameOf(wish.at), encrypted: Boolean(wish.password), verifiedAt: wish.at })
  await writing.abort().catch(() => undefined)
  await shelf.discard(run)
  return refuse(made.failure)
}

const nameOf = (at: string) => `fieldbook-${dayOf(new Date(at))}.fieldbook`

function checkBackup(file: Blob, fileName: string, password: string | undefined, told: Told): Promise<Result<BackupContents, Failure>> {
  return withFiles(async () => {
    const opened = await openBackup(blobSource(file), fileName, password)
    if (!opened.ok) throw new Refused(opened.failure)
    await opened.value.check(told)
    const { at, tablet, prefix, app, version, encrypted, newest } = opened.value
    return { at, tablet, prefix, app, version, encrypted, newest, counts: countsOf(opened.value) }
  })
}
