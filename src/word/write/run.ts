// A merge under way: where its records come from, how far it is, who is told, and who may stop it.
import { hasNativeDeflate } from '../zip/deflate.ts'
import type { Settings } from '../emit/emit.ts'
import { Encoder } from './encoder.ts'
import { RecordFeed } from '../feed.ts'
import type { Merged, MergedFile, MergeOptions } from '../options.ts'
import { Pace } from './pace.ts'
import type { TemplatePlan } from '../plan.ts'
import { intoSink, Output } from './sink.ts'
import type { MergeRecords } from '../values.ts'
import { settingsOf } from './wishes.ts'

/** One call of the door, or several that make one ZIP: its tally, and the file that is being written. */
export class Merge {
  letters = 0
  cleaned = 0
  native = false
  readonly pace: Pace
  readonly files: MergedFile[] = []
  private readonly to: MergeOptions['to']
  private records = 0
  private readonly skippedAt: number[] = []
  private output: Output | undefined
  private failed: { reason: unknown } | undefined

  constructor({ to, signal, onProgress }: Pick<MergeOptions, 'to' | 'signal' | 'onProgress'>) {
    this.to = to
    this.pace = new Pace({ ...(signal && { signal }), ...(onProgress && { onProgress }) })
  }

  /** Work on one template's letters. Whatever goes wrong there ends the merge. */
  async during<T>(plan: TemplatePlan, records: MergeRecords, options: MergeOptions, work: (run: Run) => Promise<T>): Promise<T> {
    if (this.failed) throw this.failed.reason
    this.native = await hasNativeDeflate()
    const run = new Run(this, plan, records, options)
    try {
      this.pace.check()
      return await work(run)
    } catch (error) {
      await this.giveUp(error)
      throw error
    } finally {
      await run.feed.close()
      for (const at of run.feed.skippedAt) this.skippedAt.push(this.records + at)
      this.records += run.feed.taken
    }
  }

  /** After each letter. */
  step(run: Run): Promise<void> | undefined {
    return this.pace.step(this.letters, this.records + run.feed.taken)
  }

  /** The file being written; begun when it is first asked for. */
  async file(): Promise<Output> {
    const { to } = this
    if (this.output) return this.output
    const sink = to ? await this.pace.wait(intoSink(() => to(this.files.length))) : null
    return (this.output = new Output(sink))
  }

  write(output: Output, bytes: Uint8Array): Promise<void> | undefined {
    const wait = output.write(bytes)
    return wait && this.pace.wait(wait)
  }

  /** The file is whole. */
  async closeFile(facts: Pick<MergedFile, 'letters' | 'names'>): Promise<void> {
    const output = await this.file()
    const bytes = await this.pace.wait(output.close())
    this.output = undefined
    this.files.push({ ...facts, size: output.size, ...(bytes && { bytes }) })
  }

  /** The last that is to be written, and the answer. */
  async ending(work: () => Promise<void> | undefined): Promise<Merged> {
    if (this.failed) throw this.failed.reason
    try {
      await work()
    } catch (error) {
      await this.giveUp(error)
      throw error
    }
    this.pace.tell(this.letters, this.records)
    this.pace.close()
    const { letters, records, files, skippedAt, cleaned } = this
    return { letters, records, files, skipped: skippedAt.length, skippedAt, cleaned }
  }

  /** What is being written is of no use; files that were closed before stay as they are. */
  private async giveUp(reason: unknown): Promise<void> {
    this.failed = { reason }
    this.pace.close()
    await this.output?.abort(reason)
  }
}

/** The letters of one template. */
export class Run {
  readonly merge: Merge
  readonly plan: TemplatePlan
  readonly feed: RecordFeed
  readonly encoder: Encoder
  readonly settings: Omit<Settings, 'combined'>

  readonly mostParts: number

  constructor(merge: Merge, plan: TemplatePlan, records: MergeRecords, options: MergeOptions) {
    this.mostParts = options.mostParts ?? 60_000
    this.merge = merge
    this.plan = plan
    this.feed = new RecordFeed(records)
    this.encoder = new Encoder({ ...plan, statics: [], combinedOnly: [] })
    this.settings = settingsOf(options)
  }

  fill(count: number): Promise<void> | undefined {
    this.merge.pace.check()
    const wait = this.feed.fill(count)
    return wait && this.merge.pace.wait(wait)
  }
}
