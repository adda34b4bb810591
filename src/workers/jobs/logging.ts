// Logging a segment of any length away from the screen: read, plan, commit in one transaction.
import { ok, refuse, type Result } from '../../base/result.ts'
import { changesOfLog, planningLog, type LogOptions, type LogPlan } from '../../core/interaction/planLog.ts'
import { seriesOr, takeNumber } from '../../core/numbers.ts'
import type { TaskFields } from '../../core/task/task.ts'
import type { Failure } from '../../model/failure.ts'
import type { LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { LoggedSegment } from '../../model/interaction.ts'
import type { Occasion } from '../../model/occasion.ts'
import { joinChanges, type Changes } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { withLists } from '../../storage/read/letterLists.ts'
import { readSeries, readTablet } from '../../storage/read/lists.ts'
import { aroundOf, readSegmentPage, type SegmentPage } from '../../storage/read/segments.ts'
import type { JobBook } from './jobBook.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

export interface LogWish {
  /** The segment as the person saw it when she pressed the button. */
  rev: number
  /** Description of a follow-up segment; none when nothing is said. */
  followUp: string | undefined
  /** The letters have been printed or sent already. */
  delivered?: boolean
  /** A task for everybody who gets an entry; none when nothing is said. */
  tasks?: TaskFields | undefined
}

/** What was logged, in few words: small enough to cross between threads whatever the length. */
export interface LoggedNow {
  loggedId: LoggedSegmentId
  entries: number
  letters: number
  /** Lines that got no entry. */
  leftOut: number
  followUpId: SegmentId | undefined
  /** Tasks that were made with it. */
  tasks: number
  /** The number of the commit: its undo is asked for by it. */
  rev: number
}

export interface LoggingJobs {
  /**
   * Logs the segment. The first half of the progress is planning and can be stopped, the second is writing and cannot any more.
   * Failures: `stale`, `notFound`, `logRefused`, `stopped`, disk trouble; then nothing is written.
   */
  logSegment: (id: SegmentId, wish: LogWish, occasion: PlainOccasion, job: number) => Promise<Result<LoggedNow, Failure>>
}

export const loggingJobs = (db: Database, book: JobBook, acts: LastActs): LoggingJobs => ({
  logSegment: async (id, wish, occasion, job) => {
    const done = await log({ db, book, job }, id, wish, occasion)
    if (done.ok) acts.keep(done.value.now.rev, 'logSegment', uncancelled(done.value.inverse, done.value.now.loggedId))
    return done.ok ? ok(done.value.now) : done
  },
})

/** Taken back as long as nobody has cancelled it: the flag stands beside it, and its reason would be left behind. */
const uncancelled = (inverse: Changes, id: LoggedSegmentId): Changes => ({
  ...inverse,
  requires: [...inverse.requires, { table: 'loggedStates', id, rev: 'absent' }],
})

interface Desk {
  db: Database
  book: JobBook
  job: number
}

type Logged = { now: LoggedNow; inverse: Changes }

async function log(desk: Desk, id: SegmentId, wish: LogWish, plain: PlainOccasion): Promise<Result<Logged, Failure>> {
  const occasion = occasionOf(plain)
  // Another window may take the follow-up's number meanwhile; when it was the segment that moved, the look at it says so.
  for (let attempt = 1; ; attempt++) {
    const since = await lastRev(desk.db)
    const page = await readSegmentPage(desk.db, id)
    if (!page) return refuse({ code: 'notFound', table: 'segments', id })
    if (page.segment.rev !== wish.rev) return refuse({ code: 'stale', table: 'segments', id })
    const number = wish.followUp === undefined ? undefined : await nextNumber(desk.db)
    const followUp = number && wish.followUp !== undefined ? { no: number.no, description: wish.followUp } : undefined
    const tasks = wish.tasks && { fields: wish.tasks, ...(await taskNumbers(desk.db)) }
    const planned = await plan(desk, page, { followUp, tasks, delivered: wish.delivered ?? false }, occasion)
    if (!planned.ok) return planned
    const changes = changesOfLog(planned.value, page, since)
    const done = await writeDown(desk, page, number ? joinChanges(changes, number.changes) : changes, occasion.now)
    if (done.ok) return ok({ now: inFewWords(planned.value, done.value.rev), inverse: done.value.inverse })
    if (done.failure.code !== 'stale' || attempt === 2) return done
  }
}

/** Plans bit by bit: between the bits it says how far it is and hears a stop. */
async function plan(
  { db, book, job }: Desk,
  page: SegmentPage,
  options: LogOptions,
  occasion: Occasion,
): Promise<Result<LogPlan, Failure>> {
  const total = page.lines.lines.length
  const planning = planningLog(page, await withLists(db, aroundOf(page.around), page.lines.lines), options, occasion)
  book.progress(job, 0, 2 * total)
  for (;;) {
    const step = planning.next()
    if (book.stopped(job)) return refuse({ code: 'stopped' })
    if (step.done) return step.value
    book.progress(job, step.value, 2 * total)
    await new Promise((next) => setTimeout(next))
  }
}

function writeDown({ db, book, job }: Desk, page: SegmentPage, changes: Changes, now: string) {
  const half = page.lines.lines.length
  book.progress(job, half, 2 * half)
  return commit(db, changes, 'logSegment', now, (done, total) => book.progress(job, half + Math.floor((half * done) / total), 2 * half))
}

function inFewWords({ logged, followUpId, tasks }: LogPlan, rev: number): LoggedNow {
  const { lines, logged: entries, letters }: LoggedSegment['counts'] = logged.counts
  return { loggedId: logged.id, entries, letters, leftOut: lines - entries, followUpId, tasks: tasks?.count ?? 0, rev }
}

async function nextNumber(db: Database): Promise<{ no: string; changes: Changes }> {
  const [stored, tablet] = await Promise.all([readSeries(db, 'segment'), readTablet(db)])
  return takeNumber(seriesOr(stored, 'segment'), tablet?.prefix ?? '')
}

async function taskNumbers(db: Database) {
  const [stored, tablet] = await Promise.all([readSeries(db, 'task'), readTablet(db)])
  return { series: seriesOr(stored, 'task'), prefix: tablet?.prefix ?? '' }
}
