// Looking into a backup file: the file, its password when it has one, what it holds. Nothing is changed. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { BackupContents } from '../../workers/jobs/backupJobs.ts'
import { LongAct } from './longAct.svelte.ts'

export interface ChosenFile {
  name: string
  file: Blob
}
export type Check = (chosen: ChosenFile, password: string, watch: JobWatch) => Promise<Result<BackupContents, Failure>>

export class BackupLook {
  chosen = $state.raw<ChosenFile | undefined>()
  password = $state('')
  /** The file wants one. */
  asksPassword = $state(false)
  holds = $state.raw<BackupContents | undefined>()
  /** It was to be opened without the password that it wants. */
  blank = $state(false)
  readonly act = new LongAct()
  readonly #check: Check

  constructor(check: Check) {
    this.#check = check
  }

  /** What is wrong, unless it is only that the password was not asked for yet. */
  get failure(): Failure | undefined {
    const { failure } = this.act
    return failure?.code === 'backupPassword' && failure.why === 'needed' && !this.blank ? undefined : failure
  }

  async choose(chosen: ChosenFile): Promise<void> {
    this.chosen = chosen
    this.password = ''
    this.asksPassword = false
    await this.look()
  }

  /** Opens the chosen file with the password as it stands. */
  async look(): Promise<void> {
    const chosen = this.chosen
    if (!chosen) return
    this.holds = undefined
    this.blank = this.asksPassword && this.password === ''
    const done = await this.act.run((watch) => this.#check(chosen, this.password, watch))
    if (this.chosen !== chosen) return
    this.holds = done?.value
    if (this.act.failure?.code === 'backupPassword') this.asksPassword = true
  }
}
