// Contacts: all of them for the list, one with what hangs on it for the card.
import type { Contact } from '../../model/contact.ts'
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Segment } from '../../model/segment.ts'
import type { Database } from '../database.ts'
import { byId, watch, type Watched } from './watch.ts'
import { readContact, readContactOfEach, readContacts, readPeopleOf, readStoring } from './pending.ts'

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
  /** The logged segments these entries came from. */
  logged: Map<LoggedSegmentId, LoggedHead>
  /** Open segments this contact stands on. */
  segments: Segment[]
  /** Campaigns these entries were done for. */
  campaignIds: CampaignId[]
}

/** What a timeline says of a logged segment: cancelled or not, and how many people it reached. */
export interface LoggedHead extends Pick<LoggedSegment, 'id' | 'no' | 'day'> {
  description: string
  reached: number
  state: LoggedSegmentState | undefined
}

/** What happened with everybody of a company, those who left it among them; newest first. */
export interface CompanyEntries {
  entries: InteractionLogEntry[]
  logged: Map<LoggedSegmentId, LoggedHead>
}

export { readContact, readContactOfEach, readContacts, readPeopleOf }

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
  return {
    contact,
    company,
    storing: contact.type === 'company' ? await readStoring(db) : 0,
    people: people.sort((a, b) => a.name.localeCompare(b.name)),
    purchases: purchases.sort((a, b) => b.day.localeCompare(a.day) || b.id.localeCompare(a.id)),
    entries: entries.sort(newestFirst),
    logged: await readLoggedHeads(db, entries),
    segments: segments.filter((segment) => segment !== undefined),
    campaignIds: await readCampaignIds(db, entries),
  }
}

const newestFirst = (a: InteractionLogEntry, b: InteractionLogEntry) => b.day.localeCompare(a.day) || b.loggedAt.localeCompare(a.loggedAt)

async function readLoggedHeads(db: Database, entries: readonly InteractionLogEntry[]): Promise<Map<LoggedSegmentId, LoggedHead>> {
  const ids = [...new Set(entries.flatMap((entry) => entry.loggedSegmentId ?? []))]
  const [segments, states] = await Promise.all([db.loggedSegments.bulkGet(ids), db.loggedStates.bulkGet(ids)])
  const heads = segments.flatMap((logged, at): LoggedHead[] => {
    if (!logged) return []
    const { id, no, day, header, counts } = logged
    return [{ id, no, day, description: header.description, reached: counts.logged, state: states[at] }]
  })
  return byId(heads)
}

/** By the entry itself, or by the entry its segment left in a campaign. */
async function readCampaignIds(db: Database, entries: readonly InteractionLogEntry[]): Promise<CampaignId[]> {
  const asked = [...new Set(entries.flatMap(({ campaignId, campaignEntryId }) => (campaignId ? [] : (campaignEntryId ?? []))))]
  const left = await db.campaignEntries.bulkGet(asked)
  return [...new Set([...entries.flatMap(({ campaignId }) => campaignId ?? []), ...left.flatMap((one) => one?.campaignId ?? [])])]
}

export const watchContactCard = (db: Database, id: ContactId): Watched<ContactCard | undefined> => watch(() => readContactCard(db, id))

export async function readCompanyEntries(db: Database, id: ContactId): Promise<CompanyEntries> {
  const [own, ofPeople] = await Promise.all([
    db.entries.where('contactId').equals(id).toArray(),
    db.entries.where('companyId').equals(id).toArray(),
  ])
  const entries = [...new Map([...own, ...ofPeople].map((entry) => [entry.id, entry])).values()].sort(newestFirst)
  return { entries, logged: await readLoggedHeads(db, entries) }
}

export const watchCompanyEntries = (db: Database, id: ContactId): Watched<CompanyEntries> => watch(() => readCompanyEntries(db, id))
