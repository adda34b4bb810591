// What stands against logging, asked of the worker again whenever anything was written that it may rest on. An answer that comes
// too late is dropped; until a new one is there the last one stays.
import { untrack } from 'svelte'
import type { House } from '../../actions/house.ts'
import type { Problem, ProblemCode } from '../../core/interaction/problems.ts'
import type { Failure } from '../../model/failure.ts'
import { Live } from '../../parts/live.svelte.ts'
import type { SegmentPage } from '../../storage/read/segments.ts'
import { watchCommits } from '../../storage/read/watch.ts'
import { failureOf } from '../../workers/call.ts'
import type { BoardAnswer } from '../../workers/jobs/board.ts'
import type { DocumentFields } from '../pieces/documentFields.svelte.ts'

export type BoardState = { is: 'waiting' } | { is: 'here'; board: BoardAnswer } | { is: 'failed'; failure: Failure }

/** Changes come in flocks: the worker is asked when they rest. */
const rest = 40

export class Board {
  /** Whoever was written to in so many days is shown. */
  recentDays = $state(30)
  state = $state.raw<BoardState>({ is: 'waiting' })
  /** The worker is at it: what is shown may be of a moment ago. */
  asking = $state(false)
  readonly #house: House
  readonly #page: () => SegmentPage | undefined
  readonly #documents: DocumentFields
  readonly #commits: Live<number>
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(house: House, page: () => SegmentPage | undefined, documents: DocumentFields) {
    this.#house = house
    this.#page = page
    this.#documents = documents
    this.#commits = new Live(watchCommits(house.db))
  }

  readonly problems: readonly Problem[] = $derived(this.state.is === 'here' ? this.state.board.problems : [])

  problem(code: ProblemCode): Problem | undefined {
    return this.problems.find((problem) => problem.code === code)
  }

  /** To be called in an effect: asks again when the segment, anything else that was written, a document or `recentDays` changed. */
  ask(): void {
    const page = this.#page()
    void this.#commits.value
    if (!page) return
    this.#documents.need(page.lines.lines.flatMap((line) => line.document?.attachmentId ?? []))
    const { known } = this.#documents
    const { recentDays } = this
    untrack(() => {
      this.asking = true
      clearTimeout(this.#timer)
      const turn = ++this.#turn
      this.#timer = setTimeout(() => void this.#read(turn, () => this.#answer(page, known, recentDays)), rest)
    })
  }

  #answer({ segment }: SegmentPage, known: DocumentFields['known'], recentDays: number) {
    return this.#house.calls.index.board(segment.id, known, { recentDays }, this.#house.occasion().today)
  }

  async #read(turn: number, answer: () => Promise<BoardAnswer | undefined>): Promise<void> {
    const state = await answer().then(
      (board): BoardState => (board ? { is: 'here', board } : { is: 'waiting' }),
      (error: unknown): BoardState => ({ is: 'failed', failure: failureOf(error) }),
    )
    if (turn !== this.#turn) return
    this.state = state
    this.asking = false
  }
}
