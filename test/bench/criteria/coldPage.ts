// What runs in the browser before a cold start is measured: people on the disk, one more of them, and whether the columns are saved.
import { newDatabase } from '../../../src/storage/database.ts'
import { oneMore, seed } from './seed.ts'

/** The number of the commit up to which the column index is saved. */
async function savedUpTo(name: string): Promise<number> {
  const db = newDatabase(name)
  await db.open()
  const row = await db.snapshots.get('columns')
  db.close()
  return row?.rev ?? -1
}

Object.assign(globalThis, {
  bench: { seed: async (name: string, size: number) => (await seed(name, size, true)).close(), oneMore, savedUpTo },
})
