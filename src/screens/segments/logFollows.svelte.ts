// What follows a logging: a follow-up segment and tasks, as they are chosen and named on the log sheet. Kept until the segment is logged.
import { onDestroy } from 'svelte'
import type { House } from '../../actions/house.ts'
import { addDays } from '../../base/day.ts'
import type { TaskFields } from '../../core/task/task.ts'
import type { Segment } from '../../model/segment.ts'
import { FormDraft } from '../../parts/draft.svelte.ts'
import { t } from '../../text/language.svelte.ts'
import { fieldsOfForm, newTaskForm } from '../pieces/tasks/taskForm.ts'

export interface FollowsForm {
  followUp: boolean
  followUpName: string
  tasks: boolean
  type: 'phoneCall' | 'none'
  description: string
  day: string
}

export class LogFollows {
  readonly #house: House
  readonly #draft: FormDraft<FollowsForm>
  /** What is to be done for everybody; nothing while it is not ticked. */
  readonly tasks: TaskFields | undefined = $derived.by(() => {
    const { tasks, type, description, day } = this.form
    return tasks ? fieldsOfForm({ ...newTaskForm(''), type: type === 'none' ? '' : type, description, day }) : undefined
  })

  /** To be made while the sheet is made. */
  constructor(house: House, segment: Segment) {
    this.#house = house
    this.#draft = new FormDraft(`segment:${segment.id}:log`, house.drafts, this.#usual(segment))
    onDestroy(() => void this.#draft.leave())
  }

  get form(): FollowsForm {
    return this.#draft.typed
  }

  /** The segment may get another name meanwhile; names that were not typed follow it. */
  follow(segment: Segment): void {
    this.#draft.follow(this.#usual(segment))
  }

  change(chosen: Partial<FollowsForm>): void {
    Object.assign(this.#draft.typed, chosen)
    this.#draft.changed()
  }

  /** It is logged: nothing is kept. */
  done(): Promise<void> {
    return this.#draft.drop()
  }

  #usual({ description, no }: Segment): FollowsForm {
    const about = description || no
    return {
      followUp: false,
      followUpName: t('log.followUpName', { name: description }),
      tasks: false,
      type: 'phoneCall',
      description: t('log.taskName', { name: about }).slice(0, 100),
      day: addDays(this.#house.occasion().today, 14),
    }
  }
}
