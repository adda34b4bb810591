// The entries of the log for the back office: all of a range of days, or those that are new or changed since they were last exported.
// Invented entries of the sample data never go there.
import type { Day } from '../../base/day.ts'
import type { EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { inPortions } from '../../storage/read/rows.ts'

export interface BackOfficeAsk {
  /** Only what was written after this commit. */
  since?: number
  from?: Day
  to?: Day
}

/** Keys of the entries asked for, the oldest first, as Business Central numbers them. */
export async function entriesAsked(db: Database, ask: BackOfficeAsk): Promise<EntryId[]> {
  const found = ask.since === undefined ? await ofDays(db, ask) : await changedSince(db, ask.since, ask)
  return found.sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id < b.id ? -1 : 1)).map(({ id }) => id)
}

type Found = Pick<InteractionLogEntry, 'id' | 'day'>

async function ofDays(db: Database, { from, to }: BackOfficeAsk): Promise<Found[]> {
  const found: Found[] = []
  const range =
    to === undefined ? db.entries.where('day').aboveOrEqual(from ?? '') : db.entries.where('day').between(from ?? '', to, true, true)
  await range.each(({ id, day, sample }) => void (sample || found.push({ id, day })))
  return found
}

/** Written by a commit after `since`, or cancelled or revived with their whole segment. */
async function changedSince(db: Database, since: number, ask: BackOfficeAsk): Promise<Found[]> {
  // A mark from beyond the last commit is none of this data: then everything is new.
  if (since > (await lastRev(db))) return ofDays(db, ask)
  const found: Found[] = []
  const take = (entry: InteractionLogEntry | undefined) => {
    if (entry && !entry.sample && isIn(entry, ask)) found.push({ id: entry.id, day: entry.day })
  }
  const { entries, segments } = (await touchedSince(db, since)) ?? (await writtenSince(db, since))
  for (const segment of segments) {
    for (const id of (await db.entries.where('loggedSegmentId').equals(segment).primaryKeys()) as EntryId[]) entries.add(id)
  }
  const keys = [...entries]
  for (let at = 0; at < keys.length; at += portion) (await db.entries.bulkGet(keys.slice(at, at + portion))).forEach(take)
  return found
}

const portion = 2000
const isIn = ({ day }: Found, { from, to }: BackOfficeAsk) => (from === undefined || day >= from) && (to === undefined || day <= to)

interface Touched {
  entries: Set<EntryId>
  segments: Set<LoggedSegmentId>
}

/** By the log of changes; nothing when it does not reach back so far, or everything was restored meanwhile. */
async function touchedSince(db: Database, since: number): Promise<Touched | undefined> {
  const first = (await db.changes.orderBy('rev').limit(1).primaryKeys())[0]
  const changes = await changesSince(db, since)
  if (first === undefined || first > since + 1 || changes.some(({ what }) => what === 'restore')) return undefined
  const touched: Touched = { entries: new Set(), segments: new Set() }
  for (const { ids } of changes) {
    for (const id of (ids.entries ?? []) as EntryId[]) touched.entries.add(id)
    for (const id of (ids.loggedStates ?? []) as LoggedSegmentId[]) touched.segments.add(id)
  }
  return touched
}

/** By the rows themselves, each of which says which commit wrote it. */
async function writtenSince(db: Database, since: number): Promise<Touched> {
  const touched: Touched = { entries: new Set(), segments: new Set() }
  await inPortions(db.entries, (rows) => {
    for (const { id, rev } of rows) if (rev > since) touched.entries.add(id)
  })
  for (const { id, rev } of await db.loggedStates.toArray()) if (rev > since) touched.segments.add(id)
  return touched
}
