// The rows behind one tile, fetched page by page while they come into sight. After another check the old ones stand until the new come.
import { SvelteMap } from 'svelte/reactivity'
import type { ImportTile } from '../../workers/jobs/imports.ts'
import type { PlannedRow } from './importDraft.ts'

const perPage = 60

export class RowPages {
  readonly #pages = new SvelteMap<number, readonly PlannedRow[]>()
  readonly #asked = new Set<number>()
  #turn = 0
  readonly #read: (tile: ImportTile, from: number, count: number) => Promise<readonly PlannedRow[]>
  readonly #tile: ImportTile
  readonly #onlost: () => void

  /** @param onlost there should be rows and there are none: whoever kept them began anew */
  constructor(
    tile: ImportTile,
    read: (tile: ImportTile, from: number, count: number) => Promise<readonly PlannedRow[]>,
    onlost: () => void,
  ) {
    this.#tile = tile
    this.#read = read
    this.#onlost = onlost
  }

  /** The row, once it is here; asking for it brings its page. */
  at(index: number): PlannedRow | undefined {
    const page = Math.floor(index / perPage)
    if (!this.#asked.has(page)) {
      this.#asked.add(page)
      void this.#fetch(page, this.#turn)
    }
    return this.#pages.get(page)?.[index % perPage]
  }

  /** What was counted has changed: what is in sight is read again. */
  renew(): void {
    this.#turn++
    // Those that are still on their way, too: what they bring is old.
    for (const page of this.#asked) void this.#fetch(page, this.#turn)
  }

  async #fetch(page: number, turn: number): Promise<void> {
    const rows = await this.#read(this.#tile, page * perPage, perPage).catch(() => undefined)
    if (turn !== this.#turn) return
    if (rows) this.#pages.set(page, rows)
    if (!rows || (rows.length === 0 && page === 0)) this.#onlost()
  }
}
