// Which jobs are running, who hears of their progress, and which were asked to stop.

export type Progress = (done: number, total: number) => void

export class JobBook {
  #watchers = new Map<number, Progress>()
  #stopped = new Set<number>()
  #signals = new Map<number, AbortController>()
  readonly #release: (progress: Progress) => void

  /** @param release lets go of a listener that stands in another thread */
  constructor(release: (progress: Progress) => void = () => undefined) {
    this.#release = release
  }

  watch(job: number, progress: Progress): void {
    this.#watchers.set(job, progress)
  }

  stop(job: number): void {
    this.#stopped.add(job)
    this.#signals.get(job)?.abort()
  }

  stopped(job: number): boolean {
    return this.#stopped.has(job)
  }

  /** Goes off when the job is asked to stop. */
  signal(job: number): AbortSignal {
    const known = this.#signals.get(job) ?? new AbortController()
    this.#signals.set(job, known)
    if (this.#stopped.has(job)) known.abort()
    return known.signal
  }

  progress(job: number, done: number, total: number): void {
    this.#watchers.get(job)?.(done, total)
  }

  /** The job is over, however it ended: nobody is told any more, and its number means nothing. */
  end(job: number): void {
    const watcher = this.#watchers.get(job)
    if (watcher) this.#release(watcher)
    this.#watchers.delete(job)
    this.#stopped.delete(job)
    this.#signals.delete(job)
  }
}
