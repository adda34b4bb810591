// Long work in small steps: others run in between, "stop" is heard, and progress is told about ten times a second.
import { Refusal, stop } from '../findings.ts'
import type { MergeOptions } from '../options.ts'

const restEvery = 40
const tellEvery = 100

/** The rhythm of one merge. Close it at the end, however that comes. */
export class Pace {
  private readonly signal: AbortSignal | undefined
  private readonly onProgress: MergeOptions['onProgress']
  private readonly stopped: Promise<never>
  private readonly heard = (): void => this.refuse(new Refusal({ code: 'STOPPED' }))
  private refuse: (reason: unknown) => void = () => undefined
  private rested = performance.now()
  private told = this.rested

  constructor({ signal, onProgress }: Pick<MergeOptions, 'signal' | 'onProgress'>) {
    this.signal = signal
    this.onProgress = onProgress
    this.stopped = new Promise((_, reject) => (this.refuse = reject))
    this.stopped.catch(() => undefined)
    signal?.addEventListener('abort', this.heard, { once: true })
  }

  /** After each letter. Wait for the promise, if there is one; refuses with STOPPED when asked to. */
  step(letters: number, records: number): Promise<void> | undefined {
    const now = performance.now()
    if (now - this.told >= tellEvery) this.tell(letters, records, now)
    return now - this.rested < restEvery ? undefined : this.rest()
  }

  tell(letters: number, records: number, now = performance.now()): void {
    this.told = now
    this.onProgress?.(letters, records)
  }

  check(): void {
    if (this.signal?.aborted) stop('STOPPED')
  }

  /** Waits for what may take long, but not when asked to stop. */
  async wait<T>(work: Promise<T>): Promise<T> {
    this.check()
    return this.signal ? Promise.race([work, this.stopped]) : work
  }

  close(): void {
    this.signal?.removeEventListener('abort', this.heard)
  }

  private async rest(): Promise<void> {
    this.check()
    await breath()
    this.check()
    this.rested = performance.now()
  }
}

const { setImmediate } = globalThis as { setImmediate?: (work: () => void) => void }

/**
 * What waits is heard first. In browsers by a message to ourselves: no timer makes it late. In Node, messages that follow each other would
 * keep timers waiting.
 */
function breath(): Promise<void> {
  return new Promise((resolve) => {
    if (setImmediate) return setImmediate(resolve)
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(0)
  })
}
