// Backups: made, looked into, brought back; copies the app keeps by itself; a folder of the device. The long part runs in the worker.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { askForFolder, forgetFolder as forget, keepFolder, readFolder, type BackupFolder } from '../storage/keep/handles.ts'
import { readTablet } from '../storage/read/lists.ts'
import type { JobWatch } from '../workers/call.ts'
import type {
  BackupContents,
  BackupWish,
  FolderState,
  MadeBackup,
  RestoreAs,
  RestoreToConfirm,
  Snapshot,
} from '../workers/jobs/backupJobs.ts'
import type { House } from './house.ts'
import { saveTablet } from './settings.ts'

export type { BackupContents, BackupFolder, FolderState, MadeBackup, RestoreAs, RestoreToConfirm, Snapshot }

type Done<T> = Promise<Result<T, Failure>>

async function wishOf(house: House, app: string, password = ''): Promise<BackupWish> {
  const tablet = await readTablet(house.db)
  return { app, at: house.occasion().now, tablet: tablet?.name ?? '', ...(password ? { password } : {}) }
}

/** Makes a backup of everything and opens it again to be sure. @param password blank = anybody can open it. Failures: `stopped`, disk trouble. */
export async function makeBackup(house: House, app: string, password = '', watch: JobWatch = {}): Done<MadeBackup> {
  const wish = await wishOf(house, app, password)
  return house.calls.watched(watch, (work, job) => work.makeBackup(wish, job))
}

/** The backup reached the person's hands: the tablet remembers it. */
export const backupSaved = (house: House, made: MadeBackup): Done<unknown> => {
  const { rev, size, name, encrypted, verifiedAt } = made
  return saveTablet(house, { lastBackup: { at: house.occasion().now, rev: rev + 1, size, name, encrypted, verifiedAt } })
}

/** Opens a backup file and checks every piece of it; nothing is changed. Failures: what is wrong with the file, `backupPassword`, `stopped`. */
export const checkBackup = (house: House, file: Blob, fileName: string, password = '', watch: JobWatch = {}): Done<BackupContents> =>
  house.calls.watched(watch, (work, job) => work.checkBackup(file, fileName, password || undefined, job))

/**
 * Brings a backup back beside the data that are here, then switches over. The page is loaded anew afterwards.
 * @param without rows that cannot be read stay out; otherwise they refuse the file
 */
export async function restoreBackup(
  house: House,
  file: Blob,
  fileName: string,
  { as, password = '', without }: { as: RestoreAs; password?: string; without?: true },
  watch: JobWatch = {},
): Done<{ database: string }> {
  const wish = { as, ...(password ? { password } : {}), ...(without ? { without } : {}) }
  const { now } = house.occasion()
  const done = await house.calls.watched(watch, (work, job) => work.restoreBackup(file, fileName, wish, now, job))
  house.onWritten(done)
  return done
}

/** A restore that the person has not decided about yet. */
export const restoreToDecide = (house: House): Promise<RestoreToConfirm | undefined> => house.calls.work.restoreToConfirm()

/** What was restored stays; the data from before go. */
export async function keepRestored(house: House, app: string, watch: JobWatch = {}): Done<undefined> {
  const wish = await wishOf(house, app)
  return house.calls.watched(watch, (work, job) => work.confirmRestore(wish, job))
}

/** Back to the data from before the restore. The page is loaded anew afterwards. */
export const goBackBeforeRestore = async (house: House): Done<{ database: string }> =>
  house.calls.work.goBackBeforeRestore(await wishOf(house, ''))

/** Copies the app made by itself, newest first. */
export const listCopies = (house: House): Promise<Snapshot[]> => house.calls.work.listSnapshots()

/** Makes one now; nothing where the browser has no place for it. */
export async function makeCopy(house: House, app: string, watch: JobWatch = {}): Done<Snapshot | undefined> {
  const wish = await wishOf(house, app)
  return house.calls.watched(watch, (work, job) => work.makeSnapshot(wish, 'asked', job))
}

/** The file of a copy; nothing when it is gone. */
export const copyFile = (house: House, name: string): Promise<Blob | undefined> => house.calls.work.snapshotFile(name)

/** Writes the backup of this day into the chosen folder and opens it there again. Failures: `folderPermission`, `folderGone`. */
export async function writeToFolder(house: House, app: string, watch: JobWatch = {}): Done<MadeBackup> {
  const wish = await wishOf(house, app)
  const done = await house.calls.watched(watch, (work, job) => work.writeToFolder(wish, job))
  if (done.ok) await backupSaved(house, done.value)
  return done
}

/** The chosen folder and whether it may be written; nothing when none was chosen. */
export const folderState = (house: House): Promise<FolderState | undefined> => house.calls.work.folder()

/** From now on backups go into this folder, too. */
export const chooseFolder = (house: House, folder: BackupFolder): Promise<void> => keepFolder(house.db, folder)

/** Asks the browser once more whether it may be written; call it in a tap. */
export async function allowFolder(house: House): Promise<boolean> {
  const kept = await readFolder(house.db)
  return kept !== undefined && askForFolder(kept)
}

/** No folder any more; the files in it stay. */
export const forgetFolder = (house: House): Promise<void> => forget(house.db)
