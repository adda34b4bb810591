// The entries of the log for the back office: all of a range of days, or those that are new or changed since they were last exported.
// Invented entries of the sample data never go there.
import type { Day } from '../../base/day.ts'
import type { EntryId, LoggedSegmentId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'

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

/** Touched by a commit after `since`, or cancelled or revived with their whole segment. */
async function changedSince(db: Database, since: number, ask: BackOfficeAsk): Promise<Found[]> {
  const changes = await changesSince(db, since)
  const isIn = ({ day }: Found) => (ask.from === undefined || day >= ask.from) && (ask.to === undefined || day <= ask.to)
  // After a restore every row was written anew, and a mark from beyond the log of changes says nothing.
  if (since > (await lastRev(db)) || changes.some(({ what }) => what === 'restore')) return ofDays(db, ask)
  const ids = new Set<EntryId>()
  const segments = new Set<LoggedSegmentId>()
  for (const { ids: touched } of changes) {
    for (const id of (touched.entries ?? []) as EntryId[]) ids.add(id)
    for (const id of (touched.loggedStates ?? []) as LoggedSegmentId[]) segments.add(id)
  }
  for (const segment of segments)
    for (const id of (await db.entries.where('loggedSegmentId').equals(segment).primaryKeys()) as EntryId[]) ids.add(id)
  const found: Found[] = []
  const keys = [...ids]
  for (let at = 0; at < keys.length; at += 2000) {
    for (const entry of await db.entries.bulkGet(keys.slice(at, at + 2000)))
      if (entry && !entry.sample && isIn(entry)) found.push({ id: entry.id, day: entry.day })
  }
  return found
}
