// What a campaign got of each logged segment, call or round: cancelled with its interactions, brought back with them, deleted when cancelled.
// An interaction that was cancelled by itself stays so when its campaign entry counts again.
// BC: Campaign/CampaignEntry.Table.al ToggleCanceledCheckmark (there it revives them), OnDelete
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CallRound } from '../../model/callRound.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { CampaignEntryId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { unchanged, type Changes } from '../../model/tables.ts'

/** Whether an interaction belongs to this campaign entry; older ones name only their logged segment. */
export const isOfEntry = (
  { id, campaignId, loggedSegmentId }: CampaignEntry,
  entry: Pick<InteractionLogEntry, 'campaignId' | 'campaignEntryId' | 'loggedSegmentId'>,
): boolean =>
  entry.campaignId === campaignId &&
  (entry.campaignEntryId === undefined
    ? loggedSegmentId !== undefined && entry.loggedSegmentId === loggedSegmentId
    : entry.campaignEntryId === id)

/** A campaign entry with its interactions. */
export interface WithInteractions {
  entry: CampaignEntry
  interactions: readonly InteractionLogEntry[]
}

const planned = (
  { entry }: WithInteractions,
  now: CampaignEntry,
  pairs: readonly (readonly [InteractionLogEntry, InteractionLogEntry])[],
): Changes => ({
  put: { campaignEntries: [now], ...(pairs.length > 0 ? { entries: pairs.map(([, after]) => after) } : {}) },
  remove: {},
  requires: [unchanged('campaignEntries', entry), ...pairs.map(([before]) => unchanged('entries', before))],
})

/** Neither it nor its interactions count any more; those that were cancelled before keep their own reason. */
export function planCancelCampaignEntry(of: WithInteractions, reason: string): Changes {
  const why = reason.trim() === '' ? {} : { cancelReason: reason.trim() }
  const pairs = of.interactions
    .filter(({ cancelled }) => !cancelled)
    .map((before) => [before, { ...before, cancelled: true, ...why, cancelledWith: of.entry.id }] as const)
  return planned(of, { ...of.entry, cancelled: true, ...why }, pairs)
}

/** It counts again with the interactions that were cancelled with it. */
export function planUncancelCampaignEntry(of: WithInteractions): Changes {
  const pairs = of.interactions
    .filter(({ cancelled, cancelledWith }) => cancelled && cancelledWith === of.entry.id)
    .map((before) => {
      const { cancelReason: _reason, cancelledWith: _with, ...rest } = before
      return [before, { ...rest, cancelled: false }] as const
    })
  const { cancelReason: _, ...rest } = of.entry
  return planned(of, { ...rest, cancelled: false }, pairs)
}

/**
 * Deletes those that are cancelled, with their cancelled interactions; one that counts goes on counting without its campaign entry, and a round
 * of calls makes another one with its next call. Failure `nothingCancelled`.
 */
export function planDeleteCampaignEntries(
  all: readonly WithInteractions[],
  callRounds: readonly CallRound[],
): Result<{ changes: Changes; interactions: number }, Failure> {
  const gone = all.filter(({ entry }) => entry.cancelled)
  if (gone.length === 0) return refuse({ code: 'nothingCancelled' })
  const interactions = gone.flatMap((one) => one.interactions)
  const stay = interactions.filter(({ cancelled, campaignEntryId }) => !cancelled && campaignEntryId !== undefined)
  const go = interactions.filter(({ cancelled }) => cancelled)
  const rounds = roundsOf(
    gone.map(({ entry }) => entry),
    callRounds,
  )
  const changes: Changes = {
    put: {
      ...(stay.length > 0 ? { entries: stay.map(({ campaignEntryId: _, ...row }) => row) } : {}),
      ...(rounds.length > 0 ? { callRounds: rounds.map(withoutEntry) } : {}),
    },
    remove: { campaignEntries: gone.map(({ entry }) => entry.id), ...(go.length > 0 ? { entries: go.map(({ id }) => id) } : {}) },
    requires: [
      ...gone.map(({ entry }) => unchanged('campaignEntries', entry)),
      ...[...stay, ...go].map((entry) => unchanged('entries', entry)),
      ...rounds.map((round) => unchanged('callRounds', round)),
    ],
  }
  return ok({ changes, interactions: go.length })
}

/** Rounds of calls that share one of these campaign entries. */
export function roundsOf(gone: readonly Pick<CampaignEntry, 'id'>[], rounds: readonly CallRound[]): CallRound[] {
  const ids = new Set<CampaignEntryId | undefined>(gone.map(({ id }) => id))
  return rounds.filter(({ campaignEntryId }) => campaignEntryId !== undefined && ids.has(campaignEntryId))
}

/** A round that makes a campaign entry of its own with its next call. */
export function withoutEntry({ campaignEntryId: _, ...round }: CallRound): CallRound {
  return round
}

/** Interactions that were cancelled with a campaign entry that still is: they do not count again by themselves. */
export const heldByCampaign = (
  entries: readonly InteractionLogEntry[],
  cancelled: ReadonlySet<CampaignEntryId>,
): readonly InteractionLogEntry[] =>
  entries.filter(
    ({ campaignEntryId, cancelledWith }) =>
      (campaignEntryId !== undefined && cancelled.has(campaignEntryId)) || (cancelledWith !== undefined && cancelled.has(cancelledWith)),
  )
