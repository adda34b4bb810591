// What runs in the browser: the search for duplicates by the worker's own job, over so many contacts on the disk.
import type { Result } from '../../../src/base/result.ts'
import type { Failure } from '../../../src/model/failure.ts'
import { newDatabase } from '../../../src/storage/database.ts'
import { duplicateJobs, type DuplicateList } from '../../../src/workers/jobs/duplicates.ts'
import { JobBook } from '../../../src/workers/jobs/jobBook.ts'
import { peopleTwice } from './scanPeople.ts'

/** A tablet with so many contacts. */
async function fill(name: string, size: number): Promise<void> {
  const db = newDatabase(name)
  await db.delete()
  await db.open()
  const portion = 5000
  const all = peopleTwice(size)
  for (let from = 0; from < size; from += portion) await db.contacts.bulkAdd(all.slice(from, from + portion))
  db.close()
}

const found = (done: Result<DuplicateList, Failure>): DuplicateList => {
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.value
}

/** Milliseconds until everybody who may be twice was found, for the first time. */
async function scan(name: string): Promise<{ time: number; groups: number; told: number }> {
  const db = newDatabase(name)
  await db.open()
  const book = new JobBook()
  let told = 0
  book.watch(1, () => void told++)
  const start = performance.now()
  const { groups } = found(await duplicateJobs(db, book).findDuplicates(1))
  const time = performance.now() - start
  db.close()
  return { time, groups: groups.length, told }
}

/** Milliseconds from the wish to stop until it has stopped, in the middle of the search. */
async function stop(name: string): Promise<number> {
  const db = newDatabase(name)
  await db.open()
  const book = new JobBook()
  let wished = 0
  book.watch(2, (done, total) => {
    if (wished > 0 || done < total * 0.7) return
    wished = performance.now()
    book.stop(2)
  })
  const done = await duplicateJobs(db, book).findDuplicates(2)
  const time = performance.now() - wished
  db.close()
  if (done.ok) throw new Error('it was not stopped')
  return time
}

Object.assign(globalThis, { bench: { fill, scan, stop, drop: (name: string) => newDatabase(name).delete() } })
