// A task: what it needs, and one made for each contact it is for. Required as in the reference: a day, words, somebody who does it; of a meeting
// when it begins and how long it takes, unless it takes all day.
// BC: Task/Todo.Table.al, CreateTask.Page.al, Segment/SegmentLine.Table.al
import type { Day } from '../../base/day.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Contact } from '../../model/contact.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignId, ContactId, EntryId, LoggedSegmentId, OpportunityId, SalespersonId, SegmentId, TaskId } from '../../model/ids.ts'
import type { Occasion } from '../../model/occasion.ts'
import type { NumberSeries } from '../../model/settings.ts'
import type { Recurring, Task, TaskPriority, TaskStatus, TaskType } from '../../model/task.ts'
import type { Changes } from '../../model/tables.ts'
import { given } from '../asRead.ts'
import { takeNumbers } from '../numbers.ts'

/** A task that is still to be done has one of these; done, it is closed. */
export type OpenStatus = Exclude<TaskStatus, 'completed'>

/** What is filled in; a blank text or a missing value is not filled in. */
export interface TaskFields {
  type: TaskType | undefined
  description: string
  day: Day | undefined
  /** When a meeting begins, or the hour of a call: `09:30`. */
  time: string
  /** A meeting without beginning and end. */
  allDay: boolean
  /** In minutes; `NaN` for what is no number. */
  duration: number | undefined
  location: string
  status: OpenStatus
  priority: TaskPriority
  notes: string
  salespersonId: SalespersonId | undefined
  recurring: Recurring | undefined
}

/** For whom a task is, and where it comes from. */
export interface TaskAbout {
  contactId?: ContactId
  /** The contact's company, or the contact itself when it is one. */
  companyId?: ContactId
  campaignId?: CampaignId
  segmentId?: SegmentId
  loggedSegmentId?: LoggedSegmentId
  entryId?: EntryId
  opportunityId?: OpportunityId
  /** Who does it for this contact, when it is not the one of the fields. */
  salespersonId?: SalespersonId
  sample?: true
}

export type TaskProblem = 'noDescription' | 'noDay' | 'noSalesperson' | 'noTime' | 'badTime' | 'noDuration' | 'badDuration' | 'badRecurring'

const isTime = (time: string) => /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
const isCount = (value: number | undefined) => value !== undefined && Number.isInteger(value) && value >= 1 && value <= 999

/** Everything that stands against it, at once. */
export function taskProblems(fields: TaskFields): TaskProblem[] {
  const { type, time, allDay, duration, recurring } = fields
  const timed = type === 'meeting' && !allDay
  const takes = duration !== undefined && duration !== 0
  const found: (TaskProblem | false)[] = [
    fields.description.trim() === '' && 'noDescription',
    fields.day === undefined && 'noDay',
    fields.salespersonId === undefined && 'noSalesperson',
    timed && time === '' && 'noTime',
    time !== '' && !isTime(time) && 'badTime',
    timed && !takes && 'noDuration',
    takes && !(duration > 0 && duration <= longest) && 'badDuration',
    recurring !== undefined && !isCount(recurring.every) && 'badRecurring',
  ]
  return found.filter((problem) => problem !== false)
}

/** A meeting of more than a month is a slip of the finger. */
const longest = 31 * 24 * 60

/** The task is for this contact. */
export function aboutContact(contact: Contact, more: TaskAbout = {}): TaskAbout {
  const companyId = contact.type === 'company' ? contact.id : contact.companyId
  const sample = more.sample ?? contact.sample
  return { ...more, contactId: contact.id, ...(companyId ? { companyId } : {}), ...(sample ? { sample } : {}) }
}

/** One task for each; refused with `taskRefused` and all problems. Their ids come in the order of `about`. @param prefix the tablet's own */
export function planTasks(
  fields: TaskFields,
  about: readonly TaskAbout[],
  series: NumberSeries,
  prefix: string,
  occasion: Occasion,
): Result<{ changes: Changes; ids: TaskId[] }, Failure> {
  const problems = taskProblems(fields)
  if (problems.length > 0 || !fields.day) return refuse({ code: 'taskRefused', problems })
  const stored = storedFields({ ...fields, day: fields.day })
  const { nos, changes } = takeNumbers(series, prefix, about.length)
  const tasks = about.map((one, at): Task => ({
    ...{ rev: 0, id: occasion.nextId<TaskId>(), no: nos[at] ?? '', cancelled: false },
    ...stored,
    ...given(one),
  }))
  return ok({ changes: { ...changes, put: { ...changes.put, tasks } }, ids: tasks.map(({ id }) => id) })
}

/** What of a task the fields say; what does not belong to its type is not kept. */
export function storedFields(fields: TaskFields & { day: Day }) {
  const { type, description, day, time, allDay, duration, location, status, priority, notes, salespersonId, recurring } = fields
  const timed = type !== 'meeting' || !allDay
  const optional = {
    ...{ type, salespersonId, recurring },
    time: timed && time !== '' ? time : undefined,
    duration: timed && duration ? duration : undefined,
  }
  return { description: description.trim(), day, location: location.trim(), status, priority, notes: notes.trim(), ...given(optional) }
}

/** A task as its form begins with it. */
export function fieldsOfTask(task: Task): TaskFields {
  const { type, description, day, time = '', duration, location, status, priority, notes, salespersonId, recurring } = task
  return {
    ...{ type, description, day, time, duration, location, priority, notes, salespersonId, recurring },
    status: status === 'completed' ? 'inProgress' : status,
    allDay: type === 'meeting' && time === '' && duration === undefined,
  }
}

/** Neither done nor cancelled. */
export const isOpenTask = ({ closedDay, cancelled }: Pick<Task, 'closedDay' | 'cancelled'>): boolean =>
  closedDay === undefined && !cancelled
