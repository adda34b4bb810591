// Data of the fifth version, kept in test/storage/old: no row changes, and what is new (campaign statuses, call rounds, tasks, opportunities)
// finds its place beside it.
import { beforeAll, describe, expect, it } from 'vitest'
import { partContacts } from '../../src/actions/duplicates.ts'
import type { House } from '../../src/actions/house.ts'
import type { CallRoundId, OpportunityId } from '../../src/model/ids.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { good } from '../open.ts'
import { houseLeftBy, isAsLeft, letterSums, oldDump } from './old.ts'

const dump = oldDump('fifth')

describe('A tablet with the fifth version', () => {
  let house: House
  beforeAll(async () => {
    house = await houseLeftBy('fifth')
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

  it('finds entries by what is new on them', async () => {
    const [entry] = await house.db.entries.toArray()
    const [callRoundId, opportunityId] = ['round' as CallRoundId, 'chance' as OpportunityId]
    const put = { entries: [{ ...entry!, callRoundId, opportunityId, callOutcome: 'reached' as const }] }
    await good(commit(house.db, { ...noChanges(), put }, 'call', ''))
    for (const [field, id] of Object.entries({ callRoundId, opportunityId }))
      expect(await house.db.entries.where(field).equals(id).primaryKeys()).toEqual([entry!.id])
  })

  it('parts two contacts that were merged before there was anything new', async () => {
    expect(await house.db.contacts.get(dump.lostId)).toBeUndefined()
    await good(partContacts(house, dump.mergeId))
    expect((await house.db.contacts.get(dump.lostId))?.id).toBe(dump.lostId)
    expect(await house.db.entries.where('contactId').equals(dump.lostId).count()).toBeGreaterThan(0)
  })
})
