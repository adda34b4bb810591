// Handing over: what goes along, how much that is, a password to say to the colleague, the file. Without drawing.
import type { Result } from '../../base/result.ts'
import type { MadeHandOver } from '../../actions/handOver.ts'
import type { Failure } from '../../model/failure.ts'
import { nothingWished, type HandOverWish } from '../../model/handOverWish.ts'
import { saveFile } from '../../parts/save.ts'
import type { JobWatch } from '../../workers/call.ts'
import { LongAct } from '../pieces/longAct.svelte.ts'

export interface HandOverRun {
  count: (wish: HandOverWish) => Promise<Result<MadeHandOver['counts'], Failure>>
  make: (wish: HandOverWish, how: { title: string; password: string }, watch: JobWatch) => Promise<Result<MadeHandOver, Failure>>
}

/** A shorter one is guessed in no time by whoever has the file. */
export const shortestPassword = 8

/** Twelve figures in three groups: easy to say on the telephone. */
export function newPassword(): string {
  const figures = crypto.getRandomValues(new Uint32Array(3))
  return [...figures].map((figure) => String(figure % 10_000).padStart(4, '0')).join('-')
}

export type Listed = 'campaignIds' | 'segmentIds' | 'loggedSegmentIds' | 'criteriaIds' | 'templateIds'

export class HandOverMaking {
  wish = $state.raw<HandOverWish>({ ...nothingWished, history: true })
  password = $state(newPassword())
  counts = $state.raw<MadeHandOver['counts'] | undefined>()
  made = $state.raw<MadeHandOver | undefined>()
  saved = $state(false)
  tried = $state(false)
  readonly act = new LongAct()
  readonly isTooShort: boolean = $derived([...this.password.trim()].length < shortestPassword)
  readonly isEmpty: boolean = $derived(this.wish.contactIds.length === 0 && lists.every((list) => this.wish[list].length === 0))
  readonly #run: HandOverRun
  #asked = 0

  constructor(run: HandOverRun) {
    this.#run = run
  }

  has(list: Listed, id: string): boolean {
    return (this.wish[list] as readonly string[]).includes(id)
  }

  take(list: Listed, id: string, on: boolean): void {
    const others = (this.wish[list] as readonly string[]).filter((one) => one !== id)
    this.change({ [list]: on ? [...others, id] : others })
  }

  /** Another wish: a file that was made of the one before does not fit it. */
  change(more: Partial<Record<keyof HandOverWish, unknown>>): void {
    this.wish = { ...this.wish, ...(more as Partial<HandOverWish>) }
    this.made = undefined
    this.saved = false
    this.act.forget()
    void this.#count()
  }

  async #count(): Promise<void> {
    const asked = ++this.#asked
    const done = this.isEmpty ? undefined : await this.#run.count(this.wish)
    if (asked === this.#asked) this.counts = done?.ok ? done.value : undefined
  }

  async make(title: string): Promise<void> {
    this.tried = true
    if (this.isTooShort || this.isEmpty) return
    const done = await this.act.run((watch) => this.#run.make(this.wish, { title, password: this.password.trim() }, watch))
    this.made = done?.value
  }

  /** Call it from a tap of its own: the share sheet opens only then. */
  async save(): Promise<void> {
    if (this.made && (await saveFile(this.made.name, this.made.file, 'application/octet-stream')) !== 'given up') this.saved = true
  }
}

const lists: readonly Listed[] = ['campaignIds', 'segmentIds', 'loggedSegmentIds', 'criteriaIds', 'templateIds']
