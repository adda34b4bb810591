// Tasks as they are stored: those still to be done, those of one contact or campaign, and what they are about.
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { CampaignId, ContactId, OpportunityId, SalespersonId, TaskId } from '../../model/ids.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Database } from '../database.ts'
import { readAbout, type AboutRead } from './about.ts'
import { readContacts } from './pending.ts'
import { byId, watch, type Watched } from './watch.ts'

export const readTask = (db: Database, id: TaskId): Promise<Task | undefined> => db.tasks.get(id)

/** Those of these tasks that are there. */
export async function readTasks(db: Database, ids: readonly TaskId[]): Promise<Task[]> {
  return (await db.tasks.bulkGet([...ids])).filter((task) => task !== undefined)
}

/** All that are not closed and not cancelled, those due first in front. */
export async function readOpenTasks(db: Database): Promise<Task[]> {
  const rows = await db.tasks.where('status').notEqual('completed').toArray()
  return inOrder(rows.filter(({ cancelled }) => !cancelled))
}

/** What is done or cancelled, the latest in front; no more than so many. */
async function readOverTasks(db: Database, limit: number): Promise<Task[]> {
  const [done, others] = await Promise.all([
    db.tasks.where('status').equals('completed').toArray(),
    db.tasks.where('status').notEqual('completed').toArray(),
  ])
  const over = [...done, ...others.filter(({ cancelled }) => cancelled)]
  const at = ({ closedDay, day }: Task) => closedDay ?? day
  return over.sort((a, b) => at(b).localeCompare(at(a)) || b.no.localeCompare(a.no)).slice(0, limit)
}

/** By day and hour; what has no hour stands before what has one. */
const inOrder = (tasks: Task[]): Task[] =>
  tasks.sort((a, b) => a.day.localeCompare(b.day) || (a.time ?? '').localeCompare(b.time ?? '') || a.no.localeCompare(b.no))

/** Who of a task is spoken of in a list: the person, and where she works. */
export type TaskPeople = ReadonlyMap<ContactId, Contact>

/** The contacts of these tasks, and their companies. */
export async function readTaskPeople(db: Database, tasks: readonly Task[]): Promise<Map<ContactId, Contact>> {
  const ids = new Set(tasks.flatMap(({ contactId, companyId }) => [contactId, companyId].filter((id) => id !== undefined)))
  return byId(await readContacts(db, [...ids]))
}

/** So many that are over are looked back at. */
export const overShown = 500

export const watchTasks = (db: Database, over: boolean): Watched<Task[]> =>
  watch(() => (over ? readOverTasks(db, overShown) : readOpenTasks(db)))

export interface TasksBeside {
  tasks: Task[]
  people: TaskPeople
}

/** Open tasks of one contact, campaign or opportunity; of a company those of its people, too. */
export type TasksOf = { contactId: ContactId } | { campaignId: CampaignId } | { opportunityId: OpportunityId }

async function readTasksOf(db: Database, of: TasksOf): Promise<TasksBeside> {
  const rows = await rowsOf(db, of)
  const tasks = inOrder(rows.filter(({ closedDay, cancelled }) => closedDay === undefined && !cancelled))
  return { tasks, people: await readTaskPeople(db, tasks) }
}

async function rowsOf(db: Database, of: TasksOf): Promise<Task[]> {
  if ('campaignId' in of) return db.tasks.where('campaignId').equals(of.campaignId).toArray()
  if ('opportunityId' in of) return db.tasks.where('opportunityId').equals(of.opportunityId).toArray()
  return db.tasks.where('contactId').equals(of.contactId).or('companyId').equals(of.contactId).toArray()
}

export const watchTasksOf = (db: Database, of: TasksOf): Watched<TasksBeside> => watch(() => readTasksOf(db, of))

export interface DueTasks extends TasksBeside {
  count: number
  /** Of them those that were due before today. */
  late: number
}

/** What is due up to today, of one salesperson or of all; the first few of them. */
async function readDueTasks(db: Database, today: Day, who: SalespersonId | undefined, few: number): Promise<DueTasks> {
  const due = (await readOpenTasks(db)).filter((task) => task.day <= today && (!who || task.salespersonId === who))
  const tasks = due.slice(0, few)
  return { tasks, count: due.length, late: due.filter(({ day }) => day < today).length, people: await readTaskPeople(db, tasks) }
}

export const watchDueTasks = (db: Database, today: Day, who: SalespersonId | undefined, few: number): Watched<DueTasks> =>
  watch(() => readDueTasks(db, today, who, few))

/** A task with everything it names that is still there. */
export interface TaskCardRead extends AboutRead {
  task: Task
  opportunity: Opportunity | undefined
  /** The one it came again as. */
  next: Task | undefined
}

async function readTaskCard(db: Database, id: TaskId): Promise<TaskCardRead | undefined> {
  const task = await readTask(db, id)
  if (!task) return undefined
  const [about, opportunity, next] = await Promise.all([
    readAbout(db, task),
    task.opportunityId && db.opportunities.get(task.opportunityId),
    task.nextTaskId && readTask(db, task.nextTaskId),
  ])
  return { task, ...about, opportunity, next }
}

export const watchTaskCard = (db: Database, id: TaskId): Watched<TaskCardRead | undefined> => watch(() => readTaskCard(db, id))

/** The tasks of which changes are kept that were not saved. */
export const watchTaskDrafts = (db: Database): Watched<Set<TaskId>> =>
  watch(async () => {
    const keys = await db.drafts.where('id').startsWith('task:').primaryKeys()
    return new Set(keys.map((key) => key.slice('task:'.length) as TaskId))
  })
