// How a task reads in a list: when it is due, for whom, and how it looks.
import { addDays, daysBetween, type Day } from '../../../base/day.ts'
import { isOpenTask } from '../../../core/task/task.ts'
import type { Contact } from '../../../model/contact.ts'
import type { ContactId } from '../../../model/ids.ts'
import type { Task } from '../../../model/task.ts'
import type { IconName } from '../../../parts/icons.ts'
import { mediumDay, nearWeekday, shortDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import { nameOf } from '../contactName.ts'

export const taskIcon = ({ type }: Pick<Task, 'type'>): IconName =>
  type === 'phoneCall' ? 'phone' : type === 'meeting' ? 'clock' : 'check'

/** "today", "tomorrow", "3 days late", else the day; with the year only when it is another one. */
export function dueWords(day: Day, today: Day): string {
  const away = daysBetween(today, day)
  if (away < 0) return t('task.late', { count: -away })
  if (away === 0) return t('day.today')
  if (day === addDays(today, 1)) return t('task.tomorrow')
  return day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : mediumDay(day)
}

/** What stands at the end of its row: when it is due, or what has become of it. */
export function whenWords(task: Task, today: Day): string {
  if (task.closedDay) return t('task.doneOn', { day: mediumDay(task.closedDay) })
  if (task.cancelled) return t('task.cancelled')
  return [dueWords(task.day, today), task.time].filter(Boolean).join(' · ')
}

/** The same for a column of times: what one looks for first, and how it stands to today. Of open tasks that are due. */
export function whenColumn({ day, time }: Pick<Task, 'day' | 'time'>, today: Day): { first: string; second: string } {
  if (day < today) return { first: nearWeekday(day), second: dueWords(day, today) }
  return time ? { first: time, second: dueWords(day, today) } : { first: dueWords(day, today), second: '' }
}

export const isLate = (task: Task, today: Day): boolean => isOpenTask(task) && task.day < today

/** The person and where she works; nothing for a task that is for nobody in particular. */
export function taskWho({ contactId, companyId }: Task, people: ReadonlyMap<ContactId, Contact>): string {
  const contact = contactId && people.get(contactId)
  const company = companyId && companyId !== contactId ? people.get(companyId) : undefined
  return [contact && nameOf(contact), company && nameOf(company)].filter(Boolean).join(' · ')
}
