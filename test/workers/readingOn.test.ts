// What the index worker keeps of whole rows follows the log of changes: after any commits it knows what a fresh one would read.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toDay } from '../../src/base/day.ts'
import { everything } from '../../src/core/interaction/logQuestion.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { EntryId, LoggedSegmentId, PurchaseId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import type { Database } from '../../src/storage/database.ts'
import { ContactBook } from '../../src/workers/jobs/contactBook.ts'
import { EntryIndex } from '../../src/workers/jobs/entryIndex.ts'
import { logJobs } from '../../src/workers/jobs/logReads.ts'
import { RecentHistory } from '../../src/workers/jobs/recentHistory.ts'
import { company, entry, person } from '../make.ts'
import { emptyDatabase } from '../open.ts'

const ahorn = company({ name: 'Ahorn' })
const people = [ahorn, person({ name: 'Anna', company: ahorn }), person({ name: 'Bert' })]
const mailing = 'mailing' as LoggedSegmentId

const anyPut: fc.Arbitrary<Changes['put']> = fc.oneof(
  fc
    .record({
      of: fc.constantFrom(...people),
      key: fc.nat(4),
      day: fc.constantFrom('2026-11-01', '2026-11-05', '2026-11-09'),
      cancelled: fc.boolean(),
      attemptFailed: fc.boolean(),
      inSegment: fc.boolean(),
    })
    .map(({ of, key, day, inSegment, ...flags }) => ({
      entries: [entry(of, day, { ...flags, id: `e${key}` as EntryId, ...(inSegment ? { loggedSegmentId: mailing } : {}) })],
    })),
  fc.boolean().map((cancelled) => ({ loggedStates: [{ rev: 0, id: mailing, cancelled, reason: '', at: '' }] })),
  fc.record({ key: fc.nat(2), of: fc.constantFrom(...people) }).map(({ key, of }) => ({ purchases: [bought(key, of)] })),
  fc
    .record({ of: fc.constantFrom(...people), city: fc.constantFrom('Ulm', 'Bonn') })
    .map(({ of, city }) => ({ contacts: [{ ...of, city }] })),
)
const bought = (key: number, { id }: Contact) => ({
  ...{ rev: 0, id: `p${key}` as PurchaseId, companyId: id, day: '2026-01-01' as never },
  ...{ itemNo: '1', description: '', itemGroup: '', quantity: 1, amount: 1 },
})
const anyRemove: fc.Arbitrary<Changes['remove']> = fc.oneof(
  fc.nat(4).map((key) => ({ entries: [`e${key}`] })),
  fc.nat(2).map((key) => ({ purchases: [`p${key}`] })),
)
const anyCommit: fc.Arbitrary<Changes> = fc.oneof(
  { arbitrary: anyPut.map((put) => ({ ...noChanges(), put })), weight: 3 },
  { arbitrary: anyRemove.map((remove) => ({ ...noChanges(), remove })), weight: 1 },
)

/** What keeps rows for one kind of question, with what it knows. */
const keepers = {
  'the whole log': (db: Database) => {
    const log = new EntryIndex(db)
    return async () => {
      const { entries, cancelled } = await log.fresh()
      return [[...entries].sort(), [...cancelled].sort()]
    }
  },
  'all contacts': (db: Database) => {
    const book = new ContactBook(db)
    return async () => [...(await book.fresh()).contacts].sort()
  },
  'what happened lately': (db: Database) => {
    const recent = new RecentHistory(db, toDay('2026-11-05'))
    return async () => {
      const { history } = await recent.fresh()
      return [...history]
        .map(([id, happened]) => [id, happened.map(({ entry, cancelled }) => `${entry.id} ${entry.day} ${cancelled}`).sort()])
        .sort()
    }
  },
}
test.each(Object.entries(keepers))('law: %s, read on, is the same as read anew', async (_, keeper) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(anyCommit, { maxLength: 4 }), { maxLength: 5 }), async (rounds) => {
      const db = emptyDatabase()
      await commit(db, { ...noChanges(), put: { contacts: people } }, 'test', '')
      const kept = keeper(db)
      await kept()
      for (const commits of rounds) {
        for (const changes of commits) await commit(db, changes, 'test', '')
        expect(await kept()).toEqual(await keeper(db)())
      }
    }),
    { numRuns: 25 },
  )
})

test('rows of the log from before a commit are not taken for those after it, when it came in between', async () => {
  const db = emptyDatabase()
  await commit(db, { ...noChanges(), put: { contacts: people } }, 'test', '')
  class Overtaken extends EntryIndex {
    override async fresh(): Promise<this> {
      await super.fresh()
      const visit = entry(ahorn, '2026-11-01', { rev: 0 })
      if (this.entries.size === 0) await commit(db, { ...noChanges(), put: { entries: [visit] } }, 'test', '')
      return this
    }
  }
  const jobs = logJobs(new Overtaken(db))
  expect(await jobs.logIds(everything, 0, 9)).toHaveLength(0)
  expect(await jobs.logIds(everything, 0, 9)).toHaveLength(1)
})
