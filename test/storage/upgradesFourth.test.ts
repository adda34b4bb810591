// Data of the fourth version, kept in test/storage/old: nothing of it changes, and what is new finds its way in it.
import { beforeAll, describe, expect, it } from 'vitest'
import { mergeContacts } from '../../src/actions/duplicates.ts'
import type { House } from '../../src/actions/house.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { good } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('fourth')

describe('A tablet with the fourth version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('fourth')
  })

  it('opens today: every row is what its table holds, and as it was', async () => {
    await isAsLeft(house, dump)
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
    expect((await readSegment(house.db, dump.openId))?.lines.lines.map(({ contactId }) => contactId)).toEqual(dump.standing)
  })

  it('makes the letters of its households again, as they were', async () => {
    const sums = await letterSums(house, dump)
    expect(sums).toEqual(dump.letters)
    expect(Object.keys(sums).length).toBeGreaterThan(2)
  })

  it('knows whom a letter sent together was for: a merge of two of them reaches it', async () => {
    const [kept, lost] = (await house.db.entries.get(dump.togetherId))!.letter!.together!.contactIds
    await good(mergeContacts(house, [{ keptId: kept!, lostId: lost! }]))
    expect((await house.db.entries.get(dump.togetherId))!.letter!.together!.contactIds).not.toContain(lost)
  })
})
