// A campaign that is deleted: its entries and its target group go, interactions keep its number. While something open names it, it stays.
// BC: Campaign/Campaign.Table.al OnDelete (there open segments are left with a campaign that is gone)
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Campaign } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { unchanged, type Changes, type Row } from '../../model/tables.ts'

/** What names it and is not history: it keeps the campaign from being deleted. */
export interface CampaignUse {
  kind: 'segments' | 'templates' | 'savedCriteria' | 'tasks' | 'opportunities'
  id: string
  name: string
}

/** What hangs on it. */
export interface HangingOnCampaign {
  campaignEntries: readonly Pick<Row<'campaignEntries'>, 'id'>[]
  targetGroup: Row<'targetGroups'> | undefined
  interactions: readonly InteractionLogEntry[]
  /** Closed tasks and opportunities. */
  tasks: readonly Row<'tasks'>[]
  opportunities: readonly Row<'opportunities'>[]
  /** Rounds share an entry of the campaign. */
  callRounds: readonly Row<'callRounds'>[]
}

/** Failure `inUse` with the names of what is open. */
export function planDeleteCampaign(campaign: Campaign, hanging: HangingOnCampaign, uses: readonly CampaignUse[]): Result<Changes, Failure> {
  if (uses.length > 0) return refuse({ code: 'inUse', names: uses.map(({ name }) => name), setup: false })
  const { campaignEntries, targetGroup, interactions, tasks, opportunities, callRounds } = hanging
  const entryIds = new Set<string>(campaignEntries.map(({ id }) => id))
  const rounds = callRounds.filter(({ campaignEntryId }) => campaignEntryId !== undefined && entryIds.has(campaignEntryId))
  return ok({
    put: {
      ...some(
        'entries',
        interactions.map((entry) => withNumber(entry, campaign.no)),
      ),
      ...some('tasks', tasks.map(withoutCampaign)),
      ...some('opportunities', opportunities.map(withoutCampaign)),
      ...some(
        'callRounds',
        rounds.map(({ campaignEntryId: _, ...round }) => round),
      ),
    },
    remove: {
      campaigns: [campaign.id],
      ...(campaignEntries.length > 0 ? { campaignEntries: campaignEntries.map(({ id }) => id) } : {}),
      ...(targetGroup ? { targetGroups: [targetGroup.id] } : {}),
    },
    requires: [unchanged('campaigns', campaign), ...interactions.map((entry) => unchanged('entries', entry))],
  })
}

const some = <K extends string, R>(table: K, rows: R[]): { [name in K]?: R[] } =>
  rows.length > 0 ? ({ [table]: rows } as { [name in K]?: R[] }) : {}

function withoutCampaign<R extends { campaignId?: unknown }>(row: R): R {
  const { campaignId: _, ...rest } = row
  return rest as R
}

/** The interaction without its campaign; what was answered stays by its day. */
function withNumber(entry: InteractionLogEntry, campaignNo: string): InteractionLogEntry {
  const { campaignId: _campaign, campaignEntryId: _entry, cancelledWith: _with, ...rest } = entry
  return { ...rest, campaignNo }
}
