// Pairs that were told apart, the last one first, as they are called now.
import type { Contact } from '../../model/contact.ts'
import type { NotDuplicate } from '../../model/merge.ts'
import type { Database } from '../database.ts'
import { readContacts } from './pending.ts'
import { byId, watch, type Watched } from './watch.ts'

export interface ToldApart {
  /** The first ones, whose contacts are both there. */
  pairs: { told: NotDuplicate; one: Contact; other: Contact }[]
  /** How many there are. */
  all: number
}

/** @param most so many are read with their contacts */
export const watchToldApart = (db: Database, most: number): Watched<ToldApart> => watch(() => readToldApart(db, most))

export async function readToldApart(db: Database, most: number): Promise<ToldApart> {
  const rows = (await db.notDuplicates.toArray()).sort((a, b) => b.at.localeCompare(a.at))
  const shown = rows.slice(0, most)
  const contacts = byId(await readContacts(db, [...new Set(shown.flatMap(({ contactIds }) => contactIds))]))
  const pairs = shown.flatMap((told) => {
    const [one, other] = told.contactIds.map((id) => contacts.get(id))
    return one && other ? { told, one, other } : []
  })
  return { pairs, all: rows.length }
}
