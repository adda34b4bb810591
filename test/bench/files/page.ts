// What runs in the browser, in a worker as in the app: a backup by the worker's own job, written to the browser's file system and opened
// again; beside it the floor, which is reading all records and deflating their JSON; and the restore of that file.
import { newDatabase, type Database } from '../../../src/storage/database.ts'
import { writeDoor } from '../../../src/storage/keep/door.ts'
import { tableNames } from '../../../src/model/tables.ts'
import { backupJobs } from '../../../src/workers/jobs/backups.ts'
import { JobBook } from '../../../src/workers/jobs/jobBook.ts'
import { seed } from '../criteria/seed.ts'

const name = 'fieldbook'
const at = '2026-11-20T10:00:00.000Z'
const wish = { app: 'bench', at, tablet: 'Bench' }

async function opened(): Promise<Database> {
  const db = newDatabase(name)
  await db.open()
  return db
}

let made: Blob | undefined
let counts = ''

/** Milliseconds for a backup, and how large it is. */
async function backup(password = ''): Promise<{ time: number; size: number }> {
  const db = await opened()
  const jobs = backupJobs(db, new JobBook())
  const start = performance.now()
  const done = await jobs.makeBackup(password === '' ? wish : { ...wish, password }, 1)
  const time = performance.now() - start
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  made = done.value.file
  counts = JSON.stringify(done.value.counts)
  db.close()
  return { time, size: done.value.size }
}

/** Milliseconds for reading all records, portion by portion, and for deflating their JSON as one stream. */
async function floor(): Promise<{ time: number; text: number }> {
  const db = await opened()
  const encoder = new TextEncoder()
  const start = performance.now()
  const stream = new CompressionStream('deflate-raw')
  const writer = stream.writable.getWriter()
  const reader = stream.readable.getReader()
  const drained = (async () => {
    while (!(await reader.read()).done);
  })()
  let text = 0
  for (const table of tableNames) {
    const store = db.table<{ id: string }, string>(table)
    for (let last = ''; ;) {
      const rows = await store.where(':id').above(last).limit(4000).toArray()
      const bytes = encoder.encode(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
      text += bytes.length
      await writer.write(bytes)
      if (rows.length < 4000) break
      last = rows.at(-1)!.id
    }
  }
  await writer.close()
  await drained
  const time = performance.now() - start
  db.close()
  return { time, text }
}

/** Milliseconds for bringing the last backup back, until it is the one in use. */
async function restore(): Promise<number> {
  const db = await opened()
  const jobs = backupJobs(db, new JobBook())
  const start = performance.now()
  const done = await jobs.restoreBackup(made!, 'bench.fieldbook', { as: 'takesOver' }, at, 2)
  const time = performance.now() - start
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  const restored = newDatabase(done.value.database)
  await restored.open()
  const found: Record<string, number> = {}
  for (const table of tableNames) found[table] = await restored.table(table).count()
  if (JSON.stringify(found) !== counts) throw new Error(`${JSON.stringify(found)} instead of ${counts}`)
  restored.close()
  db.close()
  await writeDoor({ inUse: name })
  await restored.delete()
  return time
}

const calls = {
  seed: async (size: number) => {
    await newDatabase(name).delete()
    ;(await seed(name, size, true)).close()
  },
  backup,
  floor,
  restore,
}
type Calls = Record<string, (...args: never[]) => Promise<unknown>>

if (typeof window === 'undefined')
  addEventListener('message', ({ data: { call, args } }: MessageEvent<{ call: string; args: never[] }>) => {
    const answer = (calls as Calls)[call]!(...args)
    answer.then(
      (value) => postMessage({ value }),
      (error: unknown) => postMessage({ error: String((error as Error).stack ?? error) }),
    )
  })
