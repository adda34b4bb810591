// Files: contacts in, backups out and in again. The long part runs in the worker.
import type { Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { Changes } from '../model/tables.ts'
import type { Committed, TakenBack } from '../storage/commit.ts'
import { readTablet } from '../storage/read/lists.ts'
import { readReferred } from '../storage/read/references.ts'
import type { BackupContents, MadeBackup } from '../workers/jobs/backups.ts'
import type { CheckedFile } from '../workers/jobs/plainImport.ts'
import { plainOccasion, undo, type House } from './house.ts'
import { saveTablet } from './settings.ts'

/** Reads a contacts file and says what taking it in would do. Nothing is written. */
export const checkContactsFile = (house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<CheckedFile, Failure>> =>
  house.calls.work.checkContactsFile(bytes, fileName, plainOccasion(house))

/** Takes the file in, as one commit; its inverse takes it back, leaving what was edited since. */
export async function importContacts(
  house: House,
  bytes: ArrayBuffer,
  fileName: string,
): Promise<Result<Committed & { counts: CheckedFile['counts'] }, Failure>> {
  const done = await house.calls.work.importContacts(bytes, fileName, plainOccasion(house))
  house.onWritten(done)
  return done
}

/**
 * Takes an import back: all its rows that were not edited since. What others rest on by now (a company with people added later, a
 * contact with log entries, a group in use) stays too, and all that stays is listed.
 */
export async function undoImport(house: House, inverse: Changes): Promise<Result<TakenBack, Failure>> {
  const referred = await readReferred(house.db, inverse)
  const rest: Changes = { ...inverse, remove: { ...inverse.remove } }
  const kept: TakenBack['kept'] = []
  for (const table of ['contacts', 'mailingGroups', 'industryGroups', 'salespeople'] as const) {
    const ids = inverse.remove[table] ?? []
    rest.remove[table] = ids.filter((id) => !referred[table].has(id))
    kept.push(...ids.filter((id) => referred[table].has(id)).map((id) => ({ table, id })))
  }
  rest.requires = inverse.requires.filter(({ table, id }) => !kept.some((row) => row.table === table && row.id === id))
  const taken = await undo(house, rest, 'importContacts', 'each')
  return taken.ok ? { ok: true, value: { ...taken.value, kept: [...kept, ...taken.value.kept] } } : taken
}

export interface BackupFile extends MadeBackup {
  name: string
}

/** Makes a backup of everything, opens it again to be sure, and remembers when. */
export async function makeBackup(house: House, app: string): Promise<Result<BackupFile, Failure>> {
  const { now, today } = house.occasion()
  const tablet = await readTablet(house.db)
  const made = await house.calls.work.makeBackup({ app, at: now, tablet: tablet?.name ?? '' })
  if (!made.ok) return made
  return { ok: true, value: { ...made.value, name: `fieldbook-${today}.fieldbook` } }
}

/** The backup reached the person's hands. */
export const backupSaved = (house: House, made: MadeBackup): Promise<Result<unknown, Failure>> =>
  saveTablet(house, { lastBackup: { at: house.occasion().now, rev: made.rev + 1, size: made.bytes.byteLength } })

export const checkBackup = (house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<BackupContents, Failure>> =>
  house.calls.work.checkBackup(bytes, fileName)

/** Replaces everything on the tablet by what the backup holds. */
export async function restoreBackup(house: House, bytes: ArrayBuffer, fileName: string): Promise<Result<number, Failure>> {
  const done = await house.calls.work.restoreBackup(bytes, fileName, house.occasion().now)
  house.onWritten(done)
  if (!done.ok) return done
  // The tablet is now as that file: it is its backup.
  await saveTablet(house, { lastBackup: { at: house.occasion().now, rev: done.value + 1, size: bytes.byteLength } })
  return done
}
