// What is done with tasks, one or many: the act and its notice.
import { cancelTasks, closeTasks, deleteTasks, giveTasks, moveTasks, reopenTask } from '../../../actions/tasks.ts'
import type { House } from '../../../actions/house.ts'
import type { Day } from '../../../base/day.ts'
import type { NextOne } from '../../../core/task/closing.ts'
import type { SalespersonId, TaskId } from '../../../model/ids.ts'
import type { Task } from '../../../model/task.ts'
import { figure, mediumDay } from '../../../text/format.ts'
import { t } from '../../../text/language.svelte.ts'
import { act } from '../act.ts'

type Ids = readonly TaskId[]
const counted = (count: number) => ({ count, text: figure(count) })

/** Done; says when one comes again. */
export const closeAll = (house: House, tasks: readonly Pick<Task, 'id' | 'description'>[]) =>
  act(
    house,
    closeTasks(
      house,
      tasks.map(({ id }) => id),
    ),
    ({ value: { closed, next } }) => closedWords(closed, tasks[0]?.description ?? '', next),
  )

/** "Done: call her. It comes again on 4 Dec 2026." */
export function closedWords(closed: number, what: string, next: readonly Task[]): string {
  const [first] = next
  const again = next.length === 1 && first ? t('task.comesAgain', { day: mediumDay(first.day) }) : ''
  const said = closed === 1 ? t('task.closed', { what }) : t('task.closedMany', counted(closed))
  return [said, next.length > 1 ? t('task.comeAgain', counted(next.length)) : again].filter(Boolean).join(' ')
}

export const reopen = (house: House, task: Task) =>
  act(house, reopenTask(house, task.id), ({ value }) =>
    [t('task.reopened', { what: task.description }), nextWords(value)].filter(Boolean).join(' '),
  )

/** Of a task that is open again: why the one it came again as is still there; nothing when it is not. */
function nextWords(next: NextOne): string {
  switch (next) {
    case 'none':
    case 'goes':
      return ''
    case 'staysOver':
      return t('task.nextStays')
    case 'staysChanged':
      return t('task.nextStaysChanged')
  }
}

export const cancelAll = (house: House, ids: Ids) =>
  act(house, cancelTasks(house, ids), ({ value }) => t('task.cancelledMany', counted(value)))
export const deleteAll = (house: House, ids: Ids) => act(house, deleteTasks(house, ids), ({ value }) => t('task.deleted', counted(value)))
/** One by itself is named. */
export const cancelOne = (house: House, { id, description: what }: Task) =>
  act(house, cancelTasks(house, [id]), () => t('task.cancelledOne', { what }))
export const deleteOne = (house: House, { id, description: what }: Task) =>
  act(house, deleteTasks(house, [id]), () => t('task.deletedOne', { what }))
export const moveAll = (house: House, ids: Ids, day: Day) =>
  act(house, moveTasks(house, ids, day), ({ value }) => t('task.moved', { ...counted(value), day: mediumDay(day) }))
export const giveAll = (house: House, ids: Ids, salespersonId: SalespersonId, name: string) =>
  act(house, giveTasks(house, ids, salespersonId), ({ value }) => t('task.given', { ...counted(value), name }))
