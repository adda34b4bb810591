// Opportunities as they are stored: all of them, those of one contact or campaign, and with whom they are.
import type { Contact } from '../../model/contact.ts'
import type { CampaignId, ContactId, OpportunityId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Opportunity, Task } from '../../model/task.ts'
import type { Database } from '../database.ts'
import { readAbout, type AboutRead } from './about.ts'
import { readContacts } from './pending.ts'
import { byId, watch, type Watched } from './watch.ts'

export const readOpportunity = (db: Database, id: OpportunityId): Promise<Opportunity | undefined> => db.opportunities.get(id)

/** Opportunities, and everybody they name: the person, and where she works. */
export interface OpportunitiesRead {
  opportunities: Opportunity[]
  people: ReadonlyMap<ContactId, Contact>
}

/** Of one contact (a company's with those of its people) or of one campaign. */
export type OpportunitiesOf = { contactId: ContactId } | { campaignId: CampaignId }

export const watchOpportunities = (db: Database): Watched<OpportunitiesRead> =>
  watch(async () => withPeople(db, await db.opportunities.toArray()))

export const watchOpportunitiesOf = (db: Database, of: OpportunitiesOf): Watched<OpportunitiesRead> =>
  watch(async () => withPeople(db, await rowsOf(db, of)))

/** Only the rows, where it is known whom they name. */
export const watchOpportunityRows = (db: Database, of: OpportunitiesOf): Watched<Opportunity[]> => watch(() => rowsOf(db, of))

export const watchOpportunity = (db: Database, id: OpportunityId): Watched<Opportunity | undefined> => watch(() => readOpportunity(db, id))

function rowsOf(db: Database, of: OpportunitiesOf): Promise<Opportunity[]> {
  if ('campaignId' in of) return db.opportunities.where('campaignId').equals(of.campaignId).toArray()
  return db.opportunities.where('contactId').equals(of.contactId).or('companyId').equals(of.contactId).distinct().toArray()
}

async function withPeople(db: Database, opportunities: Opportunity[]): Promise<OpportunitiesRead> {
  const ids = new Set(opportunities.flatMap(({ contactId, companyId }) => [contactId, companyId].filter((id) => id !== undefined)))
  return { opportunities, people: byId(await readContacts(db, [...ids])) }
}

export interface NamedBy {
  entries: InteractionLogEntry[]
  tasks: Task[]
}

/** What happened for it, and what is to be done for it. */
export async function readNaming(db: Database, id: OpportunityId): Promise<NamedBy> {
  const [entries, tasks] = await Promise.all([
    db.entries.where('opportunityId').equals(id).toArray(),
    db.tasks.where('opportunityId').equals(id).toArray(),
  ])
  return { entries, tasks }
}

/** An opportunity with what it is about, as far as that is there. */
export interface OpportunityCardRead extends AboutRead {
  opportunity: Opportunity
}

async function readOpportunityCard(db: Database, id: OpportunityId): Promise<OpportunityCardRead | undefined> {
  const opportunity = await readOpportunity(db, id)
  return opportunity && { opportunity, ...(await readAbout(db, opportunity)) }
}

export const watchOpportunityCard = (db: Database, id: OpportunityId): Watched<OpportunityCardRead | undefined> =>
  watch(() => readOpportunityCard(db, id))
