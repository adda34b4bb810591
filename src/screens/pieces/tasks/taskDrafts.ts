// Which tasks have changes that were typed and not saved; asked for once, however many rows show it.
import type { House } from '../../../actions/house.ts'
import type { TaskId } from '../../../model/ids.ts'
import { Live } from '../../../parts/live.svelte.ts'
import { watchTaskDrafts } from '../../../storage/read/tasks.ts'

const known = new WeakMap<House['db'], Live<Set<TaskId>>>()

export function taskDrafts({ db }: House): Live<Set<TaskId>> {
  const live = known.get(db) ?? new Live(watchTaskDrafts(db))
  known.set(db, live)
  return live
}
