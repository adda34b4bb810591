// When somebody was last in contact with us, and how: for a list that is called or looked up.
import type { Day } from '../../base/day.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Database } from '../database.ts'

/** So many contacts are asked for at once. */
const portion = 500

/** The last entry of each of them that is neither cancelled nor a failed attempt. */
export async function readLastContacts(
  db: Database,
  ids: readonly ContactId[],
): Promise<Map<ContactId, { day: Day; description: string }>> {
  const last = new Map<ContactId, { day: Day; description: string }>()
  for (let from = 0; from < ids.length; from += portion) {
    const entries = await db.entries
      .where('contactId')
      .anyOf(ids.slice(from, from + portion))
      .toArray()
    for (const { contactId, day, description, cancelled, attemptFailed } of entries) {
      const known = last.get(contactId)
      if (!cancelled && !attemptFailed && (!known || known.day < day)) last.set(contactId, { day, description })
    }
  }
  return last
}
