// Files being made: how far it is, what came out, what was saved. Two phases: they are made, and then saved or shared by a fresh tap. What
// came out stays where it was made, also when somebody goes away and comes back. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { notices } from '../../parts/notices.svelte.ts'
import { saveFile } from '../../parts/save.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { LetterFile, MadeLetters } from '../../workers/jobs/letterMaking.ts'
import { ask } from './act.ts'

/** What makes files, telling how far it is, until it is stopped; and gives up what was made. */
export interface FileRun {
  make: (watch: JobWatch) => Promise<Result<MadeLetters, Failure>>
  discard: (run: string) => Promise<void>
}

export class FileMaking {
  made = $state.raw<MadeLetters | undefined>()
  running = $state.raw<{ done: number; total: number } | undefined>()
  stopped = $state(false)
  /** Names of the files that were saved or shared. */
  saved = $state.raw<readonly string[]>([])
  /** What was made is not what is wished for now: it stays until it is made anew, for not all of it is saved. */
  outdated = $state(false)
  readonly #run: FileRun
  #stop = new AbortController()
  /** What was made before, while it is made anew. */
  #before: { made: MadeLetters; saved: readonly string[]; outdated: boolean } | undefined

  constructor(run: FileRun) {
    this.#run = run
  }

  // No `$derived` here: it would belong to the panel that was open first, and say the same for ever once that panel is closed.
  get unsaved(): LetterFile | undefined {
    return this.made?.files.find((file) => !this.saved.includes(file.name))
  }

  /** Whether there are several files, so that it must be said which is saved next. */
  get more(): 'yes' | 'no' {
    return (this.made?.files.length ?? 1) > 1 ? 'yes' : 'no'
  }

  /**
   * Makes them anew. What was made before is given up when the new ones are there: stopped or failed, it is back as it was.
   * @param total so many are to be made, as far as is known
   */
  async make(total: number): Promise<void> {
    notices.over()
    this.#putAside()
    this.#stop = new AbortController()
    this.running = { done: 0, total }
    this.stopped = false
    const onProgress = (done: number, of: number) => (this.running = this.running && { done, total: of })
    const made = await ask(this.#run.make({ signal: this.#stop.signal, onProgress }))
    if (made) this.#giveUpBefore()
    this.made = made
    this.stopped = this.#stop.signal.aborted
    this.running = undefined
    this.#takeBack()
  }

  stop(): void {
    this.#stop.abort()
  }

  async save(file: LetterFile): Promise<void> {
    if ((await saveFile(file.name, file.content, file.mime)) !== 'given up') this.saved = [...this.saved, file.name]
  }

  /** Other wishes: what was made as before is given up once it is saved. */
  changed(): void {
    if (this.#before) this.#before.outdated = true
    else if (this.unsaved) this.outdated = true
    else this.giveUp()
  }

  /** The place where they were made is closed for good. */
  leave(): void {
    this.stop()
    this.giveUp()
  }

  giveUp(): void {
    const made = this.made
    this.made = undefined
    this.outdated = false
    this.saved = []
    this.stopped = false
    if (made) void this.#run.discard(made.run)
    this.#giveUpBefore()
  }

  #putAside(): void {
    const { made, saved, outdated } = this
    this.#before = made && { made, saved, outdated }
    this.made = undefined
    this.saved = []
    this.outdated = false
  }

  #takeBack(): void {
    if (this.#before) Object.assign(this, this.#before)
    this.#before = undefined
  }

  #giveUpBefore(): void {
    if (this.#before) void this.#run.discard(this.#before.made.run)
    this.#before = undefined
  }
}

/** All that was made in this window and is kept for coming back is given up. */
export function giveUpAll(): void {
  for (const making of kept.values()) making.leave()
  kept.clear()
}

/** So many results are kept for coming back. */
const most = 8
const kept = new Map<string, FileMaking>()

/**
 * What was made in this place, until the app is closed: who comes back finds it. Of many places the one that was longest not looked at,
 * with nothing in it unsaved and nothing being made, is given up.
 * @param place names it, as `segment:ID:labels` @param begin a making for a place where nothing was made
 */
export function keptMaking<M extends FileMaking>(place: string, begin: () => M): M {
  const making = (kept.get(place) as M | undefined) ?? begin()
  kept.delete(place)
  kept.set(place, making)
  for (const [name, other] of kept) {
    if (kept.size <= most) break
    if (other === making || other.running || other.unsaved) continue
    other.leave()
    kept.delete(name)
  }
  return making
}
