// When somebody was last in contact with us, and how: for a list that is called or looked up.
import type { Day } from '../../base/day.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Database } from '../database.ts'

type Moment = Pick<InteractionLogEntry, 'day' | 'loggedAt'> & { time: InteractionLogEntry['time'] }

/** So many contacts are asked for at once. */
const portion = 500

/** The last entry of each of them that is neither cancelled nor a failed attempt, nor was with somebody who is deleted. */
export async function readLastContacts(
  db: Database,
  ids: readonly ContactId[],
): Promise<Map<ContactId, { day: Day; description: string }>> {
  const last = new Map<ContactId, Moment & { description: string }>()
  for (let from = 0; from < ids.length; from += portion) {
    const entries = await db.entries
      .where('contactId')
      .anyOf(ids.slice(from, from + portion))
      .toArray()
    for (const { contactId, day, time, loggedAt, description, cancelled, attemptFailed, deletedContactId } of entries) {
      const known = last.get(contactId)
      const moment = { day, time, loggedAt }
      const isItsOwn = deletedContactId === undefined
      if (isItsOwn && !cancelled && !attemptFailed && (!known || isLater(moment, known))) last.set(contactId, { ...moment, description })
    }
  }
  return last
}

/** Of one day the later hour; where one of them has none, what was logged later. */
function isLater(entry: Moment, than: Moment): boolean {
  if (entry.day !== than.day) return entry.day > than.day
  if (entry.time === undefined || than.time === undefined || entry.time === than.time) return entry.loggedAt > than.loggedAt
  return entry.time > than.time
}
