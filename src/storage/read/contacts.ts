// Contacts: all of them for the list, one with what hangs on it for the card.
import type { Contact } from '../../model/contact.ts'
import type { ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedSegmentState } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Segment } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { byId, watch, type Watched } from './watch.ts'
import { readContact, readContactOfEach, readContacts, readStoring } from './pending.ts'

export interface ContactCard {
  contact: Contact
  company: Contact | undefined
  /** Persons of this company. */
  people: Contact[]
  /** Of a company: so many contacts of an import are still being stored, people of this company may be among them. */
  storing: number
  /** What it bought, or of a person her company; newest first. */
  purchases: Purchase[]
  /** Newest first. */
  entries: InteractionLogEntry[]
  /** Of the logged segments these entries came from: cancelled or not, and how many people each reached. */
  states: Map<LoggedSegmentId, LoggedSegmentState>
  reached: Map<LoggedSegmentId, number>
  /** Open segments this contact stands on. */
  segments: Segment[]
}

export { readContact, readContactOfEach, readContacts }

export async function readContactCard(db: Database, id: ContactId): Promise<ContactCard | undefined> {
  const contact = await readContact(db, id)
  if (!contact) return undefined
  const companyId = contact.type === 'person' ? contact.companyId : undefined
  const buyer = contact.type === 'company' ? id : companyId
  const [company, people, entries, lines, purchases] = await Promise.all([
    companyId ? readContact(db, companyId) : undefined,
    contact.type === 'company' ? db.contacts.where('companyId').equals(id).toArray() : [],
    db.entries.where('contactId').equals(id).toArray(),
    db.segmentLines.filter((row) => row.lines.some((line) => line.contactId === id)).toArray(),
    buyer ? db.purchases.where('companyId').equals(buyer).toArray() : [],
  ])
  const segments = await db.segments.bulkGet(lines.map((row) => row.id))
  const loggedIds = [...new Set(entries.flatMap((entry) => entry.loggedSegmentId ?? []))]
  const states = await db.loggedStates.bulkGet(loggedIds)
  const reached = await Promise.all(loggedIds.map((logged) => db.entries.where('loggedSegmentId').equals(logged).count()))
  return {
    contact,
    company,
    storing: contact.type === 'company' ? await readStoring(db) : 0,
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
    purchases: purchases.sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id)),
    entries: entries.sort((a, b) => b.day.localeCompare(a.day) || b.loggedAt.localeCompare(a.loggedAt)),
    states: byId(states.filter((state) => state !== undefined)),
    reached: new Map(loggedIds.map((logged, at) => [logged, reached[at] ?? 0])),
    segments: segments.filter((segment) => segment !== undefined),
  }
}

export const watchContactCard = (db: Database, id: ContactId): Watched<ContactCard | undefined> => watch(() => readContactCard(db, id))
