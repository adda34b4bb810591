// What has happened: logged segments as they were, and the interaction log.
import type { CampaignEntry } from '../../model/campaign.ts'
import type { CampaignId, ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Database } from '../database.ts'
import { byId, watch, type Watched } from './watch.ts'

export interface LoggedRow {
  logged: LoggedSegment
  state: LoggedSegmentState | undefined
}

export async function readLoggedSegments(db: Database): Promise<LoggedRow[]> {
  const [logged, states] = await Promise.all([db.loggedSegments.toArray(), db.loggedStates.toArray()])
  const stateRows = byId(states)
  return logged.sort((a, b) => b.loggedAt.localeCompare(a.loggedAt)).map((row) => ({ logged: row, state: stateRows.get(row.id) }))
}

export const watchLoggedSegments = (db: Database): Watched<LoggedRow[]> => watch(() => readLoggedSegments(db))

/** All lines of a logged segment, in their order. */
export async function readLoggedLines(db: Database, id: LoggedSegmentId): Promise<LoggedLine[]> {
  const pieces = await db.loggedLines.where('loggedSegmentId').equals(id).sortBy('from')
  return pieces.flatMap(({ lines }) => lines)
}

export interface LoggedPage extends LoggedRow {
  entries: InteractionLogEntry[]
  campaignEntries: CampaignEntry[]
}

export async function readLoggedSegment(db: Database, id: LoggedSegmentId): Promise<LoggedPage | undefined> {
  const logged = await db.loggedSegments.get(id)
  if (!logged) return undefined
  const [state, entries, campaignEntries] = await Promise.all([
    db.loggedStates.get(id),
    db.entries.where('loggedSegmentId').equals(id).toArray(),
    db.campaignEntries.filter((entry) => entry.loggedSegmentId === id).toArray(),
  ])
  return { logged, state, entries, campaignEntries }
}

export const watchLoggedSegment = (db: Database, id: LoggedSegmentId): Watched<LoggedPage | undefined> =>
  watch(() => readLoggedSegment(db, id))

/** The newest entries first, at most `limit`, and how many there are in all. */
export interface LogPage {
  entries: InteractionLogEntry[]
  states: Map<LoggedSegmentId, LoggedSegmentState>
  total: number
}

export async function readLog(db: Database, limit: number): Promise<LogPage> {
  const [entries, total, states] = await Promise.all([
    db.entries.orderBy('day').reverse().limit(limit).toArray(),
    db.entries.count(),
    db.loggedStates.toArray(),
  ])
  return { entries, total, states: byId(states) }
}

export const watchLog = (db: Database, limit: number): Watched<LogPage> => watch(() => readLog(db, limit))

/** Entries, segments and campaign entries that name this campaign. */
export interface CampaignPage {
  entries: InteractionLogEntry[]
  campaignEntries: CampaignEntry[]
  states: Map<LoggedSegmentId, LoggedSegmentState>
}

export const watchCampaign = (db: Database, id: CampaignId): Watched<CampaignPage> =>
  watch(async () => ({
    entries: await db.entries.filter((entry) => entry.campaignId === id).toArray(),
    campaignEntries: await db.campaignEntries.where('campaignId').equals(id).toArray(),
    states: byId(await db.loggedStates.toArray()),
  }))

/** How many different people each campaign reached; cancelled entries do not count. */
export const watchCampaignReach = (db: Database): Watched<Map<CampaignId, number>> => watch(() => readCampaignReach(db))

async function readCampaignReach(db: Database): Promise<Map<CampaignId, number>> {
  const states = byId(await db.loggedStates.toArray())
  const people = new Map<CampaignId, Set<ContactId>>()
  await db.entries.each(({ campaignId, contactId, cancelled, loggedSegmentId }) => {
    if (!campaignId || cancelled || (loggedSegmentId && states.get(loggedSegmentId)?.cancelled)) return
    people.set(campaignId, (people.get(campaignId) ?? new Set()).add(contactId))
  })
  return new Map(Array.from(people, ([id, set]) => [id, set.size]))
}
