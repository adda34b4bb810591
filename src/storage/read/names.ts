// Names of contacts and segments, open and logged, that criteria speak of, and the logged segments to choose from.
import type { Day } from '../../base/day.ts'
import type { ContactId, LoggedSegmentId, SegmentId } from '../../model/ids.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'
import { readContacts } from './pending.ts'

/** A contact's name, a segment's description or number, open or logged; who is gone has no name. */
export async function readNames(
  db: Database,
  contactIds: readonly ContactId[],
  segmentIds: readonly (SegmentId | LoggedSegmentId)[],
): Promise<Map<string, string>> {
  const [contacts, open, logged] = await Promise.all([
    readContacts(db, contactIds),
    db.segments.bulkGet(segmentIds as SegmentId[]),
    db.loggedSegments.bulkGet(segmentIds as LoggedSegmentId[]),
  ])
  return new Map<string, string>([
    ...contacts.map((contact) => [contact.id, contact.name] as const),
    ...open.flatMap((segment) => (segment ? [[segment.id, segment.description || segment.no] as const] : [])),
    ...logged.flatMap((segment) => (segment ? [[segment.id, segment.header.description || segment.no] as const] : [])),
  ])
}

/** A logged segment as it is offered for choosing; the newest first. */
export interface LoggedName {
  id: LoggedSegmentId
  no: string
  description: string
  day: Day
  lines: number
}

export const watchLoggedNames = (db: Database): Watched<LoggedName[]> =>
  watch(async () => {
    const logged = await db.loggedSegments.toArray()
    logged.sort((a, b) => b.loggedAt.localeCompare(a.loggedAt))
    return logged.map(({ id, no, header, day, counts }) => ({ id, no, description: header.description, day, lines: counts.lines }))
  })
