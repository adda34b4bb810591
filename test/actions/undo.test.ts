// Acts taken back while others go on, and what must not be there afterwards.
import { describe, expect, it } from 'vitest'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import { takeBackImport } from '../../src/actions/imports.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { makeLetters, makeLoggedLetters } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { loadSample, removeSample } from '../../src/actions/sample.ts'
import { addByHand, changeHeader, commentLine, createSegment } from '../../src/actions/segments.ts'
import { board } from '../../src/core/interaction/problems.ts'
import type { SegmentId } from '../../src/model/ids.ts'
import { tableNames } from '../../src/model/tables.ts'
import { readLoggedLines } from '../../src/storage/read/logged.ts'
import { aroundOf, readSegmentPage } from '../../src/storage/read/segments.ts'
import { contents, good, openHouse } from '../open.ts'
import { takeFile } from '../takeFile.ts'
async function withSample(): Promise<{ house: House; segmentId: SegmentId }> {
  const house = openHouse()
  await good(loadSample(house))
  return { house, segmentId: (await house.db.segments.toArray())[0]!.id }
}

describe('Undo', () => {
  it('of people put on a segment is refused when another window has commented one of them: no line without its step', async () => {
    const house = openHouse()
    const other = openHouse(house.db)
    const anna = await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg' }))
    const segment = await good(createSegment(house, 'Test'))
    const added = await good(addByHand(house, segment.value, [anna.value]))
    await good(commentLine(other, segment.value, 1, 'Hello'))
    const before = await contents(house)
    expect(await undo(house, added.inverse, 'addByHand')).toMatchObject({ ok: false, failure: { code: 'changedSince' } })
    expect(await contents(house)).toEqual(before)
  })

  it('of an import keeps the company that somebody was given to since, and names it', async () => {
    const house = openHouse()
    const first = await good(takeFile(house, 'Typ;Firma;Ort\nUnternehmen;Huber;Ulm\nUnternehmen;Sauer;Bonn\n', 'a.csv'))
    await good(takeFile(house, 'Vorname;Nachname;Firma\nAnna;Berg;Huber\n', 'b.csv'))
    const taken = await good(takeBackImport(house, first.importId))
    const huber = (await house.db.contacts.toArray()).find(({ name }) => name === 'Huber')
    expect(taken.kept).toEqual([{ table: 'contacts', id: huber?.id, name: 'Huber', why: 'referred' }])
    expect((await house.db.contacts.toArray()).map(({ name }) => name).sort()).toEqual(['Anna Berg', 'Huber'])
  })

  it('an act that changes nothing writes nothing', async () => {
    const house = openHouse()
    const anna = await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg' }))
    const before = await house.db.changes.count()
    await good(changeContact(house, anna.value, anna.rev, { surname: 'Berg' }))
    expect(await house.db.changes.count()).toBe(before)
  })

  it('two imports at the same time are both in', async () => {
    const house = openHouse()
    const other = openHouse(house.db)
    const done = await Promise.all([
      takeFile(house, 'Vorname;Nachname\nAnna;Berg\n', 'a.csv'),
      takeFile(other, 'Vorname;Nachname\nMax;Tal\n', 'b.csv'),
    ])
    expect(done.map(({ ok }) => ok)).toEqual([true, true])
    const contacts = await house.db.contacts.toArray()
    expect(new Set(contacts.map(({ no }) => no)).size).toBe(2)
  })
})

describe('The sample data', () => {
  it('goes whole, also when its segment was logged and followed up', async () => {
    const { house, segmentId } = await withSample()
    const { rev } = (await house.db.segments.get(segmentId))!
    await good(logSegment(house, segmentId, { rev, followUp: 'Follow-up' }))
    await good(removeSample(house))
    const left = Object.fromEntries(await Promise.all(tableNames.map(async (name) => [name, await house.db.table(name).count()] as const)))
    expect(left).toMatchObject({
      contacts: 0,
      segments: 0,
      segmentLines: 0,
      steps: 0,
      loggedSegments: 0,
      entries: 0,
      attachments: 0,
      campaignEntries: 0,
    })
  })

  it('leaves what was logged about own people, also together with invented ones', async () => {
    const { house } = await withSample()
    const own = await good(createContact(house, 'person', { firstName: 'Anna', surname: 'Berg', email: 'a@b.example' }))
    const invented = (await house.db.contacts.toArray()).find((contact) => contact.sample && !contact.privacyBlocked)!
    const segment = await good(createSegment(house, 'Mixed'))
    await good(addByHand(house, segment.value, [own.value, invented.id]))
    const template = (await house.db.templates.toArray())[0]!
    const salesperson = (await house.db.salespeople.toArray())[0]!
    await good(changeHeader(house, segment.value, { templateId: template.id, salespersonId: salesperson.id }, 'keep'))
    const { rev } = (await house.db.segments.get(segment.value))!
    await good(logSegment(house, segment.value, { rev, followUp: undefined }))
    await good(removeSample(house))
    expect((await house.db.entries.toArray()).map(({ contactId }) => contactId)).toEqual([own.value])
    expect(await house.db.loggedSegments.count()).toBe(1)
  })
})

describe('Letters', () => {
  it('made while another window changes the segment count as changed since', async () => {
    const { house, segmentId } = await withSample()
    await Promise.all([
      good(makeLetters(house, segmentId, { output: 'zip' }, {})),
      good(changeHeader(house, segmentId, { subject: 'Another subject' }, 'keep')),
    ])
    const page = (await readSegmentPage(house.db, segmentId))!
    const codes = board(page, aroundOf(page.around), () => undefined).problems.map(({ code }) => code)
    expect(codes).toContain('lettersChanged')
  })

  it('of a logged segment are not made again for somebody who is privacy blocked by now', async () => {
    const { house, segmentId } = await withSample()
    const { rev } = (await house.db.segments.get(segmentId))!
    const logged = await good(logSegment(house, segmentId, { rev, followUp: undefined }))
    const all = await good(makeLoggedLetters(house, logged.loggedId, { output: 'zip' }, undefined, {}))
    const someone = (await readLoggedLines(house.db, logged.loggedId)).find(({ attachmentId }) => attachmentId)!
    const contact = (await house.db.contacts.get(someone.line.contactId))!
    await good(changeContact(house, contact.id, contact.rev, { privacyBlocked: true }))
    const rest = await good(makeLoggedLetters(house, logged.loggedId, { output: 'zip' }, undefined, {}))
    expect(rest).toMatchObject({ letters: all.letters - 1, without: all.without + 1 })
  })
})
