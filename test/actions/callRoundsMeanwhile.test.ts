// Call rounds and what happens meanwhile: two windows at one moment, a round that was closed, somebody deleted, a number that came.
import { beforeEach, describe, expect, it } from 'vitest'
import { beginCallRound, callAgain, closeCallRound, leaveOutOfCalls, logCall, skipCall } from '../../src/actions/callRounds.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { chooseTemplateFor } from '../../src/actions/interactionSetup.ts'
import { deleteContacts } from '../../src/actions/deleteContact.ts'
import { addByHand, createSegment, removeByHand } from '../../src/actions/segments.ts'
import { judgedNow } from '../../src/core/interaction/callRound.ts'
import type { CallFields } from '../../src/core/interaction/callRoundCall.ts'
import { progressOf } from '../../src/core/interaction/callRoundProgress.ts'
import type { CallRoundId, ContactId, EntryId, SegmentId, TemplateId } from '../../src/model/ids.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { marksReader, readCalledFrom, readLeftOut, readRoundsBegun } from '../../src/storage/read/callRounds.ts'
import { company, person, template, today } from '../make.ts'
import { good, openHouse } from '../open.ts'

const call = template({ id: 'call' as TemplateId, description: 'Call', documents: [] })
const ahorn = company({ name: 'Ahorn', phone: '+49 731 100' })
const anna = person({ name: 'Anna Berg', company: ahorn, phone: '+49 731 1' })
const cora = person({ name: 'Cora Lind', phone: '+49 228 3' })
const silent = person({ name: 'Emil Still' })

const fields = (contactId: ContactId, more: Partial<CallFields> = {}): CallFields => ({
  ...{ contactId, outcome: 'reached', evaluation: undefined, note: '', number: '', day: today, time: '09:42', minutes: 3 },
  ...{ responseStatusId: undefined, tasks: [], opportunity: undefined, correction: undefined, seen: new Set<EntryId>(), ...more },
})

let house: House
let other: House
let segmentId: SegmentId
let roundId: CallRoundId
beforeEach(async () => {
  house = openHouse()
  other = { ...openHouse(house.db), calls: house.calls }
  await commit(house.db, { ...noChanges(), put: { contacts: [ahorn, anna, cora, silent], templates: [call] } }, 'seed', '')
  await good(chooseTemplateFor(house, 'calls', call.id))
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(addByHand(house, segmentId, [anna.id, ahorn.id, cora.id, silent.id]))
  roundId = (await good(beginCallRound(house, segmentId, { order: 'segment' }))).value
})

const change = async (id: ContactId, patch: { phone: string; privacyBlocked?: boolean }) => {
  const row = (await house.db.contacts.get(id))!
  await good(commit(house.db, { ...noChanges(), put: { contacts: [{ ...row, ...patch }] } }, 'changeContact', ''))
}
const progress = async () => {
  const round = (await house.db.callRounds.get(roundId))!
  const lines = (await house.db.segmentLines.get(segmentId))!
  const listed = lines.lines.map(({ contactId }) => contactId)
  return progressOf(judgedNow(round, await readLeftOut(house.db, [round])), listed, await marksReader(house.db, roundId)())
}
const stateOf = async (id: ContactId) => (await progress()).people.find(({ contactId }) => contactId === id)?.state

describe('Of two windows at one moment', () => {
  it('one logs the call to a person, the other is told; nothing is logged twice', async () => {
    const both = await Promise.all([logCall(house, roundId, fields(anna.id)), logCall(other, roundId, fields(anna.id))])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'calledMeanwhile', name: 'Anna Berg' } })
    expect(await house.db.entries.count()).toBe(1)
  })

  it('both log calls to different people, and each takes its own back', async () => {
    const [hers, his] = await Promise.all([good(logCall(house, roundId, fields(anna.id))), good(logCall(other, roundId, fields(cora.id)))])
    await good(undo(house, hers.inverse, 'logCall'))
    expect((await house.db.entries.toArray()).map(({ id }) => id)).toEqual([his.value.entryId])
  })

  it('one begins the round, and the other is led into it', async () => {
    await good(closeCallRound(house, roundId))
    const [one, two] = await Promise.all([
      good(beginCallRound(house, segmentId, { order: 'segment' })),
      good(beginCallRound(other, segmentId, { order: 'name' })),
    ])
    expect(one.value).toBe(two.value)
    expect((await house.db.callRounds.toArray()).filter(({ closedAt }) => closedAt === undefined)).toHaveLength(1)
  })

  it('one calls once more those not reached; the other is told, and calls made since count', async () => {
    await good(logCall(house, roundId, fields(anna.id, { outcome: 'noAnswer' })))
    const [one, two] = await Promise.all([callAgain(house, roundId, undefined), callAgain(other, roundId, undefined)])
    expect([one, two].filter(({ ok }) => ok)).toHaveLength(1)
    expect([one, two].find(({ ok }) => !ok)).toMatchObject({ failure: { code: 'calledAgainMeanwhile' } })
    expect((await callAgain(house, roundId, (await house.db.callRounds.get(roundId))!.againAt)).ok).toBe(true)
  })
})

describe('A round that was closed in another window', () => {
  beforeEach(async () => void (await good(closeCallRound(other, roundId))))

  it('takes no call, no skip and no further turn, and is not closed twice', async () => {
    const before = await house.db.callRounds.get(roundId)
    const closed = { failure: { code: 'roundClosed' } }
    expect(await logCall(house, roundId, fields(anna.id))).toMatchObject(closed)
    expect(await skipCall(house, roundId, anna.id)).toMatchObject(closed)
    expect(await leaveOutOfCalls(house, roundId, anna.id, 'gone')).toMatchObject(closed)
    expect(await callAgain(house, roundId, undefined)).toMatchObject(closed)
    expect(await closeCallRound(house, roundId)).toMatchObject(closed)
    expect(await house.db.entries.count()).toBe(0)
    expect(await house.db.callRounds.get(roundId)).toEqual(before)
  })

  it('its closing taken back after a new one was begun: the segment stands once among the rounds begun', async () => {
    const closed = (await house.db.callRounds.get(roundId))!
    const { value } = await good(beginCallRound(house, segmentId, { order: 'name' }))
    const { closedAt: _, ...opened } = closed
    await good(commit(house.db, { ...noChanges(), put: { callRounds: [opened] } }, 'undo closeCallRound', ''))
    expect((await readRoundsBegun(house.db)).map(({ round }) => round.id)).toEqual([value])
  })

  it('takes the call that was noted before it was closed, when that is wanted', async () => {
    await good(logCall(house, roundId, fields(anna.id, { note: 'Wants a visit', late: true })))
    expect((await house.db.entries.toArray())[0]).toMatchObject({ comment: 'Wants a visit', callRoundId: roundId })
  })
})

it('Closed while a call is being logged, one of the two is refused', async () => {
  const [called, closed] = await Promise.all([logCall(house, roundId, fields(anna.id)), closeCallRound(other, roundId)])
  expect(closed.ok).toBe(true)
  const entries = await house.db.entries.count()
  expect(called.ok ? entries : [entries, called.failure.code]).toEqual(called.ok ? 1 : [0, 'roundClosed'])
})

describe('Somebody who was called and deleted since', () => {
  beforeEach(async () => {
    await good(logCall(house, roundId, fields(anna.id)))
    const lines = (await house.db.segmentLines.get(segmentId))!.lines
    await good(removeByHand(house, segmentId, [lines.find(({ contactId }) => contactId === anna.id)!.lineNo]))
    await good(deleteContacts(house, [anna.id], 'keep'))
    expect((await house.db.entries.toArray())[0]).toMatchObject({ contactId: ahorn.id, deletedContactId: anna.id })
  })

  it('still counts as reached; her company, which has her call now, is still to be called', async () => {
    expect([await stateOf(anna.id), await stateOf(ahorn.id)]).toEqual(['reached', 'toCall'])
    expect(await progress()).toMatchObject({ reached: 1, due: 2 })
    await good(logCall(house, roundId, fields(ahorn.id)))
    expect(await stateOf(ahorn.id)).toBe('reached')
    expect(await readCalledFrom(house.db, segmentId)).toBe(2)
  })
})

describe('Somebody left out for want of a number', () => {
  it('is called as soon as she has one', async () => {
    expect(await stateOf(silent.id)).toBe('noNumber')
    await change(silent.id, { phone: '+49 30 5' })
    expect(await stateOf(silent.id)).toBe('toCall')
    expect((await progress()).due).toBe(4)
  })

  it('is told apart for the reason that holds now', async () => {
    await change(silent.id, { phone: '+49 30 5', privacyBlocked: true })
    expect(await stateOf(silent.id)).toBe('privacyBlocked')
  })

  it('stands in the round as to be called when it goes once more', async () => {
    await change(silent.id, { phone: '+49 30 5' })
    await good(skipCall(house, roundId, silent.id))
    await good(callAgain(house, roundId, undefined))
    expect((await house.db.callRounds.get(roundId))!).toMatchObject({ leftOut: [], skipped: [] })
  })
})
