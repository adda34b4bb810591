// The worker's search for duplicates: kept between two looks, mended by what was written meanwhile, stopped when nobody waits any more.
import { expect, test } from 'vitest'
import { markNotDuplicates, mergeContacts, undoMerge } from '../../src/actions/duplicates.ts'
import { forgetToldApart } from '../../src/actions/toldApart.ts'
import type { House } from '../../src/actions/house.ts'
import type { Result } from '../../src/base/result.ts'
import type { ContactId } from '../../src/model/ids.ts'
import { pairId } from '../../src/model/merge.ts'
import { readToldApart } from '../../src/storage/read/toldApart.ts'
import { duplicateJobs } from '../../src/workers/jobs/duplicates.ts'
import { JobBook } from '../../src/workers/jobs/jobBook.ts'
import { company, person } from '../make.ts'
import { openHouse } from '../open.ts'

const firm = company({ name: 'Hof GmbH' })
const anna = person({ name: 'Anna Berger', email: 'anna@hof.example', company: firm, id: 'a' as ContactId, phone: '0228 1' })
const slip = person({ name: 'Anna Bergr', email: 'anna@hof.example', company: firm, id: 'b' as ContactId })

async function opened(): Promise<House> {
  const house = openHouse()
  await house.db.contacts.bulkPut([firm, anna, slip].map((one) => ({ ...one, rev: 1 })))
  await house.db.changes.put({ rev: 1, at: '', what: 'test', ids: {} })
  return house
}
const value = <T, F>(result: Result<T, F>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure))
  return result.value
}

test('who may be one is found, gone when merged, back when that is taken back, and never again when told apart', async () => {
  const house = await opened()
  const jobs = duplicateJobs(house.db, new JobBook())
  const found = async () => value(await jobs.findDuplicates(1)).groups.map(({ members }) => members.map(({ id }) => id))
  expect(await found()).toEqual([['a', 'b']])
  const merged = value(await mergeContacts(house, [{ keptId: anna.id, lostId: slip.id }]))
  expect(await found()).toEqual([])
  value(await undoMerge(house, merged.rev))
  expect(await found()).toEqual([['a', 'b']])
  value(await markNotDuplicates(house, [[anna.id, slip.id]]))
  expect(await found()).toEqual([])
})

test('who was told apart by mistake can be looked at and taken back later: the two are found again', async () => {
  const house = await opened()
  const jobs = duplicateJobs(house.db, new JobBook())
  value(await markNotDuplicates(house, [[anna.id, slip.id]]))
  const told = () => readToldApart(house.db, 10)
  expect(await told()).toMatchObject({ all: 1, pairs: [{ one: { id: 'a' }, other: { id: 'b' } }] })
  value(await forgetToldApart(house, pairId(anna.id, slip.id)))
  expect(await told()).toEqual({ all: 0, pairs: [] })
  expect(value(await jobs.findDuplicates(1)).groups).toHaveLength(1)
})

test('it tells how far it is, and stops when everybody has given it up', async () => {
  const house = await opened()
  const book = new JobBook()
  const jobs = duplicateJobs(house.db, book)
  let told = 0
  book.watch(1, () => told++)
  value(await jobs.findDuplicates(1))
  expect(told).toBeGreaterThan(0)
  book.stop(2)
  const stopped = await duplicateJobs(house.db, book).findDuplicates(2)
  expect(stopped).toMatchObject({ ok: false, failure: { code: 'stopped' } })
})

test('whoever is typed in is told whom she looks like, with her company; what hangs on somebody is counted', async () => {
  const house = await opened()
  const jobs = duplicateJobs(house.db, new JobBook())
  const typed = { type: 'person', name: 'Anna Berger', firstName: 'Anna', surname: 'Berger', email: 'ANNA@hof.example' } as const
  expect(await jobs.looksLike(typed, undefined)).toMatchObject([
    { id: 'a', companyName: 'Hof GmbH', sameName: true },
    { id: 'b', sameName: false },
  ])
  expect(await jobs.looksLike(typed, anna.id)).toMatchObject([{ id: 'b' }])
  expect(await jobs.belongings([firm.id])).toEqual([{ entries: 0, segments: 0, campaigns: 0, people: 2, purchases: 0 }])
})
