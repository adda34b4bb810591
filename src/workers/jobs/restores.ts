// Bringing a backup back: into a database of its own, counted, then one small row says that this is the one in use. The data from before
// stay until the person says that all is there.
import { samePrefix } from '../../core/numbers.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import { blobSource, openBackup, type OpenedBackup } from '../../exchange/backup.ts'
import { broken } from '../../exchange/backupTrouble.ts'
import type { Failure } from '../../model/failure.ts'
import type { Tablet } from '../../model/settings.ts'
import { newDatabase, placeOf, type Database } from '../../storage/database.ts'
import { Refused } from '../../storage/failure.ts'
import { freshName, listed, readDoor, removeDatabase, tellSwitched, tidyDatabases, writeDoor, type Door } from '../../storage/keep/door.ts'
import { restoreInto } from '../../storage/keep/restore.ts'
import { countSinceRestore, isBare } from '../../storage/read/bare.ts'
import { lockManager } from '../life.ts'
import type { BackupJobs, BackupWish, RestoreWish } from './backupJobs.ts'
import { watching, withFiles, type BackupPlace, type Told } from './backupWriting.ts'
import { isCopyHere, keepSnapshot } from './snapshots.ts'

const lock = 'fieldbook restore'

/** Alone among all windows: nobody tidies away what is being filled. */
async function alone<T>(act: () => Promise<T>): Promise<T> {
  const locks = lockManager()
  return locks ? await locks.request(lock, act) : act()
}

/** Removes what killed restores left, unless somebody restores just now. */
export async function tidyRestores(db: Database): Promise<void> {
  const tidy = () => tidyDatabases(placeOf(db))
  const locks = lockManager()
  await (locks ? locks.request(lock, { ifAvailable: true }, (held) => (held ? tidy() : undefined)) : tidy()).catch(() => undefined)
}

export function restoreJobs(
  place: BackupPlace,
): Pick<BackupJobs, 'restoreBackup' | 'restoreToConfirm' | 'confirmRestore' | 'goBackBeforeRestore'> {
  const { db, book } = place
  const options = placeOf(db)
  return {
    restoreBackup: (file, fileName, wish, at, job) =>
      alone(() => withFiles(() => restore(place, { file, fileName, at }, wish, watching(book, job)))),
    restoreToConfirm: async () => {
      const { before } = await readDoor(options)
      return before && { at: before.at, fileName: before.fileName }
    },
    confirmRestore: (wish, job) =>
      alone(async () => {
        const door = await readDoor(options)
        const done = door.before ? await letGo(place, door.before, wish, watching(book, job)) : ok(undefined)
        if (!done.ok) return done
        return withFiles(() =>
          writeDoor({ inUse: door.inUse, ...asideOf(door.aside ?? []) }, options)
            .then(() => tidyDatabases(options))
            .then(() => undefined),
        )
      }),
    goBackBeforeRestore: (wish) => alone(() => goBack(place, wish)),
  }
}

interface Chosen {
  file: Blob
  fileName: string
  at: string
}

async function restore(place: BackupPlace, chosen: Chosen, wish: RestoreWish, told: Told): Promise<{ database: string }> {
  const { db } = place
  const { file, fileName, at } = chosen
  const opened = await openBackup(blobSource(file), fileName, wish.password)
  if (!opened.ok) throw new Refused(opened.failure)
  if (opened.value.handOver) throw new Refused({ code: 'backupIsHandOver', fileName })
  const backup = opened.value
  if (wish.as !== 'takesOver' && samePrefix(wish.as.prefix, backup.prefix))
    throw new Refused({ code: 'prefixTaken', prefix: backup.prefix })
  const name = await freshName(db)
  const total = Math.max(
    1,
    Object.values(backup.counts).reduce((sum, rows) => sum + rows, 0),
  )
  const tablet = tabletOf(backup, chosen, wish, await isCopyHere(place.snapshots, fileName))
  const restored = { at, rev: backup.rev, given: backup.given, tablet, broken: (detail: string) => broken(fileName, detail) }
  try {
    await restoreInto(name, db, backup.portions(wish.without), restored, (rows) => told(Math.min(rows, total), total))
    await switchTo(place, name, chosen, backup.app)
  } catch (error) {
    await removeDatabase(name, placeOf(db)).catch(() => undefined)
    throw error
  }
  tellSwitched(name)
  return { database: name }
}

/** The data from before the first restore stay, however many follow; what was done after one of those is kept, too. */
async function switchTo(place: BackupPlace, name: string, { at, fileName }: Chosen, app: string): Promise<void> {
  const options = placeOf(place.db)
  const door = await readDoor(options)
  const between = door.before ? await asideAfter(place, door, { app, at, tablet: '' }) : (door.aside ?? [])
  await writeDoor({ inUse: name, before: { database: door.before?.database ?? door.inUse, at, fileName }, ...asideOf(between) }, options)
}

const asideOf = (names: readonly string[]): Pick<Door, 'aside'> => (names.length > 0 ? { aside: [...names] } : {})

/** What stands aside when the one in use goes: this one, too, if something was done in it and no copy could be made. */
async function asideAfter(place: BackupPlace, { inUse, aside = [] }: Door, wish: BackupWish): Promise<string[]> {
  const options = placeOf(place.db)
  if ((await listed(options))?.has(inUse) === false) return aside
  const going = newDatabase(inUse, options)
  try {
    if ((await countSinceRestore(going)) === 0) return aside
    const kept = await keepSnapshot({ ...place, db: going }, { ...wish, reason: 'restore' }, () => undefined)
    return kept.ok && kept.value ? aside : [...aside, inUse]
  } finally {
    going.close()
  }
}

/** The tablet that takes over is as the file says, and a file from outside is its backup; a second one has a name and numbers of its own. */
const tabletOf =
  ({ encrypted, at: made, tablet, prefix }: OpenedBackup, { file, fileName, at }: Chosen, { as }: RestoreWish, isCopy: boolean) =>
  (stored: Tablet | undefined, rev: number): Tablet | undefined => {
    if (as === 'takesOver') {
      const here = stored ?? { id: 'tablet' as const, rev: 0, name: tablet, prefix, started: true }
      return isCopy ? here : { ...here, lastBackup: { at: made, rev, size: file.size, name: fileName, encrypted, verifiedAt: at } }
    }
    const { lastBackup: _, ...rest } = stored ?? { id: 'tablet' as const, rev: 0, started: true }
    // What is in the log by now is exported by the other tablet.
    return { ...rest, name: as.name, prefix: as.prefix, lastLogExport: { at, rev, entries: 0 } }
  }

/** Keeps a snapshot of the data from before a restore, where there is a place for it. */
async function letGo(
  place: BackupPlace,
  before: NonNullable<Door['before']>,
  wish: BackupWish,
  told: Told,
): Promise<Result<undefined, Failure>> {
  const options = placeOf(place.db)
  if ((await listed(options))?.has(before.database) === false) return ok(undefined)
  const old = newDatabase(before.database, options)
  try {
    // A tablet that was empty leaves nothing to come back to.
    if (await isBare(old)) return ok(undefined)
    const kept = await keepSnapshot({ ...place, db: old }, { ...wish, reason: 'restore' }, told)
    // Without room for a snapshot they go all the same: she said that all is there.
    return !kept.ok && kept.failure.code === 'stopped' ? kept : ok(undefined)
  } finally {
    old.close()
  }
}

async function goBack(place: BackupPlace, wish?: BackupWish): Promise<Result<{ database: string }, Failure>> {
  const options = placeOf(place.db)
  const door = await readDoor(options)
  const { before } = door
  const isThere = before && (await listed(options))?.has(before.database) !== false
  if (!isThere) return refuse({ code: 'noRestoreBefore' })
  const done = await withFiles(async () => {
    const aside = await asideAfter(place, door, wish ?? { app: '', at: before.at, tablet: '' })
    await writeDoor({ inUse: before.database, ...asideOf(aside) }, options)
  })
  if (!done.ok) return done
  // What was restored goes at the next start: now it is still open here.
  tellSwitched(before.database)
  return ok({ database: before.database })
}
