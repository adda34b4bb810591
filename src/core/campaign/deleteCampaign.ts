// A campaign that is deleted: its entries and its target group go, interactions keep its number. While something open names it, it stays.
// BC: Campaign/Campaign.Table.al OnDelete (there open segments are left with a campaign that is gone)
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Campaign, ResponseStatus } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { unchanged, type Changes, type Row } from '../../model/tables.ts'
import { roundsOf, withoutEntry } from './campaignEntries.ts'
import { responseStatusesOf, shippedResponses } from './responses.ts'

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
  const stillReads = shippedAsTheyAre(campaign)
  const { campaignEntries, targetGroup, interactions, tasks, opportunities, callRounds } = hanging
  const rounds = roundsOf(campaignEntries, callRounds)
  return ok({
    put: {
      ...some(
        'entries',
        interactions.map((entry) => withNumber(entry, campaign.no, stillReads)),
      ),
      ...some('tasks', tasks.map(withoutCampaign)),
      ...some('opportunities', opportunities.map(withoutCampaign)),
      ...some('callRounds', rounds.map(withoutEntry)),
    },
    remove: {
      campaigns: [campaign.id],
      ...(campaignEntries.length > 0 ? { campaignEntries: campaignEntries.map(({ id }) => id) } : {}),
      ...(targetGroup ? { targetGroups: [targetGroup.id] } : {}),
    },
    requires: [
      unchanged('campaigns', campaign),
      ...interactions.map((entry) => unchanged('entries', entry)),
      ...rounds.map((round) => unchanged('callRounds', round)),
    ],
  })
}

const some = <K extends string, R>(table: K, rows: R[]): { [name in K]?: R[] } =>
  rows.length > 0 ? ({ [table]: rows } as { [name in K]?: R[] }) : {}

function withoutCampaign<R extends { campaignId?: unknown }>(row: R): R {
  const { campaignId: _, ...rest } = row
  return rest as R
}

/**
 * The interaction without its campaign; its day of the response stays. What was answered stays as far as it still reads as it was meant: of the
 * campaign's own answers nobody knows any more what they are called and as what they count.
 */
function withNumber(entry: InteractionLogEntry, campaignNo: string, stillReads: ReadonlySet<string>): InteractionLogEntry {
  const { campaignId: _campaign, campaignEntryId: _entry, cancelledWith: _with, responseStatusId, ...rest } = entry
  return { ...rest, ...(responseStatusId && stillReads.has(responseStatusId) ? { responseStatusId } : {}), campaignNo }
}

/** How many of these interactions keep only whether and when they were answered, when their campaign goes. */
export function answersLost(campaign: Campaign, interactions: readonly InteractionLogEntry[]): number {
  const stillReads = shippedAsTheyAre(campaign)
  return interactions.filter(({ responseStatusId }) => responseStatusId !== undefined && !stillReads.has(responseStatusId)).length
}

/** Answers that are shipped, with the words and the meaning they were shipped with. */
function shippedAsTheyAre(campaign: Campaign): ReadonlySet<string> {
  const isShipped = ({ id, description, counts }: ResponseStatus) =>
    shippedResponses.some((one) => one.id === id && one.description === description && one.counts === counts)
  return new Set(
    responseStatusesOf(campaign)
      .filter(isShipped)
      .map(({ id }) => id),
  )
}
