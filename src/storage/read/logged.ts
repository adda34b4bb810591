// What has happened: logged segments as they were, and the interaction log.
import type { Day } from '../../base/day.ts'
import type { CampaignEntry } from '../../model/campaign.ts'
import type { Contact } from '../../model/contact.ts'
import type { CampaignId, EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry, LoggedLine, LoggedSegment, LoggedSegmentState } from '../../model/interaction.ts'
import type { Database } from '../database.ts'
import { byId, watch, type Watched } from './watch.ts'
import { readContact } from './pending.ts'

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
  /** What its campaigns got of it. */
  campaignEntries: CampaignEntry[]
}

/** A logged segment without its people, who are read piece by piece. */
export async function readLoggedSegment(db: Database, id: LoggedSegmentId): Promise<LoggedPage | undefined> {
  const logged = await db.loggedSegments.get(id)
  if (!logged) return undefined
  const [state, campaignEntries] = await Promise.all([
    db.loggedStates.get(id),
    // Not by the header's campaign: a template or a line may name another one.
    db.campaignEntries.filter(({ loggedSegmentId }) => loggedSegmentId === id).toArray(),
  ])
  return { logged, state, campaignEntries }
}

export const watchLoggedSegment = (db: Database, id: LoggedSegmentId): Watched<LoggedPage | undefined> =>
  watch(() => readLoggedSegment(db, id))

/** Keys of the pieces of a logged segment, in the order of the list. */
export const readPieceKeys = (db: Database, id: LoggedSegmentId): Promise<string[]> =>
  db.loggedLines.where('loggedSegmentId').equals(id).primaryKeys()

/** One piece of a logged segment: its lines as they were, and the entries they became, as they are now. */
export async function readPiece(
  db: Database,
  key: string,
): Promise<{ from: number; people: { line: LoggedLine; entry: InteractionLogEntry | undefined }[] }> {
  const piece = await db.loggedLines.get(key)
  const lines = piece?.lines ?? []
  const ids = lines.flatMap(({ entryId }) => entryId ?? [])
  const entries = byId((await db.entries.bulkGet(ids)).filter((entry) => entry !== undefined))
  return { from: piece?.from ?? 0, people: lines.map((line) => ({ line, entry: line.entryId && entries.get(line.entryId) })) }
}

const atOnce = 500

/** Entries by their keys, in portions, so that the screen answers between them; those that are gone are left out. */
export async function readEntries(db: Database, ids: readonly EntryId[]): Promise<InteractionLogEntry[]> {
  const entries: InteractionLogEntry[] = []
  for (let from = 0; from < ids.length; from += atOnce) {
    const part = await db.entries.bulkGet(ids.slice(from, from + atOnce))
    entries.push(...part.filter((entry) => entry !== undefined))
  }
  return entries
}

/** One entry with what it came from. */
export interface EntryPage {
  entry: InteractionLogEntry
  state: LoggedSegmentState | undefined
  logged: LoggedSegment | undefined
  contact: Contact | undefined
}

export async function readEntry(db: Database, id: EntryId): Promise<EntryPage | undefined> {
  const entry = await db.entries.get(id)
  if (!entry) return undefined
  const { loggedSegmentId, contactId } = entry
  const [state, logged, contact] = await Promise.all([
    loggedSegmentId && db.loggedStates.get(loggedSegmentId),
    loggedSegmentId && db.loggedSegments.get(loggedSegmentId),
    readContact(db, contactId),
  ])
  return { entry, state, logged, contact }
}

export const watchEntry = (db: Database, id: EntryId): Watched<EntryPage | undefined> => watch(() => readEntry(db, id))

/** The line of a logged segment that an entry came from. */
export async function readLineOfEntry(db: Database, { id, loggedSegmentId }: InteractionLogEntry): Promise<LoggedLine | undefined> {
  if (!loggedSegmentId) return undefined
  for (const key of await readPieceKeys(db, loggedSegmentId)) {
    const line = (await db.loggedLines.get(key))?.lines.find(({ entryId }) => entryId === id)
    if (line) return line
  }
  return undefined
}

/** A stretch of the log, newest first, and where it goes on; no `next`: that was the last. */
export interface LogStretch {
  rows: { entry: InteractionLogEntry; cancelled: boolean }[]
  next: LogPlace | undefined
}

/** So many entries of that day, and all of later days, were read. */
export interface LogPlace {
  day: Day
  seen: number
}

export interface LogDays {
  from: Day | undefined
  to: Day | undefined
  cancelledToo: boolean
}

/** Reads on in the log by its index of days, until `limit` rows are there. Nothing of the table is counted or read beyond them. */
export async function readLogStretch(db: Database, days: LogDays, place: LogPlace | undefined, limit: number): Promise<LogStretch> {
  const rows: LogStretch['rows'] = []
  let next = place
  for (let size = limit; rows.length < limit; size *= 2) {
    const entries = await readDays(db, days, next, size)
    const kept = await withStates(db, entries)
    const wanted = days.cancelledToo ? kept : kept.filter(({ cancelled }) => !cancelled)
    const taken = wanted.slice(0, limit - rows.length)
    rows.push(...taken)
    const last = wanted.length > taken.length ? taken.at(-1)?.entry : entries.at(-1)
    const through = last ? entries.indexOf(last) + 1 : 0
    if (through === entries.length && entries.length < size) return { rows, next: undefined }
    next = placeAfter(next, entries.slice(0, through))
  }
  return { rows, next }
}

function readDays(db: Database, { from, to }: LogDays, place: LogPlace | undefined, limit: number): Promise<InteractionLogEntry[]> {
  const last = place?.day ?? to
  const index = db.entries.where('day')
  const range = last ? index.between(from ?? '', last, true, true) : index.aboveOrEqual(from ?? '')
  return range
    .reverse()
    .offset(place?.seen ?? 0)
    .limit(limit)
    .toArray()
}

async function withStates(db: Database, entries: readonly InteractionLogEntry[]): Promise<LogStretch['rows']> {
  const ids = [...new Set(entries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))]
  const states = byId((await db.loggedStates.bulkGet(ids)).filter((state) => state !== undefined))
  return entries.map((entry) => ({
    entry,
    cancelled: entry.cancelled || (entry.loggedSegmentId !== undefined && states.get(entry.loggedSegmentId)?.cancelled === true),
  }))
}

function placeAfter(place: LogPlace | undefined, read: readonly InteractionLogEntry[]): LogPlace | undefined {
  const day = read.at(-1)?.day
  if (day === undefined) return place
  const ofDay = read.filter((entry) => entry.day === day).length
  return { day, seen: ofDay + (place?.day === day ? place.seen : 0) }
}

/** Entries by their keys, in that order; those that are gone are left out. */
export async function readLogRows(db: Database, ids: readonly EntryId[]): Promise<LogStretch['rows']> {
  return withStates(
    db,
    (await db.entries.bulkGet([...ids])).filter((entry) => entry !== undefined),
  )
}

/** What was logged for a campaign; what it came to, the index worker knows. */
export interface CampaignPage {
  campaignEntries: CampaignEntry[]
  states: Map<LoggedSegmentId, LoggedSegmentState>
}

export const watchCampaign = (db: Database, id: CampaignId): Watched<CampaignPage> =>
  watch(async () => {
    const campaignEntries = await db.campaignEntries.where('campaignId').equals(id).toArray()
    const states = await db.loggedStates.bulkGet(campaignEntries.flatMap(({ loggedSegmentId }) => loggedSegmentId ?? []))
    return { campaignEntries, states: byId(states.filter((state) => state !== undefined)) }
  })
