// An import that was left half done and that nobody is at: after a crash, or when a window was closed, the worker died or the disk filled
// up while it was stored. Asked again as long as something is on its way: the row alone does not tell.
import { untrack } from 'svelte'
import { finishImport, takeBackImport } from '../../actions/imports.ts'
import type { House } from '../../actions/house.ts'
import { Live } from '../../parts/live.svelte.ts'
import { notices } from '../../parts/notices.svelte.ts'
import type { ImportRow } from '../../storage/database.ts'
import { watchImports } from '../../storage/read/imports.ts'
import { t } from '../../text/language.svelte.ts'
import { tell } from './act.ts'
import { LongAct } from './longAct.svelte.ts'

/** So often it is asked, in milliseconds. */
const glance = 3000

/** Made while a component is. */
export class BrokenOff {
  row = $state.raw<ImportRow | undefined>()
  readonly act = new LongAct()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
    const imports = new Live(watchImports(house.db))
    const storing = $derived(imports.value?.find(({ state }) => state === 'storing')?.id)
    $effect(() => {
      this.row = undefined
      if (storing === undefined) return undefined
      // What runs does not begin this anew.
      void untrack(() => this.#look())
      const asking = setInterval(() => void this.#look(), glance)
      return () => clearInterval(asking)
    })
  }

  async finish({ id, fileName }: Pick<ImportRow, 'id' | 'fileName'>): Promise<void> {
    const done = await this.act.run((watch) => finishImport(this.#house, id, watch))
    if (this.act.failure) tell(this.act.failure)
    if (done) notices.done(t('safety.importFinished', { fileName }))
  }

  async takeBack({ id, fileName }: Pick<ImportRow, 'id' | 'fileName'>): Promise<void> {
    const done = await this.act.run((watch) => takeBackImport(this.#house, id, watch))
    if (this.act.failure) tell(this.act.failure)
    if (done) notices.done(t('safety.importTakenBack', { fileName, count: done.value.kept.length }))
  }

  /** While it is finished or taken back from here, somebody is at it. */
  async #look(): Promise<void> {
    if (this.act.running) return
    const left = await this.#house.calls.work.unfinishedImports().catch(() => undefined)
    if (left && !this.act.running) this.row = left[0]
  }
}
