// Bad input and odd moments of the reference (its numbers stand in the titles), through the actions; where this differs, the title says how.
import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import { deleteCancelledSegments, undoLong } from '../../src/actions/entries.ts'
import type { House } from '../../src/actions/house.ts'
import { createInteraction } from '../../src/actions/interactions.ts'
import { chooseTemplateFor } from '../../src/actions/interactionSetup.ts'
import { makeEntryLetter, makeLetters, makeLoggedLetters } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { cancelLogged } from '../../src/actions/loggedSegments.ts'
import { reuseLogged } from '../../src/actions/reuse.ts'
import { addByHand, changeHeader, changeLine, createSegment, setLineDocument } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import type { InteractionFields } from '../../src/core/interaction/oneContact.ts'
import { mayBeAutomatic } from '../../src/core/interaction/template.ts'
import { refreshedBy } from '../../src/core/segment/edit.ts'
import type { SegmentId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { campaign, company, person, salesperson, template, today } from '../make.ts'
import { contents, good, letterBytes, openHouse } from '../open.ts'
const en = toLetterLanguage('en')
const file = (name: string) => new Uint8Array(readFileSync(`test/letters/${name}`)).slice().buffer

const vera = salesperson({ name: 'Vera' })
const spring = campaign({ description: 'Spring' })
const letter = template({ correspondenceType: 'hardCopy', documents: [] })
const call = template({ id: 'call' as TemplateId, code: 'CALL', description: 'Call', documents: [] })
const ahorn = company({ name: 'Ahorn', city: 'Ulm', address: 'Ring 1' })
const anna = person({ name: 'Anna Berg', company: ahorn, phone: '+49 731 1' })
const cora = person({ name: 'Cora Lind', city: 'Bonn', address: 'Weg 2' })

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, anna, cora], templates: [letter, call], salespeople: [vera], campaigns: [spring] }
  await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
  await good(attachDocument(house, letter.id, en, 'letter.docx', file('letter-en.docx')))
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, segmentId, [anna.id, cora.id]))
})

const log = async () => {
  const { rev } = (await house.db.segments.get(segmentId))!
  return (await good(logSegment(house, segmentId, { rev, followUp: undefined }))).loggedId
}
const filesOf = ({ files }: { files: { content: Blob }[] }) => Promise.all(files.map(letterBytes))

describe('Segment', () => {
  it('1: always has a number of its series, without one ever being set up; the reference refuses', async () => {
    expect(await house.db.series.get('segment')).toMatchObject({ id: 'segment' })
    const nos = (await house.db.segments.toArray()).map(({ no }) => no)
    const next = await good(createSegment(house, 'Spring'))
    expect(nos).toEqual(['SM00001'])
    expect(await house.db.segments.get(next.value)).toMatchObject({ no: 'SM00002' })
  })

  it('4: another template is never refused for the sake of documents: one’s own stays with its line, the others get the new ones', async () => {
    await good(setLineDocument(house, segmentId, 1, { languageCode: en, fileName: 'own.docx', bytes: file('letter-en.docx'), mapping: {} }))
    await good(changeHeader(house, segmentId, { ...refreshedBy(call), templateId: call.id }, 'keep'))
    expect(await makeLetters(house, segmentId, { output: 'combined' }, {})).toMatchObject({ ok: true, value: { letters: 1, without: 1 } })
  })

  it('9: a document in place of another is no question: the undo brings the former one back', async () => {
    const before = await good(makeLetters(house, segmentId, { output: 'combined' }, {}))
    const replaced = await good(attachDocument(house, letter.id, en, 'brief.docx', file('letter-de.docx')))
    expect(await filesOf(await good(makeLetters(house, segmentId, { output: 'combined' }, {})))).not.toEqual(await filesOf(before))
    await good(commit(house.db, replaced.inverse, 'undo attachDocument', ''))
    expect(await filesOf(await good(makeLetters(house, segmentId, { output: 'combined' }, {})))).toEqual(await filesOf(before))
  })
})

describe('Log', () => {
  it('22a: a line without a type takes its template’s, and is on its way; the reference fails when it sends', async () => {
    const loggedId = await log()
    expect((await house.db.entries.where('loggedSegmentId').equals(loggedId).toArray()).map(({ delivery }) => delivery)).toEqual([
      'toPrint',
      'toPrint',
    ])
  })

  it('22a: where neither says by which way, it is logged without one and nothing is to be delivered', async () => {
    await good(changeHeader(house, segmentId, { ...refreshedBy(call), templateId: call.id }, 'keep'))
    const loggedId = await log()
    for (const entry of await house.db.entries.where('loggedSegmentId').equals(loggedId).toArray()) {
      expect(entry).not.toHaveProperty('correspondenceType')
      expect(entry).not.toHaveProperty('delivery')
    }
  })

  it.each([
    ['is no Word document any more', new TextEncoder().encode('nothing').buffer],
    ['is empty', new ArrayBuffer(0)],
  ])('23: a document that %s is said by its name when letters are made; what was logged stays logged', async (_what, bytes) => {
    await house.db.attachments.toCollection().modify({ bytes })
    expect(await makeLetters(house, segmentId, { output: 'combined' }, {})).toMatchObject({
      ok: false,
      failure: { fileName: 'letter.docx' },
    })
    const loggedId = await log()
    expect(await house.db.entries.count()).toBe(2)
    expect(await makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {})).toMatchObject({ ok: false })
  })

  it('35: the template’s document may be replaced after it was logged; the logged letters come again from the one they were made of', async () => {
    const loggedId = await log()
    const before = await good(makeLoggedLetters(house, loggedId, { output: 'zip' }, undefined, {}))
    await good(attachDocument(house, letter.id, en, 'brief.docx', file('letter-de.docx')))
    expect(await filesOf(await good(makeLoggedLetters(house, loggedId, { output: 'zip' }, undefined, {})))).toEqual(await filesOf(before))
  })
})

describe('Afterwards', () => {
  it('30: nobody is asked whether documents go with what is cancelled: they stay, also when it is deleted, and the undo has its letters', async () => {
    const own = { languageCode: en, fileName: 'own.docx', bytes: file('letter-de.docx'), mapping: {} }
    await good(setLineDocument(house, segmentId, 1, own))
    const loggedId = await log()
    const before = await contents(house)
    const letters = await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {}))
    await good(cancelLogged(house, loggedId, true, 'Wrong list'))
    const deleted = await good(deleteCancelledSegments(house, undefined))
    expect(await house.db.attachments.count()).toBe(before['attachments']!.length)
    await good(undoLong(house, deleted.rev))
    expect(await filesOf(await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {})))).toEqual(
      await filesOf(letters),
    )
  })

  it('2.8: somebody whose contact is gone since brings no line; the reference makes one without a contact', async () => {
    const loggedId = await log()
    await good(commit(house.db, { ...noChanges(), remove: { contacts: [cora.id] } }, 'test', ''))
    const other = (await good(createSegment(house, 'Again'))).value
    expect((await good(reuseLogged(house, other, loggedId, 'all', 'add'))).value).toMatchObject({ added: 1, gone: 1 })
    expect((await house.db.segmentLines.get(other))?.lines.map(({ contactId }) => contactId)).toEqual([anna.id])
  })

  it('34: a template that writes letters is not offered for what happens by itself; the reference fails when it does', async () => {
    expect([mayBeAutomatic((await house.db.templates.get(letter.id))!), mayBeAutomatic(call)]).toEqual([false, true])
    await good(chooseTemplateFor(house, 'calls', call.id))
    expect(await house.db.settings.get('interactionSetup')).toMatchObject({ callsTemplateId: call.id })
  })
})

describe('2.10 A call', () => {
  const fields: InteractionFields = {
    ...{ contactId: anna.id, templateId: call.id, description: 'Call', salespersonId: vera.id, day: today, time: '09:30' },
    ...{ correspondenceType: undefined, languageCode: undefined, informationFlow: 'outbound', initiatedBy: 'us', subject: '', comment: '' },
    ...{ campaignId: spring.id, campaignTarget: true, campaignResponse: false, evaluation: undefined, attemptFailed: true },
    ...{ cost: 4, duration: 10, contactVia: '+49 731 1', withLetter: false },
  }

  it('is logged at once, with the number and the failed attempt; the open segment that she stands on is left as it is', async () => {
    const before = await house.db.segmentLines.get(segmentId)
    const { value } = await good(createInteraction(house, fields))
    const entry = (await house.db.entries.get(value.entryId))!
    expect(entry).toMatchObject({ contactVia: '+49 731 1', attemptFailed: true, campaignTarget: true, companyId: ahorn.id })
    expect(await house.db.campaignEntries.get(entry.campaignEntryId!)).toMatchObject({ campaignId: spring.id, day: today })
    expect(await house.db.segmentLines.get(segmentId)).toEqual(before)
    expect(await makeEntryLetter(house, entry.id)).toMatchObject({ ok: false, failure: { code: 'noDocument' } })
  })

  it('that failed is no last interaction, and is an attempt', async () => {
    await good(createInteraction(house, fields))
    const row = (await house.calls.index.search('Anna', 1)).rows[0]
    expect(row?.lastInteraction).toBeUndefined()
  })

  it('29: with somebody who was privacy blocked meanwhile is refused', async () => {
    await good(commit(house.db, { ...noChanges(), put: { contacts: [{ ...anna, privacyBlocked: true }] } }, 'test', ''))
    expect(await createInteraction(house, fields)).toEqual({
      ...{ ok: false, failure: { code: 'interactionRefused', problems: ['privacyBlocked'] } },
    })
  })
})

it('1.2 "Date": a line of another day says so in its entry, the others the header’s', async () => {
  await good(changeLine(house, segmentId, 2, { day: '2026-12-01' as typeof today }))
  const loggedId = await log()
  expect((await house.db.entries.where('loggedSegmentId').equals(loggedId).sortBy('id')).map(({ day }) => day)).toEqual([
    today,
    '2026-12-01',
  ])
})
