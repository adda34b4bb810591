// Logging through the actions, and what is done with it afterwards: undo, cancel, delete, evaluate, send again; in one window and in two.
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeContact } from '../../src/actions/contacts.ts'
import {
  cancelEntries,
  changeComment,
  commentEntry,
  deleteCancelledEntries,
  deleteCancelledSegments,
  evaluateEntries,
  resend,
  setDelivery,
  uncancelEntries,
  undoLong,
} from '../../src/actions/entries.ts'
import { respond } from '../../src/actions/responses.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { makeLoggedLetters } from '../../src/actions/letters.ts'
import { isBeingWritten, logSegment, undoLog } from '../../src/actions/logSegment.ts'
import { cancelLogged, createFollowUp } from '../../src/actions/loggedSegments.ts'
import { addByHand, changeHeader, changeLine, commentLine, createSegment } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import type { Result } from '../../src/base/result.ts'
import { isCancelled } from '../../src/core/interaction/cancel.ts'
import type { Failure } from '../../src/model/failure.ts'
import { planResend } from '../../src/core/interaction/resend.ts'
import type { AttachmentId, EntryId, LoggedSegmentId, SegmentId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readHanging } from '../../src/storage/read/cancelled.ts'
import { readLoggedSegment } from '../../src/storage/read/logged.ts'
import { aroundOf, readAround } from '../../src/storage/read/segments.ts'
import { campaign, company, person, salesperson, template, today } from '../make.ts'
import { contents, good, letterBytes, openHouse } from '../open.ts'

const vera = salesperson({ name: 'Vera' })
const spring = campaign({ description: 'Spring' })
const letter = template({ correspondenceType: 'hardCopy', documents: [] })
const ahorn = company({ name: 'Ahorn', city: 'Ulm', address: 'Ring 1' })
const anna = person({ name: 'Anna Berg', company: ahorn, email: 'anna@example.com' })
const cora = person({ name: 'Cora Lind', city: 'Bonn', address: 'Weg 2' })
const dora = person({ name: 'Dora Weiß', city: 'Bonn', address: 'Weg 3', correspondenceType: 'email', email: 'dora@example.com' })

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, anna, cora, dora], templates: [letter], salespeople: [vera], campaigns: [spring] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  const bytes = new Uint8Array(readFileSync('test/letters/letter-en.docx')).slice().buffer
  await good(attachDocument(house, letter.id, toLetterLanguage('en'), 'letter.docx', bytes))
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id, campaignId: spring.id }, 'keep'))
  await good(addByHand(house, segmentId, [anna.id, cora.id, dora.id]))
  await good(commentLine(house, segmentId, 1, 'Till soon'))
})

const revOf = async (id = segmentId) => (await house.db.segments.get(id))!.rev
const log = async (wish: { followUp?: string; delivered?: boolean } = {}) =>
  good(logSegment(house, segmentId, { followUp: undefined, ...wish, rev: await revOf() }))
const entriesOf = async (id: LoggedSegmentId) => house.db.entries.where('loggedSegmentId').equals(id).sortBy('id')
const idsOf = async (id: LoggedSegmentId) => (await entriesOf(id)).map((entry) => entry.id)
const refusal = async (doing: Promise<Result<unknown, Failure>>) => {
  const done = await doing
  return done.ok ? 'done' : done.failure
}

describe('Log', () => {
  it('says in a few words what was logged, and tells of its way: planning first, then writing', async () => {
    const heard: [number, number][] = []
    const watch = { onProgress: (done: number, total: number) => void heard.push([done, total]) }
    const done = await good(logSegment(house, segmentId, { rev: await revOf(), followUp: 'Call them' }, watch))
    expect(done).toMatchObject({ entries: 3, letters: 3, leftOut: 0 })
    expect(await house.db.segments.get(done.followUpId!)).toMatchObject({ description: 'Call them', followUpOf: done.loggedId })
    expect(heard[0]).toEqual([0, 6])
    expect(heard.at(-1)).toEqual([6, 6])
    expect(heard.map(([now]) => now)).toEqual(heard.map(([now]) => now).toSorted((a, b) => a - b))
    expect(heard.map(([now, total]) => isBeingWritten(now, total))).toContain(true)
  })

  it('whoever is privacy blocked in another window while it is planned gets no entry', async () => {
    const many = Array.from({ length: 300 }, (_, at) => person({ name: `Person ${at}`, rev: 0 }))
    await good(commit(house.db, { ...noChanges(), put: { contacts: many } }, 'test', ''))
    await good(
      addByHand(
        house,
        segmentId,
        many.map(({ id }) => id),
      ),
    )
    const stored = (await house.db.contacts.get(cora.id))!
    let blocking: Promise<unknown> | undefined
    const onProgress = (done: number) => {
      const blocked = { ...noChanges(), put: { contacts: [{ ...stored, privacyBlocked: true }] } }
      if (done >= 250) blocking ??= commit(house.db, blocked, 'changeContact', '')
    }
    const done = await good(logSegment(house, segmentId, { rev: await revOf(), followUp: undefined }, { onProgress }))
    await blocking
    expect(done).toMatchObject({ entries: 302, leftOut: 1 })
    expect((await entriesOf(done.loggedId)).map(({ contactId }) => contactId)).not.toContain(cora.id)
  })

  it('stopped before the writing, it has written nothing', async () => {
    const before = await contents(house)
    const watch = { signal: AbortSignal.abort() }
    expect(await refusal(logSegment(house, segmentId, { rev: await revOf(), followUp: undefined }, watch))).toEqual({ code: 'stopped' })
    expect(await contents(house)).toEqual(before)
  })

  it('leaves an entry in each campaign of its lines, shown with it also where the header names none: the template’s, a line’s own', async () => {
    const autumn = campaign({ description: 'Autumn fair', rev: 0 })
    await good(commit(house.db, { ...noChanges(), put: { campaigns: [autumn] } }, 'test', ''))
    const { rev: _, ...stored } = (await house.db.templates.get(letter.id))!
    await house.db.templates.put({ ...stored, rev: 0, campaignId: spring.id })
    await good(changeHeader(house, segmentId, { campaignId: undefined }, 'keep'))
    await good(changeLine(house, segmentId, 2, { campaignId: autumn.id }))
    const { loggedId } = await log()
    const page = (await readLoggedSegment(house.db, loggedId))!
    expect(page.campaignEntries.map(({ campaignId }) => campaignId).toSorted()).toEqual([autumn.id, spring.id])
  })

  it('gives its entries keys in the order of the list, that rise with time', async () => {
    const { loggedId } = await log()
    expect((await entriesOf(loggedId)).map(({ contactId }) => contactId)).toEqual([anna.id, cora.id, dora.id])
  })

  it('with letters that were printed or sent before says so', async () => {
    const { loggedId } = await log({ delivered: true })
    expect((await entriesOf(loggedId)).map(({ delivery }) => delivery)).toEqual(['printed', 'printed', 'shared'])
  })

  it('3.25 followed up by a number that another window takes meanwhile: both get one of their own', async () => {
    const other = openHouse(house.db)
    const rev = await revOf()
    const [logged, made] = await Promise.all([
      good(logSegment(house, segmentId, { rev, followUp: 'Call them' })),
      good(createSegment(other, 'Beside')),
    ])
    const nos = [(await house.db.segments.get(logged.followUpId!))?.no, (await house.db.segments.get(made.value))?.no]
    expect(new Set(nos).size).toBe(2)
  })
})

describe('Undo of a log', () => {
  it('brings the segment back as it was, its follow-up goes', async () => {
    const before = await contents(house)
    const { rev } = await log({ followUp: 'Call them' })
    await good(undoLog(house, rev))
    // Only the number of the follow-up is never given twice.
    expect({ ...(await contents(house)), series: [] }).toEqual({ ...before, series: [] })
  })

  it('is refused once something of it was changed, and leaves everything as it is', async () => {
    const { rev, loggedId } = await log()
    await good(evaluateEntries(house, (await idsOf(loggedId)).slice(1, 2), 'positive'))
    const before = await contents(house)
    expect(await refusal(undoLog(house, rev))).toEqual({ code: 'changedSince', count: 1 })
    expect(await contents(house)).toEqual(before)
  })

  it('is refused with words when the worker began anew: it can be cancelled with a reason instead', async () => {
    const { rev, loggedId } = await log()
    const again = openHouse(house.db)
    expect(await refusal(undoLog(again, rev))).toEqual({ code: 'undoLost' })
    await good(cancelLogged(again, loggedId, true, 'Wrong list'))
  })

  it('is refused once another window has cancelled it: the reason is not lost, and no flag stays behind without its segment', async () => {
    const { rev, loggedId } = await log()
    await good(cancelLogged(openHouse(house.db), loggedId, true, 'Wrong list'))
    const before = await contents(house)
    expect(await refusal(undoLog(house, rev))).toEqual({ code: 'changedSince', count: 1 })
    expect(await contents(house)).toEqual(before)
  })

  it('works once', async () => {
    const { rev } = await log()
    await good(undoLog(house, rev))
    expect(await refusal(undoLog(house, rev))).toEqual({ code: 'undoLost' })
  })
})

describe('3.18 Two windows that log the same segment', () => {
  it('one wins, the other is told; nothing is written twice', async () => {
    const other = openHouse(house.db)
    const wish = { rev: await revOf(), followUp: 'Call them' }
    const done = await Promise.all([logSegment(house, segmentId, wish), logSegment(other, segmentId, wish)])
    expect(done.map(({ ok }) => ok).toSorted()).toEqual([false, true])
    const told = done.find(({ ok }) => !ok)
    expect(told && !told.ok && told.failure.code).toMatch(/stale|notFound/)
    const counts = await Promise.all(
      ['loggedSegments', 'entries', 'campaignEntries', 'segments'].map((name) => house.db.table(name).count()),
    )
    expect(counts).toEqual([1, 3, 1, 1])
  })
})

describe('3.30 Cancelling', () => {
  it('entries one by one, with a reason; they count again when it is taken back', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(cancelEntries(house, ids.slice(0, 1), ' Wrong person '))
    const again = await good(cancelEntries(house, ids.slice(0, 2), 'Other'))
    expect(again.value).toBe(1)
    expect((await entriesOf(loggedId)).map(({ cancelled, cancelReason }) => [cancelled, cancelReason])).toEqual([
      [true, 'Wrong person'],
      [true, 'Other'],
      [false, undefined],
    ])
    await good(uncancelEntries(house, ids))
    for (const entry of await entriesOf(loggedId)) expect([entry.cancelled, 'cancelReason' in entry]).toEqual([false, false])
  })

  it('2.13 a whole segment and back leaves the flag of entries cancelled one by one; the reference revives them', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(cancelEntries(house, ids.slice(0, 1), 'Wrong person'))
    await good(cancelLogged(house, loggedId, true, 'Wrong list'))
    await good(cancelLogged(house, loggedId, false, ''))
    const state = await house.db.loggedStates.get(loggedId)
    expect((await entriesOf(loggedId)).map((entry) => isCancelled(entry, state))).toEqual([true, false, false])
  })

  it('un-cancel of an entry is refused while its segment is cancelled', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(cancelEntries(house, ids, 'Wrong list'))
    await good(cancelLogged(house, loggedId, true, 'Wrong list'))
    expect(await refusal(uncancelEntries(house, ids))).toEqual({ code: 'segmentCancelled', count: 3 })
  })
})

describe('3.32 Delete cancelled', () => {
  it('2.13 takes a cancelled segment with all that hangs on it, counted before; the reference leaves its entries behind', async () => {
    const { loggedId } = await log({ followUp: 'Call them' })
    const state = { segments: 1, entries: 3, campaignEntries: 1 }
    const going = async (ids?: LoggedSegmentId[]) => {
      const rows = await readHanging(house.db, ids)
      const [entries, campaignEntries] = [rows.flatMap((row) => row.entries), rows.flatMap((row) => row.campaignEntries)]
      return { segments: rows.length, entries: entries.length, campaignEntries: campaignEntries.length }
    }
    expect(await going()).toEqual({ segments: 0, entries: 0, campaignEntries: 0 })
    await good(cancelLogged(house, loggedId, true, 'Wrong list'))
    expect(await going([loggedId])).toEqual(state)
    const before = await contents(house)
    const gone = await good(deleteCancelledSegments(house, [loggedId]))
    expect(gone).toMatchObject(state)
    for (const table of ['loggedSegments', 'loggedLines', 'loggedStates', 'entries', 'campaignEntries'])
      expect([table, await house.db.table(table).count()]).toEqual([table, 0])
    // Documents stay, and so does what was followed up.
    expect([await house.db.attachments.count(), await house.db.segments.count()]).toEqual([1, 1])
    await good(undoLong(house, gone.rev))
    expect(await contents(house)).toEqual(before)
  })

  it('never takes what is not cancelled', async () => {
    const { loggedId } = await log()
    expect(await refusal(deleteCancelledSegments(house, [loggedId]))).toEqual({ code: 'nothingCancelled' })
    expect(await refusal(deleteCancelledSegments(house, undefined))).toEqual({ code: 'nothingCancelled' })
    const ids = await idsOf(loggedId)
    expect(await refusal(deleteCancelledEntries(house, ids))).toEqual({ code: 'nothingCancelled' })
    await good(cancelEntries(house, ids.slice(0, 1), ''))
    const before = await contents(house)
    const gone = await good(deleteCancelledEntries(house, ids))
    expect([gone.value, await idsOf(loggedId)]).toEqual([1, ids.slice(1)])
    await good(undo(house, gone.inverse, 'deleteCancelledEntries'))
    expect(await contents(house)).toEqual(before)
  })

  it('leaves a segment that another window has un-cancelled meanwhile', async () => {
    const { loggedId } = await log()
    await good(cancelLogged(house, loggedId, true, 'Wrong list'))
    const other = openHouse(house.db)
    const [gone, back] = await Promise.all([deleteCancelledSegments(house, [loggedId]), cancelLogged(other, loggedId, false, '')])
    const left = await house.db.loggedSegments.count()
    expect([gone.ok, left]).toEqual(gone.ok ? [true, 0] : [false, 1])
    expect(await house.db.entries.count()).toBe(3 * left)
    if (left === 1) expect(back.ok).toBe(true)
  })
})

describe('2.14 Entries live on', () => {
  it('are evaluated, answered and delivered, many at once; an undo of it brings back each as it was', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(evaluateEntries(house, ids.slice(0, 1), 'negative'))
    const before = await contents(house)
    const evaluated = await good(evaluateEntries(house, ids, 'positive'))
    await good(undo(house, evaluated.inverse, 'evaluateEntries'))
    expect(await contents(house)).toEqual(before)
    await good(respond(house, ids, 'answered', { day: today }))
    expect((await good(setDelivery(house, ids, 'printed'))).value).toBe(3)
    expect((await good(setDelivery(house, ids, 'printed'))).value).toBe(0)
    await good(respond(house, ids.slice(0, 1), undefined, { day: today }))
    expect((await entriesOf(loggedId)).map(({ respondedDay, delivery }) => [respondedDay, delivery])).toEqual([
      [undefined, 'printed'],
      [today, 'printed'],
      [today, 'printed'],
    ])
  })

  it('bear remarks with day and name; a blank one is refused', async () => {
    const { loggedId } = await log()
    const [id] = (await idsOf(loggedId)) as [EntryId]
    await good(commentEntry(house, id, ' Wants an offer '))
    await good(commentEntry(house, id, 'Offer sent'))
    expect(await refusal(commentEntry(house, id, '  '))).toEqual({ code: 'commentBlank' })
    await good(changeComment(house, id, 0, ''))
    expect((await house.db.entries.get(id))?.comments).toEqual([{ day: today, by: 'Vera', text: 'Offer sent' }])
  })
})

describe('2.13, 3.31 Resend', () => {
  const again = (ids: readonly EntryId[], fresh: boolean, correspondenceType?: 'hardCopy' | 'email') =>
    resend(house, ids, { correspondenceType, fresh, prefix: 'Resend: ' })

  it('makes new entries of today with the letters as they were; the reference takes the old entries again', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(evaluateEntries(house, ids, 'negative'))
    const before = await entriesOf(loggedId)
    const done = await good(again(ids, false))
    expect(done).toMatchObject({ entries: 3, leftOut: {} })
    expect(await entriesOf(loggedId)).toEqual(before)
    const fresh = (await house.db.entries.toArray()).filter(({ loggedSegmentId }) => loggedSegmentId === undefined)
    expect(fresh.find(({ contactId }) => contactId === anna.id)).toMatchObject({
      ...{ description: 'Resend: Autumn', delivery: 'toPrint', campaignId: spring.id, comment: 'Till soon' },
      letter: { languageCode: 'en', values: { Name: 'Anna Berg', Comment: 'Till soon', Segment_No: 'SM00001' } },
    })
    for (const entry of fresh) expect(entry).not.toHaveProperty('evaluation')
    await good(undoLong(house, done.rev))
    expect(await house.db.entries.count()).toBe(3)
  })

  it('with the values of today, when they are to be updated', async () => {
    const { loggedId } = await log()
    const now = (await house.db.contacts.get(cora.id))!
    await good(changeContact(house, cora.id, now.rev, { city: 'Köln' }))
    const ids = await idsOf(loggedId)
    await good(again(ids.slice(1, 2), false))
    await good(again(ids.slice(1, 2), true))
    const letters = (await house.db.entries.toArray()).flatMap((entry) => (entry.letter ? [entry.letter.values] : []))
    expect(letters.map((values) => values['City']).toSorted()).toEqual(['Bonn', 'Köln'])
    const [old, fresh] = ['Bonn', 'Köln'].map((city) => letters.find((values) => values['City'] === city))
    const changed = Object.keys(fresh!).filter((name) => JSON.stringify(fresh![name]) !== JSON.stringify(old![name]))
    expect(changed.toSorted()).toEqual(['Address_Block', 'City'])
  })

  it('rests on entries and contacts as they were read: what another window cancelled or blocked meanwhile is not sent', async () => {
    const { loggedId } = await log()
    const [first] = await entriesOf(loggedId)
    const letter = {
      ...{ attachmentId: 'a' as AttachmentId, languageCode: toLetterLanguage('en') },
      mapping: {},
      values: {},
      segmentNo: '',
    }
    const around = aroundOf(await readAround(house.db, [anna.id]))
    const wish = { correspondenceType: undefined, fresh: false, prefix: 'Resend: ' }
    const planned = planResend(
      [first!],
      () => letter,
      () => false,
      around,
      wish,
      house.occasion(),
    )
    if (!planned.ok) throw new Error(planned.failure.code)
    await good(cancelEntries(openHouse(house.db), [first!.id], 'Wrong address'))
    expect(await refusal(commit(house.db, planned.value.changes, 'resend', ''))).toMatchObject({ code: 'stale', table: 'entries' })
  })

  it('leaves out, with the reason, whoever cannot be sent to; and is refused when nobody is left', async () => {
    const { loggedId } = await log()
    const ids = await idsOf(loggedId)
    await good(cancelEntries(house, ids.slice(2), ''))
    expect(await good(again(ids, false, 'email'))).toMatchObject({ entries: 1, leftOut: { noEmail: 1, cancelled: 1 } })
    expect(await refusal(again(ids.slice(1), false, 'email'))).toEqual({ code: 'nothingToResend', count: 2 })
    const blocked = (await house.db.contacts.get(anna.id))!
    await good(changeContact(house, anna.id, blocked.rev, { privacyBlocked: true }))
    expect(await refusal(again(ids.slice(0, 1), false))).toEqual({ code: 'nothingToResend', count: 1 })
  })
})

describe('A follow-up afterwards', () => {
  it('for those who have not answered; the reference follows up only when it logs', async () => {
    const { loggedId } = await log()
    await good(respond(house, (await idsOf(loggedId)).slice(0, 1), 'answered', { day: today }))
    const made = await good(createFollowUp(house, loggedId, 'Once more', 'notResponded'))
    const lines = (await house.db.segmentLines.get(made.value.segmentId))!.lines
    expect(lines.map(({ contactId }) => contactId)).toEqual([cora.id, dora.id])
    expect(await house.db.segments.get(made.value.segmentId)).toMatchObject({ templateId: letter.id, campaignId: spring.id })
  })
})

it('2.13 The letters of a logged segment come again after everything around them has changed', async () => {
  const { loggedId } = await log()
  const before = await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {}))
  await house.db.contacts.toCollection().modify({ city: 'Elsewhere', name: 'Somebody else' })
  await house.db.templates.clear()
  await house.db.salespeople.clear()
  const after = await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {}))
  expect(await letterBytes(after.files[0]!)).toEqual(await letterBytes(before.files[0]!))
})
