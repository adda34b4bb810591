// How many interactions stand behind each entry of a campaign, and how many people each campaign reached; what came of it says
// `responseRates`. Cancelled entries do not count, whether cancelled one by one or with their segment. BC: Campaign/Campaign.Table.al and CampaignEntry.Table.al, the calculated fields
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { cancelledAmong } from '../interaction/cancel.ts'
import { whoOf } from './answering.ts'

type Cancelled = ReadonlySet<LoggedSegmentId>

/** How many interactions of one campaign entry count, and how many there are. */
export interface Share {
  number: number
  all: number
}

export interface CampaignResults {
  /** By the campaign entry that the interaction names; of one that names none, by its logged segment. */
  shares: Record<string, Share>
}

/** @param cancelled logged segments that were cancelled as a whole */
export function campaignResults(entries: Iterable<InteractionLogEntry>, cancelled: Cancelled, id: CampaignId): CampaignResults {
  const shares: Record<string, Share> = {}
  for (const entry of entries) {
    const key = entry.campaignEntryId ?? entry.loggedSegmentId
    if (entry.campaignId !== id || key === undefined) continue
    const share = (shares[key] ??= { number: 0, all: 0 })
    share.all++
    if (!cancelledAmong(entry, cancelled)) share.number++
  }
  return { shares }
}

/** The interactions behind a campaign entry. */
export const shareOf = ({ id, loggedSegmentId }: CampaignEntry, { shares }: CampaignResults): Share =>
  shares[id] ?? (loggedSegmentId === undefined ? undefined : shares[loggedSegmentId]) ?? { number: 0, all: 0 }

/** How many different people each campaign reached: those whom `responseRates` calls contacted. */
export function campaignReach(entries: Iterable<InteractionLogEntry>, cancelled: Cancelled): Map<CampaignId, number> {
  const people = new Map<CampaignId, Set<ContactId>>()
  for (const entry of entries) {
    const { campaignId } = entry
    const contactId = whoOf(entry)
    if (campaignId === undefined || entry.attemptFailed || entry.campaignResponse || cancelledAmong(entry, cancelled)) continue
    const known = people.get(campaignId)
    if (known) known.add(contactId)
    else people.set(campaignId, new Set([contactId]))
  }
  return new Map(Array.from(people, ([id, set]) => [id, set.size]))
}
