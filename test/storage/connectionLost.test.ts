// A browser that lost its connection to the stored data while the tablet slept: what is saved then is written once, on a new connection.
import { IDBDatabase as FakeConnection } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { person } from '../make.ts'
import { openHouse } from '../open.ts'

const at = '2026-11-23T09:00:00.000Z'
const anna = person({ name: 'Anna Berg' })
const save = (house: ReturnType<typeof openHouse>) => commit(house.db, { ...noChanges(), put: { contacts: [anna] } }, 'createContact', at)

/** Every transaction on these connections fails, as WebKit's do after a long sleep; those opened later are well. */
const dead = new Set<object>()
interface Connection {
  transaction: (names: string[], mode?: IDBTransactionMode, options?: IDBTransactionOptions) => IDBTransaction
}
const kind = (FakeConnection as unknown as { prototype: Connection }).prototype
const begin = Reflect.get(kind, 'transaction')
beforeEach(() => {
  vi.spyOn(kind, 'transaction').mockImplementation(function (this: Connection, ...how) {
    if (dead.has(this)) throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
    return begin.apply(this, how)
  })
})
afterEach(() => {
  dead.clear()
  vi.restoreAllMocks()
})

describe('A lost connection', () => {
  it('is opened anew, and the act is written once', async () => {
    const house = openHouse()
    await house.db.open()
    dead.add(house.db.backendDB())
    const done = await save(house)
    expect(done).toMatchObject({ ok: true })
    expect(await house.db.contacts.count()).toBe(1)
    expect((await house.db.changes.toArray()).map(({ what }) => what)).toEqual(['createContact'])
  })

  it('that stays lost is told, and nothing was written', async () => {
    const house = openHouse()
    await house.db.open()
    dead.add(house.db.backendDB())
    const opening = vi.spyOn(house.db, 'open').mockRejectedValue(new DOMException('gone', 'UnknownError'))
    expect(await save(house)).toMatchObject({ ok: false, failure: { code: 'connectionLost' } })
    opening.mockRestore()
    await house.db.open()
    expect(await house.db.contacts.count()).toBe(0)
  })
})
