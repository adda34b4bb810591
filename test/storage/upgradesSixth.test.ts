// Data of the sixth version, kept in test/storage/old: no row changes, and what is known of rows handed over finds its place beside it.
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { fileOf, takeIn } from '../actions/tablets.ts'
import { openHouse } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('sixth')

describe('A tablet with the sixth version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('sixth')
  })

  it('opens today: every row is what its table holds, and as it was', async () => {
    await isAsLeft(house, dump)
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
    expect((await readSegment(house.db, dump.openId))?.lines.lines.map(({ contactId }) => contactId)).toEqual(dump.standing)
  })

  it('makes the letters of its logged segment again, as they were', async () => {
    const sums = await letterSums(house, dump)
    expect(sums).toEqual(dump.letters)
  })

  it('hands all of it over', async () => {
    const other = openHouse()
    const told = await takeIn(other, await fileOf(house))
    expect(told.fresh.filter(({ table }) => table === 'contacts')).toHaveLength(dump.tables['contacts']!.length)
    expect(await house.db.handOverStates.count()).toBeGreaterThan(0)
  })
})
