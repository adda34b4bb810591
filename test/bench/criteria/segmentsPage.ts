// What runs in the browser: half of all contacts come onto a segment, some go, and each step is taken back, by the worker's own jobs on a real
// disk; beside it a bare put of the record with the lines, as durable.
import type { Result } from '../../../src/base/result.ts'
import type { Criteria, StepOptions } from '../../../src/model/criteria.ts'
import type { SegmentId } from '../../../src/model/ids.ts'
import type { SegmentLines } from '../../../src/model/segment.ts'
import { noChanges } from '../../../src/model/tables.ts'
import { commit } from '../../../src/storage/commit.ts'
import { newDatabase, type Database } from '../../../src/storage/database.ts'
import { indexJobs, type IndexJobs } from '../../../src/workers/jobs/indexJobs.ts'
import { salespeople, territories, today } from './data.ts'
import { seed } from './seed.ts'

const now = '2026-11-20T10:00:00.000Z'
const occasion = { today, now, user: 'Vera' }
const options: StepOptions = {
  ...{ allowExisting: false, expandCompanies: false, allowRelatedCompanies: false, ignoreExclusion: true, entireCompanies: false },
}
const of = (field: 'salespersonId' | 'territoryId', values: readonly string[]): Criteria => ({
  kind: 'group',
  match: 'all',
  items: [{ kind: 'choice', field, operator: 'isAnyOf', values: [...values] }],
})
/** About half of all, and a quarter of them. */
const half = of('salespersonId', salespeople.slice(0, 27))
const quarter = of('territoryId', territories.slice(0, 6))

let db: Database | undefined
let jobs: IndexJobs | undefined
let lines: SegmentLines | undefined

/** So many contacts on the disk, and the jobs that know them. */
async function open(size: number): Promise<void> {
  db = await seed('segments', size, false)
  jobs = indexJobs(db)
}

/** An empty segment; the worker has seen the contacts before. */
async function emptySegment(on: Database, id: SegmentId): Promise<void> {
  const header = {
    id,
    rev: 0,
    no: `SM-${id}`,
    description: 'Bench',
    day: today,
    ignoreContactCorrespondence: false,
    ignoreContactLanguage: false,
  }
  const put = {
    segments: [{ ...header, subject: '', createdAt: now, changedAt: now }],
    segmentLines: [{ id, rev: 0, nextLineNo: 1, lines: [] }],
  }
  await commit(on, { ...noChanges(), put }, 'bench', now)
}

interface Done {
  after: number
  before: number
}

/** Milliseconds of each act on one segment, and how many lines there were then. */
async function round(at: number): Promise<Record<string, { time: number; before: number; after: number }>> {
  if (!db || !jobs) throw new Error('not opened')
  const id = `bench-${at}` as SegmentId
  await emptySegment(db, id)
  const job = jobs
  const card = (kind: 'add' | 'reduce' | 'refine', criteria: Criteria) => job.applyCard(id, { kind, criteria, options }, occasion)
  const acts: [string, () => Promise<Result<Done, unknown>>][] = [
    ['add', () => card('add', half)],
    ['reduce', () => card('reduce', quarter)],
    ['undo of the reduce', () => job.stepBack('undo', id, occasion)],
    ['refine', () => card('refine', quarter)],
    ['undo of the refine', () => job.stepBack('undo', id, occasion)],
  ]
  const times: Record<string, { time: number; before: number; after: number }> = {}
  for (const [name, act] of acts) {
    const start = performance.now()
    const done = await act()
    const time = performance.now() - start
    if (!done.ok) throw new Error(JSON.stringify(done))
    times[name] = { time, before: done.value.before, after: done.value.after }
  }
  lines = await db.segmentLines.get(id)
  return times
}

/** Milliseconds for putting the record of the last segment's lines into an empty table, in one durable transaction. */
async function bare(): Promise<number> {
  const empty = newDatabase('bare')
  await empty.open()
  const idb = empty.backendDB()
  const start = performance.now()
  await new Promise<void>((done, failed) => {
    const transaction = idb.transaction(['segmentLines'], 'readwrite', { durability: 'strict' })
    transaction.oncomplete = () => done()
    transaction.onabort = () => failed(transaction.error ?? new Error('aborted'))
    transaction.objectStore('segmentLines').put(lines)
  })
  const time = performance.now() - start
  empty.close()
  await empty.delete()
  return time
}

Object.assign(globalThis, { bench: { open, round, bare } })
