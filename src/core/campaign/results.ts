// What a campaign came to: how many people it reached, how often, at what cost. Cancelled entries do not count, whether cancelled one by
// one or with their segment. BC: Campaign/Campaign.Table.al and CampaignEntry.Table.al, the calculated fields
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { cancelledAmong } from '../interaction/cancel.ts'

type Cancelled = ReadonlySet<LoggedSegmentId>

/** How many interactions of one campaign entry count, and how many there are. */
export interface Share {
  number: number
  all: number
}

export interface CampaignResults {
  /** Different people. */
  people: number
  /** Interactions. */
  number: number
  /** In our own currency. */
  cost: number
  /** In minutes. */
  duration: number
  /** By the campaign entry that the interaction names; of one that names none, by its logged segment. */
  shares: Record<string, Share>
}

/** @param cancelled logged segments that were cancelled as a whole */
export function campaignResults(entries: Iterable<InteractionLogEntry>, cancelled: Cancelled, id: CampaignId): CampaignResults {
  const people = new Set<ContactId>()
  const results: CampaignResults = { people: 0, number: 0, cost: 0, duration: 0, shares: {} }
  for (const entry of entries) {
    if (entry.campaignId !== id) continue
    const key = entry.campaignEntryId ?? entry.loggedSegmentId
    const share = key === undefined ? undefined : (results.shares[key] ??= { number: 0, all: 0 })
    if (share) share.all++
    if (cancelledAmong(entry, cancelled)) continue
    if (share) share.number++
    people.add(entry.contactId)
    results.number++
    results.cost += entry.cost
    results.duration += entry.duration
  }
  return { ...results, people: people.size, cost: Math.round(results.cost * 100) / 100 }
}

/** The interactions behind a campaign entry. */
export const shareOf = ({ id, loggedSegmentId }: CampaignEntry, { shares }: CampaignResults): Share =>
  shares[id] ?? (loggedSegmentId === undefined ? undefined : shares[loggedSegmentId]) ?? { number: 0, all: 0 }

/** How many different people each campaign reached. */
export function campaignReach(entries: Iterable<InteractionLogEntry>, cancelled: Cancelled): Map<CampaignId, number> {
  const people = new Map<CampaignId, Set<ContactId>>()
  for (const entry of entries) {
    const { campaignId, contactId } = entry
    if (campaignId === undefined || cancelledAmong(entry, cancelled)) continue
    const known = people.get(campaignId)
    if (known) known.add(contactId)
    else people.set(campaignId, new Set([contactId]))
  }
  return new Map(Array.from(people, ([id, set]) => [id, set.size]))
}
