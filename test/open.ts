// A fresh house in memory: a database of its own, the workers' jobs run in place, a fixed day, counted ids.
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import { toDay } from '../src/base/day.ts'
import type { House } from '../src/actions/house.ts'
import type { Result } from '../src/base/result.ts'
import type { Failure } from '../src/model/failure.ts'
import { newDatabase, type Database } from '../src/storage/database.ts'
import { draftStore } from '../src/storage/keep/drafts.ts'
import { readEverything } from '../src/storage/read/everything.ts'
import { indexJobs } from '../src/workers/jobs/indexJobs.ts'
import { JobBook } from '../src/workers/jobs/jobBook.ts'
import { workJobs } from '../src/workers/jobs/workJobs.ts'
import type { Calls, JobWatch } from '../src/workers/call.ts'

let houses = 0
let ids = 0

/** A house on an empty database, or on one that another house has open (a second window). */
export function openHouse(db: Database = emptyDatabase()): House {
  let minute = 0
  const book = new JobBook()
  const work = workJobs(db, book)
  let lastJob = 0
  const calls: Calls = {
    index: indexJobs(db),
    work: work,
    watched: async <T>(watch: JobWatch, run: (work: Calls['work'], job: number) => Promise<T>) => {
      const job = ++lastJob
      if (watch.onProgress) book.watch(job, watch.onProgress)
      watch.signal?.addEventListener('abort', () => book.stop(job))
      if (watch.signal?.aborted) book.stop(job)
      try {
        return await run(work, job)
      } finally {
        book.end(job)
      }
    },
  }
  return {
    db,
    calls,
    drafts: draftStore(db),
    occasion: () => ({
      today: toDay('2026-11-20'),
      now: `2026-11-20T09:${String(minute++ % 60).padStart(2, '0')}:00.000Z`,
      user: 'Vera',
      nextId: <T extends string>() => `id-${String(++ids).padStart(6, '0')}` as T,
    }),
    onWritten: () => undefined,
  }
}

export const emptyDatabase = (): Database => newDatabase(`test-${++houses}`, { indexedDB: new IDBFactory(), IDBKeyRange })

/** What an act came to that is meant to be done; fails with the failure otherwise. */
export async function good<T>(doing: Promise<Result<T, Failure>>): Promise<T> {
  const done = await doing
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return done.value
}

/** All rows without their `rev`, to compare before and after. */
export async function contents(house: House): Promise<Record<string, unknown[]>> {
  const { rows } = await readEverything(house.db)
  return Object.fromEntries(
    Object.entries(rows).map(([table, list]) => [
      table,
      (list as { id: string }[]).map((row) => ({ ...row, rev: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
    ]),
  )
}

/** What a letter file holds. */
export const letterBytes = async ({ content }: { content: Blob }): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await content.arrayBuffer())
