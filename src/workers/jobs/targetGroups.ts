// Whom a campaign would be for if its target group were collected now.
import { targetedByEntries, targetedByLines, targetsOf } from '../../core/campaign/targetGroup.ts'
import type { CampaignId, ContactId } from '../../model/ids.ts'
import type { Database } from '../../storage/database.ts'
import { readSegmentsOf } from '../../storage/read/campaigns.ts'
import { readContacts } from '../../storage/read/pending.ts'
import { aroundOf, readAround } from '../../storage/read/segments.ts'
import { byId } from '../../storage/read/watch.ts'
import type { EntryIndex } from './entryIndex.ts'

export interface TargetGroupJobs {
  /** Companies, and people without one, whom lines of open segments and interactions mark as a target; in the order of their names. */
  campaignTargets: (id: CampaignId) => Promise<ContactId[]>
}

export const targetGroupJobs = (db: Database, index: EntryIndex): TargetGroupJobs => ({
  campaignTargets: async (id) => {
    const { entries, cancelled } = await index.fresh()
    const people = targetedByEntries(entries.values(), cancelled, id)
    const segments = await readSegmentsOf(db, id)
    // Who is the target hangs on header, line and template; whom a line is for is looked up afterwards.
    const around = aroundOf(await readAround(db, []))
    for (const contactId of targetedByLines(segments, around, id)) people.add(contactId)
    const contacts = await readContacts(db, [...people])
    const companyIds = contacts.flatMap((contact) => (contact.type === 'person' && contact.companyId ? contact.companyId : []))
    const companies = byId(await readContacts(db, [...new Set(companyIds)]))
    return targetsOf(contacts, companies).map((contact) => contact.id)
  },
})
