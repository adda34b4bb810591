// What a recipe would do, asked of the worker while it is edited: one question is under way at most and the newest next, and an answer
// to an older question never shows as that of the newest.
import type { House } from '../../../actions/house.ts'
import type { CardWish, RecipeAnswer, RecipeWish } from '../../../core/segment/recipeWish.ts'
import type { Failure } from '../../../model/failure.ts'
import type { SegmentId } from '../../../model/ids.ts'
import { failureOf } from '../../../workers/call.ts'

export interface RecipeQuestion {
  /** Missing: from an empty list. */
  on: SegmentId | undefined
  wish: RecipeWish
  /** The card that is looked at closely. */
  open: number | undefined
}

export class RecipeCount {
  /** The last answer; while `pending` it is that of an older question. */
  answer = $state.raw<RecipeAnswer | undefined>()
  pending = $state(true)
  /** Why the newest question has no answer. */
  failure = $state.raw<Failure | undefined>()
  /** What was asked, of which `answer` is. */
  #of = $state.raw<RecipeWish | undefined>()
  readonly #house: House
  readonly #question: () => RecipeQuestion
  #wanted = 0
  #asked = 0
  #asking = false

  constructor(house: House, question: () => RecipeQuestion) {
    this.#house = house
    this.#question = question
  }

  /** To be called whenever the question or the data changed. */
  ask(): void {
    this.#wanted++
    this.pending = true
    if (!this.#asking) void this.#askOn()
  }

  async #askOn(): Promise<void> {
    this.#asking = true
    while (this.#asked !== this.#wanted) {
      const ticket = (this.#asked = this.#wanted)
      const { on, wish, open } = this.#question()
      try {
        const answer = await this.#house.calls.index.recipe(on, wish, open, this.#house.occasion().today)
        if (ticket === this.#wanted) this.#show(answer, undefined, wish)
      } catch (error) {
        if (ticket === this.#wanted) this.#show(undefined, failureOf(error))
      }
    }
    this.#asking = false
  }

  /** Whether the answer speaks of this card at this place, as it is or as it was before its last edit. */
  isOf(card: CardWish, at: number): boolean {
    const asked = this.#of?.cards[at]
    return asked !== undefined && asked.id === card.id && asked.kind === card.kind
  }

  #show(answer: RecipeAnswer | undefined, failure?: Failure, of?: RecipeWish): void {
    this.answer = answer
    this.#of = of
    this.failure = failure
    this.pending = false
  }
}
