// Where the bytes of one file go: to the caller's sink, in pieces it may keep, or into memory when there is none.
import { joinedBytes } from '../../base/bytes.ts'
import { Refusal, stop } from '../findings.ts'
import type { Sink } from '../options.ts'

/** What the sink gets at once: small writes are joined, large ones cut. */
const piece = 256 * 1024
/** Milliseconds that a sink is waited for when it is told to give up: one that hangs would hang the stop as well. */
const goodbye = 500

/** One file being written. While the sink is busy with one piece, the next is made; never more than that waits. */
export class Output {
  size = 0
  private readonly sink: Sink | null
  private waiting: Uint8Array[] = []
  private waitingSize = 0
  private busy: Promise<void> | undefined
  private failure: Error | undefined
  private over = false

  constructor(sink: Sink | null) {
    this.sink = sink
  }

  /** The bytes are copied before they are handed on; until then they must not change. Wait for the promise, if there is one. */
  write(bytes: Uint8Array): Promise<void> | undefined {
    this.size += bytes.length
    this.waiting.push(bytes)
    this.waitingSize += bytes.length
    return this.sink && this.waitingSize >= piece ? this.hand() : undefined
  }

  /** Answers the bytes if nobody took them. */
  async close(): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!this.sink) return this.taken()
    await this.hand()
    await this.settled()
    await intoSink(() => this.sink?.close())
    this.over = true
    return undefined
  }

  /** What was written is of no use. A sink that fails at this as well is left alone. */
  async abort(reason: unknown): Promise<void> {
    this.waiting = []
    if (this.over || !this.sink) return
    this.over = true
    try {
      await Promise.race([this.sink.abort?.(reason), new Promise((resolve) => setTimeout(resolve, goodbye))])
    } catch {
      // The merge is refused already, with the reason that matters.
    }
  }

  private async hand(): Promise<void> {
    const bytes = this.taken()
    for (let at = 0; at < bytes.length; at += piece) {
      await this.settled()
      if (this.over) return
      const part = bytes.length <= piece ? bytes : bytes.slice(at, at + piece)
      this.busy = intoSink(() => this.sink?.write(part)).catch((error: Error) => {
        this.failure = error
      })
    }
  }

  private async settled(): Promise<void> {
    await this.busy
    if (this.failure) throw this.failure
  }

  private taken(): Uint8Array<ArrayBuffer> {
    const bytes = joinedBytes(this.waiting)
    this.waiting = []
    this.waitingSize = 0
    return bytes
  }
}

/** What fails there is no bug of the engine: the disk is full, the folder is gone, the person took the permission back. */
export async function intoSink<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) }
    return stop(name === 'QuotaExceededError' ? 'OUTPUT_QUOTA' : 'OUTPUT_FAILED', { detail: message })
  }
}
