// What is on the tablet while a file is planned, read once for as long as nobody writes. Contacts on their way count as there.
import { seriesOr } from '../../core/numbers.ts'
import type { Existing } from '../../exchange/existing.ts'
import type { Contact } from '../../model/contact.ts'
import type { ImportKind } from '../../model/importMapping.ts'
import { lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { readLists, readSeries } from '../../storage/read/lists.ts'
import { eachContact } from '../../storage/read/pending.ts'

export interface ImportGround {
  /** The number of the last commit that is in it. */
  rev: number
  existing: Existing
}

/** @param days the first and the last day that a file of interactions speaks of */
export async function readGround(db: Database, kind: ImportKind, days: readonly string[]): Promise<ImportGround> {
  const rev = await lastRev(db)
  const contacts: Contact[] = []
  await eachContact(db, (portion) => {
    for (const contact of portion) contacts.push(contact)
  })
  const [lists, stored] = await Promise.all([readLists(db), readSeries(db, 'contact')])
  const [first, last] = days
  const entries =
    kind === 'interactions' && first !== undefined && last !== undefined
      ? await db.entries.where('day').between(first, last, true, true).toArray()
      : []
  const purchases = kind === 'purchases' ? await db.purchases.toArray() : []
  return {
    rev,
    existing: {
      ...lists,
      contacts,
      series: seriesOr(stored, 'contact'),
      tabletPrefix: lists.tablet?.prefix ?? '',
      country: lists.company?.countryCode ?? '',
      entries,
      purchases,
    },
  }
}
