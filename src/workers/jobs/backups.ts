// The backup: everything in one file, written piece by piece, and opened again and checked right after it was made. Where the file goes is
// said by whoever asks: a file for the person, a snapshot, a folder of the device.
import { dayOf } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { blobSource, openBackup } from '../../exchange/backup.ts'
import type { Failure } from '../../model/failure.ts'
import type { Database } from '../../storage/database.ts'
import { Refused } from '../../storage/failure.ts'
import { newShelf, type Shelf } from '../../storage/keep/generatedFiles.ts'
import { snapshotShelf, type SnapshotShelf } from '../../storage/keep/snapshots.ts'
import type { BackupContents, BackupJobs, BackupWish, MadeBackup } from './backupJobs.ts'
import { countsOf, watching, withFiles, writeWhole, type BackupPlace, type Told } from './backupWriting.ts'
import { folderJobs } from './folderBackups.ts'
import { JobBook } from './jobBook.ts'
import { restoreJobs } from './restores.ts'
import { snapshotJobs } from './snapshots.ts'
import { whenStored } from './whenStored.ts'

export type * from './backupJobs.ts'

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

async function makeBackup({ db, book, shelf }: BackupPlace, wish: BackupWish, job: number): Promise<Result<MadeBackup, Failure>> {
  const told = watching(book, job)
  const stored = await whenStored(db, told, () => book.stopped(job))
  // Contacts of an import that nobody goes on with are in the backup as they will stand.
  if (!stored.ok && stored.failure.code !== 'importOpen') return stored
  const run = shelf.begin()
  const writing = shelf.open(run, 0, 'memory')
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

/** With the time: two of one day do not replace each other where they are saved. */
function nameOf(at: string): string {
  const made = new Date(at)
  const two = (figure: number) => String(figure).padStart(2, '0')
  return `fieldbook-${dayOf(made)}-${two(made.getHours())}${two(made.getMinutes())}.fieldbook`
}

function checkBackup(file: Blob, fileName: string, password: string | undefined, told: Told): Promise<Result<BackupContents, Failure>> {
  return withFiles(async () => {
    const opened = await openBackup(blobSource(file), fileName, password)
    if (!opened.ok) throw new Refused(opened.failure)
    if (opened.value.handOver) throw new Refused({ code: 'backupIsHandOver', fileName })
    const troubles = await opened.value.check(told)
    const { at, tablet, prefix, app, version, encrypted, newest } = opened.value
    return { at, tablet, prefix, app, version, encrypted, newest, counts: countsOf(opened.value), ...troubles }
  })
}
