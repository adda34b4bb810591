// A browser that lost its connection to the stored data while the tablet slept: what is saved then is written once, on a new connection.
import Dexie from 'dexie'
import { IDBDatabase as FakeConnection, IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { probe } from '../../src/storage/keep/health.ts'
import { watch } from '../../src/storage/read/watch.ts'
import { person } from '../make.ts'
import { openHouse } from '../open.ts'

const at = '2026-11-23T09:00:00.000Z'
const anna = person({ name: 'Anna Berg' })
const save = (house: ReturnType<typeof openHouse>) => commit(house.db, { ...noChanges(), put: { contacts: [anna] } }, 'createContact', at)

/** Every transaction on these connections fails, as WebKit's do after a long sleep; those opened later are well. */
const dead = new Set<object>()
let allDead = false
interface Connection {
  transaction: (names: string[], mode?: IDBTransactionMode, options?: IDBTransactionOptions) => IDBTransaction
}
const kind = (FakeConnection as unknown as { prototype: Connection }).prototype
const begin = Reflect.get(kind, 'transaction')
// Live reads begin only where there is a database at all.
Dexie.dependencies.indexedDB = new IDBFactory()
beforeEach(() => {
  vi.spyOn(kind, 'transaction').mockImplementation(function (this: Connection, ...how) {
    if (allDead || dead.has(this))
      throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
    return begin.apply(this, how)
  })
})
afterEach(() => {
  dead.clear()
  allDead = false
  vi.restoreAllMocks()
})

describe('A lost connection', () => {
  it('is opened anew by whoever reads', async () => {
    const house = openHouse()
    await save(house)
    dead.add(house.db.backendDB())
    expect(await house.db.contacts.count()).toBe(1)
    dead.add(house.db.backendDB())
    expect(await house.db.transaction('r', house.db.contacts, () => house.db.contacts.toArray())).toHaveLength(1)
  })

  it('in the middle of a live read is no end of it: it is read again', async () => {
    const house = openHouse()
    await save(house)
    let turns = 0
    const told: (number | string)[] = []
    const counting = watch(async () => {
      if (turns++ < 2) throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
      return house.db.contacts.count()
    })
    const live = counting.subscribe({ next: (count) => told.push(count), error: (error) => told.push(String(error)) })
    await expect.poll(() => told).toEqual([1])
    live.unsubscribe()
  })

  it.each([
    ['that does not come back', new DOMException('Connection to Indexed Database server lost', 'UnknownError')],
    ['by another trouble', new TypeError('a bug')],
  ])('%s is told by a live read', async (_what, trouble) => {
    const told: unknown[] = []
    const live = watch(() => Promise.reject(trouble)).subscribe({ next: () => undefined, error: (error) => told.push(error) })
    await expect.poll(() => told, { timeout: 5_000 }).toEqual([trouble])
    live.unsubscribe()
  })

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
    allDead = true
    expect(await save(house)).toMatchObject({ ok: false, failure: { code: 'connectionLost' } })
    allDead = false
    // As when the tablet wakes up, or she taps Try again.
    expect(await probe(house.db, at)).toBe(true)
    expect(await house.db.contacts.count()).toBe(0)
  })
})
