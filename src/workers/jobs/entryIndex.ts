// The whole interaction log in memory, for whoever sums it up or looks through it.
import type { EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { readAllById, readOn } from '../../storage/read/rows.ts'
import { readCancelled } from './columnNews.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

export class EntryIndex extends ReadingOn {
  entries = new Map<EntryId, InteractionLogEntry>()
  /** Logged segments that are cancelled as a whole. */
  cancelled: ReadonlySet<LoggedSegmentId> = new Set()

  protected async readAll(): Promise<void> {
    this.entries = await readAllById(this.db.entries)
    this.cancelled = await readCancelled(this.db)
  }

  protected async readTouched(touched: Touched): Promise<void> {
    await readOn(this.db.entries, touched('entries'), this.entries)
    if (touched('loggedStates').size > 0) this.cancelled = await readCancelled(this.db)
  }
}
