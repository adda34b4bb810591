// The journal: the last commits, newest first, with what kind of act each was and how many rows it touched.
import type { TableName } from '../../model/tables.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export interface JournalRow {
  rev: number
  at: string
  /** The act's short word, as `logSegment`; without the `undo ` before it. */
  what: string
  undone: boolean
  /** Rows touched, by table. */
  touched: Partial<Record<TableName, number>>
}

export async function readJournal(db: Database, most: number): Promise<JournalRow[]> {
  const rows = await db.changes.orderBy('rev').reverse().limit(most).toArray()
  return rows.map(({ rev, at, what, ids }) => ({
    rev,
    at,
    what: what.replace(/^undo /, ''),
    undone: what.startsWith('undo '),
    touched: Object.fromEntries(Object.entries(ids).map(([table, keys]) => [table, keys.length])),
  }))
}

/** The short word of one commit; nothing when it is not in the log. */
export const readWhat = async (db: Database, rev: number): Promise<string | undefined> => (await db.changes.get(rev))?.what

export const watchJournal = (db: Database, most: number): Watched<JournalRow[]> => watch(() => readJournal(db, most))
