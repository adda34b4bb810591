// A house on what a backup restores to, on a tablet of its own.
import { newDatabase, placeOf } from '../src/storage/database.ts'
import type { House } from '../src/actions/house.ts'
import type { RestoreWish } from '../src/workers/jobs/backups.ts'
import { openHouse } from './open.ts'

/** Restores a file, and opens the data that are in use from then on. The tablet does not remember that it has a backup, as it did not before. */
export async function restored(file: Blob, name: string, wish: RestoreWish = { as: 'takesOver' }, on: House = openHouse()): Promise<House> {
  const done = await on.calls.work.restoreBackup(file, name, wish, on.occasion().now, 0)
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  const house = openHouse(newDatabase(done.value.database, placeOf(on.db)))
  await house.db.settings
    .where('id')
    .equals('tablet')
    .modify((row) => void delete (row as { lastBackup?: unknown }).lastBackup)
  return house
}
