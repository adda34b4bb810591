// A short page of the settings: its form is a draft, what was touched is saved as one act, and saving it can be undone.
import { onDestroy, untrack } from 'svelte'
import type { House } from '../../actions/house.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { FormDraft } from '../../parts/draft.svelte.ts'
import type { Committed } from '../../storage/commit.ts'
import { t } from '../../text/language.svelte.ts'
import { act } from '../pieces/act.ts'

/** Made while a component is set up. @param stored what stands there now @param write saves the whole form */
export class SettingsForm<V extends object> {
  readonly draft: FormDraft<V>
  busy = $state(false)
  readonly changed = $derived.by(() => this.draft.touched.length > 0)
  readonly #house: House
  readonly #write: (values: V) => Promise<Result<Committed, Failure>>

  constructor(house: House, name: string, stored: () => V, write: (values: V) => Promise<Result<Committed, Failure>>) {
    this.#house = house
    this.#write = write
    this.draft = untrack(() => new FormDraft<V>(`settings:${name}`, house.drafts, stored()))
    onDestroy(() => void this.draft.leave())
    $effect.pre(() => this.draft.follow(stored()))
  }

  save = async (event: Event): Promise<void> => {
    event.preventDefault()
    if (!this.changed || this.busy) return
    this.busy = true
    const { value } = this.draft.take()
    if (await act(this.#house, this.#write(value), () => t('settings.saved'))) await this.draft.saved(value)
    this.busy = false
  }
}
