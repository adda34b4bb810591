// The next human number of a series, taken in the same commit as the row that bears it.
import { defaultSeries, takeNumber } from '../core/numbers.ts'
import type { NumberSeries } from '../model/settings.ts'
import type { Changes } from '../model/tables.ts'
import type { Database } from '../storage/database.ts'
import { readSeries, readTablet } from '../storage/read/lists.ts'

/** The stored series of a noun, or the one it begins with. */
export async function seriesOf(db: Database, noun: NumberSeries['id']): Promise<NumberSeries> {
  const series = (await readSeries(db, noun)) ?? defaultSeries.find(({ id }) => id === noun)
  if (!series) throw new Error(`No number series for ${noun}`)
  return series
}

/** The next number with this tablet's prefix, and the change that takes it. */
export async function nextNumber(db: Database, noun: NumberSeries['id']): Promise<{ no: string; changes: Changes }> {
  const [series, tablet] = await Promise.all([seriesOf(db, noun), readTablet(db)])
  return takeNumber(series, tablet?.prefix ?? '')
}
