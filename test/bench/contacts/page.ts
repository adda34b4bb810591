// What runs in the browser: the import by the worker's own jobs, the index beside it, and the bare put of the same rows, all durable on the disk.
import { toDay } from '../../../src/base/day.ts'
import { lastRev } from '../../../src/storage/changes.ts'
import { newDatabase, type Database } from '../../../src/storage/database.ts'
import { readImports, readStoring } from '../../../src/storage/read/imports.ts'
import { ColumnHost } from '../../../src/workers/jobs/columnHost.ts'
import { importJobs } from '../../../src/workers/jobs/imports.ts'
import { JobBook } from '../../../src/workers/jobs/jobBook.ts'
import { contactsFile } from './file.ts'

const occasion = { today: toDay('2026-11-20'), now: '2026-11-20T10:00:00.000Z', user: 'Vera' }
const now = () => performance.timeOrigin + performance.now()
const pause = (time: number) => new Promise((done) => setTimeout(done, time))

let bytes = new ArrayBuffer(0)

/** The file lies ready, and the tablet is empty. */
async function prepare(name: string, rows: number, seed: number): Promise<void> {
  await newDatabase(name).delete()
  const db = newDatabase(name)
  await db.open()
  db.close()
  bytes = contactsFile(rows, seed)
}

/** When it began, was read, was taken in and was stored, in milliseconds of one clock. */
async function ours(
  name: string,
  rows: number,
): Promise<{ began: number; read: number; planned: number; taken: number; stored: number; bytes: number }> {
  const db = newDatabase(name)
  await db.open()
  const jobs = importJobs(db, new JobBook())
  const began = now()
  const opened = await jobs.openImportFile(bytes, 'contacts.csv', {}, 1)
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const read = now()
  const { kind, columns } = opened.value
  const choices = { kind, columns: columns.map(({ guess }) => guess), updates: 'overwrite', duplicates: 'different', tag: '' } as const
  const wish = { ...choices, decisions: {}, mended: {} }
  const checked = await jobs.checkImport(wish, occasion, 2)
  if (!checked.ok) throw new Error(JSON.stringify(checked))
  const planned = now()
  const done = await jobs.takeImport(wish, occasion, '', 3)
  if (!done.ok) throw new Error(JSON.stringify(done))
  await jobs.closeImport()
  const taken = now()
  while ((await readStoring(db)) > 0) await pause(20)
  const stored = now()
  const there = await db.contacts.count()
  if (there !== rows) throw new Error(`${there} contacts instead of ${rows}`)
  db.close()
  return { began, read, planned, taken, stored, bytes: bytes.byteLength }
}

/** The index worker's part in a page of its own: when it answered with all of them and the first rows of the list. */
async function usable(name: string, rows: number): Promise<number> {
  const db = newDatabase(name)
  await db.open()
  const host = new ColumnHost(db)
  await host.fresh()
  while ((await lastRev(db)) === 0) await pause(5)
  const answer = (await host.fresh()).search('', 40)
  if (answer.all !== rows || answer.rows.length !== Math.min(40, rows)) throw new Error(`the index knows ${answer.all}`)
  const time = now()
  db.close()
  return time
}

const inOneGo = 5000

/** Milliseconds for putting the rows of the last import into an empty table with the same indexes, in durable transactions. */
async function bare(name: string): Promise<number> {
  const rows = await allOf(name)
  const db = newDatabase(`${name} bare`)
  await db.open()
  const idb = db.backendDB()
  const start = performance.now()
  for (let from = 0; from < rows.length; from += inOneGo)
    await new Promise<void>((done, failed) => {
      const transaction = idb.transaction(['contacts'], 'readwrite', { durability: 'strict' })
      transaction.oncomplete = () => done()
      transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
      const store = transaction.objectStore('contacts')
      for (const row of rows.slice(from, from + inOneGo)) store.put(row)
    })
  const time = performance.now() - start
  db.close()
  await db.delete()
  return time
}

async function allOf(name: string): Promise<unknown[]> {
  const db = newDatabase(name)
  const rows = await db.contacts.toArray()
  db.close()
  return rows
}

/** Milliseconds for taking it back, and how many contacts are left. */
async function takeBack(name: string): Promise<{ time: number; left: number }> {
  const db: Database = newDatabase(name)
  await db.open()
  const jobs = importJobs(db, new JobBook())
  const [row] = await readImports(db)
  const start = performance.now()
  const done = await jobs.takeBackImport(row?.id ?? '', occasion, 4)
  if (!done.ok) throw new Error(JSON.stringify(done))
  const time = performance.now() - start
  const left = await db.contacts.count()
  db.close()
  await db.delete()
  return { time, left }
}

/** What the data takes on the disk. */
const usage = async () => (await navigator.storage.estimate()).usage ?? 0

Object.assign(globalThis, { bench: { prepare, ours, usable, bare, takeBack, usage } })
