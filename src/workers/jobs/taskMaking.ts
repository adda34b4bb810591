// One task for each of many contacts: thousands are read, planned and written away from the screen. The undo stays here.
import { ok, type Result } from '../../base/result.ts'
import { meantOf, namedIn } from '../../core/contact/meant.ts'
import { seriesOr } from '../../core/numbers.ts'
import { planTasks, type TaskAbout, type TaskFields } from '../../core/task/task.ts'
import type { Failure } from '../../model/failure.ts'
import type { Occasion } from '../../model/occasion.ts'
import { unchanged, type Changes } from '../../model/tables.ts'
import { lastRev } from '../../storage/changes.ts'
import { commit } from '../../storage/commit.ts'
import type { Database } from '../../storage/database.ts'
import { readSeries, readTablet } from '../../storage/read/lists.ts'
import { readContacts } from '../../storage/read/pending.ts'
import { byId } from '../../storage/read/watch.ts'
import type { LastActs } from './lastActs.ts'
import { occasionOf, type PlainOccasion } from './occasion.ts'

export interface TasksMade {
  /** The number of the commit: its undo is asked for by it. */
  rev: number
  made: number
  /** Privacy blocked, minors and contacts that are gone: no task was made for them. */
  leftOut: number
}

export interface TaskMakingJobs {
  /**
   * One task for each of these. Whoever must not be contacted is left out; when nobody is left it is refused with `withheld` or `nobodyLeft`.
   * Other failures: `taskRefused` with all problems, `stale`, disk trouble; then nothing is written.
   */
  makeTasks: (fields: TaskFields, about: readonly TaskAbout[], occasion: PlainOccasion) => Promise<Result<TasksMade, Failure>>
}

export const taskMakingJobs = (db: Database, acts: LastActs): TaskMakingJobs => ({
  makeTasks: async (fields, about, plain) => {
    for (let attempt = 1; ; attempt++) {
      const planned = await plan(db, fields, about, occasionOf(plain))
      if (!planned.ok) return planned
      const { changes, made, leftOut } = planned.value
      const done = await commit(db, changes, 'createTasks', plain.now)
      if (done.ok) {
        acts.keep(done.value.rev, 'createTasks', done.value.inverse)
        return ok({ rev: done.value.rev, made, leftOut })
      }
      if (done.failure.code !== 'stale' || attempt === 2) return done
    }
  },
})

async function plan(
  db: Database,
  fields: TaskFields,
  about: readonly TaskAbout[],
  occasion: Occasion,
): Promise<Result<{ changes: Changes; made: number; leftOut: number }, Failure>> {
  const since = await lastRev(db)
  const meant = meantOf(about, byId(await readContacts(db, namedIn(about))))
  if (!meant.ok) return meant
  const [stored, tablet] = await Promise.all([readSeries(db, 'task'), readTablet(db)])
  const planned = planTasks(fields, meant.value, seriesOr(stored, 'task'), tablet?.prefix ?? '', occasion)
  if (!planned.ok) return planned
  // Somebody who is deleted meanwhile gets no tasks.
  const salesperson = fields.salespersonId && (await db.salespeople.get(fields.salespersonId))
  const changes: Changes = {
    ...planned.value.changes,
    requires: [...planned.value.changes.requires, ...(salesperson ? [unchanged('salespeople', salesperson)] : [])],
    untouched: [{ table: 'contacts', ids: namedIn(meant.value), since }],
  }
  return ok({ changes, made: planned.value.ids.length, leftOut: about.length - meant.value.length })
}
