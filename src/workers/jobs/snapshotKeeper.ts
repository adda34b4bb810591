// When the column index is saved: while nobody asks, by one window at a time, and not after every touch. What is not saved is read on in the
// log of changes at the next start.

/** Milliseconds, and what is worth saving. */
interface Patience {
  /** So long nobody must have asked. */
  quiet: number
  /** So long at least between two savings. */
  between: number
  /** So many commits, or so many rows of them, are worth a saving. */
  commits: number
  rows: number
}

const patience: Patience = { quiet: 3000, between: 30_000, commits: 50, rows: 1000 }

/** Acts unless another window does so just now. */
export type Alone = (act: () => Promise<void>) => Promise<void>

export class SnapshotKeeper {
  #save: () => Promise<void> = () => Promise.resolve()
  #commits = 0
  #rows = 0
  #due = false
  #saved = -Infinity
  #timer: ReturnType<typeof setTimeout> | undefined
  readonly #patience: Patience
  readonly #alone: Alone

  constructor(alone: Alone, asked: Partial<Patience> = {}) {
    this.#alone = alone
    this.#patience = { ...patience, ...asked }
  }

  begin(save: () => Promise<void>): void {
    this.#save = save
  }

  /** Somebody asks: it waits until that is over. */
  busy(): void {
    if (this.#due) this.#wait()
  }

  /** It was built anew: nothing saves more work than to keep that. */
  built(): void {
    this.#due = true
    this.#saved = -Infinity
    this.#wait()
  }

  changed(rows: number): void {
    this.#commits++
    this.#rows += rows
    if (this.#commits < this.#patience.commits && this.#rows < this.#patience.rows) return
    this.#due = true
    this.#wait()
  }

  #wait(): void {
    clearTimeout(this.#timer)
    const soonest = this.#saved + this.#patience.between - performance.now()
    this.#timer = setTimeout(() => void this.#now(), Math.max(this.#patience.quiet, soonest))
  }

  async #now(): Promise<void> {
    this.#due = false
    this.#saved = performance.now()
    this.#commits = this.#rows = 0
    // A disk that is full or gone is told where somebody writes what cannot be worked out again.
    await this.#alone(this.#save).catch(() => undefined)
  }
}
