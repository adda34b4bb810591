// Files: backups out and in again. The long part runs in the worker.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import { readTablet } from '../storage/read/lists.ts'
import type { BackupContents, MadeBackup } from '../workers/jobs/backups.ts'
import type { House } from './house.ts'
import { saveTablet } from './settings.ts'

export interface BackupFile extends MadeBackup {
  bytes: ArrayBuffer
}

/** Makes a backup of everything, opens it again to be sure, and remembers when. */
export async function makeBackup(house: House, app: string): Promise<Result<BackupFile, Failure>> {
  const { now } = house.occasion()
  const tablet = await readTablet(house.db)
  const made = await house.calls.work.makeBackup({ app, at: now, tablet: tablet?.name ?? '' }, 0)
  return made.ok ? { ok: true, value: { ...made.value, bytes: await made.value.file.arrayBuffer() } } : made
}

/** The backup reached the person's hands. */
export const backupSaved = (house: House, made: MadeBackup): Promise<Result<unknown, Failure>> =>
  saveTablet(house, { lastBackup: { at: house.occasion().now, rev: made.rev + 1, size: made.size } })

export const checkBackup = (house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<BackupContents, Failure>> =>
  house.calls.work.checkBackup(new Blob([bytes]), fileName, undefined, 0)

/** Brings back what the backup holds, and switches over to it. */
export const restoreBackup = (house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<{ database: string }, Failure>> =>
  house.calls.work.restoreBackup(new Blob([bytes]), fileName, { as: 'takesOver' }, house.occasion().now, 0)
