// Labels, envelopes and cover sheets being made: what is wished for, kept as it was the last time, and what would come out, asked of the
// worker again whenever a wish or the segment changes. An answer that comes too late is dropped.
import { untrack } from 'svelte'
import type { Result } from '../../base/result.ts'
import type { MailWishes } from '../../core/letter/mailing.ts'
import type { Failure } from '../../model/failure.ts'
import { Draft, type DraftKeeper } from '../../parts/draft.svelte.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { MadeLetters } from '../../workers/jobs/letterMaking.ts'
import type { MailLook } from '../../workers/jobs/labels.ts'
import { ask } from '../pieces/act.ts'
import { FileMaking } from '../pieces/fileMaking.svelte.ts'

/** What every kind keeps. */
export interface MailForm {
  whom: MailWishes['whom']
  order: MailWishes['order']
}

export interface MailRun<W> {
  make: (wishes: W, watch: JobWatch) => Promise<Result<MadeLetters, Failure>>
  look: (wishes: W) => Promise<Result<MailLook, Failure>>
  discard: (run: string) => Promise<void>
}

/** Wishes change in flocks, while somebody types: the worker is asked when they rest. */
const rest = 60

export class MailMaking<F extends MailForm, W extends MailWishes> extends FileMaking {
  /** What would come out; of a moment ago while `asking`. */
  look = $state.raw<MailLook | undefined>()
  asking = $state(false)
  /** One for each person, or one for several: at first as the segment's letters. */
  per = $state<MailWishes['per']>('person')
  /** The first free label as it is typed: of the sheet that lies in the printer now, not of the next one. */
  startAt = $state('1')
  readonly #draft: Draft<F>
  readonly #run: MailRun<W>
  #wishesOf: (form: F, common: MailWishes) => W | undefined = () => undefined
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0
  #stamp: number | undefined

  /** @param kept the name of the draft */
  constructor(keeper: DraftKeeper, kept: string, start: F, per: MailWishes['per'], run: MailRun<W>) {
    const draft = new Draft(kept, keeper, start)
    super({
      make: (watch) => {
        const { wishes } = this
        return wishes ? run.make(wishes, watch) : Promise.resolve({ ok: false, failure: { code: 'stopped' } })
      },
      discard: run.discard,
    })
    this.#draft = draft
    this.#run = run
    this.per = per
  }

  get form(): F {
    return this.#draft.value
  }

  /** What is wished for as it stands; nothing where something is missing or wrong. */
  get wishes(): W | undefined {
    const { whom, order } = this.form
    const plain: unknown = $state.snapshot(this.form)
    return this.#wishesOf(plain as F, { whom, order, per: this.per })
  }

  /** How the wishes come of the form: said by the panel each time it is opened. */
  wished(wishesOf: (form: F, common: MailWishes) => W | undefined): void {
    this.#wishesOf = wishesOf
  }

  override changed(): void {
    this.#draft.changed()
    super.changed()
  }

  /** To be called in an effect: asks again when a wish changed. What it rests on else is read by the caller. */
  ask(): void {
    const { wishes } = this
    untrack(() => {
      clearTimeout(this.#timer)
      const turn = ++this.#turn
      this.asking = wishes !== undefined
      if (wishes) this.#timer = setTimeout(() => void this.#asked(turn, wishes), rest)
    })
  }

  async #asked(turn: number, wishes: W): Promise<void> {
    const look = await ask(this.#run.look(wishes))
    if (turn !== this.#turn) return
    // What was made says something else than what would be made now.
    if (this.made && look && look.stamp !== this.#stamp) super.changed()
    this.#stamp = look?.stamp
    this.look = look
    this.asking = false
  }

  override leave(): void {
    void this.#draft.leave()
    super.leave()
  }
}
