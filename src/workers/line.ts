// The line to a worker. When the worker does not load, dies, or sends what cannot be read, whoever waits for it hears so, and so does
// every later caller: no promise stays open. Long jobs are watched over it: progress comes back, a stop goes over.
import type { Failure } from '../model/failure.ts'
import { isClosed } from '../storage/failure.ts'
import type { Progress } from './jobs/jobBook.ts'

/** The worker is no longer there; what it was asked was not done, or not to the end. */
export class WorkerGone extends Error {
  override readonly name = 'WorkerGone'
  /** It did not answer in time: starting it again would only take as long again. */
  readonly late: boolean

  constructor(why: string, late = false) {
    super(why)
    this.late = late
  }
}

/** What was thrown, as a failure with a sentence: a worker that is gone, data that are closed to this window, else a bug of ours. */
export function failureOf(thrown: unknown): Failure {
  if (isClosed(thrown)) return { code: 'connectionLost' }
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return thrown instanceof WorkerGone ? { code: 'workerGone', detail } : { code: 'bug', detail }
}

/** What the line needs of a worker. */
export interface Ended extends EventTarget {
  terminate: () => void
}

export class Line {
  #gone: WorkerGone | undefined
  /** Comes when the worker is gone. */
  readonly ended: Promise<WorkerGone>
  #hear!: (gone: WorkerGone) => void
  readonly #worker: Ended
  readonly #waiting = new Set<(gone: WorkerGone) => void>()

  constructor(worker: Ended) {
    this.#worker = worker
    this.ended = new Promise((hear) => (this.#hear = hear))
    // A script that cannot be loaded gives an event without a message.
    worker.addEventListener('error', (event) => this.end((event as ErrorEvent).message || 'it could not be loaded'))
    worker.addEventListener('messageerror', () => this.end('its answer could not be read'))
  }

  /** Ends the worker, whatever it does: what it had not written whole is not written. */
  end(why: string, late = false): void {
    if (this.#gone) return
    this.#gone = new WorkerGone(why, late)
    this.#hear(this.#gone)
    this.#worker.terminate()
    for (const hear of this.#waiting) hear(this.#gone)
    this.#waiting.clear()
  }

  /** Asks the worker; rejected with `WorkerGone` when it is gone or goes before it answers. */
  async call<T>(ask: () => Promise<T>): Promise<T> {
    if (this.#gone) throw this.#gone
    return new Promise<T>((resolve, reject) => {
      this.#waiting.add(reject)
      const answered = () => this.#waiting.delete(reject)
      ask().finally(answered).then(resolve, reject)
    })
  }

  /** The same; a worker that does not answer for so many milliseconds counts as gone. */
  async callWithin<T>(patience: number, ask: () => Promise<T>): Promise<T> {
    const late = setTimeout(() => this.end(`no answer for ${patience / 1000} seconds`, true), patience)
    try {
      return await this.call(ask)
    } finally {
      clearTimeout(late)
    }
  }
}

/** How a long job tells where it is, and hears that it should stop. */
export interface JobWatch {
  onProgress?: Progress
  signal?: AbortSignal
}

/** What a worker with long jobs answers beside the jobs themselves. */
export interface WatchedDoor {
  watch: (job: number, progress: Progress) => Promise<void>
  stop: (job: number) => Promise<void>
  end: (job: number) => Promise<void>
}

/** Runs a job so that it is heard and can be stopped, also before it begins; at its end the worker forgets both. */
export async function watched<T>(door: WatchedDoor, job: number, { onProgress, signal }: JobWatch, run: () => Promise<T>): Promise<T> {
  // Beside the job: when the worker is gone, the job itself says so.
  const beside = (done: Promise<void>) => void done.catch(() => undefined)
  const stop = () => beside(door.stop(job))
  signal?.addEventListener('abort', stop, { once: true })
  if (signal?.aborted) stop()
  try {
    if (onProgress) await door.watch(job, onProgress)
    return await run()
  } finally {
    signal?.removeEventListener('abort', stop)
    beside(door.end(job))
  }
}
