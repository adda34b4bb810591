// Builds the column index from rows; they come in portions, in any order, so that they need not stand in memory all at once.
import type { Contact } from '../model/contact.ts'
import type { LoggedSegmentId } from '../model/ids.ts'
import type { InteractionLogEntry } from '../model/interaction.ts'
import type { Purchase } from '../model/purchase.ts'
import type { SegmentLines } from '../model/segment.ts'
import { ColumnIndex } from './columnIndex.ts'

export class ColumnBuilder {
  addContacts(_rows: Iterable<Contact>): void {}
  addEntries(_rows: Iterable<InteractionLogEntry>): void {}
  addPurchases(_rows: Iterable<Purchase>): void {}
  addLines(_rows: Iterable<SegmentLines>): void {}
  finish(_cancelled: ReadonlySet<LoggedSegmentId>): ColumnIndex {
    return new ColumnIndex()
  }
}
