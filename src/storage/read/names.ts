// Names of contacts and logged segments that criteria speak of, and the logged segments to choose from.
import type { Day } from '../../base/day.ts'
import type { ContactId, LoggedSegmentId } from '../../model/ids.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

/** A contact's name, a logged segment's description or number; who is gone has no name. */
export async function readNames(
  db: Database,
  contactIds: readonly ContactId[],
  loggedSegmentIds: readonly LoggedSegmentId[],
): Promise<Map<string, string>> {
  const [contacts, logged] = await Promise.all([db.contacts.bulkGet([...contactIds]), db.loggedSegments.bulkGet([...loggedSegmentIds])])
  return new Map<string, string>([
    ...contacts.flatMap((contact) => (contact ? [[contact.id, contact.name] as const] : [])),
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
