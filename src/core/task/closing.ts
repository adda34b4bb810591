// What becomes of tasks: done, begun anew, cancelled, changed, moved, given to somebody else, deleted.
// BC: Task/Todo.Table.al, Validate Closed, Validate Canceled, CreateRecurringTask
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { SalespersonId, TaskId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { NumberSeries } from '../../model/settings.ts'
import type { Task } from '../../model/task.ts'
import { noChanges, unchanged, type Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { takeNumbers } from '../numbers.ts'
import { nextDue } from './recurring.ts'
import { isOpenTask, storedFields, taskProblems, type TaskFields } from './task.ts'

const required = (tasks: readonly Task[]) => tasks.map((task) => unchanged('tasks', task))

/** They are done; one that comes again makes the next one, in the same step. Those that are done or cancelled already stay as they are. */
export function planTasksClose(
  tasks: readonly Task[],
  series: NumberSeries,
  prefix: string,
  occasion: Occasion,
): { changes: Changes; closed: number; next: Task[] } {
  const open = tasks.filter(isOpenTask)
  const again = open.filter(({ recurring }) => recurring)
  const { nos, changes } = again.length > 0 ? takeNumbers(series, prefix, again.length) : { nos: [], changes: noChanges() }
  const next = again.map((task, at) => nextOf(task, nos[at] ?? '', occasion))
  const nextIds = new Map(again.map(({ id }, at) => [id, next[at]!.id]))
  const closed = open.map((task) => ({
    ...task,
    ...{ status: 'completed' as const, closedDay: occasion.today },
    ...given({ nextTaskId: nextIds.get(task.id) }),
  }))
  if (open.length === 0) return { changes: noChanges(), closed: 0, next }
  const put = { ...changes.put, tasks: [...closed, ...next] }
  return { changes: { put, remove: {}, requires: [...changes.requires, ...required(open)] }, closed: closed.length, next }
}

/** The same task again, not begun; what came before it is known by the closed one. */
function nextOf({ nextTaskId: _, ...task }: Task, no: string, { today, nextId }: Occasion): Task {
  if (!task.recurring) throw new Error('Only a recurring task comes again')
  return { ...task, rev: 0, id: nextId<TaskId>(), no, status: 'notStarted', ...nextDue(task.recurring, task.day, today) }
}

/** Of a reopened task: what becomes of the one it came again as. */
export type NextOne = 'none' | 'goes' | 'staysOver' | 'staysChanged'

/**
 * It is not done after all, or not cancelled.
 * @param next the one it came again as: taken away as long as it is as it was made. Done or cancelled it stays, and also when anything in it was
 * changed since, for that was typed by somebody.
 */
export function planTaskReopen(task: Task, next: Task | undefined): { changes: Changes; next: NextOne } {
  const { closedDay: _, nextTaskId: __, ...open } = task
  const becomes = next ? nextBecomes(task, next) : 'none'
  const goes = next && becomes === 'goes' ? [next] : []
  const reopened: Task = { ...open, status: task.status === 'completed' ? 'inProgress' : task.status, cancelled: false }
  return {
    changes: {
      put: { tasks: [reopened] },
      remove: goes.length > 0 ? { tasks: goes.map(({ id }) => id) } : {},
      requires: required([task, ...goes]),
    },
    next: becomes,
  }
}

function nextBecomes(task: Task, next: Task): NextOne {
  if (!isOpenTask(next)) return 'staysOver'
  return isAsMade(task, next) ? 'goes' : 'staysChanged'
}

/** Whether it says what it was made with. Both may have been changed by one act, as when a contact is merged: then they still say the same. */
function isAsMade({ closedDay, ...task }: Task, next: Task): boolean {
  if (!task.recurring || !closedDay) return false
  const { day, recurring } = nextDue(task.recurring, task.day, closedDay)
  return saidBy({ ...task, status: 'notStarted', day, recurring }) === saidBy(next)
}

/** Everything a task says, but for what each has of its own. */
function saidBy({ id: _, rev: __, no: ___, nextTaskId: ____, recurring, ...task }: Task): string {
  const said = Object.entries({ ...task, ...recurring }).filter(([, value]) => value !== undefined)
  return JSON.stringify(said.sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Not to be done any more; they stay to be seen, and none comes again. */
export const planTasksCancel = (tasks: readonly Task[]): Changes => changed(tasks.filter(isOpenTask), { cancelled: true })

/** To be done on another day; of meetings the hour stays. */
export const planTasksMove = (tasks: readonly Task[], day: Day): Changes =>
  changed(tasks.filter((task) => isOpenTask(task) && task.day !== day).map(offRhythm), { day })

/** Put off by hand, it is meant for the new day, and goes on from there. */
function offRhythm(task: Task): Task {
  if (task.recurring?.monthDay === undefined) return task
  const { monthDay: _, ...recurring } = task.recurring
  return { ...task, recurring }
}

/** Somebody else is to do them. */
export const planTasksGive = (tasks: readonly Task[], salespersonId: SalespersonId): Changes =>
  changed(
    tasks.filter((task) => isOpenTask(task) && task.salespersonId !== salespersonId),
    { salespersonId },
  )

function changed(tasks: readonly Task[], fields: Partial<Task>): Changes {
  if (tasks.length === 0) return noChanges()
  return { put: { tasks: tasks.map((task) => ({ ...task, ...fields })) }, remove: {}, requires: required(tasks) }
}

/** Other values; refused with `taskRefused` and all problems. A closed one keeps being closed. */
export function planTaskChange(task: Task, fields: TaskFields): Result<Changes, Failure> {
  const problems = taskProblems(fields)
  if (problems.length > 0 || !fields.day) return refuse({ code: 'taskRefused', problems })
  const { type: _, time: __, duration: ___, salespersonId: ____, recurring: _____, ...rest } = task
  const stored = storedFields({ ...fields, day: fields.day })
  const row = fields.day === task.day ? { ...rest, ...stored } : offRhythm({ ...rest, ...stored })
  const status = task.closedDay === undefined ? row.status : task.status
  return ok({ put: { tasks: [{ ...row, status }] }, remove: {}, requires: required([task]) })
}

/** Gone for good; what was noted for them in the log stays. */
export function planTasksDelete(tasks: readonly Task[]): Changes {
  return { put: {}, remove: { tasks: tasks.map(({ id }) => id) }, requires: required(tasks) }
}
