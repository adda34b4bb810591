// How much is on this tablet and when it was last changed: to hold a backup against.
import { tableNames, type TableName } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { countContacts } from './pending.ts'
import { watch, type Watched } from './watch.ts'

export interface Here {
  counts: Partial<Record<TableName, number>>
  /** When the last commit was made; nothing on a tablet without data. */
  lastAt: string | undefined
}

export async function readHere(db: Database): Promise<Here> {
  const counted = await Promise.all(
    tableNames.map(async (name) => [name, name === 'contacts' ? await countContacts(db) : await db.table(name).count()] as const),
  )
  return { counts: Object.fromEntries(counted), lastAt: (await db.changes.orderBy('rev').last())?.at }
}

export const watchHere = (db: Database): Watched<Here> => watch(() => readHere(db))
