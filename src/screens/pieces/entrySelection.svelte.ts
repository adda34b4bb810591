// Several entries of the interaction log chosen at once, on whichever page they are listed.
import { SvelteSet } from 'svelte/reactivity'
import type { EntryId } from '../../model/ids.ts'

/** What can be done with the chosen ones; `menu` asks which. */
export type EntriesAct = 'menu' | 'evaluate' | 'answered' | 'delivery' | 'cancel' | 'uncancel' | 'resend' | 'task'

export class EntrySelection {
  /** A tap chooses instead of opening. */
  on = $state(false)
  readonly ids = new SvelteSet<EntryId>()

  toggle(id: EntryId): void {
    if (!this.ids.delete(id)) this.ids.add(id)
  }

  /** Chooses all of these; when all of them are chosen already, none of them. */
  toggleAll(ids: readonly EntryId[]): void {
    const all = ids.every((id) => this.ids.has(id))
    for (const id of ids)
      if (all) this.ids.delete(id)
      else this.ids.add(id)
  }

  end(): void {
    this.on = false
    this.ids.clear()
  }
}
