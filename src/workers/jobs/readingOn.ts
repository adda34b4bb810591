// Rows that a worker keeps in memory: read when somebody asks for them first, and kept fresh from the log of changes from then on.
import type { TableName } from '../../model/tables.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'

export abstract class ReadingOn {
  readonly db: Database
  #rev = -1
  #reading: Promise<this> = Promise.resolve(this)

  constructor(db: Database) {
    this.db = db
  }

  /** With all commits that are on the disk now; readings stand in a queue, so that none misses a commit made before it was asked. */
  fresh(): Promise<this> {
    this.#reading = this.#reading.catch(() => this).then(() => this.#readOn())
    return this.#reading
  }

  /** The number of the last commit that is in here. */
  get rev(): number {
    return this.#rev
  }

  protected abstract readAll(): Promise<void>
  /** @param touched the rows that were written, by table */
  protected abstract readTouched(touched: Touched): Promise<void>

  async #readOn(): Promise<this> {
    const rev = await lastRev(this.db)
    if (rev === this.#rev) return this
    const changes = this.#rev < 0 ? [] : await changesSince(this.db, this.#rev)
    if (this.#rev < 0 || changes.some(({ what }) => what === 'restore')) await this.readAll()
    else await this.readTouched((table) => new Set(changes.flatMap(({ ids }) => ids[table] ?? [])))
    this.#rev = rev
    return this
  }
}

export type Touched = (table: TableName) => ReadonlySet<string>
