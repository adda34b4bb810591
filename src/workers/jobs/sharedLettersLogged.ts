// Of which logged segments people got one letter together: evidence does not change, and each is looked at once.
import type { Facts } from '../../core/criteria/facts.ts'
import type { LoggedSegmentId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'

export class SharedLettersLogged {
  readonly #db: Database
  readonly #looked = new Set<LoggedSegmentId>()
  readonly #sharing = new Set<LoggedSegmentId>()
  #of: Facts['history'] | undefined

  constructor(db: Database) {
    this.#db = db
  }

  /** Those that this history names, and earlier ones. */
  async among(history: Facts['history']): Promise<ReadonlySet<LoggedSegmentId>> {
    if (history === this.#of) return this.#sharing
    const ids = new Set<LoggedSegmentId>()
    for (const happened of history.values()) {
      for (const { entry } of happened)
        if (entry.loggedSegmentId && !this.#looked.has(entry.loggedSegmentId)) ids.add(entry.loggedSegmentId)
    }
    for (const logged of await this.#db.loggedSegments.bulkGet([...ids])) {
      if (logged?.header.lettersPer) this.#sharing.add(logged.id)
    }
    for (const id of ids) this.#looked.add(id)
    this.#of = history
    return this.#sharing
  }
}
