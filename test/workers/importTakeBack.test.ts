// An import is taken back: what nobody went on with goes or is as it was; what was edited since or others rest on stays and is told.
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { plainOccasion } from '../../src/actions/house.ts'
import type { ContactId, PurchaseId, SavedCriteriaId, StepId } from '../../src/model/ids.ts'
import type { Contact, Person } from '../../src/model/contact.ts'
import { unchanged, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { placeContacts } from '../../src/storage/keep/pendingContacts.ts'
import { readContact, readContacts } from '../../src/storage/read/contacts.ts'
import { readImports } from '../../src/storage/read/imports.ts'
import { finishImport, takeBackImport, unfinishedImports } from '../../src/workers/jobs/importStore.ts'
import { whenStored } from '../../src/workers/jobs/whenStored.ts'
import { all, company, entry, lineOf, person, segmentOf, today } from '../make.ts'
import { contents, openHouse } from '../open.ts'
import { at, fileOf, full, knownId, madeId, mailing, someContacts, stored, takenIn, troubledDisk, type Disk } from '../storage/imports.ts'

let house: House
let disk: Disk
beforeEach(async () => {
  house = openHouse()
  disk = troubledDisk(house.db)
  await someContacts(house.db, 6)
})

const takeBack = async (id = 'import', stopped = () => false) =>
  takeBackImport(house.db, id, plainOccasion(house), () => undefined, stopped)
const write = async (put: Changes['put'], remove: Changes['remove'] = {}) => {
  const done = await commit(house.db, { put, remove, requires: [] }, 'test', at)
  if (!done.ok) throw new Error(done.failure.code)
}
/** Everything but numbers given, and nothing of imports left behind. */
const rows = async () => {
  const { series: _, ...rest } = await contents(house)
  return rest
}
const contact = async (id: ContactId) => (await readContact(house.db, id))!

describe('Taking an import back', () => {
  it.each([
    ['stored', Infinity],
    ['half stored', 1],
    ['not stored at all', 0],
  ])('%s, makes everything as it was', async (_, steps) => {
    const before = await rows()
    await takenIn(house.db, await fileOf(house.db, 2100, [1, 3]))
    await stored(house.db, steps)
    expect(await takeBack()).toMatchObject({ ok: true, value: { takenBack: 2103, kept: [], linesRemoved: 0 } })
    expect(await rows()).toEqual(before)
    expect(await house.db.pendingContacts.count()).toBe(0)
    expect(await house.db.importBefore.count()).toBe(0)
    expect(await readImports(house.db)).toMatchObject([{ state: 'takenBack', kept: 0, canTakeBack: false }])
    await stored(house.db)
    expect(await rows()).toEqual(before)
    expect(await takeBack()).toEqual({ ok: false, failure: { code: 'importTakenBack' } })
  })

  it('leaves what was edited since, and what that rests on', async () => {
    await takenIn(house.db, await fileOf(house.db, 600, [1, 3]))
    await write({
      contacts: [
        { ...(await contact(madeId(400))), phone: '42' },
        { ...(await contact(knownId(3))), city: 'Ulm' },
      ],
    })
    const done = await takeBack()
    expect(done.ok && done.value.kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { table: 'mailingGroups', id: mailing, name: 'Of the file', why: 'referred' },
      { table: 'contacts', id: knownId(3), name: 'Known 3', why: 'editedSince' },
      { table: 'contacts', id: madeId(0), name: 'New a 0', why: 'referred' },
      { table: 'contacts', id: madeId(400), name: 'New a 400', why: 'editedSince' },
    ])
    expect(await house.db.contacts.count()).toBe(8)
    expect(await contact(knownId(1))).toMatchObject({ phone: '' })
    expect(await contact(knownId(3))).toMatchObject({ phone: 'of a', city: 'Ulm' })
    expect(await readImports(house.db)).toMatchObject([{ state: 'takenBack', kept: 4 }])
  })

  it.each<[string, ContactId, (id: ContactId) => Promise<Changes['put']>]>([
    ['an entry of the log', madeId(5), async (id) => ({ entries: [{ ...entry(await contact(id), '2026-11-20'), rev: 0 }] })],
    [
      'a purchase',
      madeId(0),
      (companyId) =>
        Promise.resolve({
          purchases: [
            {
              rev: 0,
              id: 'bought' as PurchaseId,
              companyId,
              day: today,
              itemNo: '1',
              description: '',
              itemGroup: '',
              quantity: 1,
              amount: 1,
            },
          ],
        }),
    ],
    [
      'somebody added to the company later',
      madeId(0),
      (companyId) => Promise.resolve({ contacts: [person({ name: 'Later', rev: 0, companyId })] }),
    ],
    [
      'saved criteria',
      madeId(7),
      (id) =>
        Promise.resolve({
          savedCriteria: [
            {
              ...{ rev: 0, id: 'saved' as SavedCriteriaId, code: 'S', description: '', savedAt: at },
              steps: [{ kind: 'add', criteria: all({ kind: 'contact', operator: 'isAnyOf', ids: [id] } as never), options: {} as never }],
            } as never,
          ],
        }),
    ],
  ])('leaves whom others rest on: %s', async (_, id, put) => {
    await takenIn(house.db, await fileOf(house.db, 600))
    await write(await put(id))
    const done = await takeBack()
    expect(done.ok && done.value.kept).toContainEqual({ table: 'contacts', id, name: (await contact(id)).name, why: 'referred' })
    await stored(house.db)
    expect(await house.db.contacts.get(id)).toBeDefined()
    expect(await house.db.contacts.get(madeId(550))).toBeUndefined()
  })

  it('takes people out of open segments with their lines, and no undo of a step brings them back', async () => {
    await takenIn(house.db, await fileOf(house.db, 600))
    const state = segmentOf([lineOf(madeId(4), 1), lineOf(knownId(1), 2), lineOf(madeId(5), 3)])
    const step = {
      ...{ rev: 0, id: 'step' as StepId, segmentId: state.segment.id, position: 1, undone: false, at, kind: 'byHand' as const },
      outcome: {
        added: [...state.lines.lines],
        removed: [],
        leftOut: { excluded: 0, privacyBlocked: 0, minor: 0, alreadyThere: 0 },
      },
    }
    await write({ segments: [{ ...state.segment, rev: 0 }], segmentLines: [{ ...state.lines, rev: 0 }], steps: [step] })
    expect(await takeBack()).toMatchObject({ ok: true, value: { kept: [], linesRemoved: 2 } })
    expect((await house.db.segmentLines.get(state.segment.id))?.lines.map(({ contactId }) => contactId)).toEqual([knownId(1)])
    expect((await house.db.steps.get('step'))?.outcome.added.map(({ contactId }) => contactId)).toEqual([knownId(1)])
  })

  it('of two goes backwards: the second, then the first, and nothing is left', async () => {
    const before = await rows()
    await takenIn(house.db, await fileOf(house.db, 20, [1, 2]), { id: 'first' })
    const between = await rows()
    await takenIn(house.db, await fileOf(house.db, 20, [1, 3], 'b'), { id: 'second' })
    expect(await takeBack('second')).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await rows()).toEqual(between)
    expect(await takeBack('first')).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await rows()).toEqual(before)
  })

  it('of the first of two leaves what the second changed again', async () => {
    await takenIn(house.db, await fileOf(house.db, 20, [1, 2]), { id: 'first' })
    await takenIn(house.db, await fileOf(house.db, 20, [1], 'b'), { id: 'second' })
    const done = await takeBack('first')
    expect(done.ok && done.value.kept.map(({ id, why }) => [id, why])).toEqual([
      [knownId(1), 'editedSince'],
      [mailing, 'referred'],
    ])
    expect(await contact(knownId(1))).toMatchObject({ phone: 'of b' })
    expect(await contact(knownId(2))).toMatchObject({ phone: '' })
  })

  const moved = async (id: string, companyId: ContactId) => {
    const [paula] = await readContacts(house.db, [knownId(1)])
    const changes = { put: { contacts: [{ ...paula!, companyId } as Contact] }, remove: {}, requires: [unchanged('contacts', paula!)] }
    await takenIn(house.db, changes, { id })
  }

  it('sends nobody back to a company or a group that was deleted meanwhile, and says so', async () => {
    const paula = { ...(await contact(knownId(1))), companyId: knownId(0), mailingGroupIds: [mailing] } as Contact
    await write({ contacts: [paula], mailingGroups: [{ id: mailing, rev: 0, code: 'G', description: 'Group' }] })
    await moved('import', knownId(3))
    await write({}, { contacts: [knownId(0)], mailingGroups: [mailing] })
    expect(await takeBack()).toMatchObject({
      value: { takenBack: 1, kept: [{ table: 'contacts', id: knownId(1), name: 'Known 1', why: 'lostReference' }] },
    })
    expect(await contact(knownId(1))).toMatchObject({ mailingGroupIds: [] })
    expect(await contact(knownId(1))).not.toHaveProperty('companyId')
  })

  it('of the first of two leaves the company to which the second would send somebody back', async () => {
    const file = await fileOf(house.db, 1)
    const paula = (await contact(knownId(1))) as Person
    await takenIn(
      house.db,
      {
        put: { ...file.put, contacts: [...file.put.contacts!, { ...paula, companyId: madeId(0) }] },
        remove: {},
        requires: [unchanged('contacts', paula)],
      },
      { id: 'first' },
    )
    await moved('second', knownId(3))
    const done = await takeBack('first')
    expect(done.ok && done.value.kept).toContainEqual({ table: 'contacts', id: madeId(0), name: 'New a 0', why: 'referred' })
    await takeBack('second')
    expect(await contact(knownId(1))).toMatchObject({ companyId: madeId(0) })
    expect(await contact(madeId(0))).toBeDefined()
  })

  it('takes entries and purchases of a file back as well', async () => {
    const before = await rows()
    const entries = [0, 1, 2].map((no) => ({ ...entry(person({ name: 'A', id: knownId(1) }), `2026-11-0${no + 1}`), rev: 0 }))
    await takenIn(house.db, { put: { entries }, remove: {}, requires: [] }, { kind: 'interactions' })
    expect(await readImports(house.db)).toMatchObject([{ kind: 'interactions', state: 'stored', made: 3 }])
    expect((await house.db.changes.toCollection().last())?.what).toBe('importInteractions')
    expect(await takeBack()).toMatchObject({ ok: true, value: { takenBack: 3, kept: [] } })
    expect((await house.db.changes.toCollection().last())?.what).toBe('undo importInteractions')
    expect(await rows()).toEqual(before)
  })

  it('can be stopped before it writes, and a full disk leaves everything as it is', async () => {
    await takenIn(house.db, await fileOf(house.db, 600, [1]))
    await stored(house.db)
    const before = await rows()
    expect(await takeBack('import', () => true)).toEqual({ ok: false, failure: { code: 'stopped' } })
    for (const table of ['contacts', 'changes', 'imports', 'importBefore', 'pendingContacts', 'mailingGroups']) {
      disk.trouble = (name) => (name === table ? full() : undefined)
      expect(await takeBack(), table).toEqual({ ok: false, failure: { code: 'diskFull' } })
      disk.trouble = undefined
      expect(await rows(), table).toEqual(before)
    }
    expect(await readImports(house.db)).toMatchObject([{ state: 'stored', canTakeBack: true }])
    expect(await takeBack()).toMatchObject({ ok: true })
  })

  it('begins again when another window writes in between', async () => {
    await takenIn(house.db, await fileOf(house.db, 600))
    let once = true
    const done = await takeBack('import', () => {
      if (once) void write({ contacts: [company({ name: 'Of the other window', rev: 0 })] })
      return (once = false)
    })
    expect(done).toMatchObject({ ok: true, value: { kept: [] } })
    expect(await house.db.contacts.count()).toBe(7)
  })
})

describe('Left half done', () => {
  it('an import is found, finished, and everybody stands in the right place', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 2100, [1]))
    await stored(db, 1)
    const before = await rows()
    expect(await unfinishedImports(db)).toMatchObject([{ id: 'import', made: 2100, stored: 2000 }])
    expect(await whenStored(db)).toEqual({ ok: false, failure: { code: 'importOpen' } })
    const told: number[][] = []
    expect((await finishImport(db, 'import', (...progress) => told.push(progress))).ok).toBe(true)
    expect(await unfinishedImports(db)).toEqual([])
    expect(await whenStored(db)).toEqual({ ok: true, value: undefined })
    expect(await rows()).toEqual(before)
    expect(await db.contacts.count()).toBe(2106)
  })

  it('law: whatever was stored, edited and logged in between, what nobody touched is as before, and what was touched stays', async () => {
    const any = fc.record({
      made: fc.constantFrom(3, 503),
      half: fc.boolean(),
      known: fc.uniqueArray(fc.nat(5), { maxLength: 4 }),
      edits: fc.array(fc.tuple(fc.constantFrom('made', 'known', 'log', 'gone'), fc.nat(5)), { maxLength: 5 }),
    })
    await fc.assert(
      fc.asyncProperty(any, async ({ made, half, known, edits }) => {
        house = openHouse()
        const { db } = house
        await someContacts(db, 6)
        const before = new Map((await db.contacts.toArray()).map((row) => [row.id, row]))
        await takenIn(db, await fileOf(db, made, known))
        if (half) await placeContacts(db, [madeId(made - 1)])
        const touched = new Set<ContactId>()
        const gone = new Set<ContactId>()
        for (const [what, no] of edits) {
          const id = what === 'made' || what === 'log' ? madeId(no % made) : knownId(no)
          const row = await readContact(db, id)
          if (!row || (what === 'gone' && row.type === 'company')) continue
          if (what === 'log') await write({ entries: [{ ...entry(row, '2026-11-20'), id: `log ${touched.size}` as never, rev: 0 }] })
          else if (what === 'gone') await write({}, { contacts: [id] })
          else await write({ contacts: [{ ...row, city: 'Ulm' }] })
          if (what === 'gone') gone.add(id)
          else if (what !== 'log' || id.startsWith('new')) touched.add(id)
        }
        const now = new Map([...touched].map((id) => [id, undefined as unknown]))
        for (const id of touched) now.set(id, await readContact(db, id))
        const done = await takeBack()
        if (!done.ok) throw new Error(done.failure.code)
        for (const id of touched) if (!gone.has(id)) expect(await readContact(db, id)).toEqual(now.get(id))
        for (const [id, row] of before)
          if (!touched.has(id) && !gone.has(id)) expect({ ...(await readContact(db, id)), rev: 0 }).toEqual({ ...row, rev: 0 })
        const others = (await db.contacts.toArray()).filter((row) => row.id.startsWith('new'))
        const listed = new Set(done.value.kept.map(({ id }) => id))
        expect(others.every((row) => listed.has(row.id))).toBe(true)
        const ids = new Set((await db.contacts.toArray()).map((row) => row.id))
        for (const row of others) if (row.type === 'person' && row.companyId) expect(ids.has(row.companyId)).toBe(true)
        expect(await db.pendingContacts.count()).toBe(0)
      }),
      { numRuns: 12 },
    )
  })

  it('two windows that finish it and change it at once do no harm', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 2100))
    await Promise.all([
      finishImport(db, 'import', () => undefined),
      placeContacts(db, [madeId(3), madeId(1700)]),
      finishImport(db, 'import', () => undefined),
    ])
    expect(await db.contacts.count()).toBe(2106)
    expect(await readImports(db)).toMatchObject([{ state: 'stored', stored: 2100 }])
  })
})
