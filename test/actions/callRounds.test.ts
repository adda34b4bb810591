// Call rounds through the actions: one commit for a call, everything back by its undo, two windows, somebody who is gone, a long round.
import { beforeEach, describe, expect, it } from 'vitest'
import { beginCallRound, callAgain, closeCallRound, followUpCalls, logCall, skipCall } from '../../src/actions/callRounds.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { chooseTemplateFor } from '../../src/actions/interactionSetup.ts'
import { addByHand, changeHeader, createSegment, deleteSegment } from '../../src/actions/segments.ts'
import type { CallFields } from '../../src/core/interaction/callRoundCall.ts'
import { progressOf } from '../../src/core/interaction/callRoundProgress.ts'
import type { CallRoundId, ContactId, EntryId, SegmentId, TemplateId } from '../../src/model/ids.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { marksReader } from '../../src/storage/read/callRounds.ts'
import { campaign, company, person, salesperson, template, today } from '../make.ts'
import { contents, good, openHouse } from '../open.ts'

const vera = salesperson({ name: 'Vera' })
const spring = campaign({ description: 'Spring' })
const call = template({ id: 'call' as TemplateId, description: 'Call', documents: [] })
const ahorn = company({ name: 'Ahorn', phone: '+49 731 100' })
const anna = person({ name: 'Anna Berg', company: ahorn, phone: '+49 731 1; +49 731 2' })
const cora = person({ name: 'Cora Lind', phone: '+49 228 3' })

const fields = (contactId: ContactId, more: Partial<CallFields> = {}): CallFields => ({
  ...{ contactId, outcome: 'reached', evaluation: undefined, note: '', number: '', day: today, time: '09:42', minutes: 3 },
  ...{ responseStatusId: undefined, tasks: [], opportunity: undefined, correction: undefined, seen: new Set<EntryId>(), ...more },
})
const task: CallFields['tasks'][number] = {
  ...{ type: 'phoneCall', description: 'Back', day: today, time: '', allDay: true, duration: undefined, location: '' },
  ...{ status: 'notStarted', priority: 'normal', notes: '', recurring: undefined },
}

let house: House
let segmentId: SegmentId
let roundId: CallRoundId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, anna, cora], templates: [call], salespeople: [vera], campaigns: [spring] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  await good(chooseTemplateFor(house, 'calls', call.id))
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { salespersonId: vera.id, campaignId: spring.id }, 'keep'))
  await good(addByHand(house, segmentId, [anna.id, cora.id]))
  roundId = (await good(beginCallRound(house, segmentId, { order: 'segment' }))).value
})

const progress = async () => {
  const round = (await house.db.callRounds.get(roundId))!
  const lines = (await house.db.segmentLines.get(segmentId))!
  const listed = lines.lines.map(({ contactId }) => contactId)
  return progressOf(round, listed, await house.db.entries.where('callRoundId').equals(roundId).toArray())
}

describe('A call round', () => {
  it('law: the undo of a call leaves everything as it was, number series aside', async () => {
    const opportunity = { description: 'Saw', expectedDay: undefined, estimatedValue: 9, chance: 50, notes: '' }
    const all: Partial<CallFields> = { outcome: 'wrongNumber', number: '+49 731 2', correction: '+49 731 9', tasks: [task], opportunity }
    const before = await contents(house)
    const done = await good(logCall(house, roundId, fields(anna.id, all)))
    const after = await contents(house)
    expect(['entries', 'campaignEntries', 'tasks', 'opportunities'].map((table) => after[table]?.length)).toEqual([1, 1, 1, 1])
    await good(undo(house, done.inverse, 'logCall'))
    const now = await contents(house)
    expect({ ...now, series: [] }).toEqual({ ...before, series: [] })
  })

  it('one of two windows writes; the other is told, and writes another attempt when that is wanted', async () => {
    const other = { ...openHouse(house.db), calls: house.calls }
    const first = await good(logCall(house, roundId, fields(anna.id)))
    expect(await logCall(other, roundId, fields(anna.id))).toMatchObject({ failure: { code: 'calledMeanwhile', name: 'Anna Berg' } })
    await good(logCall(other, roundId, fields(anna.id, { seen: new Set([first.value.entryId]) })))
    expect((await progress()).people[0]?.calls).toHaveLength(2)
    expect(await house.db.campaignEntries.count()).toBe(1)
    expect((await good(beginCallRound(other, segmentId, { order: 'name' }))).value).toBe(roundId)
  })

  it('of two windows that call at the same moment one makes the entry of the campaign', async () => {
    await Promise.all([good(logCall(house, roundId, fields(anna.id))), good(logCall(house, roundId, fields(cora.id)))])
    expect(await house.db.campaignEntries.count()).toBe(1)
    expect(new Set((await house.db.entries.toArray()).map(({ campaignEntryId }) => campaignEntryId)).size).toBe(1)
  })

  it('skipped, once more, closed; a follow-up is for those not reached', async () => {
    await good(logCall(house, roundId, fields(anna.id, { outcome: 'noAnswer' })))
    await good(skipCall(house, roundId, cora.id))
    expect(await progress()).toMatchObject({ due: 0, notReached: 1, skipped: 1 })
    await good(callAgain(house, roundId, undefined))
    expect((await progress()).due).toBe(2)
    const followUp = (await good(followUpCalls(house, roundId, [anna.id], 'Not reached'))).value
    expect((await house.db.segmentLines.get(followUp))?.lines.map(({ contactId }) => contactId)).toEqual([anna.id])
    expect(await house.db.segments.get(followUp)).toMatchObject({ campaignId: spring.id, salespersonId: vera.id })
    await good(closeCallRound(house, roundId))
    expect((await good(beginCallRound(house, segmentId, { order: 'name' }))).value).not.toBe(roundId)
  })

  it('the segment deleted in the middle: what was typed is logged all the same', async () => {
    await good(deleteSegment(house, segmentId))
    await good(logCall(house, roundId, fields(anna.id, { note: 'Wants a visit' })))
    expect((await house.db.entries.toArray())[0]).toMatchObject({ comment: 'Wants a visit', segmentId, description: 'Autumn' })
  })

  it('marks follow the log: a call, its cancelling, its undo', async () => {
    const read = marksReader(house.db, roundId)
    expect(await read()).toHaveLength(0)
    const first = await good(logCall(house, roundId, fields(anna.id)))
    const second = await good(logCall(house, roundId, fields(cora.id)))
    expect((await read()).map(({ contactId }) => contactId)).toEqual([anna.id, cora.id])
    const row = (await house.db.entries.get(first.value.entryId))!
    await good(commit(house.db, { ...noChanges(), put: { entries: [{ ...row, cancelled: true }] } }, 'cancelEntries', ''))
    expect((await read()).map(({ contactId }) => contactId)).toEqual([cora.id])
    await good(undo(house, second.inverse, 'logCall'))
    expect(await read()).toHaveLength(0)
  })
})

describe('A call of a long round', () => {
  it('writes its own rows only, not those of everybody else', async () => {
    const many = Array.from({ length: 1500 }, (_, at) =>
      person({ id: `p${at}` as ContactId, name: `Person ${at}`, phone: `+49 30 ${at + 1000000}` }),
    )
    await commit(house.db, { ...noChanges(), put: { contacts: many } }, 'seed', '')
    const long = (await good(createSegment(house, 'Long'))).value
    await good(
      addByHand(
        house,
        long,
        many.map(({ id }) => id),
      ),
    )
    const round = (await good(beginCallRound(house, long, { order: 'segment' }))).value
    await good(logCall(house, round, fields(many[7]!.id, { number: many[7]!.phone })))
    const last = await house.db.changes.orderBy('rev').last()
    expect(Object.keys(last!.ids)).toEqual(['entries'])
  })
})
