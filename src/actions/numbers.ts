// The next human number of a series, taken in the same commit as the row that bears it.
import { seriesOr, takeNumber } from '../core/numbers.ts'
import type { NumberSeries } from '../model/settings.ts'
import type { Changes } from '../model/tables.ts'
import type { Database } from '../storage/database.ts'
import { readSeries, readTablet } from '../storage/read/lists.ts'

/** The next number with this tablet's prefix, and the change that takes it. */
export async function nextNumber(db: Database, noun: NumberSeries['id']): Promise<{ no: string; changes: Changes }> {
  const [stored, tablet] = await Promise.all([readSeries(db, noun), readTablet(db)])
  return takeNumber(seriesOr(stored, noun), tablet?.prefix ?? '')
}
