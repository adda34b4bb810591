// One long act at a time: how far it is, the way to stop it, and what it failed with. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { failureOf, type JobWatch } from '../../workers/call.ts'

export class LongAct {
  running = $state.raw<{ done: number; total: number } | undefined>()
  /** It was stopped by the person. */
  stopped = $state(false)
  failure = $state.raw<Failure | undefined>()
  #stop = new AbortController()

  /** Runs it; what it failed with stands in `failure`. @returns nothing when it failed, was stopped, or another one is still running */
  async run<T>(doing: (watch: JobWatch) => Promise<Result<T, Failure>>): Promise<{ value: T } | undefined> {
    if (this.running) return undefined
    this.#stop = new AbortController()
    this.running = { done: 0, total: 0 }
    this.stopped = false
    this.failure = undefined
    const onProgress = (done: number, total: number) => (this.running = this.running && { done, total })
    let done: Result<T, Failure>
    try {
      done = await doing({ signal: this.#stop.signal, onProgress })
    } catch (error) {
      done = { ok: false, failure: failureOf(error) }
    }
    this.running = undefined
    if (done.ok) return { value: done.value }
    if (done.failure.code === 'stopped') this.stopped = true
    else this.failure = done.failure
    return undefined
  }

  stop(): void {
    this.#stop.abort()
  }

  /** What went wrong before is no longer spoken of. */
  forget(): void {
    this.failure = undefined
    this.stopped = false
  }
}
