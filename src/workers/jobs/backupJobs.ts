// What is asked of backups and what comes back: one file of everything, made and checked; bringing it back into a database of its own;
// snapshots the app makes by itself; a folder of the device with a file a day.
import type { Result } from '../../base/result.ts'
import type { RowPlace } from '../../exchange/backupRow.ts'
import type { Failure } from '../../model/failure.ts'
import type { TableName } from '../../model/tables.ts'

/** What the file says of itself. @property password locks the file; missing or blank = anybody can open it */
export interface BackupWish {
  /** The build of the app, the moment, the tablet's name. */
  app: string
  at: string
  tablet: string
  password?: string
}

/** A backup that was written, opened again and found whole. */
export interface MadeBackup {
  /** `fieldbook-2026-03-02-1541.fieldbook` */
  name: string
  /** It may lie on the disk: it is not read into memory to hand it on. */
  file: Blob
  size: number
  /** The number of the last commit that is in it. */
  rev: number
  counts: Record<TableName, number>
  encrypted: boolean
  verifiedAt: string
  /** Rows that are not in the shape of their table: they are in the file as they stand. */
  unreadable: RowPlace[]
}

/** What a backup file holds. */
export interface BackupContents {
  at: string
  tablet: string
  /** The prefix of that tablet's numbers: a second tablet needs another one. */
  prefix: string
  app: string
  version: number
  encrypted: boolean
  counts: Record<TableName, number>
  /** When the newest row of a table was made or changed, where its rows say so. */
  newest: Partial<Record<TableName, string>>
  /** Rows that are not in the shape of their table and cannot be brought into it: a restore leaves them out, when it may. */
  unreadable: RowPlace[]
  /** Rows in which something is missing: a restore puts blanks there. */
  incomplete: RowPlace[]
}

/** This tablet takes over from the one that made the file, or becomes another one beside it with a name and a number prefix of its own. */
export type RestoreAs = 'takesOver' | { name: string; prefix: string }

export interface RestoreWish {
  password?: string
  as: RestoreAs
  /** Rows that cannot be read stay out; otherwise they refuse the file with `backupUnreadable`. */
  without?: true
}

/** A restore that was done and not confirmed yet: the data as they were before are still there. */
export interface RestoreToConfirm {
  at: string
  fileName: string
}

/** Why a snapshot was made. `upgrade`: before the stored shape was changed; `restore`: what a restore replaced. */
export type SnapshotReason = 'daily' | 'upgrade' | 'restore' | 'asked'

/** A backup the app made by itself, in the browser's own file system. It protects from mistakes, not from the loss of the tablet. */
export interface Snapshot {
  name: string
  at: string
  reason: SnapshotReason
  size: number
  contacts: number
  entries: number
}

/** A folder of the device, and how backups there go. */
export interface FolderState {
  name: string
  /** `ask`: the browser wants to be asked again, which it allows only in a tap. */
  permission: 'granted' | 'ask' | 'denied'
  /** When a backup was last written there and opened again. */
  writtenAt?: string
  /** Why the last try since then failed. */
  failed?: CopyTrouble
}

/** A copy the app wanted to make by itself and could not. */
export interface CopyTrouble {
  at: string
  failure: Failure
}

export interface BackupJobs {
  /** Progress counts rows. Failures: `diskFull`, `stopped`, disk trouble; then nothing is left behind. */
  makeBackup: (wish: BackupWish, job: number) => Promise<Result<MadeBackup, Failure>>
  /** Opens a file and checks every piece and row. Failures: `backupNotOurs`, `backupBroken`, `backupNewer`, `backupPassword`, `stopped`. */
  checkBackup: (file: Blob, fileName: string, password: string | undefined, job: number) => Promise<Result<BackupContents, Failure>>
  /**
   * Restores into a database of its own, counts and compares, then switches over to it; all windows load anew. The data as they were
   * stay until `confirmRestore`. Failures: those of `checkBackup`, `prefixTaken`, `diskFull`; then everything is as before.
   */
  restoreBackup: (
    file: Blob,
    fileName: string,
    wish: RestoreWish,
    at: string,
    job: number,
  ) => Promise<Result<{ database: string }, Failure>>
  /** Whether the data from before a restore are still there. */
  restoreToConfirm: () => Promise<RestoreToConfirm | undefined>
  /** Lets go of the data from before the restore; a snapshot of them is kept where there is a place for it. */
  confirmRestore: (wish: BackupWish, job: number) => Promise<Result<undefined, Failure>>
  /** Switches back to the data from before the restore; was something done since, a copy of it is kept, or where there is no room it stays. */
  goBackBeforeRestore: (wish?: BackupWish) => Promise<Result<{ database: string }, Failure>>
  /** Newest first; nothing where the browser has no place for them. */
  listSnapshots: () => Promise<Snapshot[]>
  /** Makes one now. @returns nothing where there is no place for it */
  makeSnapshot: (wish: BackupWish, reason: SnapshotReason, job: number) => Promise<Result<Snapshot | undefined, Failure>>
  /** Makes one if something changed and the last is older than a day; one window does it. */
  snapshotIfDue: (wish: BackupWish) => Promise<Result<Snapshot | undefined, Failure>>
  /** The file of one, to check it, restore from it or save it; nothing when it is gone. */
  snapshotFile: (name: string) => Promise<Blob | undefined>
  /** The chosen folder; nothing when none was. */
  folder: () => Promise<FolderState | undefined>
  /** Writes the backup of this day into the folder, opens it there again, and keeps the last ten. Failures: `folderPermission`, `folderGone`. */
  writeToFolder: (wish: BackupWish, job: number) => Promise<Result<MadeBackup, Failure>>
}
