// When a backup is due: a week or fifty changes after the last one, or at once while what the person made herself was never saved anywhere.
import { dayOf, daysBetween, type Day } from '../../base/day.ts'

export interface BackupAge {
  /** When the last backup was saved. */
  lastAt: string | undefined
  /** Commits since then, or ever. */
  changes: number
  /** There are rows that are not sample data. */
  ownData: boolean
}

export const daysUntilDue = 7
export const changesUntilDue = 50

/** Whole days since the last backup; 0 without one. */
export const daysSinceBackup = ({ lastAt }: BackupAge, today: Day): number =>
  lastAt === undefined ? 0 : Math.max(0, daysBetween(dayOf(new Date(lastAt)), today))

/** Whether the person is reminded, and why. */
export function backupDue(age: BackupAge, today: Day): 'no' | 'never' | 'days' | 'changes' {
  if (age.lastAt === undefined) return age.ownData ? 'never' : 'no'
  if (age.changes >= changesUntilDue) return 'changes'
  // A week without a change leaves nothing that the last backup does not hold.
  return age.changes > 0 && daysSinceBackup(age, today) >= daysUntilDue ? 'days' : 'no'
}

const behindAfter = 2 * 24 * 3_600_000

/** A copy that the app makes by itself is behind: something was changed after it, and it is older than two days all the same. */
export const isBehind = (copyAt: string, lastChangeAt: string | undefined, now: string): boolean =>
  lastChangeAt !== undefined && lastChangeAt > copyAt && Date.parse(now) - Date.parse(copyAt) > behindAfter
