// Bringing a backup back: what the file holds against what is here, whether this tablet takes over or becomes a second one. Without drawing.
import { samePrefix } from '../../core/numbers.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { RestoreAs } from '../../workers/jobs/backupJobs.ts'
import { BackupLook, type Check, type ChosenFile } from './backupLook.svelte.ts'
import { LongAct } from './longAct.svelte.ts'

export interface RestoreRun {
  check: Check
  restore: (
    chosen: ChosenFile,
    wish: { as: RestoreAs; password: string; without?: true },
    watch: JobWatch,
  ) => Promise<Result<unknown, Failure>>
}

export type SecondTrouble = 'nameBlank' | 'prefixBlank' | 'prefixTaken'

export class Restoring {
  /** Nothing is chosen for the person: the two are too different. */
  as = $state<'takesOver' | 'second' | undefined>()
  name = $state('')
  prefix = $state('')
  tried = $state(false)
  done = $state(false)
  readonly look: BackupLook
  readonly act = new LongAct()
  readonly trouble: SecondTrouble | undefined = $derived(this.tried ? this.wrong() : undefined)
  readonly #restore: RestoreRun['restore']

  constructor({ check, restore }: RestoreRun) {
    this.look = new BackupLook(check)
    this.#restore = restore
  }

  choose(chosen: ChosenFile): Promise<void> {
    this.as = undefined
    this.tried = false
    this.act.forget()
    return this.look.choose(chosen)
  }

  /** Rows of the file that cannot be read: the button says that they stay out. */
  get leavesOut(): number {
    return this.look.holds?.unreadable.length ?? 0
  }

  /** What keeps this tablet from being a second one; numbers of two tablets with one prefix would be the same. */
  wrong(): SecondTrouble | undefined {
    if (this.as !== 'second') return undefined
    if (this.name.trim() === '') return 'nameBlank'
    if (this.prefix.trim() === '') return 'prefixBlank'
    return samePrefix(this.prefix, this.look.holds?.prefix ?? '') ? 'prefixTaken' : undefined
  }

  async restore(): Promise<void> {
    const { chosen, password, holds } = this.look
    this.tried = true
    if (!chosen || !holds || !this.as || this.wrong()) return
    const as: RestoreAs = this.as === 'second' ? { name: this.name.trim(), prefix: this.prefix.trim() } : 'takesOver'
    this.done =
      (await this.act.run((watch) => this.#restore(chosen, { as, password, ...(this.leavesOut > 0 ? { without: true } : {}) }, watch))) !==
      undefined
  }

  leave(): void {
    this.look.act.stop()
    this.act.stop()
    this.look.password = ''
  }
}
