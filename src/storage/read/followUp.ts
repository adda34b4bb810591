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
  const late = await readAnswersOfGone(db, own)
  return { logged, lines, entries: [...byId([...own, ...answers, ...late]).values()], states: byId(states) }
}

/** Answers of the same people to campaigns that were deleted since: they are known by the number only. */
async function readAnswersOfGone(db: Database, own: readonly InteractionLogEntry[]): Promise<InteractionLogEntry[]> {
  const left = own.filter(({ campaignNo }) => campaignNo !== undefined)
  if (left.length === 0) return []
  const numbers = new Set(left.map(({ campaignNo }) => campaignNo))
  const isAnswer = ({ campaignResponse, campaignNo }: InteractionLogEntry) => campaignResponse && numbers.has(campaignNo)
  const people = [...new Set(left.map(({ contactId }) => contactId))]
  return db.entries.where('contactId').anyOf(people).filter(isAnswer).toArray()
}

export const watchFollowUpFacts = (db: Database, id: LoggedSegmentId): Watched<FollowUpFacts | undefined> =>
  watch(() => readFollowUpFacts(db, id))
