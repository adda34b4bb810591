// One call as it is typed: kept at any moment, so that the round is resumed at the person where it stood.
import { dayOf, isDay, timeOf, type Day } from '../../base/day.ts'
import { readAmount, readNumber } from '../../base/number.ts'
import type { CallFields } from '../../core/interaction/callRoundCall.ts'
import type { TaskFields } from '../../core/task/task.ts'
import type { CallOutcome } from '../../model/callRound.ts'
import type { ContactId, EntryId, ResponseStatusId } from '../../model/ids.ts'
import type { Evaluation } from '../../model/parts.ts'
import { TaskType } from '../../model/task.ts'
import { decimalMark } from '../../text/format.ts'

/** Texts; a blank one is not filled in. */
export interface CallForm {
  /** At whom the round stands; blank = whoever is next, `end` = the turn is over. */
  contactId: string
  name: string
  outcome: string
  evaluation: string
  note: string
  /** The number chosen to be called; blank = the one that is offered first. */
  number: string
  /** When it was called, as ISO text; blank = it was not called from here. */
  startedAt: string
  minutes: string
  /** Of a wrong number: what it is in truth. */
  correction: string
  /** Its answer to the campaign; blank = what the outcome says, `none` = none. */
  response: string
  taskDay: string
  taskTime: string
  taskText: string
  /** What kind of task; blank = something to do. */
  taskType: string
  visitDay: string
  visitTime: string
  visitText: string
  opportunityText: string
  opportunityValue: string
  /** Calls to this contact that were there when it was turned to. */
  seen: string[]
}

export const emptyCall = (contactId = '', name = '', seen: readonly string[] = []): CallForm => ({
  ...{ contactId, name, outcome: '', evaluation: '', note: '', number: '', startedAt: '', minutes: '', correction: '', response: '' },
  ...{
    taskDay: '',
    taskTime: '',
    taskText: '',
    taskType: '',
    visitDay: '',
    visitTime: '',
    visitText: '',
    opportunityText: '',
    opportunityValue: '',
  },
  seen: [...seen],
})

/** Nothing that would be lost. */
export const isBlank = (form: CallForm): boolean =>
  [form.outcome, form.evaluation, form.note.trim(), form.startedAt, form.minutes, form.taskDay, form.visitDay, form.opportunityText].every(
    (text) => text === '',
  )

/** What stands for the minutes; nothing where it is blank, not a number where it is none. */
export const minutesOf = ({ minutes }: Pick<CallForm, 'minutes'>): number | undefined =>
  minutes.trim() === '' ? undefined : (readNumber(minutes) ?? Number.NaN)

/** The minutes are something else than a number of 0 or more. */
export const isBadMinutes = (form: Pick<CallForm, 'minutes'>): boolean => !((minutesOf(form) ?? 0) >= 0)

/** Minutes since it was called, at least one. */
export const minutesSince = (startedAt: string, now: string): number =>
  Math.max(1, Math.round((Date.parse(now) - Date.parse(startedAt)) / 60_000))

/** What a task of this form is called where nothing was typed. */
export interface CallWords {
  callBack: string
  todo: string
  visit: string
}

/** What was meant. @param number the one that is offered; @param answer what the outcome says to the campaign */
export function fieldsOfCall(
  form: CallForm,
  number: string,
  answer: ResponseStatusId | undefined,
  now: string,
  words: CallWords,
): CallFields {
  const began = new Date(form.startedAt || now)
  const response = form.response === '' ? answer : form.response === 'none' ? undefined : (form.response as ResponseStatusId)
  return {
    contactId: form.contactId as ContactId,
    outcome: form.outcome as CallOutcome,
    evaluation: form.evaluation === '' ? undefined : (form.evaluation as Evaluation),
    ...{ note: form.note, number: form.number || number, day: dayOf(began), time: timeOf(began), minutes: minutesOf(form) },
    responseStatusId: response,
    tasks: tasksOf(form, words),
    opportunity: opportunityOf(form),
    correction: form.outcome === 'wrongNumber' ? form.correction : undefined,
    seen: new Set(form.seen as EntryId[]),
  }
}

type Task = Omit<TaskFields, 'salespersonId'>
const plainTask = (day: Day, time: string, description: string): Task => ({
  ...{ type: undefined, description, day, time, allDay: time === '', duration: undefined, location: '', status: 'notStarted' },
  ...{ priority: 'normal', notes: '', recurring: undefined },
})

/** A visit with an hour takes an hour, until it is said otherwise. */
function tasksOf(form: CallForm, words: CallWords): Task[] {
  const tasks: Task[] = []
  const { taskDay, taskTime, visitDay, visitTime } = form
  const hour = (time: string) => (time === '' ? undefined : 60)
  if (isDay(taskDay)) {
    // Whoever wants to be called back is called.
    const type = form.outcome === 'callBack' ? 'phoneCall' : TaskType.safeParse(form.taskType).data
    const plain = type === 'phoneCall' ? words.callBack : type === 'meeting' ? words.visit : words.todo
    const duration = type === 'meeting' ? hour(taskTime) : undefined
    tasks.push({ ...plainTask(taskDay, taskTime, form.taskText.trim() || plain), type, duration, notes: form.note })
  }
  if (isDay(visitDay)) {
    const plain = plainTask(visitDay, visitTime, form.visitText.trim() || words.visit)
    tasks.push({ ...plain, type: 'meeting', duration: hour(visitTime), notes: form.note })
  }
  return tasks
}

function opportunityOf({ opportunityText, opportunityValue, note }: CallForm): CallFields['opportunity'] {
  if (opportunityText.trim() === '') return undefined
  const estimatedValue = opportunityValue.trim() === '' ? 0 : (readAmount(opportunityValue, decimalMark()) ?? Number.NaN)
  return { description: opportunityText, expectedDay: undefined, estimatedValue, chance: 50, notes: note }
}
