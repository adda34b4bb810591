// A worker that is started anew by itself when it dies: a few times a minute, with a pause. Who only reads is answered by the next one;
// what writes is not done a second time, for it may have been done.
import { pause } from '../base/pause.ts'
import { Line, WorkerGone } from './line.ts'

/** A worker that has begun: the line to it, and what it answers over it. */
export interface Begun<Door> {
  line: Line
  door: Door
}

/** Milliseconds before it is started for the second, third and fourth time. */
const startPauses: readonly number[] = [100, 1000, 4000]
/** A worker that lived so long did not die of its start. */
const minute = 60_000

export class LastingLine<Door> {
  readonly #begin: () => Promise<Begun<Door>>
  readonly #pauses: readonly number[]
  #begun: Promise<Begun<Door>> | undefined
  #deaths: number[] = []

  constructor(begin: () => Promise<Begun<Door>>, pauses = startPauses) {
    this.#begin = begin
    this.#pauses = pauses
  }

  /** Starts it if nobody has yet; rejected when it could not begin. */
  start(): Promise<Begun<Door>> {
    return (this.#begun ??= this.#kept(this.#beginning()))
  }

  /** Asks the worker, as soon as it has begun. @param again whether the next one may be asked when it dies before it answers */
  async call<T>(ask: (door: Door) => Promise<T>, again: boolean): Promise<T> {
    const begun = this.start()
    try {
      const { line, door } = await begun
      return await line.call(() => ask(door))
    } catch (error) {
      if (!(error instanceof WorkerGone)) throw error
      this.#renew(begun, error)
      if (!again) throw error
      const next = await this.start()
      return next.line.call(() => ask(next.door))
    }
  }

  /** All jobs of the worker, each called over this line. */
  over<Jobs extends object>(jobsOf: (door: Door) => Jobs, again: (job: keyof Jobs) => boolean): Jobs {
    const get = (_: object, name: string | symbol) => {
      const job = name as keyof Jobs
      const ask = (args: unknown[]) => (door: Door) => (jobsOf(door)[job] as (...args: unknown[]) => Promise<unknown>)(...args)
      return (...args: unknown[]) => this.call(ask(args), again(job))
    }
    return new Proxy({}, { get }) as Jobs
  }

  /** One that dies while nobody asks is renewed as well, so that the next one who asks need not wait for its start. */
  #kept(begun: Promise<Begun<Door>>): Promise<Begun<Door>> {
    begun.then(({ line }) => line.ended.then((gone) => this.#renew(begun, gone))).catch(() => undefined)
    return begun
  }

  #renew(before: Promise<Begun<Door>>, gone: WorkerGone): void {
    if (this.#begun !== before) return
    const rest = this.#rest(gone)
    const next = rest === undefined ? Promise.reject<Begun<Door>>(gone) : pause(rest).then(() => this.#beginning())
    this.#begun = this.#kept(next)
  }

  async #beginning(): Promise<Begun<Door>> {
    for (;;) {
      try {
        return await this.#begin()
      } catch (error) {
        const rest = error instanceof WorkerGone ? this.#rest(error) : undefined
        if (rest === undefined) throw error
        await pause(rest)
      }
    }
  }

  /** How long to wait before the next start; nothing when it has died too often, or would keep us waiting again. */
  #rest(gone: WorkerGone): number | undefined {
    const now = performance.now()
    this.#deaths = [...this.#deaths.filter((at) => now - at < minute), now]
    return gone.late ? undefined : this.#pauses[this.#deaths.length - 1]
  }
}
