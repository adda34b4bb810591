// Restoring a backup: into a database of its own, chunk by chunk, counted at the end. Nothing of the data in use is touched; should it end
// half, its database is removed, now or at the next start.
import type { RestorePortion, StoredRow } from '../../model/backupRows.ts'
import type { NumberSeries, Settings, Tablet } from '../../model/settings.ts'
import { tableNames, type TableName } from '../../model/tables.ts'
import { wasThere } from '../failure.ts'
import { newDatabase, placeOf, type ChangeRow, type Database } from '../database.ts'

/** What a restored tablet is. */
export interface Restored {
  at: string
  /** The commit of the backup; what is written from now on is above it, and above every row. */
  rev: number
  /** How many rows of a table there must be, when all stand in their places. */
  given: (table: TableName) => number
  /** What the settings of the tablet become; it may have had none. */
  tablet: (stored: Tablet | undefined, rev: number) => Tablet | undefined
  /** How is told that rows stand twice, or that a table holds too few or too many. */
  broken: (detail: string) => Error
}

/** Fills a new database. @param told how many rows stand in their places; throws to stop */
export async function restoreInto(
  name: string,
  beside: Database,
  portions: AsyncIterable<RestorePortion>,
  restored: Restored,
  told: (rows: number) => void,
): Promise<void> {
  // Nobody relies on it before the last row: until then, a power cut may take back what it likes.
  const filling = newDatabase(name, { ...placeOf(beside), chromeTransactionDurability: 'relaxed' })
  let { rev } = restored
  try {
    let rows = 0
    for await (const portion of portions) {
      await place(filling, portion, restored)
      if (!('rows' in portion)) continue
      for (const row of portion.rows) rev = Math.max(rev, Number(row['rev']))
      told((rows += portion.rows.length))
    }
    await count(filling, restored)
  } finally {
    filling.close()
  }
  await finish(name, beside, { ...restored, rev })
}

async function place(db: Database, portion: RestorePortion, { broken }: Restored): Promise<void> {
  if ('removed' in portion) {
    for (const { table, id } of portion.removed) await db.table(table).delete(id)
    return
  }
  const table = db.table<StoredRow, string>(portion.table)
  if (portion.later) await table.bulkPut([...portion.rows])
  else
    await table.bulkAdd([...portion.rows]).catch((error: unknown) => {
      throw wasThere(error) ? broken(portion.table) : error
    })
}

async function count(db: Database, { given, broken }: Restored): Promise<void> {
  for (const name of tableNames) {
    const found = await db.table(name).count()
    if (found !== given(name)) throw broken(`${name}, ${found} / ${given(name)}`)
  }
}

/** The last words, written for good: the tablet, its series, the folder of this device, and the first row of the log of changes. */
async function finish(name: string, beside: Database, { at, rev, tablet }: Restored): Promise<void> {
  const db = newDatabase(name, placeOf(beside))
  try {
    const handles = await beside.handles.toArray().catch(() => [])
    const numbered = Object.values(numberedBy).flatMap((names) => names.map((one) => db.table(one)))
    await db.transaction('rw', [db.settings, db.series, ...numbered, db.changes, db.handles], async () => {
      const stored = (await db.settings.get('tablet')) as Tablet | undefined
      const next = tablet(stored, rev + 1)
      // From now on its commits are counted anew: to others it is another tablet.
      await db.settings.delete('handOver')
      if (next) await db.settings.put({ ...next, rev: rev + 1 } satisfies Settings)
      await db.series.bulkPut(await seriesAhead(db, next?.prefix ?? ''))
      await db.handles.bulkPut(handles)
      await db.changes.put({ rev: rev + 1, at, what: 'restore', ids: {} } satisfies ChangeRow)
    })
  } finally {
    db.close()
  }
}

const numberedBy = {
  contact: ['contacts'],
  segment: ['segments', 'loggedSegments'],
  campaign: ['campaigns'],
  task: ['tasks'],
  opportunity: ['opportunities'],
} as const satisfies Record<NumberSeries['id'], TableName[]>

/** The series, none of them behind a number that is in use. */
async function seriesAhead(db: Database, prefix: string): Promise<NumberSeries[]> {
  const ahead: NumberSeries[] = []
  for (const series of await db.series.toArray()) {
    let { next } = series
    for (const table of numberedBy[series.id]) next = Math.max(next, (await highest(db, table, prefix + series.prefix)) + 1)
    if (next !== series.next) ahead.push({ ...series, next })
  }
  return ahead
}

type Numbered = (typeof numberedBy)[keyof typeof numberedBy][number]

async function highest(db: Database, table: Numbered, start: string): Promise<number> {
  let most = 0
  const hear = (no: unknown) => {
    const digits = String(no).slice(start.length)
    if (/^\d{1,15}$/.test(digits)) most = Math.max(most, Number(digits))
  }
  // By the keys of the index only: a million contacts are not read for it.
  if (table === 'campaigns' || table === 'tasks' || table === 'opportunities')
    await db.table<{ no: string }>(table).each(({ no }) => (no.startsWith(start) ? hear(no) : undefined))
  else for (const no of await db.table(table).where('no').startsWith(start).keys()) hear(no)
  return most
}
