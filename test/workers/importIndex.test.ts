// The column index takes an import in at once, and storing its contacts does not disturb it.
import { describe, expect, it } from 'vitest'
import { emptyContact } from '../../src/core/contact/edit.ts'
import { ColumnHost } from '../../src/workers/jobs/columnHost.ts'
import { ContactBook } from '../../src/workers/jobs/contactBook.ts'
import { plainOccasion } from '../../src/actions/house.ts'
import { takeBackImport } from '../../src/workers/jobs/importStore.ts'
import { commit } from '../../src/storage/commit.ts'
import { openHouse } from '../open.ts'
import { at, fileOf, knownId, madeId, someContacts, stored, takenIn } from '../storage/imports.ts'

const count = async (host: ColumnHost, text = '') => (await host.fresh()).search(text, 5).total

describe('An import and the index of all contacts', () => {
  it('that is awake has everybody from the intake on, and hears nothing of the storing', async () => {
    const house = openHouse()
    const { db } = house
    await someContacts(db, 6)
    const [host, book] = [new ColumnHost(db), new ContactBook(db)]
    expect(await count(host)).toBe(6)
    expect((await book.fresh()).contacts.size).toBe(6)
    const { rev } = await takenIn(db, await fileOf(db, 2100, [1]))
    expect(await count(host)).toBe(2106)
    expect(await count(host, 'New a 1700')).toBe(1)
    expect((await book.fresh()).contacts.get(madeId(1700))).toMatchObject({ name: 'New a 1700' })
    const index = await host.fresh()
    await stored(db, 1)
    expect(await host.fresh()).toBe(index)
    expect(host.rev).toBe(rev)
    await stored(db)
    expect([await count(host), (await book.fresh()).contacts.size]).toEqual([2106, 2106])
    await takeBackImport(
      db,
      'import',
      plainOccasion(house),
      () => undefined,
      () => false,
    )
    expect([await count(host), (await book.fresh()).contacts.size]).toEqual([6, 6])
  })

  it('that is built in the middle of the storing has everybody once', async () => {
    const { db } = openHouse()
    await someContacts(db, 6)
    await takenIn(db, await fileOf(db, 2100, [1]))
    for (const _ of [0, 1, 2]) {
      const [host, book] = [new ColumnHost(db), new ContactBook(db)]
      expect([await count(host), (await book.fresh()).contacts.size]).toEqual([2106, 2106])
      await stored(db, 1)
    }
    const meanwhile = new ColumnHost(db)
    await Promise.all([stored(db), count(meanwhile)])
    expect(await count(meanwhile)).toBe(2106)
  })

  it('sees a contact changed while it was on its way', async () => {
    const { db } = openHouse()
    await someContacts(db, 6)
    const host = new ColumnHost(db)
    await takenIn(db, await fileOf(db, 600))
    expect(await count(host, 'Umlaut')).toBe(0)
    const changed = { ...emptyContact('person'), id: madeId(7), rev: 1, no: '1', name: 'Umlaut Bär', changedAt: at }
    await commit(db, { put: { contacts: [changed] }, remove: { contacts: [knownId(2)] }, requires: [] }, 'test', at)
    expect(await count(host, 'Umlaut')).toBe(1)
    expect(await count(host)).toBe(605)
  })
})
