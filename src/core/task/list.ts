// Tasks as a list: narrowed by what is asked, and put under the time they are due in.
import { addDays, type Day } from '../../base/day.ts'
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import type { CampaignId, ContactId, SalespersonId } from '../../model/ids.ts'
import type { Task, TaskType } from '../../model/task.ts'

export interface TaskQuestion {
  salespersonId: SalespersonId | undefined
  type: TaskType | undefined
  campaignId: CampaignId | undefined
  text: string
}

export const allTasks: TaskQuestion = { salespersonId: undefined, type: undefined, campaignId: undefined, text: '' }

/** @param nameOf what a contact is called, as far as it is known */
export function siftTasks(tasks: readonly Task[], question: TaskQuestion, nameOf: (id: ContactId) => string): Task[] {
  const { salespersonId, type, campaignId, text } = question
  const words = wordsOf(text)
  const isFound = (task: Task) => words.length === 0 || bearsAll(searchKey(textOf(task, nameOf)), words)
  return tasks.filter(
    (task) =>
      (salespersonId === undefined || task.salespersonId === salespersonId) &&
      (type === undefined || task.type === type) &&
      (campaignId === undefined || task.campaignId === campaignId) &&
      isFound(task),
  )
}

function textOf({ no, description, notes, location, contactId, companyId }: Task, nameOf: (id: ContactId) => string): string {
  const names = [...new Set([contactId, companyId])].map((id) => (id ? nameOf(id) : ''))
  return [no, description, notes, location, ...names].join(' ')
}

export const dueTimes = ['overdue', 'today', 'week', 'later'] as const
export type DueTime = (typeof dueTimes)[number]

/** The last day of the week, which begins on Monday (ISO 8601). */
export function endOfWeek(today: Day): Day {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, 6 - weekday)
}

/** When it is due, seen from today. */
export function dueTime(day: Day, today: Day): DueTime {
  if (day < today) return 'overdue'
  if (day === today) return 'today'
  return day <= endOfWeek(today) ? 'week' : 'later'
}

/** Under each time the tasks that are due then, in their order; times without any are left out. */
export function byDueTime(tasks: readonly Task[], today: Day): { time: DueTime; tasks: Task[] }[] {
  const found = new Map<DueTime, Task[]>(dueTimes.map((time) => [time, []]))
  for (const task of tasks) found.get(dueTime(task.day, today))?.push(task)
  return [...found].map(([time, ofTime]) => ({ time, tasks: ofTime })).filter((part) => part.tasks.length > 0)
}
