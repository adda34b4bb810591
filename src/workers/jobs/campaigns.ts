// What the index worker knows of campaigns: what each came to, and whom it reached.
import { campaignReach, campaignResults, type CampaignResults } from '../../core/campaign/results.ts'
import type { CampaignId } from '../../model/ids.ts'
import type { EntryIndex } from './entryIndex.ts'

export interface CampaignJobs {
  /** What one campaign came to; cancelled entries do not count. */
  campaignResults: (id: CampaignId) => Promise<CampaignResults>
  /** How many different people each campaign reached. */
  campaignReach: () => Promise<Map<CampaignId, number>>
}

export const campaignJobs = (index: EntryIndex): CampaignJobs => ({
  campaignResults: async (id) => {
    const { entries, cancelled } = await index.fresh()
    return campaignResults(entries.values(), cancelled, id)
  },
  campaignReach: async () => {
    const { entries, cancelled } = await index.fresh()
    return campaignReach(entries.values(), cancelled)
  },
})
