// Letters being made: which kind of file, how far it is, what came out, what was saved. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { saveFile } from '../../parts/save.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { LetterFile, LetterOutput, MadeLetters } from '../../workers/jobs/letters.ts'
import { ask } from './act.ts'

export class LetterMaking {
  output = $state<LetterOutput>('combined')
  made = $state.raw<MadeLetters | undefined>()
  running = $state.raw<{ done: number; total: number } | undefined>()
  saved = $state.raw<readonly string[]>([])
  readonly unsaved: LetterFile | undefined = $derived(this.made?.files.find((file) => !this.saved.includes(file.name)))
  /** Whether another file follows the one that is saved next, as its words ask. */
  readonly more: 'yes' | 'no' = $derived((this.made?.files.length ?? 1) - this.saved.length > 1 ? 'yes' : 'no')
  readonly #run: (output: LetterOutput, watch: JobWatch) => Promise<Result<MadeLetters, Failure>>
  #stop = new AbortController()

  /** @param run makes the letters, telling how far it is, until it is stopped */
  constructor(run: (output: LetterOutput, watch: JobWatch) => Promise<Result<MadeLetters, Failure>>) {
    this.#run = run
  }

  async make(total: number): Promise<void> {
    this.#stop = new AbortController()
    this.running = { done: 0, total }
    this.made = undefined
    this.saved = []
    const onProgress = (done: number, of: number) => (this.running = this.running && { done, total: of })
    this.made = await ask(this.#run(this.output, { signal: this.#stop.signal, onProgress }))
    this.running = undefined
  }

  stop(): void {
    this.#stop.abort()
  }

  async save(file: LetterFile): Promise<void> {
    if ((await saveFile(file.name, file.bytes, file.mime)) !== 'given up') this.saved = [...this.saved, file.name]
  }

  /** Another kind of file: what was made of the first kind is given up. */
  choose(output: LetterOutput): void {
    this.output = output
    this.made = undefined
  }
}
