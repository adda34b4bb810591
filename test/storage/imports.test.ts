// An import reaches the disk whole or not at all, its contacts are there from the first moment, and storing them says nothing new.
import { beforeEach, describe, expect, it } from 'vitest'
import type { Contact } from '../../src/model/contact.ts'
import { commit } from '../../src/storage/commit.ts'
import { lastRev } from '../../src/storage/changes.ts'
import { takeIn } from '../../src/storage/keep/imports.ts'
import { readContact, readContactCard, readContacts } from '../../src/storage/read/contacts.ts'
import { readImports, readStoring, takeBackImports } from '../../src/storage/read/imports.ts'
import { readNames } from '../../src/storage/read/names.ts'
import { countContacts, eachContact } from '../../src/storage/read/pending.ts'
import { readToday } from '../../src/storage/read/today.ts'
import { allContacts } from '../../src/workers/jobs/exportRows.ts'
import { contents, openHouse } from '../open.ts'
import type { House } from '../../src/actions/house.ts'
import { at, fileOf, full, knownId, madeId, someContacts, stored, takenIn, troubledDisk, type Disk } from './imports.ts'

let house: House
let disk: Disk
beforeEach(async () => {
  house = openHouse()
  disk = troubledDisk(house.db)
  await someContacts(house.db, 5)
})

const everybody = async (): Promise<Contact[]> => {
  const all: Contact[] = []
  await eachContact(house.db, (rows) => all.push(...rows))
  return all.sort((a, b) => (a.id < b.id ? -1 : 1))
}

describe('Taking a file in', () => {
  it('of few contacts puts them in their places at once', async () => {
    const { storing } = await takenIn(house.db, await fileOf(house.db, 40, [1, 2]))
    expect(storing).toBe(0)
    expect(await house.db.contacts.count()).toBe(45)
    expect(await readImports(house.db)).toMatchObject([{ state: 'stored', made: 40, changed: 2, stored: 40, canTakeBack: true }])
  })

  it('of many contacts packs them, and they are found by all who ask', async () => {
    const { db } = house
    const { storing, rev } = await takenIn(db, await fileOf(db, 600, [1, 2]))
    expect(storing).toBe(600)
    expect(await db.contacts.count()).toBe(5)
    expect(await countContacts(db)).toBe(605)
    expect((await readToday(db)).contacts).toBe(605)
    expect(await readContact(db, madeId(400))).toMatchObject({ name: 'New a 400', rev })
    expect(await readContact(db, 'new a 00400 and a half' as typeof madeId extends (no: number) => infer Id ? Id : never)).toBeUndefined()
    const asked = [madeId(3), knownId(2), madeId(599), knownId(99)]
    expect((await readContacts(db, asked)).map(({ name }) => name)).toEqual(['New a 3', 'Known 2', 'New a 599'])
    expect([...(await readNames(db, asked, [])).values()]).toEqual(['New a 3', 'Known 2', 'New a 599'])
    expect(await readContactCard(db, madeId(3))).toMatchObject({ contact: { name: 'New a 3' }, company: { name: 'New a 0' } })
    expect(await readContactCard(db, madeId(0))).toMatchObject({ contact: { name: 'New a 0' }, people: [], storing: 600 })
  })

  it('says all of it in one commit, and nothing new while it is stored', async () => {
    const { db } = house
    const { rev } = await takenIn(db, await fileOf(db, 2600, [1]))
    const before = await everybody()
    expect((await db.changes.get(rev))?.ids.contacts).toHaveLength(2601)
    await stored(db, 1)
    expect(await readStoring(db)).toBe(600)
    expect(await everybody()).toEqual(before)
    await stored(db)
    expect(await everybody()).toEqual(before)
    expect(await lastRev(db)).toBe(rev)
    expect(await db.pendingContacts.count()).toBe(0)
    expect(await db.contacts.count()).toBe(2605)
    expect(await readImports(db)).toMatchObject([{ state: 'stored', made: 2600, changed: 1, stored: 2600 }])
    expect((await readContactCard(db, madeId(0)))?.people).toHaveLength(2599)
  })

  it('can be stopped until it is written; then everything is as before', async () => {
    const before = await contents(house)
    let told = 0
    const changes = await fileOf(house.db, 600, [1])
    const intake = { id: 'import', kind: 'contacts' as const, fileName: 'people.csv', at, changes }
    const done = await takeIn(
      house.db,
      intake,
      () => told++,
      () => told > 2,
    )
    expect(done).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect(await contents(house)).toEqual(before)
    expect(await readImports(house.db)).toEqual([])
  })

  it.each(['contacts', 'mailingGroups', 'changes', 'importBefore', 'pendingContacts', 'imports'])(
    'with a disk that is full when it comes to %s leaves everything as before',
    async (table) => {
      const { db } = house
      const before = await contents(house)
      const changes = await fileOf(db, 600, [1])
      disk.trouble = (name) => (name === table ? full() : undefined)
      await expect(takenIn(db, changes)).rejects.toThrow('diskFull')
      disk.trouble = undefined
      expect(await contents(house)).toEqual(before)
      expect([await db.imports.count(), await db.importBefore.count(), await db.pendingContacts.count()]).toEqual([0, 0, 0])
      await takenIn(db, changes)
    },
  )

  it('is refused when another window changed a known contact meanwhile', async () => {
    const { db } = house
    const changes = await fileOf(db, 600, [1])
    const [known] = await readContacts(db, [knownId(1)])
    await commit(db, { put: { contacts: [{ ...known!, phone: '1' }] }, remove: {}, requires: [] }, 'test', at)
    await expect(takenIn(db, changes)).rejects.toThrow('stale')
  })

  it('waits for the one before: two are never on their way', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 600))
    const second = await fileOf(db, 600, [], 'b')
    await expect(takenIn(db, second, { id: 'second' })).rejects.toThrow('importOpen')
    await stored(db)
    await takenIn(db, second, { id: 'second' })
    expect(await countContacts(db)).toBe(1205)
  })

  it('keeps how rows were of the last imports only', async () => {
    const { db } = house
    for (let no = 0; no <= takeBackImports; no++) await takenIn(db, await fileOf(db, 0, [1], `f${no}`), { id: `import ${no}` })
    const kept = await db.importBefore.toArray()
    expect(kept.filter(({ table }) => table === 'contacts')).toHaveLength(takeBackImports)
    expect((await readImports(db)).filter(({ canTakeBack }) => !canTakeBack)).toMatchObject([{ id: 'import 0' }])
  })
})

describe('Storing', () => {
  it('with a full disk stops where it is, and goes on when there is room', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 2600))
    const before = await everybody()
    await stored(db, 1)
    disk.trouble = (name) => (name === 'contacts' ? full() : undefined)
    await expect(stored(db)).rejects.toThrow()
    disk.trouble = undefined
    expect(await everybody()).toEqual(before)
    await stored(db)
    expect(await everybody()).toEqual(before)
    expect(await db.contacts.count()).toBe(2605)
  })

  it('by two windows at once stores each contact once', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 1100))
    await Promise.all([stored(db), stored(db)])
    expect(await db.contacts.count()).toBe(1105)
    expect(await readImports(db)).toMatchObject([{ state: 'stored', stored: 1100 }])
  })

  it('who lists everybody meanwhile misses nobody', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 2600))
    const [everyId] = await Promise.all([allContacts(db), stored(db)])
    expect(new Set(everyId).size).toBe(2605)
  })

  it('somebody who changes a contact on its way puts its piece in its place first', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 1100))
    const contact = (await readContact(db, madeId(400)))!
    const changes = { put: { contacts: [{ ...contact, phone: '42' }] }, remove: {}, requires: [] }
    expect((await commit(db, changes, 'changeContact', at)).ok).toBe(true)
    expect(await readContact(db, madeId(400))).toMatchObject({ phone: '42' })
    expect(await readStoring(db)).toBe(600)
    await stored(db)
    expect(await readContact(db, madeId(400))).toMatchObject({ phone: '42' })
    expect(await db.contacts.count()).toBe(1105)
    expect(await readImports(db)).toMatchObject([{ state: 'stored', stored: 1100 }])
  })

  it('somebody who deletes one on its way sees it gone for good', async () => {
    const { db } = house
    await takenIn(db, await fileOf(db, 600))
    await commit(db, { put: {}, remove: { contacts: [madeId(400)] }, requires: [] }, 'test', at)
    await stored(db)
    expect(await readContact(db, madeId(400))).toBeUndefined()
    expect(await db.contacts.count()).toBe(604)
  })
})
