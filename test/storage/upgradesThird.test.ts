// Data of the third version, kept in test/storage/old: nothing of it changes, and it goes on here.
import { beforeAll, describe, expect, it } from 'vitest'
import type { House } from '../../src/actions/house.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { redoStep, undoStep } from '../../src/actions/segments.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { good } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('third')
const draftLeft = (dump.tables['drafts'] as unknown as { id: string; value: unknown }[]).find(
  ({ id }) => id === `criteria:${dump.openId}`,
)!.value
const lines = async (house: House, id: SegmentId) => (await readSegment(house.db, id))!.lines.lines

describe('A tablet with the third version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('third')
  })

  it('opens today: every row is what its table holds, and as it was', async () => {
    await isAsLeft(house, dump)
    expect(await house.db.contacts.get(dump.personId)).toMatchObject({ city: 'Łódź', alternativeAddresses: [{ code: 'HOLIDAY' }] })
    expect(await house.drafts.read('contact:new')).toEqual({ firstName: 'Halb' })
    expect(await house.drafts.read(`criteria:${dump.openId}`)).toEqual(draftLeft)
  })

  it('makes the logged letters again, as they were', async () => {
    const sums = await letterSums(house, dump)
    expect(sums).toEqual(dump.letters)
    expect(Object.keys(sums).length).toBeGreaterThan(2)
  })

  it('undoes and redoes an edited recipe, and logs', async () => {
    const standing = await lines(house, dump.openId)
    expect(standing.map(({ contactId }) => contactId)).toEqual(dump.standing)
    await good(undoStep(house, dump.openId))
    await good(redoStep(house, dump.openId))
    expect(await lines(house, dump.openId)).toEqual(standing)
    const { rev } = (await house.db.segments.get(dump.openId))!
    const logged = await good(logSegment(house, dump.openId, { rev, followUp: undefined }))
    expect(logged.entries).toBe(dump.standing.length - logged.leftOut)
  })
})
