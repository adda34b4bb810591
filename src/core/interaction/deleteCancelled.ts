// Delete cancelled: the one way by which what was logged leaves the log for good. Only what is cancelled goes, with all that hangs on it.
// BC: Segment/DeleteLoggedSegments.Report.al (there entries are left without their segment), Interaction/DeleteInteractionLogEntries.Report.al
import { ok, refuse, type Result } from '../../base/result.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Failure } from '../../model/failure.ts'
import type { InteractionLogEntry, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import { unchanged, type Changes } from '../../model/tables.ts'

/** A logged segment with everything that goes with it. */
export interface Hanging {
  logged: LoggedSegment
  state: LoggedSegmentState
  pieces: readonly { id: string }[]
  entries: readonly { id: string }[]
  campaignEntries: readonly CampaignEntry[]
}

/**
 * Deletes logged segments that are cancelled: their lines, their entries, what campaigns got of them. Documents stay, also those that only they
 * used: they are kept once per content, and an undo needs them. Refused with `nothingCancelled` when none of them is cancelled.
 */
export function planDeleteSegments(segments: readonly Hanging[]): Result<Changes, Failure> {
  const gone = segments.filter(({ state }) => state.cancelled)
  if (gone.length === 0) return refuse({ code: 'nothingCancelled' })
  const ids = (rows: (one: Hanging) => readonly { id: string }[]) => gone.flatMap((one) => rows(one).map(({ id }) => id))
  return ok({
    put: {},
    remove: {
      loggedSegments: ids(({ logged }) => [logged]),
      loggedStates: ids(({ state }) => [state]),
      loggedLines: ids(({ pieces }) => pieces),
      entries: ids(({ entries }) => entries),
      campaignEntries: ids(({ campaignEntries }) => campaignEntries),
    },
    requires: gone.flatMap(({ logged, state }) => [unchanged('loggedSegments', logged), unchanged('loggedStates', state)]),
  })
}

/**
 * Deletes entries that were cancelled one by one; those that count, or are cancelled only with their segment, stay. A campaign entry that was made
 * for one of them alone goes with it. The line of a logged segment goes on saying that it was logged.
 */
export function planDeleteEntries(
  entries: readonly InteractionLogEntry[],
  campaignEntries: ReadonlyMap<string, CampaignEntry>,
): Result<{ changes: Changes; count: number }, Failure> {
  const gone = entries.filter(({ cancelled }) => cancelled)
  if (gone.length === 0) return refuse({ code: 'nothingCancelled' })
  const alone = gone.flatMap(({ campaignEntryId }) => {
    const entry = campaignEntryId && campaignEntries.get(campaignEntryId)
    return entry && entry.loggedSegmentId === undefined && entry.segmentId === undefined ? [entry] : []
  })
  const changes: Changes = {
    put: {},
    remove: { entries: gone.map(({ id }) => id), ...(alone.length > 0 ? { campaignEntries: alone.map(({ id }) => id) } : {}) },
    requires: gone.map((entry) => unchanged('entries', entry)),
  }
  return ok({ changes, count: gone.length })
}
