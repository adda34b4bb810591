// Undo that is tapped late: what was forgotten does not come back with it, and who comes back names nothing that is gone.
import { describe, expect, it } from 'vitest'
import { giveRow, takeRow } from '../../src/actions/contactCard.ts'
import { createContact } from '../../src/actions/contacts.ts'
import { checkData } from '../../src/actions/dataCheck.ts'
import { deleteContacts } from '../../src/actions/deleteContact.ts'
import { mergeContacts, partContacts } from '../../src/actions/duplicates.ts'
import { deleteCancelledSegments } from '../../src/actions/entries.ts'
import { forgetContact } from '../../src/actions/forget.ts'
import { undo, undoLong, type House } from '../../src/actions/house.ts'
import { deleteListRow, mergeListRows } from '../../src/actions/listRows.ts'
import { createListRow } from '../../src/actions/lists.ts'
import { addByHand, commentLine, createSegment, deleteSegment } from '../../src/actions/segments.ts'
import type { ContactFields } from '../../src/core/contact/edit.ts'
import type { Person } from '../../src/model/contact.ts'
import type { ContactId, LoggedLinesId, LoggedSegmentId } from '../../src/model/ids.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { entry, lineOf, person, segmentOf, today } from '../make.ts'
import { good, openHouse } from '../open.ts'

const made = async (house: House, type: 'person' | 'company', fields: ContactFields): Promise<ContactId> =>
  (await good(createContact(house, type, fields))).value
const anna = (house: House, fields: ContactFields = {}) => made(house, 'person', { firstName: 'Anna', surname: 'Berg', ...fields })
const group = async (house: House, name: string) => (await good(createListRow(house, 'mailingGroups', name))).value
const findings = async (house: House) => (await good(checkData(house))).findings

describe('Somebody was forgotten since', () => {
  it('the undo of another window that would bring her line back is refused', async () => {
    const [house, other] = twoWindows()
    const id = await anna(house)
    const segment = (await good(createSegment(house, 'Letter'))).value
    await good(addByHand(house, segment, [id]))
    await good(commentLine(house, segment, 1, 'Anna is ill'))
    const deleted = await good(deleteSegment(other, segment))
    await good(forgetContact(house, id))
    expect(await undo(other, deleted.inverse, 'deleteSegment')).toEqual({ ok: false, failure: { code: 'undoForgotten' } })
    expect(await house.db.segmentLines.count()).toBe(0)
  })

  it('the undo of another window that would bring her frozen line and her entry back is refused', async () => {
    const [house, other] = twoWindows()
    const her = person({ name: 'Anna Berg' })
    await good(commit(house.db, cancelledLetterTo(her), 'test', '2026-11-20T09:00:00.000Z'))
    const deleted = await good(deleteCancelledSegments(other, ['L1' as LoggedSegmentId]))
    await good(forgetContact(house, her.id))
    expect(await undoLong(other, deleted.rev)).toEqual({ ok: false, failure: { code: 'undoForgotten' } })
    expect([await house.db.loggedLines.count(), await house.db.entries.count()]).toEqual([0, 0])
  })

  it('what is done after it can be undone as ever', async () => {
    const house = openHouse()
    await good(forgetContact(house, await anna(house)))
    const segment = (await good(createSegment(house, 'Letter'))).value
    const deleted = await good(deleteSegment(house, segment))
    await good(undo(house, deleted.inverse, 'deleteSegment'))
    expect(await house.db.segments.count()).toBe(1)
  })
})

describe('Who comes back by an undo', () => {
  it('does not have a mailing group that was deleted since', async () => {
    const house = openHouse()
    const [news, fair] = [await group(house, 'News'), await group(house, 'Fair')]
    const id = await anna(house, { mailingGroupIds: [news, fair] as never })
    const taken = await good(takeRow(house, id, 'mailingGroups', news))
    await good(deleteListRow(house, 'mailingGroups', news))
    await good(undo(house, taken.inverse, 'changeContact'))
    expect((await house.db.contacts.get(id))?.mailingGroupIds).toEqual([fair])
  })

  it('does not have a mailing group that went into another one since', async () => {
    const house = openHouse()
    const [news, fair] = [await group(house, 'News'), await group(house, 'Fair')]
    const id = await anna(house, { mailingGroupIds: [news] as never })
    const taken = await good(takeRow(house, id, 'mailingGroups', news))
    await good(mergeListRows(house, { list: 'mailingGroups', from: [news], to: fair }))
    await good(undo(house, taken.inverse, 'changeContact'))
    expect(await findings(house)).toEqual([])
  })

  it('belongs to no company that was deleted since', async () => {
    const house = openHouse()
    const huber = await made(house, 'company', { name: 'Huber' })
    const id = await anna(house, { companyId: huber })
    const deleted = await good(deleteContacts(house, [id], 'keep'))
    await good(deleteContacts(house, [huber], 'keep'))
    await good(undoLong(house, deleted.rev))
    expect(await house.db.contacts.get(id)).not.toHaveProperty('companyId')
  })

  it('belongs to the company that hers was merged into', async () => {
    const house = openHouse()
    const [huber, sauer] = [await made(house, 'company', { name: 'Huber' }), await made(house, 'company', { name: 'Sauer' })]
    const id = await anna(house, { companyId: huber })
    const deleted = await good(deleteContacts(house, [id], 'keep'))
    await good(mergeContacts(house, [{ keptId: sauer, lostId: huber }]))
    await good(undoLong(house, deleted.rev))
    expect(((await house.db.contacts.get(id)) as Person).companyId).toBe(sauer)
  })

  it('has the group that comes back with her', async () => {
    const house = openHouse()
    const news = await group(house, 'News')
    const id = await anna(house)
    await good(giveRow(house, id, 'mailingGroups', news))
    const deleted = await good(deleteListRow(house, 'mailingGroups', news))
    await good(deleted.takeBack())
    expect((await house.db.contacts.get(id))?.mailingGroupIds).toEqual([news])
  })
})

it('Who is parted has no group and no company that was deleted since the merge', async () => {
  const house = openHouse()
  const [news, huber] = [await group(house, 'News'), await made(house, 'company', { name: 'Huber' })]
  const [kept, lost] = [await anna(house), await anna(house, { companyId: huber, mailingGroupIds: [news] as never })]
  const merged = await good(mergeContacts(house, [{ keptId: kept, lostId: lost }]))
  await good(deleteListRow(house, 'mailingGroups', news))
  await good(deleteContacts(house, [huber], 'keep'))
  await good(partContacts(house, merged.mergeIds[0]!))
  expect(await house.db.contacts.get(lost)).toMatchObject({ mailingGroupIds: [] })
  expect(await house.db.contacts.get(lost)).not.toHaveProperty('companyId')
  expect(await findings(house)).toEqual([])
})

it('A merge can be undone after four more acts of that kind', async () => {
  const house = openHouse()
  const [kept, lost] = [await anna(house), await anna(house)]
  const merged = await good(mergeContacts(house, [{ keptId: kept, lostId: lost }]))
  for (let at = 0; at < 4; at++) await good(deleteContacts(house, [await anna(house)], 'keep'))
  await good(undoLong(house, merged.rev))
  expect(await house.db.contacts.get(lost)).toBeDefined()
})

const twoWindows = (): [House, House] => {
  const house = openHouse()
  return [house, openHouse(house.db)]
}

/** A letter to her alone, logged and cancelled. */
function cancelledLetterTo(her: Person): Changes {
  const id = 'L1' as LoggedSegmentId
  const one = entry(her, '2026-11-01', { rev: 0, loggedSegmentId: id, cancelled: true, comment: 'ill' })
  const counts = { lines: 1, logged: 1, letters: 1, privacyBlocked: 0, minor: 0, contactGone: 0 }
  const logged = {
    ...{ id, rev: 0, no: 'S1', day: today, loggedBy: 'Vera', loggedAt: '', templateDescription: '', steps: [], counts, values: {} },
    header: segmentOf([]).segment,
  }
  const line = { line: lineOf(her, 1), name: her.name, companyName: '', city: 'Bonn', entryId: one.id, values: { Name: her.name } }
  const put: Changes['put'] = {
    contacts: [{ ...her, rev: 0 }],
    entries: [one],
    loggedSegments: [logged],
    loggedStates: [{ id, rev: 0, cancelled: true, reason: '', at: '' }],
    loggedLines: [{ id: 'lines' as LoggedLinesId, rev: 0, loggedSegmentId: id, from: 0, lines: [line] }],
  }
  return { ...noChanges(), put }
}
