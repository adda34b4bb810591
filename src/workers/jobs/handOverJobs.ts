// What is asked of hand-over files and what comes back: one made for another tablet, one looked at, one taken in.
import type { Result } from '../../base/result.ts'
import type { Blocker } from '../../core/contact/deleteContact.ts'
import type { Choices, Conflict, MergedTable } from '../../core/handOver/coming.ts'
import type { PartTable } from '../../core/handOver/partOfBackup.ts'
import type { Failure } from '../../model/failure.ts'
import type { HandOverWish } from '../../model/handOverWish.ts'
import type { ContactId } from '../../model/ids.ts'
import type { BackupWish } from './backupJobs.ts'
import type { PlainOccasion } from './occasion.ts'

/** How the file is made. @property password locks it: what is handed over is about people */
export type HandOverMaking = BackupWish & { password: string; title: string }

export interface MadeHandOver {
  /** `handover-Spring-2026-03-02-1541.fieldbook` */
  name: string
  file: Blob
  size: number
  /** Rows by table, as they are told before and after. */
  counts: Partial<Record<MergedTable, number>>
}

/** Somebody, or something, by name. */
export interface Told {
  table: MergedTable
  id: string
  name: string
  /** Parts that come from there. */
  parts: string[]
}

/** What a file would bring, told before anything is written. */
export interface ComingTold {
  at: string
  /** The tablet it comes from, and what it is about. */
  from: string
  title: string
  /** A backup, of which a part comes back. */
  isBackup: boolean
  /** New, changed, brought back, gone: each with its name. */
  fresh: Told[]
  changed: Told[]
  back: Told[]
  going: Told[]
  /** Deleted here, and left so. */
  stays: Told[]
  /** Rows that stand here as they come. */
  same: number
  /** What both changed, to be chosen. */
  conflicts: (Omit<Conflict, 'mine' | 'theirs'> & { name: string })[]
  /** Deleted there, and cannot go here: with what stands against it. */
  blocked: { contactId: ContactId; name: string; blockers: Blocker[] }[]
  /** Forgotten there: to be forgotten here by the person. */
  forgottenThere: { id: ContactId; name: string }[]
}

export interface ComingWish {
  password?: string
  choices: Choices
  /** Of a backup: what stays out, with all that rests on it. */
  without?: readonly PartTable[]
}

export interface HandOverJobs {
  /** What would go, counted. */
  handOverCounts: (wish: HandOverWish) => Promise<Result<MadeHandOver['counts'], Failure>>
  /** Failures: `importOpen`, `diskFull`, `stopped`, disk trouble. */
  makeHandOver: (wish: HandOverWish, how: HandOverMaking, job: number) => Promise<Result<MadeHandOver, Failure>>
  /** Looks at a file; writes nothing. Failures: those of a backup, `stopped`. */
  handOverPreview: (
    file: Blob,
    fileName: string,
    wish: ComingWish,
    plain: PlainOccasion,
    job: number,
  ) => Promise<Result<ComingTold, Failure>>
  /** Takes it in, as one commit that can be taken back. @returns the commit; nothing when all of it stood here already */
  takeHandOver: (
    file: Blob,
    fileName: string,
    wish: ComingWish,
    plain: PlainOccasion,
    job: number,
  ) => Promise<Result<ComingTold & { rev: number | undefined }, Failure>>
}
