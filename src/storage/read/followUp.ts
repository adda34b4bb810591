// What choosing people of a logged segment rests on: its lines, their entries, and what came back from its campaigns.
import type { CampaignId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Database } from '../database.ts'
import { readLoggedLines } from './logged.ts'
import { byId, watch, type Watched } from './watch.ts'

export interface FollowUpFacts {
  logged: LoggedSegment
  lines: LoggedLine[]
  /** Its own entries, and answers to the same campaigns. */
  entries: InteractionLogEntry[]
  states: Map<LoggedSegmentId, LoggedSegmentState>
}

export async function readFollowUpFacts(db: Database, id: LoggedSegmentId): Promise<FollowUpFacts | undefined> {
  const logged = await db.loggedSegments.get(id)
  if (!logged) return undefined
  const [lines, own, states] = await Promise.all([
    readLoggedLines(db, id),
    db.entries.where('loggedSegmentId').equals(id).toArray(),
    db.loggedStates.toArray(),
  ])
  const campaignIds = [...new Set(own.flatMap(({ campaignId }) => campaignId ?? []))] as CampaignId[]
  const answers = await db.entries
    .where('campaignId')
    .anyOf(campaignIds)
    .filter(({ campaignResponse }) => campaignResponse)
    .toArray()
  return { logged, lines, entries: [...byId([...own, ...answers]).values()], states: byId(states) }
}

export const watchFollowUpFacts = (db: Database, id: LoggedSegmentId): Watched<FollowUpFacts | undefined> =>
  watch(() => readFollowUpFacts(db, id))
