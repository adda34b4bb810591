// The answers that were given, in the order in which they can be given, with how many people each has.
import type { Campaign } from '../../model/campaign.ts'
import type { CampaignId, ResponseStatusId } from '../../model/ids.ts'
import { knownStatuses, responseText } from '../pieces/responseText.ts'

export function statusChips(byStatus: Record<string, number>, campaigns: ReadonlyMap<CampaignId, Campaign>) {
  const known = knownStatuses([...campaigns.values()])
  const ids = new Set([...known.keys(), ...(Object.keys(byStatus) as ResponseStatusId[])])
  return [...ids].map((id) => ({
    ...{ filter: id, label: responseText(known.get(id) ?? { id, description: '' }), count: byStatus[id] ?? 0 },
  }))
}
