// What runs in the browser before the page of contacts is measured: people on the disk.
import { seed } from '../criteria/seed.ts'

/** So many contacts beside those that are there; what the app saved of its columns knows nothing of them, and goes. */
async function fill(name: string, size: number): Promise<void> {
  const db = await seed(name, size, false)
  await db.snapshots.clear()
  db.close()
}

Object.assign(globalThis, { bench: { seed: fill } })
