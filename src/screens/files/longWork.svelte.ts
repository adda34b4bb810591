// Long work of a page, one piece at a time: how far it is, the way to stop it, and why it did not happen, said where it was asked.
import { refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { failureText } from '../../text/failures.ts'
import { failureOf, type JobWatch } from '../../workers/call.ts'

export class LongWork<What extends string> {
  busy = $state<What | undefined>()
  progress = $state.raw({ done: 0, total: 0 })
  /** A sentence; blank when the last thing asked for went well, or was stopped. */
  trouble = $state('')
  #running: AbortController | undefined

  stop(): void {
    this.#running?.abort()
  }

  /** Runs it in place of what runs now. @returns nothing when it failed, was stopped, or something later took its place */
  protected async work<T>(what: What, run: (watch: JobWatch) => Promise<Result<T, Failure>>): Promise<T | undefined> {
    this.stop()
    const running = new AbortController()
    this.#running = running
    this.busy = what
    this.trouble = ''
    this.progress = { done: 0, total: 0 }
    const onProgress = (done: number, total: number) => {
      if (this.#running === running) this.progress = { done, total }
    }
    const result = await run({ onProgress, signal: running.signal }).catch((error: unknown) => refuse(failureOf(error)))
    if (this.#running !== running) return undefined
    this.busy = undefined
    if (result.ok) return result.value
    if (result.failure.code !== 'stopped') this.trouble = failureText(result.failure)
    return undefined
  }
}
