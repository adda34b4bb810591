// Builds the column index from rows; they come in portions, in any order, so that they need not stand in memory all at once.
import type { TargetGroup } from '../model/campaign.ts'
import type { Contact } from '../model/contact.ts'
import type { LoggedSegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Purchase } from '../model/purchase.ts'
import type { SegmentLines } from '../model/segment.ts'
import type { Cadence } from '../model/settings.ts'
import { Columns } from './columns.ts'
import { ColumnIndex } from './columnIndex.ts'
import { packed } from './packed.ts'

export class ColumnBuilder {
  readonly #columns = new Columns()

  addContacts(rows: Iterable<Contact>): void {
    for (const row of rows) this.#columns.putContact(row)
  }

  addEntries(rows: Iterable<InteractionLogEntry>): void {
    for (const row of rows) this.#columns.parts.entries.add(row, this.#columns.rowFor(row.contactId))
  }

  addPurchases(rows: Iterable<Purchase>): void {
    for (const row of rows) this.#columns.parts.purchases.add(row, this.#columns.rowFor(row.companyId))
  }

  addLines(rows: Iterable<SegmentLines>): void {
    for (const row of rows) this.#columns.putLines(row)
  }

  addTargetGroups(rows: Iterable<TargetGroup>): void {
    for (const row of rows) this.#columns.putTargets(row)
  }

  setCadences(cadences: readonly Cadence[]): void {
    this.#columns.parts.cadences = cadences
  }

  /** @param cancelled logged segments that are cancelled as a whole */
  finish(cancelled: ReadonlySet<LoggedSegmentId>): ColumnIndex {
    this.#columns.parts.cancelled = cancelled
    return new ColumnIndex(packed(this.#columns))
  }
}
