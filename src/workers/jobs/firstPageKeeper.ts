// Keeps the first rows of the contact list for the next start, once they have stood for a moment.
import type { Database } from '../../storage/database.ts'
import { keepFirstPage } from '../../storage/keep/firstPage.ts'

const moment = 1000

export class FirstPageKeeper {
  readonly #db: Database
  #kept = -1
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(db: Database) {
    this.#db = db
  }

  /** @param rev the number of the last commit that is in these rows */
  shown(rev: number, rows: readonly unknown[]): void {
    if (rev === this.#kept) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#keep(rev, rows), moment)
  }

  async #keep(rev: number, rows: readonly unknown[]): Promise<void> {
    this.#kept = rev
    // What cannot be kept is missing at the next start for a moment only.
    await keepFirstPage(this.#db, rev, rows).catch(() => undefined)
  }
}
