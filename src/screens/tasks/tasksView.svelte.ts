// The page of tasks without drawing: what is asked, the rows with their headings, who they are for, and those that are chosen.
import { SvelteSet } from 'svelte/reactivity'
import type { House } from '../../actions/house.ts'
import type { Day } from '../../base/day.ts'
import { allTasks, byDueTime, siftTasks, type DueTime, type TaskQuestion } from '../../core/task/list.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, SalespersonId, TaskId } from '../../model/ids.ts'
import type { Task } from '../../model/task.ts'
import { Live } from '../../parts/live.svelte.ts'
import { readContacts } from '../../storage/read/contacts.ts'
import { watchTasks } from '../../storage/read/tasks.ts'
import { failureOf } from '../../workers/call.ts'
import { nameOf } from '../pieces/contactName.ts'
import { tell } from '../pieces/act.ts'

export type TaskItem = { time: DueTime; count: number } | { task: Task }

/** So many names are read at once; the list shows without them meanwhile. */
const portion = 500

let left: { question: TaskQuestion; over: boolean } | undefined

/** Made while a component is set up. */
export class TasksView {
  question = $state.raw<TaskQuestion>(allTasks)
  /** What is done or cancelled, in place of what is to be done. */
  over = $state(false)
  people = $state.raw<ReadonlyMap<ContactId, Contact>>(new Map())
  /** A tap chooses instead of opening. */
  selecting = $state(false)
  readonly chosen = new SvelteSet<TaskId>()
  readonly #open: Live<Task[]>
  readonly #over: Live<Task[]>
  readonly #today: Day
  #asked = new Set<ContactId>()

  constructor(house: House, me: SalespersonId | undefined) {
    this.#today = house.occasion().today
    this.#open = new Live(watchTasks(house.db, false))
    this.#over = new Live(watchTasks(house.db, true))
    this.question = left?.question ?? { ...allTasks, salespersonId: me }
    this.over = left?.over ?? false
    $effect(() => {
      left = { question: { ...this.question, text: '' }, over: this.over }
    })
    $effect(() => void this.#name(house, this.tasks ?? []))
  }

  /** All there are, of those to be done or of those that are over. */
  readonly tasks: Task[] | undefined = $derived.by(() => (this.over ? this.#over.value : this.#open.value))

  readonly found: Task[] = $derived.by(() => siftTasks(this.tasks ?? [], this.question, this.#nameOf))

  readonly rows: TaskItem[] = $derived.by(() => {
    if (this.over) return this.found.map((task) => ({ task }))
    return byDueTime(this.found, this.#today).flatMap(({ time, tasks }): TaskItem[] => [
      { time, count: tasks.length },
      ...tasks.map((task) => ({ task })),
    ])
  })

  ask(part: Partial<TaskQuestion>): void {
    this.question = { ...this.question, ...part }
    this.chosen.clear()
  }

  /** How many there would be with another answer to one question. */
  countWith(part: Partial<TaskQuestion>): number {
    return siftTasks(this.tasks ?? [], { ...this.question, ...part }, this.#nameOf).length
  }

  toggle(id: TaskId): void {
    if (!this.chosen.delete(id)) this.chosen.add(id)
  }

  /** All that are found; when all of them are chosen, none. */
  toggleAll(): void {
    const all = this.found.every(({ id }) => this.chosen.has(id))
    for (const { id } of this.found)
      if (all) this.chosen.delete(id)
      else this.chosen.add(id)
  }

  endSelecting(): void {
    this.selecting = false
    this.chosen.clear()
  }

  readonly #nameOf = (id: ContactId): string => {
    const contact = this.people.get(id)
    return contact ? nameOf(contact) : ''
  }

  async #name(house: House, tasks: readonly Task[]): Promise<void> {
    const ids = new Set(tasks.flatMap(({ contactId, companyId }) => [contactId, companyId].filter((id) => id !== undefined)))
    const missing = [...ids].filter((id) => !this.#asked.has(id))
    for (const id of missing) this.#asked.add(id)
    try {
      for (let from = 0; from < missing.length; from += portion) {
        const read = await readContacts(house.db, missing.slice(from, from + portion))
        this.people = new Map([...this.people, ...read.map((contact) => [contact.id, contact] as const)])
      }
    } catch (error) {
      tell(failureOf(error))
    }
  }
}
