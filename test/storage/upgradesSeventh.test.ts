// Data of the seventh version, kept in test/storage/old: no row changes, and what was known of rows handed over stays known.
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { fileOf, takeIn } from '../actions/tablets.ts'
import { openHouse } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('seventh')

describe('A tablet with the seventh version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('seventh')
  })

  it('opens today: every row is what its table holds, and as it was', async () => {
    await isAsLeft(house, dump)
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
    expect((await readSegment(house.db, dump.openId))?.lines.lines.map(({ contactId }) => contactId)).toEqual(dump.standing)
  })

  it('makes the letters of its logged segment again, as they were', async () => {
    expect(await letterSums(house, dump)).toEqual(dump.letters)
  })

  it('hands all of it over, and knows nothing new when it comes home', async () => {
    const other = openHouse()
    const file = await fileOf(house)
    const told = await takeIn(other, file)
    expect(told.fresh.filter(({ table }) => table === 'contacts')).toHaveLength(dump.tables['contacts']!.length)
    const home = await takeIn(house, await fileOf(other))
    expect([home.fresh, home.changed, home.conflicts]).toEqual([[], [], []])
  })
})
