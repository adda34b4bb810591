// The form of a task as it is typed: what it begins with, what was meant, where its typing is kept.
import { addDays, isDay, type Day } from '../../../base/day.ts'
import { readNumber } from '../../../base/number.ts'
import { fieldsOfTask, type OpenStatus, type TaskAbout, type TaskFields } from '../../../core/task/task.ts'
import type { SalespersonId } from '../../../model/ids.ts'
import type { Recurring, Task, TaskPriority, TaskType } from '../../../model/task.ts'
import { typedNumber } from '../../../text/format.ts'

/** In place of a salesperson: whoever the line or the entry names. */
export const ownSalesperson = 'own'

/** As it is typed: texts, a blank one is not filled in. */
export interface TaskForm {
  type: TaskType | ''
  description: string
  day: string
  time: string
  allDay: boolean
  duration: string
  location: string
  status: OpenStatus
  priority: TaskPriority
  notes: string
  salespersonId: string
  again: boolean
  every: string
  unit: Recurring['unit']
  from: Recurring['from']
}

export function formOfTask(task: Task): TaskForm {
  const { type = '', day = '', duration, salespersonId = '', recurring, ...rest } = fieldsOfTask(task)
  return {
    ...{ ...rest, type, day, salespersonId, duration: duration === undefined ? '' : typedNumber(duration) },
    ...{
      again: recurring !== undefined,
      every: String(recurring?.every ?? 1),
      unit: recurring?.unit ?? 'month',
      from: recurring?.from ?? 'due',
    },
  }
}

export const newTaskForm = (salespersonId: string): TaskForm => ({
  ...{ type: '', description: '', day: '', time: '', allDay: false, duration: '', location: '', notes: '', salespersonId },
  ...{ status: 'notStarted', priority: 'normal', again: false, every: '1', unit: 'month', from: 'due' },
})

/** What was meant. @param before keeps what the form does not show of how it comes again */
export function fieldsOfForm(form: TaskForm, before?: Recurring): TaskFields {
  const { type, description, day, time, allDay, location, status, priority, notes, salespersonId } = form
  const duration = readNumber(form.duration)
  return {
    ...{ description, time, allDay, location, status, priority, notes },
    type: type === '' ? undefined : type,
    day: isDay(day) ? day : undefined,
    duration: duration === 0 ? undefined : (duration ?? Number.NaN),
    salespersonId: salespersonId === '' ? undefined : (salespersonId as SalespersonId),
    recurring: form.again ? recurringOf(form, before) : undefined,
  }
}

function recurringOf({ every, unit, from }: TaskForm, before: Recurring | undefined): Recurring {
  const wish: Recurring = { every: every.trim() === '' ? Number.NaN : (readNumber(every) ?? Number.NaN), unit, from }
  const same = before?.every === wish.every && before.unit === unit && before.from === from
  return same && before.monthDay !== undefined ? { ...wish, monthDay: before.monthDay } : wish
}

/** Days that are often meant, each by its key in the messages. */
export const quickDays = (today: Day) =>
  [
    { key: 'today', day: today },
    { key: 'tomorrow', day: addDays(today, 1) },
    { key: 'threeDays', day: addDays(today, 3) },
    { key: 'nextWeek', day: nextMonday(today) },
    { key: 'fourteenDays', day: addDays(today, 14) },
  ] as const

/** The Monday after today. */
export function nextMonday(today: Day): Day {
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  return addDays(today, 7 - weekday)
}

/** Under which name the typing is kept: beside what the task is made from, where it is looked for again. */
export function draftOfTask(task: Task | undefined, about: readonly TaskAbout[]): string {
  if (task) return `task:${task.id}`
  const [first] = about
  if (!first) return 'task:new'
  const { entryId, loggedSegmentId, segmentId, contactId, campaignId, opportunityId } = first
  if (entryId && about.length === 1) return `entry:${entryId}:task`
  if (loggedSegmentId) return `logged:${loggedSegmentId}:task`
  if (segmentId) return `segment:${segmentId}:task`
  if (opportunityId) return `opportunity:${opportunityId}:task`
  if (contactId && about.length === 1) return `contact:${contactId}:task`
  if (campaignId && !contactId) return `campaign:${campaignId}:task`
  return 'task:new'
}

/** Whoever was chosen does all of them; or each is done by whom its line or entry names. */
export function meantBy(form: TaskForm, about: readonly TaskAbout[]): { form: TaskForm; about: TaskAbout[] } {
  if (form.salespersonId !== ownSalesperson) return { form, about: about.map(({ salespersonId: _, ...one }) => one) }
  const first = about.find(({ salespersonId }) => salespersonId)?.salespersonId
  return { form: { ...form, salespersonId: first ?? '' }, about: [...about] }
}
