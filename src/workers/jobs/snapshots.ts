// Backups the app makes by itself: when something changed and the last is older than a day, before the stored shape is changed, and of what
// a restore replaced. The last five stay, and of the rare kinds the last one besides.
import { ok, type Result } from '../../base/result.ts'
import { blobSource, openBackup } from '../../exchange/backup.ts'
import type { BackupAbout } from '../../exchange/backup.ts'
import type { Failure } from '../../model/failure.ts'
import { lastRev } from '../../storage/changes.ts'
import type { DatabaseOptions } from '../../storage/database.ts'
import { snapshotShelf, type SnapshotShelf } from '../../storage/keep/snapshots.ts'
import { openAsItIs } from '../../storage/open.ts'
import { readTablet } from '../../storage/read/lists.ts'
import { lockManager } from '../life.ts'
import type { BackupJobs, BackupWish, Snapshot, SnapshotReason } from './backupJobs.ts'
import { watching, withFiles, writeWhole, type BackupPlace, type Told } from './backupWriting.ts'
import { whenStored } from './whenStored.ts'

const most = 5
const day = 24 * 3_600_000
const lock = 'fieldbook snapshot'

export function snapshotJobs(place: BackupPlace): Pick<BackupJobs, 'listSnapshots' | 'makeSnapshot' | 'snapshotIfDue' | 'snapshotFile'> {
  const { db, book, snapshots } = place
  return {
    listSnapshots: async () => (await found(snapshots)).map(({ rev: _, ...snapshot }) => snapshot),
    makeSnapshot: (wish, reason, job) => keepSnapshot(place, { ...wish, reason }, watching(book, job)),
    snapshotIfDue: async (wish) => {
      const locks = lockManager()
      const ifDue = async () =>
        (await isDue(place, wish.at)) ? keepSnapshot(place, { ...wish, reason: 'daily' }, () => undefined) : ok(undefined)
      if (!locks) return ifDue()
      let done: Awaited<ReturnType<typeof ifDue>> = ok(undefined)
      await locks.request(lock, { ifAvailable: true }, async (held) => void (held && (done = await ifDue())))
      return done
    },
    snapshotFile: async (name) => (nameParts(name) ? snapshots.file(name) : undefined),
  }

  async function isDue({ snapshots: shelf }: BackupPlace, at: string): Promise<boolean> {
    const rev = await lastRev(db)
    // An import that is not over is waited for: the next idle moment comes.
    if (rev === 0 || !(await whenStored(db, undefined, () => true)).ok) return false
    const [last] = await found(shelf)
    return !last || (last.rev !== rev && Date.parse(at) - Date.parse(last.at) > day)
  }
}

const pattern = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z) (daily|upgrade|restore|asked)\.fieldbook$/

const nameOf = (at: string, reason: SnapshotReason) => `${at.replace(/[:.]/g, '-')} ${reason}.fieldbook`

function nameParts(name: string): { at: string; reason: SnapshotReason } | undefined {
  const [, hour, minute, second, rest, reason] = pattern.exec(name) ?? []
  return hour === undefined ? undefined : { at: `${hour}:${minute}:${second}.${rest}`, reason: reason as SnapshotReason }
}

/** Whether a file is one of these copies, and not one that was saved elsewhere. */
export const isCopyHere = async (shelf: SnapshotShelf, name: string): Promise<boolean> =>
  nameParts(name) !== undefined && (await shelf.names()).includes(name)

/** Newest first; what a killed one left half is not among them. */
async function found(shelf: SnapshotShelf): Promise<(Snapshot & { rev: number })[]> {
  const all: (Snapshot & { rev: number })[] = []
  for (const name of (await shelf.names()).reverse()) {
    const parts = nameParts(name)
    const file = parts && (await shelf.file(name))
    const opened = file && (await openBackup(blobSource(file), name))
    if (!opened?.ok) continue
    const { counts, rev } = opened.value
    all.push({ name, ...parts!, size: file!.size, contacts: counts.contacts, entries: counts.entries, rev })
  }
  return all
}

type Kind = BackupWish & Pick<BackupAbout, 'shape'> & { reason: SnapshotReason }

/** Makes one, checks it, and lets go of those that are too many. Nothing where there is no place for it; a full disk leaves the old ones. */
export async function keepSnapshot(
  { db, snapshots }: Pick<BackupPlace, 'db' | 'snapshots'>,
  { reason, ...wish }: Kind,
  told: Told,
): Promise<Result<Snapshot | undefined, Failure>> {
  const name = nameOf(wish.at, reason)
  const made = await withFiles(async () => {
    const writing = await snapshots.begin(name)
    if (!writing) return undefined
    try {
      const { password: _, ...open } = wish
      const opened = async () => {
        await writing.close()
        return (await snapshots.file(name)) ?? new Blob()
      }
      return await writeWhole(db, open, writing, opened, told)
    } catch (error) {
      await writing.abort()
      throw error
    }
  })
  if (!made.ok) return made
  if (!made.value) return ok(undefined)
  await tidy(snapshots)
  const { size, counts } = made.value
  return ok({ name, at: wish.at, reason, size, contacts: counts.contacts, entries: counts.entries })
}

async function tidy(shelf: SnapshotShelf): Promise<void> {
  const whole = await found(shelf)
  const rare = (['upgrade', 'restore'] as const).flatMap((reason) => whole.find((one) => one.reason === reason) ?? [])
  const kept = new Set([...whole.slice(0, most), ...rare].map(({ name }) => name))
  for (const name of await shelf.names()) if (!kept.has(name)) await shelf.remove(name)
}

/** Of a database that an older version left, as it stands: its rows are brought up to date when they are restored. */
export async function dumpAsItIs(
  name: string,
  version: number,
  { app, at }: Pick<BackupWish, 'app' | 'at'>,
  { options = {}, snapshots = snapshotShelf() }: { options?: DatabaseOptions; snapshots?: SnapshotShelf } = {},
): Promise<Result<Snapshot | undefined, Failure>> {
  const db = await openAsItIs(name, options)
  try {
    const tablet = await readTablet(db)
    const wish = { app, at, tablet: tablet?.name ?? '', shape: version, reason: 'upgrade' as const }
    return await keepSnapshot({ db, snapshots }, wish, () => undefined)
  } finally {
    db.close()
  }
}
