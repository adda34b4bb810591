// The records that letters are made of, a few at a time: a page of labels looks ahead, a skipped person is dropped.
import type { MergeRecord, MergeRecords } from './values.ts'

/** A window on the records: `peek(0)` is the next one that no letter has used. */
export interface Feed {
  /** Whether at least so many are at hand, or there are no more. */
  has: (count: number) => boolean
  peek: (at: number) => MergeRecord | undefined
  /** Takes the next ones away. */
  drop: (count: number) => void
  /** How many were taken away so far. */
  readonly taken: number
  /** Which of those a SKIPIF left out, from 0; noted by who left them out. */
  readonly skippedAt: number[]
  readonly skipped: number
}

/** So many are fetched at once where they come without waiting; where they do not, as many as come in this time. */
const batch = 256
const patience = 20

/** A row without anything: a letter with empty fields. */
const nothing: MergeRecord = {}
const isRecord = (value: unknown): value is MergeRecord => typeof value === 'object' && value !== null

/** A feed over the caller's own records, whatever they come from. What the caller's iterator throws passes through. */
export class RecordFeed implements Feed {
  taken = 0
  readonly skippedAt: number[] = []
  private readonly source: Iterator<MergeRecord> | AsyncIterator<MergeRecord>
  private readonly later: boolean
  private window: MergeRecord[] = []
  private at = 0
  private over = false
  private asked = false
  private closed = false

  constructor(records: MergeRecords) {
    this.later = Symbol.asyncIterator in records
    this.source = Symbol.asyncIterator in records ? records[Symbol.asyncIterator]() : records[Symbol.iterator]()
  }

  get skipped(): number {
    return this.skippedAt.length
  }

  has(count: number): boolean {
    return this.over || this.window.length - this.at >= count
  }

  peek(at: number): MergeRecord | undefined {
    return this.window[this.at + at]
  }

  drop(count: number): void {
    const most = Math.min(count, this.window.length - this.at)
    this.at += most
    this.taken += most
  }

  /** Fetches records until `has(count)`. Wait for the promise, if there is one. */
  fill(count: number): Promise<void> | undefined {
    if (this.has(count)) return undefined
    this.window = this.window.slice(this.at)
    this.at = 0
    if (this.later) return this.fillLater(count)
    const source = this.source as Iterator<MergeRecord>
    while (!this.over && this.window.length < count + batch) this.take(this.next(() => source.next()))
    return undefined
  }

  /** No more is wanted: an iterator that was not at its end may let go of what it holds. */
  async close(): Promise<void> {
    if (this.closed) return
    this.closed = true
    if (this.over) return
    this.over = true
    const returned = this.letGo()
    // An iterator that is still asked for its next record hears it when it has answered; nobody waits for that.
    if (!this.asked) await returned
  }

  private async letGo(): Promise<void> {
    try {
      await this.source.return?.()
    } catch {
      // The merge has ended for another reason, and that is the one told.
    }
  }

  private async fillLater(count: number): Promise<void> {
    const source = this.source as AsyncIterator<MergeRecord>
    const start = performance.now()
    while (!this.has(count) || (this.window.length < count + batch && performance.now() - start < patience)) {
      if (this.over) return
      this.asked = true
      const next = await this.failing(source.next())
      this.asked = false
      if (this.closed) return
      this.take(next)
    }
  }

  private take(next: IteratorResult<MergeRecord>): void {
    if (next.done) this.over = true
    else this.window.push(isRecord(next.value) ? next.value : nothing)
  }

  /** An iterator that throws has ended: it is not told to. */
  private next<T>(work: () => T): T {
    try {
      return work()
    } catch (error) {
      this.over = true
      throw error
    }
  }

  private async failing<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answer
    } catch (error) {
      this.over = true
      throw error
    }
  }
}
