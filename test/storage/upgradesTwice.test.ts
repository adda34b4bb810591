// A tablet that dies in the middle of an upgrade: nothing is half, and the next start upgrades as if it were the first. What is upgraded is
// not upgraded again.
import Dexie from 'dexie'
import { IDBFactory, IDBKeyRange, IDBObjectStore } from 'fake-indexeddb'
import { afterEach, expect, it, vi } from 'vitest'
import { placeOf } from '../../src/storage/database.ts'
import { upgradeToThird } from '../../src/storage/keep/upgrades.ts'
import { openDatabase } from '../../src/storage/open.ts'
import { houseLeftBy, oldDump } from './old.ts'

afterEach(() => vi.restoreAllMocks())

const everything = async (db: Dexie) =>
  Object.fromEntries(await Promise.all(db.tables.map(async (table) => [table.name, await table.toArray()] as const)))

interface Store {
  name: string
  put: (row: unknown, key?: IDBValidKey) => IDBRequest
}

it.each(['first', 'second'] as const)(
  'A tablet with the %s version that dies in the last step opens as it was, and is upgraded',
  async (version) => {
    const dump = oldDump(version)
    const place = { indexedDB: new IDBFactory(), IDBKeyRange }
    const old = new Dexie('fieldbook', place)
    old.version(dump.version).stores(dump.stores)
    for (const [table, rows] of Object.entries(dump.tables)) await old.table(table).bulkPut(rows)
    const before = await everything(old)
    old.close()

    // What is being typed is upgraded last, a second time to the third version.
    const store = IDBObjectStore.prototype as unknown as Store
    const put = Reflect.get(store, 'put')
    let drafts = 0
    const last = version === 'first' ? 2 * before['drafts']!.length : before['drafts']!.length
    vi.spyOn(store, 'put').mockImplementation(function (this: Store, ...how) {
      if (this.name === 'drafts' && ++drafts === last) throw new DOMException('The tablet is out.', 'AbortError')
      return put.apply(this, how)
    })
    expect(await openDatabase('fieldbook', place)).toMatchObject({ ok: false })
    expect(drafts).toBe(last)
    vi.restoreAllMocks()
    const found = new Dexie('fieldbook', place)
    await found.open()
    expect([found.verno, await everything(found)]).toEqual([dump.version, before])
    found.close()

    const opened = await openDatabase('fieldbook', place)
    if (!opened.ok) throw new Error(opened.failure.code)
    expect(await everything(opened.value)).toEqual(await everything((await houseLeftBy(version)).db))
  },
)

it.each(['first', 'second', 'third', 'fourth', 'fifth'] as const)('What the %s version left is upgraded once', async (version) => {
  const { db } = await houseLeftBy(version)
  const once = await everything(db)
  db.close()
  const again = await openDatabase('fieldbook', placeOf(db))
  if (!again.ok) throw new Error(again.failure.code)
  expect(await everything(again.value)).toEqual(once)
  // What was being typed knows by itself that it is of today.
  await again.value.transaction('rw', again.value.tables, (transaction) => upgradeToThird(transaction))
  expect(await everything(again.value)).toEqual(once)
})

it('A window that was held up by another one begins when that lets go', async () => {
  const place = { indexedDB: new IDBFactory(), IDBKeyRange }
  const older = new Dexie('fieldbook', place)
  older.version(1).stores({ contacts: '&id, no, companyId' })
  await older.open()
  // It does not let go when it is asked.
  older.on('versionchange', () => false)
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  const free = vi.fn()
  const opening = openDatabase('fieldbook', place, undefined, free)
  await vi.waitFor(async () => {
    await vi.advanceTimersByTimeAsync(6_000)
    expect(await Promise.race([opening, Promise.resolve('waits')])).toEqual({ ok: false, failure: { code: 'blocked' } })
  })
  vi.useRealTimers()
  expect(free).not.toHaveBeenCalled()
  older.close()
  await vi.waitFor(() => expect(free).toHaveBeenCalledTimes(1))
})
