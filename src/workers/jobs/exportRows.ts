// The rows of a file, read portion by portion in the order in which they will stand: keys first, records when their turn comes.
import { companyOf } from '../../core/contact/name.ts'
import { effective } from '../../core/segment/effective.ts'
import { contactColumns, type ContactOut } from '../../exchange/exportContacts.ts'
import type { ColumnOf } from '../../exchange/exportColumn.ts'
import { lineColumns, type LineOut } from '../../exchange/exportLines.ts'
import { logColumns, type LogOut } from '../../exchange/exportLog.ts'
import { exportNamesOf } from '../../exchange/exportNames.ts'
import { purchaseColumns, type PurchaseOut } from '../../exchange/exportPurchases.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId, EntryId, PurchaseId, SegmentId } from '../../model/ids.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Database } from '../../storage/database.ts'
import { readContacts } from '../../storage/read/contacts.ts'
import { readLists } from '../../storage/read/lists.ts'
import { readLogRows } from '../../storage/read/logged.ts'
import { aroundOf, readSegment } from '../../storage/read/segments.ts'
import { byId } from '../../storage/read/watch.ts'

/** Rows that can be read by their places. */
export interface Rows<Row> {
  columns: readonly ColumnOf<Row>[]
  count: number
  /** Those from `from` on; a row that was deleted meanwhile is left out. */
  read: (from: number, count: number) => Promise<Row[]>
}

/** Contacts with their companies, by id. */
export async function readWithCompanies(db: Database, ids: readonly ContactId[]): Promise<Map<ContactId, Contact>> {
  const contacts = byId(await readContacts(db, [...new Set(ids)]))
  const companies = [...contacts.values()].flatMap((contact) =>
    contact.type === 'person' && contact.companyId && !contacts.has(contact.companyId) ? [contact.companyId] : [],
  )
  for (const company of await readContacts(db, [...new Set(companies)])) contacts.set(company.id, company)
  return contacts
}

/** Every contact by its number, those still on their way at the end. Of one moment: what moves to its place meanwhile is in one of the two. */
export const allContacts = (db: Database): Promise<ContactId[]> =>
  db.transaction('r', [db.contacts, db.pendingContacts], async () => {
    const placed = (await db.contacts.orderBy('no').primaryKeys()) as ContactId[]
    const pending = await db.pendingContacts.toArray()
    return [...placed, ...pending.flatMap(({ contacts }) => contacts.map(({ id }) => id))]
  })

export async function contactRows(db: Database, ids: readonly ContactId[]): Promise<Rows<ContactOut>> {
  const names = exportNamesOf(await readLists(db))
  return {
    columns: contactColumns,
    count: ids.length,
    read: async (from, count) => {
      const asked = ids.slice(from, from + count)
      const contacts = await readWithCompanies(db, asked)
      return asked.flatMap((id) => {
        const contact = contacts.get(id)
        const company = contact && companyOf(contact, contacts)
        return contact ? [{ contact, company, names }] : []
      })
    },
  }
}

/** The lines of these open segments, or of all of them. */
export async function lineRows(db: Database, segmentIds: readonly SegmentId[]): Promise<Rows<LineOut>> {
  const lists = await readLists(db)
  const all: { segment: Segment; line: Line }[] = []
  for (const id of segmentIds) {
    const stored = await readSegment(db, id)
    for (const line of stored?.lines.lines ?? []) if (stored) all.push({ segment: stored.segment, line })
  }
  return {
    columns: lineColumns,
    count: all.length,
    read: async (from, count) => {
      const asked = all.slice(from, from + count)
      const contacts = await readWithCompanies(
        db,
        asked.map(({ line }) => line.contactId),
      )
      const around = aroundOf({ contacts, lists })
      return asked.map(({ segment, line }) => ({ segment, line: effective(line, segment, around) }))
    },
  }
}

/** Entries of the log, by their keys. */
export async function logRows(db: Database, ids: readonly EntryId[]): Promise<Rows<LogOut>> {
  const names = exportNamesOf(await readLists(db))
  const segmentNos = await loggedNos(db)
  return {
    columns: logColumns,
    count: ids.length,
    read: async (from, count) => {
      const rows = await readLogRows(db, ids.slice(from, from + count))
      const contacts = await readWithCompanies(
        db,
        rows.map(({ entry }) => entry.contactId),
      )
      return rows.map((row) => {
        const { contactId, loggedSegmentId } = row.entry
        return { ...row, contact: contacts.get(contactId), segmentNo: segmentNos.get(loggedSegmentId ?? ''), names }
      })
    },
  }
}

/** The numbers of the logged segments by their keys. */
export const loggedNos = async (db: Database): Promise<Map<string, string>> =>
  new Map((await db.loggedSegments.toArray()).map(({ id, no }) => [id, no]))

export async function purchaseRows(db: Database): Promise<Rows<PurchaseOut>> {
  const ids = (await db.purchases.toCollection().primaryKeys()) as PurchaseId[]
  return {
    columns: purchaseColumns,
    count: ids.length,
    read: async (from, count) => {
      const rows = (await db.purchases.bulkGet(ids.slice(from, from + count))).filter((row) => row !== undefined)
      const companies = await readWithCompanies(
        db,
        rows.map(({ companyId }) => companyId),
      )
      return rows.map((purchase) => ({ purchase, company: companies.get(purchase.companyId) }))
    },
  }
}

/** Rows that are there already. */
export const rowsAtHand = <Row>(columns: readonly ColumnOf<Row>[], rows: readonly Row[]): Rows<Row> => ({
  columns,
  count: rows.length,
  read: (from, count) => Promise.resolve(rows.slice(from, from + count)),
})
