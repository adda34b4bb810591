// What is to be seen before letters are made, asked of the worker again whenever the segment, anything it may rest on or the wishes changed.
// An answer that comes too late is dropped; until a new one is there the last one stays.
import { untrack } from 'svelte'
import type { House } from '../../actions/house.ts'
import type { SegmentId } from '../../model/ids.ts'
import type { LetterWishes } from '../../workers/jobs/letterMaking.ts'
import type { LettersChecked } from '../../workers/jobs/letterChecks.ts'
import type { Worksheet } from './worksheet.svelte.ts'

/** Typing a pattern comes in flocks of letters. */
const rest = 250

export class LetterChecks {
  answer = $state.raw<LettersChecked | undefined>()
  readonly #house: House
  readonly #work: Worksheet
  readonly #id: SegmentId
  #timer: ReturnType<typeof setTimeout> | undefined
  #turn = 0

  constructor(house: House, work: Worksheet, id: SegmentId) {
    this.#house = house
    this.#work = work
    this.#id = id
  }

  /** To be called in an effect. The board is asked anew after every change that may matter: so is this. */
  ask(wishes: LetterWishes): void {
    void this.#work.board.state
    const { known } = this.#work.documents
    untrack(() => {
      clearTimeout(this.#timer)
      const turn = ++this.#turn
      this.#timer = setTimeout(() => void this.#read(turn, known, wishes), rest)
    })
  }

  /** The page is left. */
  leave(): void {
    clearTimeout(this.#timer)
    this.#turn++
  }

  async #read(turn: number, known: Worksheet['documents']['known'], wishes: LetterWishes): Promise<void> {
    const { calls, occasion } = this.#house
    // Without it letters are made all the same; whatever ails the worker is told when it is asked to make them.
    const answer = await calls.work.checkLetters(this.#id, known, wishes, occasion().now).catch(() => undefined)
    if (turn === this.#turn) this.answer = answer
  }
}
