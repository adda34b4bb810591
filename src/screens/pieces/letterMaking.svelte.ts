// Letters being made: which kind of files is wished for, beside what all making of files knows. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { Draft, type DraftKeeper } from '../../parts/draft.svelte.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { LetterWishes, MadeLetters } from '../../workers/jobs/letterMaking.ts'
import { FileMaking } from './fileMaking.svelte.ts'
import { canBeFulfilled, usualWishes, wishesOf, type LetterKind, type WishForm } from './letterWishes.ts'

/** What makes letters as they are wished for, and gives up what was made. */
export interface LetterRun {
  make: (wishes: LetterWishes, watch: JobWatch) => Promise<Result<MadeLetters, Failure>>
  discard: (run: string) => Promise<void>
}

export class LetterMaking extends FileMaking {
  readonly #wishes: Draft<WishForm>

  constructor(keeper: DraftKeeper, run: LetterRun) {
    const wishes = new Draft('letters', keeper, usualWishes())
    super({ make: (watch) => run.make(wishesOf(wishes.value), watch), discard: run.discard })
    this.#wishes = wishes
  }

  get wishes(): WishForm {
    return this.#wishes.value
  }

  /** The wishes can be fulfilled as they stand. */
  get fine(): boolean {
    return canBeFulfilled(this.wishes)
  }

  choose(kind: LetterKind): void {
    if (this.wishes.kind === kind) return
    this.wishes.kind = kind
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
