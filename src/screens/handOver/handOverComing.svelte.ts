// Taking in a hand-over: the file, its password, what it would bring, the choices where both have changed something. Without drawing.
import type { Result } from '../../base/result.ts'
import type { ComingTold, ComingWish } from '../../actions/handOver.ts'
import type { Choice } from '../../core/handOver/coming.ts'
import { partTables, type PartTable } from '../../core/handOver/partOfBackup.ts'
import type { Failure } from '../../model/failure.ts'
import type { JobWatch } from '../../workers/call.ts'
import { LongAct } from '../pieces/longAct.svelte.ts'

type Taken = ComingTold & { takeBack?: () => Promise<Result<{ rev: number }, Failure>> }

export interface ComingRun {
  preview: (file: Blob, name: string, wish: ComingWish, watch: JobWatch) => Promise<Result<ComingTold, Failure>>
  take: (file: Blob, name: string, wish: ComingWish, watch: JobWatch) => Promise<Result<Taken, Failure>>
}

export class HandOverComing {
  file = $state.raw<File | undefined>()
  password = $state('')
  asksPassword = $state(false)
  told = $state.raw<ComingTold | undefined>()
  choices = $state.raw<Record<string, Choice>>({})
  taken = $state.raw<Taken | undefined>()
  /** Of a backup: what would come, before anything was left out; and what is left out. */
  parts = $state.raw<readonly PartTable[]>([])
  without = $state.raw<readonly PartTable[]>([])
  undone = $state(false)
  readonly act = new LongAct()
  readonly #run: ComingRun

  constructor(run: ComingRun) {
    this.#run = run
  }

  /** What is wrong, unless it is only that the password was not asked for yet. */
  get failure(): Failure | undefined {
    const { failure } = this.act
    return failure?.code === 'backupPassword' && failure.why === 'needed' ? undefined : failure
  }

  /** Nothing in it is new here. */
  get isNothing(): boolean {
    const { told } = this
    if (!told) return false
    return [told.fresh, told.changed, told.back, told.going, told.conflicts, told.blocked].every((rows) => rows.length === 0)
  }

  async choose(file: File): Promise<void> {
    this.file = file
    this.password = ''
    this.asksPassword = false
    this.taken = undefined
    this.undone = false
    this.choices = {}
    this.parts = []
    this.without = []
    await this.look()
  }

  async look(): Promise<void> {
    const { file } = this
    if (!file) return
    this.told = undefined
    const done = await this.act.run((watch) => this.#run.preview(file, file.name, this.#wish(), watch))
    this.told = done?.value
    if (this.told?.isBackup && this.parts.length === 0) this.parts = partsIn(this.told)
    if (this.act.failure?.code === 'backupPassword') this.asksPassword = true
  }

  pick(keys: readonly string[], choice: Choice): void {
    this.choices = { ...this.choices, ...Object.fromEntries(keys.map((key) => [key, choice])) }
  }

  /** It stays out, or comes after all; looked at anew. */
  async leaveOut(table: PartTable, out: boolean): Promise<void> {
    this.without = out ? [...this.without, table] : this.without.filter((one) => one !== table)
    await this.look()
  }

  async take(): Promise<void> {
    const { file } = this
    if (!file) return
    const done = await this.act.run((watch) => this.#run.take(file, file.name, this.#wish(), watch))
    this.taken = done?.value
  }

  async takeBack(): Promise<void> {
    const back = this.taken?.takeBack
    if (!back) return
    const done = await this.act.run(() => back())
    if (done) this.undone = true
  }

  #wish(): ComingWish {
    return { choices: this.choices, without: this.without, ...(this.password === '' ? {} : { password: this.password.trim() }) }
  }
}

/** The kinds of rows that would change something. */
function partsIn({ fresh, changed, back, conflicts }: ComingTold): PartTable[] {
  const tables = new Set<string>([...fresh, ...changed, ...back, ...conflicts].map(({ table }) => table))
  return partTables.filter((table) => tables.has(table))
}
