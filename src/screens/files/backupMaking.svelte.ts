// A backup being made: with or without a password, how far it is, made and not yet saved, saved. Without drawing.
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import { saveFile } from '../../parts/save.ts'
import type { JobWatch } from '../../workers/call.ts'
import type { MadeBackup } from '../../workers/jobs/backupJobs.ts'
import { LongAct } from '../pieces/longAct.svelte.ts'

export interface BackupRun {
  make: (password: string, watch: JobWatch) => Promise<Result<MadeBackup, Failure>>
  /** The file is in the person's hands. */
  saved: (made: MadeBackup) => Promise<Result<unknown, Failure>>
}

/** A password shorter than this is guessed in no time by whoever has the file. */
export const shortestPassword = 8

export class BackupMaking {
  locked = $state(false)
  password = $state('')
  again = $state('')
  shown = $state(false)
  made = $state.raw<MadeBackup | undefined>()
  /** The name under which it was saved. */
  savedAs = $state('')
  /** Said only after a first try: nobody is told while she is typing. */
  tried = $state(false)
  readonly act = new LongAct()
  readonly trouble: 'short' | 'differs' | undefined = $derived(this.tried ? this.wrong() : undefined)
  readonly #run: BackupRun

  constructor(run: BackupRun) {
    this.#run = run
  }

  /** What is wrong with the passwords as they stand; typed in the open, once is enough. */
  wrong(): 'short' | 'differs' | undefined {
    if (!this.locked) return undefined
    if ([...this.password].length < shortestPassword) return 'short'
    return !this.shown && this.password !== this.again ? 'differs' : undefined
  }

  async make(): Promise<void> {
    this.tried = true
    if (this.wrong()) return
    const done = await this.act.run((watch) => this.#run.make(this.locked ? this.password : '', watch))
    this.made = done?.value
  }

  /** Hands the file over; call it from a tap of its own, for the share sheet opens only then. */
  async save(): Promise<void> {
    const made = this.made
    if (!made || (await saveFile(made.name, made.file, 'application/octet-stream')) === 'given up') return
    const noted = await this.act.run(() => this.#run.saved(made))
    if (noted) this.savedAs = made.name
  }

  /** Another wish: what was made as before does not fit it. */
  changed(): void {
    this.made = undefined
    this.savedAs = ''
    this.act.forget()
  }

  leave(): void {
    this.act.stop()
    this.password = ''
    this.again = ''
  }
}
