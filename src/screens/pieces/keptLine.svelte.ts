// The one line that a small sheet asks for, such as the name of a new segment: kept as any form is, so that no reload loses it.
import { onDestroy } from 'svelte'
import type { House } from '../../actions/house.ts'
import { FormDraft } from '../../parts/draft.svelte.ts'

export class KeptLine {
  readonly #draft: FormDraft<{ text: string }>

  /** To be made while the sheet is made. @param start what stands in the line before anybody typed */
  constructor({ drafts }: House, id: string, start = '') {
    this.#draft = new FormDraft(id, drafts, { text: start })
    onDestroy(() => void this.#draft.leave())
  }

  get text(): string {
    return this.#draft.typed.text
  }

  set text(text: string) {
    this.#draft.typed.text = text
    this.#draft.changed()
  }

  /** As it is stored. */
  get tidy(): string {
    return this.text.trim()
  }

  /** It has become something: nothing is kept of it. */
  used(): Promise<void> {
    return this.#draft.drop()
  }
}
