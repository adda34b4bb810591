// Which jobs are running, who hears of their progress, and which were asked to stop.

export type Progress = (done: number, total: number) => void

export class JobBook {
  #watchers = new Map<number, Progress>()
  #stopped = new Set<number>()
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
  }

  stopped(job: number): boolean {
    return this.#stopped.has(job)
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
  }
}
