// The letter that is looked at, as the worker makes it, and the ones beside it made and drawn ahead, so that turning the page takes no
// time. Whatever is written makes them anew; an answer that comes too late is dropped.
import { untrack } from 'svelte'
import type { House } from '../../actions/house.ts'
import { refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { SegmentId } from '../../model/ids.ts'
import { prepareDrawing } from '../../parts/docxView/drawing.ts'
import { Live } from '../../parts/live.svelte.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import type { LookedAtLetter } from '../../workers/jobs/letterLooks.ts'

export type Look = { lineNo: number } & ({ is: 'here'; letter: LookedAtLetter } | { is: 'none'; failure: Failure })

/** So many letters are kept at most. */
const most = 8

export class PreviewLook {
  /** The last letter that is there; it stays until the one asked for has come. */
  look = $state.raw<Look | undefined>()
  readonly #house: House
  readonly #id: SegmentId
  readonly #commits: Live<number>
  #kept = new Map<number, Promise<Result<LookedAtLetter, Failure>>>()
  #keptAt: number | undefined
  #turn = 0

  constructor(house: House, id: SegmentId) {
    this.#house = house
    this.#id = id
    this.#commits = new Live(watchCommits(house.db))
  }

  /** To be called in an effect. @param beside lines that may be asked for next */
  ask(lineNo: number | undefined, beside: readonly (number | undefined)[]): void {
    const commits = this.#commits.value
    if (lineNo === undefined || commits === undefined) return
    untrack(() => {
      if (commits !== this.#keptAt) this.#kept.clear()
      this.#keptAt = commits
      void this.#show(++this.#turn, lineNo, beside)
    })
  }

  async #show(turn: number, lineNo: number, beside: readonly (number | undefined)[]): Promise<void> {
    const made = await this.#made(lineNo)
    if (turn !== this.#turn) return
    this.look = made.ok ? { is: 'here', lineNo, letter: made.value } : { is: 'none', lineNo, failure: made.failure }
    for (const next of beside) {
      if (next === undefined || next === lineNo) continue
      const ahead = await this.#made(next)
      if (turn !== this.#turn) return
      if (ahead.ok) prepareDrawing(ahead.value.content)
    }
  }

  #made(lineNo: number): Promise<Result<LookedAtLetter, Failure>> {
    const known = this.#kept.get(lineNo)
    const made =
      known ??
      this.#house.calls.work
        .lookAtLetter(this.#id, lineNo, this.#house.occasion().now)
        .catch((error: unknown) => refuse<Failure>(failureOf(error)))
    this.#kept.delete(lineNo)
    this.#kept.set(lineNo, made)
    for (const oldest of [...this.#kept.keys()].slice(0, -most)) this.#kept.delete(oldest)
    return made
  }
}
