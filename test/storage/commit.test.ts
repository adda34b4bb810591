// The one writer: all or nothing, its own undo, and nothing written when what it rests on has moved.
import { describe, expect, it } from 'vitest'
import { noChanges, tables, unchanged, type Changes } from '../../src/model/tables.ts'
import { changesSince, lastRev } from '../../src/storage/changes.ts'
import { commit, takeBack } from '../../src/storage/commit.ts'
import { storageFailure } from '../../src/storage/failure.ts'
import { probe } from '../../src/storage/keep/health.ts'
import { company, person } from '../make.ts'
import { contents, openHouse } from '../open.ts'

const at = '2026-11-20T09:00:00.000Z'
const put = (...contacts: ReturnType<typeof company | typeof person>[]): Changes => ({ ...noChanges(), put: { contacts } })

async function committed(house: ReturnType<typeof openHouse>, changes: Changes, what = 'test') {
  const done = await commit(house.db, changes, what, at)
  if (!done.ok) throw new Error(done.failure.code)
  return done.value
}

describe('A commit', () => {
  it('stamps its number on each row it writes, and logs which rows it touched', async () => {
    const house = openHouse()
    await committed(house, put(company({ name: 'Huber' })))
    const { rev } = await committed(house, put(person({ name: 'Anna Berg' })), 'createContact')
    expect(await lastRev(house.db)).toBe(rev)
    expect((await house.db.contacts.toArray()).map((row) => [row.name, row.rev])).toEqual([
      ['Anna Berg', rev],
      ['Huber', rev - 1],
    ])
    const [row] = await changesSince(house.db, rev - 1)
    expect(row).toMatchObject({ rev, what: 'createContact', ids: { contacts: ['anna-berg'] } })
  })

  it('writes nothing when a row it rests on was changed by another window', async () => {
    const house = openHouse()
    const anna = person({ name: 'Anna Berg' })
    await committed(house, put(anna))
    const read = (await house.db.contacts.get(anna.id))!
    await committed(house, put({ ...anna, city: 'Bonn' }))
    const before = await contents(house)
    const mine: Changes = {
      ...put({ ...anna, city: 'Köln' }, company({ name: 'New' })),
      requires: [unchanged('contacts', read)],
    }
    expect(await commit(house.db, mine, 'test', at)).toEqual({ ok: false, failure: { code: 'stale', table: 'contacts', id: anna.id } })
    expect(await contents(house)).toEqual(before)
  })

  it('is taken back whole by its inverse: what it made is gone, what it changed and removed is there as before', async () => {
    const house = openHouse()
    const [anna, huber] = [person({ name: 'Anna Berg' }), company({ name: 'Huber' })]
    await committed(house, put(anna, huber))
    const before = await contents(house)
    const changes: Changes = { ...put({ ...anna, city: 'Bonn' }, company({ name: 'New' })), remove: { contacts: [huber.id] } }
    const { inverse } = await committed(house, changes)
    const taken = await takeBack(house.db, inverse, 'each', 'undo', at)
    expect(taken.ok && taken.value.kept).toEqual([])
    expect(await contents(house)).toEqual(before)
  })

  it('leaves rows out of the undo that were edited since, and says which', async () => {
    const house = openHouse()
    const { inverse } = await committed(house, put(company({ name: 'Huber' }), company({ name: 'Sauer' })))
    await committed(house, put({ ...company({ name: 'Sauer' }), city: 'Ulm' }))
    const taken = await takeBack(house.db, inverse, 'each', 'undo', at)
    expect(taken.ok && taken.value.kept).toEqual([{ table: 'contacts', id: 'sauer' }])
    expect((await house.db.contacts.toArray()).map((row) => row.name)).toEqual(['Sauer'])
  })

  it('taken back twice is as before the first time: the inverse of an inverse', async () => {
    const house = openHouse()
    const { inverse } = await committed(house, put(company({ name: 'Huber' })))
    const after = await contents(house)
    const taken = await takeBack(house.db, inverse, 'each', 'undo', at)
    if (!taken.ok) throw new Error(taken.failure.code)
    await takeBack(house.db, taken.value.inverse, 'whole', 'redo', at)
    expect(await contents(house)).toEqual(after)
  })

  it('that takes a stored row for a new one looks again: the row is changed, and its undo brings back what was there', async () => {
    const house = openHouse()
    await committed(house, put(company({ name: 'Huber' })))
    const before = await contents(house)
    const mine = put(company({ name: 'Sauer', rev: 0 }), company({ name: 'Huber', rev: 0, city: 'Ulm' }))
    const { inverse } = await committed(house, mine)
    expect((await house.db.contacts.toArray()).map(({ name, city }) => [name, city])).toEqual([
      ['Huber', 'Ulm'],
      ['Sauer', ''],
    ])
    await takeBack(house.db, inverse, 'whole', 'undo', at)
    expect(await contents(house)).toEqual(before)
  })

  it('of many rows tells how many are written', async () => {
    const house = openHouse()
    const many = Array.from({ length: 4500 }, (_, i) => company({ name: `C${i}`, rev: 0 }))
    const heard: number[][] = []
    await commit(house.db, put(...many), 'test', at, (done, total) => heard.push([done, total]))
    expect(heard).toEqual([
      [2000, 4500],
      [4000, 4500],
      [4500, 4500],
    ])
  })

  it('that fails half way leaves nothing: no row, no number', async () => {
    const house = openHouse()
    await committed(house, put(company({ name: 'Huber' })))
    const before = await contents(house)
    const rev = await lastRev(house.db)
    const full = new DOMException('no room', 'QuotaExceededError')
    house.db.entries.hook('creating', () => {
      throw full
    })
    const half: Changes = {
      ...put(company({ name: 'Half' })),
      put: { contacts: [company({ name: 'Half' })], entries: [{ id: 'e1' } as never] },
    }
    const done = await commit(house.db, half, 'test', at)
    expect(done).toEqual({ ok: false, failure: { code: 'diskFull' } })
    expect(await contents(house)).toEqual(before)
    expect(await lastRev(house.db)).toBe(rev)
  })
})

describe('Trouble with the disk', () => {
  it.each([
    ['a full disk', { name: 'AbortError', inner: { name: 'QuotaExceededError' } }, 'diskFull'],
    ['a full disk deep inside', { name: 'BulkError', cause: { name: 'AbortError', inner: { name: 'QuotaExceededError' } } }, 'diskFull'],
    ['a closed database', { name: 'DatabaseClosedError' }, 'connectionLost'],
    [
      'a lost connection',
      { name: 'UnknownError', message: 'Connection to Indexed Database server lost. Refresh the page to try again' },
      'connectionLost',
    ],
    ['anything else', { name: 'UnknownError', message: 'Internal error' }, 'storage'],
  ])('%s has a failure of its own', (_title, error, code) => {
    expect(storageFailure(error).code).toBe(code)
  })

  it('a bug of ours is thrown on', () => {
    expect(() => storageFailure(new TypeError('x is undefined'))).toThrow('x is undefined')
  })

  it('a write and a read tell that the disk answers', async () => {
    const house = openHouse()
    expect(await probe(house.db, at)).toBe(true)
  })
})

it('every table of the list is a table of the database', async () => {
  const house = openHouse()
  await house.db.open()
  expect(Object.keys(tables).filter((name) => !house.db.tables.some((table) => table.name === name))).toEqual([])
})

describe('Taking back an act that belongs together', () => {
  it('is refused when a row of it was changed since, and everything stays as it is now', async () => {
    const house = openHouse()
    const { inverse } = await committed(house, put(company({ name: 'Huber' }), company({ name: 'Sauer' })))
    await committed(house, put({ ...company({ name: 'Sauer' }), city: 'Ulm' }))
    const before = await contents(house)
    expect(await takeBack(house.db, inverse, 'whole', 'undo', at)).toEqual({ ok: false, failure: { code: 'changedSince', count: 1 } })
    expect(await contents(house)).toEqual(before)
  })

  it('never moves a number series back over numbers given since, and says nothing of it', async () => {
    const house = openHouse()
    const series = (next: number) => ({ id: 'contact' as const, rev: 0, prefix: 'KT', next, digits: 5 })
    const { inverse } = await committed(house, {
      ...put(company({ name: 'Huber' })),
      put: { contacts: [company({ name: 'Huber' })], series: [series(2)] },
    })
    await committed(house, { ...noChanges(), put: { series: [series(3)] } })
    const taken = await takeBack(house.db, inverse, 'whole', 'undo', at)
    expect(taken.ok && taken.value.kept).toEqual([])
    expect(await house.db.contacts.count()).toBe(0)
    expect((await house.db.series.get('contact'))?.next).toBe(3)
  })
})
