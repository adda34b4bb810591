// E-mail drafts being made, and how they are wished for: with the letter or the text only, in which order. Without drawing.
import { makeEmails } from '../../actions/emails.ts'
import type { House } from '../../actions/house.ts'
import { discardLetters } from '../../actions/letters.ts'
import type { LetterOrder } from '../../core/letter/order.ts'
import type { SegmentId } from '../../model/ids.ts'
import { Draft } from '../../parts/draft.svelte.ts'
import { language, t } from '../../text/language.svelte.ts'
import { FileMaking, keptMaking } from '../pieces/fileMaking.svelte.ts'

export interface EmailForm {
  attach: boolean
  order: LetterOrder
}

export class EmailMaking extends FileMaking {
  readonly #wishes: Draft<EmailForm>

  constructor(house: House, id: SegmentId) {
    const wishes = new Draft<EmailForm>('emails', house.drafts, { attach: true, order: 'list' })
    super({
      make: (watch) => makeEmails(house, id, { ...wishes.value, language: language(), word: t('emails.fileWord') }, watch),
      discard: (run) => discardLetters(house, run),
    })
    this.#wishes = wishes
  }

  get wishes(): EmailForm {
    return this.#wishes.value
  }

  wish(change: Partial<EmailForm>): void {
    Object.assign(this.#wishes.value, change)
    this.changed()
  }

  override changed(): void {
    this.#wishes.changed()
    super.changed()
  }

  override leave(): void {
    void this.#wishes.leave()
    super.leave()
  }
}

export const emailMakingOf = (house: House, id: SegmentId): EmailMaking =>
  keptMaking(`segment:${id}:emails`, () => new EmailMaking(house, id))
