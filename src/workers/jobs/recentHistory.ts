// What happened lately with anybody who is still there, by contact: a stretch of the log up to today, kept fresh.
import type { Day } from '../../base/day.ts'
import { addTo, type Facts, type Happened } from '../../core/criteria/facts.ts'
import { cancelledAmong } from '../../core/interaction/cancel.ts'
import { wasWithDeleted } from '../../core/criteria/gone.ts'
import type { ContactId, EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Database } from '../../storage/database.ts'
import { readOn } from '../../storage/read/rows.ts'
import { byId } from '../../storage/read/watch.ts'
import { readCancelled } from './columnNews.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

export class RecentHistory extends ReadingOn {
  readonly since: Day
  #entries = new Map<EntryId, InteractionLogEntry>()
  #cancelled: ReadonlySet<LoggedSegmentId> = new Set()
  #history = new Map<ContactId, Happened[]>()

  constructor(db: Database, since: Day) {
    super(db)
    this.since = since
  }

  get history(): Facts['history'] {
    return this.#history
  }

  protected async readAll(): Promise<void> {
    this.#entries = byId(await this.db.entries.where('day').aboveOrEqual(this.since).toArray())
    this.#cancelled = await readCancelled(this.db)
    this.#gather()
  }

  protected async readTouched(touched: Touched): Promise<void> {
    const [entries, states] = [touched('entries'), touched('loggedStates')]
    if (entries.size === 0 && states.size === 0) return
    await readOn(this.db.entries, entries, this.#entries)
    if (states.size > 0) this.#cancelled = await readCancelled(this.db)
    this.#gather()
  }

  #gather(): void {
    this.#history = new Map()
    for (const entry of this.#entries.values()) {
      if (entry.day < this.since || wasWithDeleted(entry)) continue
      addTo(this.#history, entry.contactId, { entry, cancelled: cancelledAmong(entry, this.#cancelled) })
    }
  }
}
