// The house as actions and screens get it: the database, the two workers, and the occasion of an act.
// Built once by the front door; tests build one in memory with a fixed day and counted ids (test/open.ts).
import { v7 } from 'uuid'
import { dayOf } from '../base/day.ts'
import { refuse, type Result } from '../base/result.ts'
import type { Failure } from '../model/failure.ts'
import type { Occasion } from '../model/occasion.ts'
import { noChanges, type Changes } from '../model/tables.ts'
import { commit, commitBeside, takeBack, type Committed, type TakeBack, type TakenBack } from '../storage/commit.ts'
import type { Database } from '../storage/database.ts'
import { isClosed } from '../storage/failure.ts'
import type { DraftStore } from '../storage/keep/drafts.ts'
import type { Calls, JobWatch } from '../workers/call.ts'
import type { PlainOccasion } from '../workers/jobs/occasion.ts'

export interface House {
  db: Database
  calls: Calls
  drafts: DraftStore
  occasion: () => Occasion
  /** Hears how each commit of this window went: the shell shows "saved" or "not saved", and asks the browser to keep the data. */
  onWritten: (done: Result<unknown, Failure>) => void
}

/** An occasion by the tablet's own clock. */
export function occasionNow(user: string): Occasion {
  const now = new Date()
  return { today: dayOf(now), now: now.toISOString(), user, nextId: <T extends string>() => v7() as T }
}

/** The occasion of an act that a worker does. */
export function plainOccasion(house: House): PlainOccasion {
  const { today, now, user } = house.occasion()
  return { today, now, user }
}

/**
 * Commits an action's changes and tells the shell. An act that changes nothing writes nothing.
 * @param check looks within the commit whether what no row tells still holds; it throws `stale` when not
 */
export async function write(
  house: House,
  changes: Changes,
  what: string,
  check?: () => Promise<void>,
): Promise<Result<Committed, Failure>> {
  const rows = [...Object.values(changes.put), ...Object.values(changes.remove)].reduce((sum, list) => sum + list.length, 0)
  if (rows === 0) return { ok: true, value: { rev: 0, inverse: noChanges() } }
  const at = house.occasion().now
  const beside = check && { tables: [], check, write: () => Promise.resolve() }
  const done = await (beside ? commitBeside(house.db, changes, { what, at, beside }) : commit(house.db, changes, what, at))
  house.onWritten(done)
  return done
}

/** Takes a commit back: the whole act, or of acts whose rows stand each for itself (an import) what was not edited since. */
export async function undo(house: House, inverse: Changes, what: string, how: TakeBack = 'whole'): Promise<Result<TakenBack, Failure>> {
  const done = await takeBack(house.db, inverse, how, `undo ${what}`, house.occasion().now)
  house.onWritten(done)
  return done
}

/** An act whose way back is not a few rows: it is asked for where the act was done. */
export interface Undoable {
  /** The number of its commit; 0 when it changed nothing. */
  rev: number
  takeBack: () => Promise<Result<unknown, Failure>>
}

/** Takes a long act of the worker back whole, by the number of its commit. Failures: `changedSince`, `undoLost`. */
export async function undoLong(house: House, rev: number, watch: JobWatch = {}): Promise<Result<{ rev: number }, Failure>> {
  const { now } = house.occasion()
  const done = await house.calls.watched(watch, (work, job) => work.takeBackAct(rev, now, job))
  house.onWritten(done)
  return done
}

/**
 * Plans on fresh data and commits. When another window was faster (`stale`), plans once more on what is there now;
 * then the person is told.
 */
export async function planAndWrite<T>(
  house: House,
  what: string,
  plan: () => Promise<Result<{ changes: Changes; value: T; check?: () => Promise<void> }, Failure>>,
): Promise<Result<Committed & { value: T }, Failure>> {
  for (let attempt = 1; ; attempt++) {
    const planned = await read(house, plan)
    if (!planned.ok) return planned
    const done = await write(house, planned.value.changes, what, planned.value.check)
    if (done.ok) return { ok: true, value: { ...done.value, value: planned.value.value } }
    if (done.failure.code !== 'stale' || attempt === 2) return done
  }
}

/** Reads for an act. Data that are closed to this window are told as a failed write is: what follows could not be saved either. */
async function read<T>(house: House, plan: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await plan()
  } catch (error) {
    if (!isClosed(error)) throw error
    const closed = refuse<Failure>({ code: 'connectionLost' })
    house.onWritten(closed)
    return closed
  }
}
