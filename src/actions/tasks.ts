// Tasks: made for one contact or for many, done, begun anew, put off, given to somebody else, deleted.
import type { Day } from '../base/day.ts'
import { ok, refuse, type Result } from '../base/result.ts'
import { seriesOr } from '../core/numbers.ts'
import {
  planTaskChange,
  planTaskReopen,
  planTasksCancel,
  planTasksClose,
  planTasksDelete,
  planTasksGive,
  planTasksMove,
  type NextOne,
} from '../core/task/closing.ts'
import type { TaskAbout, TaskFields } from '../core/task/task.ts'
import type { Failure } from '../model/failure.ts'
import type { SalespersonId, TaskId } from '../model/ids.ts'
import type { Task } from '../model/task.ts'
import { unchanged, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readSeries, readTablet } from '../storage/read/lists.ts'
import { readTask, readTasks } from '../storage/read/tasks.ts'
import type { TasksMade } from '../workers/jobs/taskMaking.ts'
import { plainOccasion, planAndWrite, undoLong, write, type House, type Undoable } from './house.ts'

type Done<T> = Promise<Result<Committed & { value: T }, Failure>>

/**
 * One task for each of these, in the worker: they may be thousands. Whoever must not be contacted is left out; when nobody is left it is refused
 * with `withheld` or `nobodyLeft`. Other failures: `taskRefused` with all problems.
 */
export async function createTasks(
  house: House,
  fields: TaskFields,
  about: readonly TaskAbout[],
): Promise<Result<Undoable & TasksMade, Failure>> {
  const done = await house.calls.watched({}, (work) => work.makeTasks(fields, about, plainOccasion(house)))
  house.onWritten(done)
  return done.ok ? ok({ ...done.value, takeBack: () => undoLong(house, done.value.rev) }) : done
}

async function readNumbering({ db }: House) {
  const [stored, tablet] = await Promise.all([readSeries(db, 'task'), readTablet(db)])
  return { series: seriesOr(stored, 'task'), prefix: tablet?.prefix ?? '' }
}

/** Somebody who is deleted meanwhile gets no tasks. */
async function restingOnSalesperson(house: House, changes: Changes, id: SalespersonId | undefined): Promise<Changes> {
  const row = id && (await house.db.salespeople.get(id))
  return row ? { ...changes, requires: [...changes.requires, unchanged('salespeople', row)] } : changes
}

export interface TasksClosed {
  closed: number
  /** Those that come again, as they were made. */
  next: Task[]
}

/** They are done; those that come again are made anew in the same step. */
export function closeTasks(house: House, ids: readonly TaskId[]): Done<TasksClosed> {
  return planAndWrite(house, 'closeTasks', async () => {
    const planned = await planClosing(house, ids)
    if (!planned) return refuse(gone(ids))
    const { changes, closed, next } = planned
    return ok({ changes, value: { closed, next } })
  })
}

/** As part of another act: these tasks are done with it. Nothing when none of them is there any more. */
export async function planClosing(house: House, ids: readonly TaskId[]): Promise<(TasksClosed & { changes: Changes }) | undefined> {
  const [tasks, { series, prefix }] = await Promise.all([readTasks(house.db, ids), readNumbering(house)])
  return tasks.length === 0 ? undefined : planTasksClose(tasks, series, prefix, house.occasion())
}

/** It is not done after all, or not cancelled. The value says what becomes of the one it came again as. */
export function reopenTask(house: House, id: TaskId): Done<NextOne> {
  return planAndWrite(house, 'reopenTask', async () => {
    const task = await readTask(house.db, id)
    if (!task) return refuse(gone([id]))
    const next = task.nextTaskId && (await readTask(house.db, task.nextTaskId))
    const planned = planTaskReopen(task, next || undefined)
    return ok({ changes: planned.changes, value: planned.next })
  })
}

export const cancelTasks = (house: House, ids: readonly TaskId[]) => change(house, 'cancelTasks', ids, planTasksCancel)

export const deleteTasks = (house: House, ids: readonly TaskId[]) => change(house, 'deleteTasks', ids, planTasksDelete)

export const moveTasks = (house: House, ids: readonly TaskId[], day: Day) =>
  change(house, 'moveTasks', ids, (tasks) => planTasksMove(tasks, day))

export const giveTasks = (house: House, ids: readonly TaskId[], salespersonId: SalespersonId) =>
  change(house, 'giveTasks', ids, (tasks) => planTasksGive(tasks, salespersonId))

/** @returns how many there were to change */
function change(house: House, what: string, ids: readonly TaskId[], plan: (tasks: Task[]) => Changes): Done<number> {
  return planAndWrite(house, what, async () => {
    const tasks = await readTasks(house.db, ids)
    if (tasks.length === 0) return refuse(gone(ids))
    const changes = plan(tasks)
    return ok({ changes, value: (changes.put.tasks ?? changes.remove.tasks ?? []).length })
  })
}

const gone = (ids: readonly TaskId[]): Failure => ({ code: 'notFound', table: 'tasks', id: ids[0] ?? '' })

/** Other values, as it was read. Failures: `taskRefused`, `stale`. */
export async function changeTask(house: House, task: Task, fields: TaskFields): Promise<Result<Committed, Failure>> {
  const planned = planTaskChange(task, fields)
  if (!planned.ok) return planned
  return write(house, await restingOnSalesperson(house, planned.value, fields.salespersonId), 'changeTask')
}
