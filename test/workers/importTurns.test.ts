// Two imports at once: the second waits for the first, says so, can be stopped; and what broke off is found while the app is open.
import { beforeEach, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import type { Contact } from '../../src/model/contact.ts'
import { unchanged, type Changes } from '../../src/model/tables.ts'
import { lastRev } from '../../src/storage/changes.ts'
import { readContact } from '../../src/storage/read/contacts.ts'
import { readImports, readStoring } from '../../src/storage/read/imports.ts'
import { storeImport, unfinishedImports } from '../../src/workers/jobs/importStore.ts'
import { entry } from '../make.ts'
import { openHouse } from '../open.ts'
import { at, fileOf, full, madeId, someContacts, stored, takenIn, troubledDisk, type Disk } from '../storage/imports.ts'

let house: House
let disk: Disk
beforeEach(async () => {
  house = openHouse()
  disk = troubledDisk(house.db)
  await someContacts(house.db, 6)
})

const store = (changes: Changes, about: { kind?: 'contacts' | 'interactions'; told?: number[][]; stopped?: () => boolean } = {}) =>
  storeImport(
    house.db,
    { plan: { changes }, fileName: 'people.csv', kind: about.kind ?? 'contacts', at },
    (...progress) => about.told?.push(progress),
    about.stopped ?? (() => false),
  )
const loggedWith = (contact: Contact): Changes => ({
  put: { entries: [{ ...entry(contact, '2026-11-20'), rev: 0 }] },
  remove: {},
  requires: [unchanged('contacts', contact)],
})

it('A file that says nothing new writes nothing, and nothing stands in the journal', async () => {
  const before = await lastRev(house.db)
  const series = [{ id: 'contact', rev: 0, next: 7 }] as never
  expect(await store({ put: { contacts: [], series }, remove: {}, requires: [] })).toEqual({
    ok: true,
    value: { importId: '', rev: before, storing: 0 },
  })
  expect([await lastRev(house.db), await readImports(house.db)]).toEqual([before, []])
})

describe('While an import is stored', () => {
  it('interactions with its people wait for it, say how far it is, and come in', async () => {
    expect(await store(await fileOf(house.db, 4500))).toMatchObject({ ok: true, value: { storing: 4500 } })
    const told: number[][] = []
    const anna = (await readContact(house.db, madeId(4400)))!
    expect(await store(loggedWith(anna), { kind: 'interactions', told })).toMatchObject({ ok: true, value: { storing: 0 } })
    expect(told[0]).toEqual([0, 4500])
    expect(await readStoring(house.db)).toBe(0)
    expect(await house.db.entries.count()).toBe(1)
    expect(await readImports(house.db)).toMatchObject([
      { kind: 'interactions', made: 1 },
      { state: 'stored', stored: 4500 },
    ])
  })

  it('another one that waits can be stopped, and nothing of it is there', async () => {
    await store(await fileOf(house.db, 2600))
    const second = await fileOf(house.db, 20, [], 'b')
    expect(await store(second, { stopped: () => true })).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect(await store(second)).toMatchObject({ ok: true })
    expect(await house.db.contacts.count()).toBe(2626)
  })

  it('and it broke off: the other one is refused at once', async () => {
    await takenIn(house.db, await fileOf(house.db, 2600))
    await stored(house.db, 1)
    expect(await store(await fileOf(house.db, 20, [], 'b'))).toEqual({ ok: false, failure: { code: 'importOpen' } })
  })

  it('the disk fills up: it is found as unfinished without a new start', async () => {
    const changes = await fileOf(house.db, 2600)
    expect(await store(changes)).toMatchObject({ ok: true })
    expect(await unfinishedImports(house.db)).toEqual([])
    disk.trouble = (name) => (name === 'contacts' ? full() : undefined)
    await expect.poll(() => unfinishedImports(house.db)).toMatchObject([{ fileName: 'people.csv', made: 2600 }])
    disk.trouble = undefined
    await stored(house.db, Infinity, (await unfinishedImports(house.db))[0]!.id)
    expect(await house.db.contacts.count()).toBe(2606)
  })
})
