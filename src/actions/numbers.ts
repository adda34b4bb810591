// The next human number of a series, taken in the same commit as the row that bears it.
import { seriesOr, takeNumbers } from '../core/numbers.ts'
import type { NumberSeries } from '../model/settings.ts'
import type { Changes } from '../model/tables.ts'
import type { Database } from '../storage/database.ts'
import { readSeries, readTablet } from '../storage/read/lists.ts'

/** The next number with this tablet's prefix, and the change that takes it. */
export async function nextNumber(db: Database, noun: NumberSeries['id']): Promise<{ no: string; changes: Changes }> {
  const { nos, changes } = await nextNumbers(db, noun, 1)
  return { no: nos[0] ?? '', changes }
}

/** The next ones, for several rows of one commit. */
export async function nextNumbers(db: Database, noun: NumberSeries['id'], count: number): Promise<{ nos: string[]; changes: Changes }> {
  const [stored, tablet] = await Promise.all([readSeries(db, noun), readTablet(db)])
  return takeNumbers(seriesOr(stored, noun), tablet?.prefix ?? '', count)
}
