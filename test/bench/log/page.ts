// What runs in the browser: logging by the worker's own job, and the bare put of the same rows, both on the disk, durable.
import { changesSince } from '../../../src/storage/changes.ts'
import type { Database } from '../../../src/storage/database.ts'
import { newDatabase } from '../../../src/storage/database.ts'
import { JobBook } from '../../../src/workers/jobs/jobBook.ts'
import { LastActs } from '../../../src/workers/jobs/lastActs.ts'
import { loggingJobs } from '../../../src/workers/jobs/logging.ts'
import { toDay } from '../../../src/base/day.ts'
import { seed, segmentId } from './seed.ts'

const written = ['loggedSegments', 'loggedLines', 'entries', 'campaignEntries', 'changes'] as const
type Rows = Record<string, unknown[]>

/** Milliseconds for logging so many lines: read, plan, commit. */
async function ours(count: number): Promise<number> {
  const db = await seed('bench-ours', { lines: count })
  const jobs = loggingJobs(db, new JobBook(), new LastActs())
  const occasion = { today: toDay('2026-11-20'), now: '2026-11-20T10:00:00.000Z', user: 'Vera' }
  const rev = 1
  const start = performance.now()
  const done = await jobs.logSegment(segmentId, { rev, followUp: undefined }, occasion, 1)
  const time = performance.now() - start
  if (!done.ok || done.value.entries !== count) throw new Error(JSON.stringify(done))
  rows = await rowsOf(db)
  db.close()
  await db.delete()
  return time
}

let rows: Rows = {}

/** What the last log wrote. */
async function rowsOf(db: Database): Promise<Rows> {
  const all: Rows = {}
  for (const name of written) all[name] = name === 'changes' ? await changesSince(db, 1) : await db.table(name).toArray()
  return all
}

/** Milliseconds for putting the rows of the last log into empty tables with the same indexes, in one durable transaction. */
async function bare(): Promise<number> {
  const db = newDatabase('bench-bare')
  await db.open()
  const idb = db.backendDB()
  const start = performance.now()
  await new Promise<void>((done, failed) => {
    const transaction = idb.transaction([...written], 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
    for (const name of written) {
      const store = transaction.objectStore(name)
      for (const row of rows[name] ?? []) store.put(row)
    }
  })
  const time = performance.now() - start
  db.close()
  await db.delete()
  return time
}

Object.assign(globalThis, {
  bench: { ours, bare, seed: async (name: string, wish: { lines?: number; entries?: number }) => (await seed(name, wish)).close() },
})
