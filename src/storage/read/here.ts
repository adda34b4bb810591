// How much is on this tablet and when it was last changed: to hold a backup against.
import { tableNames, type TableName } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { countContacts } from './pending.ts'
import { watch, type Watched } from './watch.ts'

export interface Here {
  counts: Partial<Record<TableName, number>>
  /** When something was last changed, settings of the tablet aside; nothing on a tablet without data. */
  lastAt: string | undefined
}

export async function readHere(db: Database): Promise<Here> {
  const counted = await Promise.all(
    tableNames.map(async (name) => [name, name === 'contacts' ? await countContacts(db) : await db.table(name).count()] as const),
  )
  // That a backup was saved, or what the tablet is called, is no work that a backup could lack.
  const last = await db.changes
    .orderBy('rev')
    .reverse()
    .filter(({ what }) => what !== 'saveTablet')
    .first()
  return { counts: Object.fromEntries(counted), lastAt: last?.at }
}

export const watchHere = (db: Database): Watched<Here> => watch(() => readHere(db))
