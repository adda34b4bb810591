// The number series, and the numbers that were given with a beginning: what a changed series could meet.
import type { Table } from 'dexie'
import type { NumberSeries } from '../../model/settings.ts'
import type { Database } from '../database.ts'
import { watch, type Watched } from './watch.ts'

export const watchSeries = (db: Database): Watched<NumberSeries[]> => watch(() => db.series.toArray())

/** Numbers of these nouns that begin so, wherever they stand: those of logged segments count, too. */
export async function readNumbersFrom(db: Database, noun: NumberSeries['id'], begin: string): Promise<string[]> {
  switch (noun) {
    case 'contact': {
      const packed: string[] = []
      await db.pendingContacts.each(({ contacts }) => packed.push(...contacts.map(({ no }) => no)))
      return [...packed, ...(await beginning(db.contacts, begin))]
    }
    case 'segment':
      return [...(await beginning(db.segments, begin)), ...(await beginning(db.loggedSegments, begin))]
    case 'campaign':
      return (await db.campaigns.toArray()).map(({ no }) => no)
    case 'task':
      return (await db.tasks.toArray()).map(({ no }) => no)
    case 'opportunity':
      return (await db.opportunities.toArray()).map(({ no }) => no)
  }
}

/** From the index alone: no row is read. */
const beginning = async (table: Table, begin: string): Promise<string[]> => (await table.where('no').startsWith(begin).keys()) as string[]
