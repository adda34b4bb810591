// Which jobs are running, who hears of their progress, and which were asked to stop.

export type Progress = (done: number, total: number) => void

export class JobBook {
  #watchers = new Map<number, Progress>()
  #stopped = new Set<number>()

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

  end(job: number): void {
    this.#watchers.delete(job)
    this.#stopped.delete(job)
  }
}
