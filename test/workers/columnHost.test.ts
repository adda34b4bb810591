// The column index beside the log of changes: after any commits it answers as the readable evaluator does on the rows as they are; its snapshot
// is used when it fits, and thrown away when it does not.
import fc from 'fast-check'
import { describe, expect, it, test, vi } from 'vitest'
import { ColumnIndex } from '../../src/columns/index.ts'
import { factsOf } from '../../src/core/criteria/facts.ts'
import { matcher } from '../../src/core/criteria/matches.ts'
import type { Contact } from '../../src/model/contact.ts'
import type { Criteria, Rule } from '../../src/model/criteria.ts'
import type { EntryId, LoggedSegmentId, PurchaseId, SegmentId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import type { Database } from '../../src/storage/database.ts'
import { columnStore } from '../../src/storage/keep/snapshot.ts'
import { readEverything } from '../../src/storage/read/everything.ts'
import { ColumnHost } from '../../src/workers/jobs/columnHost.ts'
import { SnapshotKeeper } from '../../src/workers/jobs/snapshotKeeper.ts'
import { all, company, entry, lineOf, none, person, text, today } from '../make.ts'
import { emptyDatabase } from '../open.ts'

const ahorn = company({ name: 'Ahorn' })
const people: Contact[] = [
  ahorn,
  person({ name: 'Anna', company: ahorn }),
  person({ name: 'Bert' }),
  person({ name: 'Cora', company: ahorn }),
]
const mailing = 'mailing' as LoggedSegmentId
const segments = ['one', 'two'] as SegmentId[]

const anyOf = fc.constantFrom(...people)
const anyPut: fc.Arbitrary<Changes['put']> = fc.oneof(
  fc
    .record({
      ...{ of: anyOf, key: fc.nat(4), day: fc.constantFrom('2026-11-01', '2026-11-09'), cancelled: fc.boolean() },
      ...{ attemptFailed: fc.boolean(), inSegment: fc.boolean() },
    })
    .map(({ of, key, day, inSegment, ...flags }) => ({
      entries: [entry(of, day, { ...flags, id: `e${key}` as EntryId, ...(inSegment ? { loggedSegmentId: mailing } : {}) })],
    })),
  fc.boolean().map((cancelled) => ({ loggedStates: [{ rev: 0, id: mailing, cancelled, reason: '', at: '' }] })),
  fc.record({ key: fc.nat(2), of: anyOf }).map(({ key, of }) => ({ purchases: [bought(key, of)] })),
  fc.record({ of: anyOf, city: fc.constantFrom('Ulm', 'Bonn') }).map(({ of, city }) => ({ contacts: [{ ...of, city }] })),
  fc.record({ of: fc.array(anyOf), id: fc.constantFrom(...segments) }).map(({ of, id }) => ({
    segmentLines: [{ rev: 0, id, nextLineNo: of.length + 1, lines: of.map((one, at) => lineOf(one, at + 1)) }],
  })),
)
const bought = (key: number, { id }: Contact) => ({
  ...{ rev: 0, id: `p${key}` as PurchaseId, companyId: id, day: '2026-01-01' as never },
  ...{ itemNo: '1', description: '', itemGroup: '', quantity: 1, amount: 1 },
})
const anyRemove: fc.Arbitrary<Changes['remove']> = fc.oneof(
  fc.nat(4).map((key) => ({ entries: [`e${key}`] })),
  fc.nat(2).map((key) => ({ purchases: [`p${key}`] })),
  anyOf.map(({ id }) => ({ contacts: [id] })),
  fc.constantFrom(...segments).map((id) => ({ segmentLines: [id] })),
)
const anyCommit: fc.Arbitrary<Changes> = fc.oneof(
  { arbitrary: anyPut.map((put) => ({ ...noChanges(), put })), weight: 4 },
  { arbitrary: anyRemove.map((remove) => ({ ...noChanges(), remove })), weight: 1 },
)
const anyRounds = fc.array(fc.array(anyCommit, { maxLength: 4 }), { maxLength: 5 })

const on = (...ids: (SegmentId | LoggedSegmentId)[]): Rule => ({ kind: 'segment', operator: 'hasAnyOf', ids })
const visited: Rule = { kind: 'interaction', operator: 'has', atLeast: 1, where: {} }
const questions: Criteria[] = [
  all(),
  all(text('city', 'isAnyOf', 'ulm')),
  all(text('companyName', 'contains', 'aho')),
  all(visited),
  all({ ...visited, operator: 'hasNone', of: 'company' }),
  all({ kind: 'purchase', operator: 'has', atLeast: 1, where: {} }),
  all({ kind: 'date', field: 'lastInteraction', operator: 'before', from: { kind: 'ago', count: 15, unit: 'day' } }),
  all(on('one' as SegmentId)),
  none(on('two' as SegmentId, mailing)),
]

/** Who matches each question, by the column index. */
async function asked(host: ColumnHost): Promise<string[][]> {
  const index = await host.freshFor(questions)
  return questions.map((criteria) => [...index.idsOf(index.matching(criteria, today))].sort())
}

/** The same by the readable evaluator, on all rows. */
async function readably(db: Database): Promise<string[][]> {
  const { rows } = await readEverything(db)
  const cancelled = new Set(rows.loggedStates.filter((state) => state.cancelled).map(({ id }) => id))
  const lists = new Map(rows.segmentLines.map(({ id, lines }) => [id, new Set(lines.map(({ contactId }) => contactId))]))
  const facts = factsOf(rows.contacts, rows.entries, cancelled, rows.purchases, lists)
  return questions.map((criteria) =>
    rows.contacts
      .filter(matcher(criteria, facts, today))
      .map(({ id }) => id)
      .sort(),
  )
}

const write = (db: Database, put: Changes['put']) => commit(db, { ...noChanges(), put }, 'test', '')

async function tablet(): Promise<Database> {
  const db = emptyDatabase()
  await write(db, { contacts: people })
  return db
}

describe('Law: the index answers as the rows say', () => {
  test('after any commits, whoever reads on and whoever begins anew', async () => {
    await fc.assert(
      fc.asyncProperty(anyRounds, async (rounds) => {
        const db = await tablet()
        const host = new ColumnHost(db)
        await asked(host)
        for (const commits of rounds) {
          for (const changes of commits) await commit(db, changes, 'test', '')
          const right = await readably(db)
          expect(await asked(host)).toEqual(right)
          expect(await asked(new ColumnHost(db))).toEqual(right)
        }
      }),
      { numRuns: 40 },
    )
  })

  test('from a snapshot and what came after it', async () => {
    await fc.assert(
      fc.asyncProperty(anyRounds, anyRounds, async (before, after) => {
        const db = await tablet()
        for (const changes of before.flat()) await commit(db, changes, 'test', '')
        await saved(db)
        for (const changes of after.flat()) await commit(db, changes, 'test', '')
        expect(await asked(new ColumnHost(db))).toEqual(await readably(db))
      }),
      { numRuns: 25 },
    )
  })

  test('questions and commits at the same time, in two windows', async () => {
    const db = await tablet()
    const [here, there] = [new ColumnHost(db), new ColumnHost(db)]
    const cities = Array.from({ length: 20 }, (_, at) => (at % 3 === 0 ? 'Ulm' : 'Bonn'))
    const writing = cities.map((city, at) => write(db, { contacts: [{ ...people[at % 4]!, city }] }))
    const asking = cities.flatMap(() => [here.fresh(), there.fresh(), asked(here), asked(there)])
    await Promise.all([...writing, ...asking])
    const right = await readably(db)
    expect(await asked(here)).toEqual(right)
    expect(await asked(there)).toEqual(right)
  })
})

/** Saves the index as it is now. */
async function saved(db: Database): Promise<void> {
  const host = new ColumnHost(db)
  const index = await host.fresh(true)
  await columnStore(db).write(host.rev, index.snapshot())
}

describe('A snapshot', () => {
  it('is taken as it is: nothing is read again', async () => {
    const db = await tablet()
    await saved(db)
    // A row that no commit told of, as no app writes it.
    await db.contacts.put({ ...people[2]!, city: 'Ulm' })
    expect((await asked(new ColumnHost(db)))[1]).toEqual([])
  })

  const spoilt: [string, (db: Database) => Promise<unknown>][] = [
    ['of another shape', (db) => db.snapshots.toCollection().modify({ schema: 'columns of tomorrow' })],
    ['of another version', (db) => db.snapshots.update('columns', { value: '{"version":99}' })],
    ['with a wrong byte', (db) => spoil(db, (bytes) => (bytes[bytes.length >> 1]! ^= 1))],
    ['that was cut off', async (db) => db.snapshots.update('columns buffer', { value: new Blob([(await bytesOf(db)).slice(0, 64)]) })],
    ['of which a part is missing', (db) => db.snapshots.delete('columns buffer')],
    ['of two moments', (db) => db.snapshots.update('columns', { rev: 0 })],
  ]
  it.each(spoilt)('%s is thrown away, and worked out again', async (_, spoiling) => {
    const db = await tablet()
    await saved(db)
    await spoiling(db)
    await db.contacts.put({ ...people[2]!, city: 'Ulm' })
    expect((await asked(new ColumnHost(db)))[1]).toEqual([people[2]!.id])
    expect(await columnStore(db).read()).toBeUndefined()
  })

  it('from before the log of changes begins is no use', async () => {
    const db = await tablet()
    await saved(db)
    await write(db, { contacts: [{ ...people[2]!, city: 'Ulm' }] })
    await write(db, { contacts: [{ ...people[3]!, city: 'Bonn' }] })
    await db.changes.where('rev').below(3).delete()
    expect(await asked(new ColumnHost(db))).toEqual(await readably(db))
  })

  it('that the disk cannot read is thrown away: searches and counts go on', async () => {
    const db = await tablet()
    await saved(db)
    vi.spyOn(db.snapshots, 'bulkGet').mockRejectedValueOnce(new Error('Failed to read large IndexedDB value'))
    expect(await asked(new ColumnHost(db))).toEqual(await readably(db))
    expect(await columnStore(db).read()).toBeUndefined()
  })

  it('that does not take what came after it is thrown away: nobody is told of a bug at every start', async () => {
    const db = await tablet()
    await saved(db)
    await write(db, { contacts: [{ ...people[2]!, city: 'Ulm' }] })
    const patching = vi.spyOn(ColumnIndex.prototype, 'patch').mockImplementationOnce(() => {
      throw new RangeError('offset is out of bounds')
    })
    const host = new ColumnHost(db)
    expect((await host.fresh()).search('ulm', 9).total).toBe(1)
    patching.mockRestore()
    expect(await asked(host)).toEqual(await readably(db))
    expect(await columnStore(db).read()).toBeUndefined()
  })

  it('is not written over a newer one of another window', async () => {
    const db = await tablet()
    const late = new ColumnHost(db)
    const index = await late.fresh()
    await write(db, { contacts: [{ ...people[2]!, city: 'Ulm' }] })
    await saved(db)
    expect(await columnStore(db).write(late.rev, index.snapshot())).toBe(false)
    expect((await columnStore(db).read())?.rev).toBe(2)
  })
})

const bytesOf = async (db: Database) => new Uint8Array(await ((await db.snapshots.get('columns buffer'))!.value as Blob).arrayBuffer())
async function spoil(db: Database, change: (bytes: Uint8Array) => void): Promise<void> {
  const bytes = await bytesOf(db)
  change(bytes)
  await db.snapshots.update('columns buffer', { value: new Blob([bytes]) })
}

describe('Saving', () => {
  const soon = { quiet: 20, between: 0, commits: 3, rows: 100 }
  const pause = (ms: number) => new Promise((done) => setTimeout(done, ms))
  const keeping = (db: Database) => new ColumnHost(db, new SnapshotKeeper((act) => act(), soon))
  const savedRev = async (db: Database) => (await columnStore(db).read())?.rev

  it('what was built is saved once nobody asks, and after some commits again', async () => {
    const db = await tablet()
    const host = keeping(db)
    await host.fresh()
    await expect.poll(() => savedRev(db)).toBe(1)
    await write(db, { contacts: [{ ...people[2]!, city: 'Ulm' }] })
    await host.fresh()
    await pause(60)
    expect(await savedRev(db)).toBe(1)
    for (const city of ['Bonn', 'Ulm']) {
      await write(db, { contacts: [{ ...people[2]!, city }] })
      await host.fresh()
    }
    await expect.poll(() => savedRev(db)).toBe(4)
    expect(await asked(new ColumnHost(db))).toEqual(await readably(db))
  })

  it('many rows at once are saved without waiting for more', async () => {
    const db = await tablet()
    const host = keeping(db)
    await host.fresh()
    await expect.poll(() => savedRev(db)).toBe(1)
    await write(db, { entries: Array.from({ length: 300 }, (_, at) => entry(ahorn, '2026-11-01', { id: `m${at}` as EntryId, rev: 0 })) })
    await host.fresh()
    await expect.poll(() => savedRev(db)).toBe(2)
  })

  it('while another window saves, this one does not', async () => {
    const db = await tablet()
    let asked = 0
    const notNow = () => Promise.resolve(void asked++)
    await new ColumnHost(db, new SnapshotKeeper(notNow, soon)).fresh()
    await expect.poll(() => asked).toBe(1)
    expect(await savedRev(db)).toBeUndefined()
  })

  it('on a disk that is full is no trouble to anybody', async () => {
    const db = await tablet()
    let tried = 0
    const full = () => Promise.reject(new Error(`full ${tried++}`))
    const host = new ColumnHost(db, new SnapshotKeeper(full, soon))
    await host.fresh()
    await expect.poll(() => tried).toBe(1)
    expect(await asked(host)).toEqual(await readably(db))
  })
})
