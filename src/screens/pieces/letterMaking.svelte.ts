// Letters being made: which kind of files, how far it is, what came out, what was saved. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { Draft, type DraftKeeper } from '../../parts/draft.svelte.ts'
import { notices } from '../../parts/notices.svelte.ts'
import { saveFile } from '../../parts/save.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { LetterFile, LetterWishes, MadeLetters } from '../../workers/jobs/letterMaking.ts'
import { ask } from './act.ts'
import { perFileOf, usualWishes, wishesOf, type LetterKind, type WishForm } from './letterWishes.ts'

/** What makes letters, telling how far it is, until it is stopped; and gives up what was made. */
export interface LetterRun {
  make: (wishes: LetterWishes, watch: JobWatch) => Promise<Result<MadeLetters, Failure>>
  discard: (run: string) => Promise<void>
}

export class LetterMaking {
  made = $state.raw<MadeLetters | undefined>()
  running = $state.raw<{ done: number; total: number } | undefined>()
  stopped = $state(false)
  saved = $state.raw<readonly string[]>([])
  /** What was made is not what is wished for now: it stays until letters are made anew, for not all of it is saved. */
  outdated = $state(false)
  readonly unsaved: LetterFile | undefined = $derived(this.made?.files.find((file) => !this.saved.includes(file.name)))
  /** Whether there are several files, so that it must be said which is saved next. */
  readonly more: 'yes' | 'no' = $derived((this.made?.files.length ?? 1) > 1 ? 'yes' : 'no')
  readonly #wishes: Draft<WishForm>
  readonly #run: LetterRun
  #stop = new AbortController()

  constructor(keeper: DraftKeeper, run: LetterRun) {
    this.#wishes = new Draft('letters', keeper, usualWishes())
    this.#run = run
  }

  get wishes(): WishForm {
    return this.#wishes.value
  }

  /** The wishes can be fulfilled as they stand. */
  get fine(): boolean {
    return this.wishes.kind !== 'parts' || perFileOf(this.wishes) !== undefined
  }

  async make(total: number): Promise<void> {
    notices.over()
    this.#giveUp()
    this.#stop = new AbortController()
    this.running = { done: 0, total }
    this.stopped = false
    const onProgress = (done: number, of: number) => (this.running = this.running && { done, total: of })
    this.made = await ask(this.#run.make(wishesOf(this.wishes), { signal: this.#stop.signal, onProgress }))
    this.stopped = this.#stop.signal.aborted
    this.running = undefined
  }

  stop(): void {
    this.#stop.abort()
  }

  async save(file: LetterFile): Promise<void> {
    if ((await saveFile(file.name, file.content, file.mime)) !== 'given up') this.saved = [...this.saved, file.name]
  }

  choose(kind: LetterKind): void {
    if (this.wishes.kind === kind) return
    this.wishes.kind = kind
    this.changed()
  }

  /** Other wishes: what was made as before is given up once it is saved. */
  changed(): void {
    this.#wishes.changed()
    if (this.unsaved) this.outdated = true
    else this.#giveUp()
  }

  /** The sheet is closed. */
  leave(): void {
    this.stop()
    void this.#wishes.leave()
    this.#giveUp()
  }

  #giveUp(): void {
    const made = this.made
    this.made = undefined
    this.outdated = false
    this.saved = []
    this.stopped = false
    if (made) void this.#run.discard(made.run)
  }
}
