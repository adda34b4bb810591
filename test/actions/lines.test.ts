// Header and lines as they are stored: many at once, one person's document, the address of the day, and what undo and redo keep.
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { changeContact, createContact } from '../../src/actions/contacts.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { createSalesperson } from '../../src/actions/lists.ts'
import {
  addByHand,
  changeHeader,
  changeLine,
  changeLines,
  commentLine,
  createSegment,
  redoStep,
  removeByHand,
  removeLineDocument,
  setLineDocument,
  undoStep,
} from '../../src/actions/segments.ts'
import { toDay } from '../../src/base/day.ts'
import { effective } from '../../src/core/segment/effective.ts'
import { letterOf } from '../../src/core/letter/letters.ts'
import type { SalespersonId, SegmentId, TemplateId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { Line } from '../../src/model/segment.ts'
import { aroundOf, readSegmentPage } from '../../src/storage/read/segments.ts'
import { contents, good, openHouse } from '../open.ts'
const docx = () => {
  const bytes = readFileSync(new URL('../letters/letter-de.docx', import.meta.url))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
const ownDocument = () => ({ languageCode: toLetterLanguage('de'), fileName: 'anna.docx', bytes: docx(), mapping: { Unknown: 'Name' } })

async function withPeople(): Promise<{ house: House; id: SegmentId }> {
  const house = openHouse()
  const ids = []
  for (const surname of ['Berg', 'Kunz', 'Lenz'])
    ids.push((await good(createContact(house, 'person', { firstName: 'Anna', surname }))).value)
  const segment = await good(createSegment(house, 'Test'))
  await good(addByHand(house, segment.value, ids))
  return { house, id: segment.value }
}
async function pageOf(house: House, id: SegmentId) {
  const page = await readSegmentPage(house.db, id)
  if (!page) throw new Error('There is no such segment')
  const around = aroundOf(page.around)
  return { ...page, around, all: page.lines.lines, resolved: page.lines.lines.map((line) => effective(line, page.segment, around)) }
}

describe('Many lines at once', () => {
  it('are one act: its undo brings everything back as it was', async () => {
    const { house, id } = await withPeople()
    await good(changeLine(house, id, 1, { evaluation: 'positive' }))
    const { changes: _, ...before } = (await contents(house)) as Record<string, unknown>
    const done = await good(changeLines(house, id, [1, 2, 3, 7], { evaluation: 'positive' }))
    expect(done.value).toEqual({ changed: 2, already: 1, locked: 0 })
    expect((await pageOf(house, id)).all.map(({ own }) => own.evaluation)).toEqual(['positive', 'positive', 'positive'])
    await good(undo(house, done.inverse, 'changeLines'))
    const lines = (contents: Record<string, unknown>) => JSON.stringify(contents['segmentLines']).replace(/"rev":\d+,?/g, '')
    expect(lines((await contents(house)) as unknown as Record<string, unknown>)).toBe(lines(before))
  })

  it('nothing to change writes nothing', async () => {
    const { house, id } = await withPeople()
    expect((await good(changeLines(house, id, [1, 2], { attemptFailed: false }))).rev).toBe(0)
  })
})

describe('A document for one contact (1.6, "Unique")', () => {
  it('makes her letter and nobody else’s, without any template document; removed, nobody has a letter', async () => {
    const { house, id } = await withPeople()
    const done = await good(setLineDocument(house, id, 2, ownDocument()))
    expect(done.value.fields.length).toBeGreaterThan(3)
    const { all, segment, around } = await pageOf(house, id)
    const letters = all.map((line) => letterOf(line, segment, around)?.attachmentId)
    expect(letters).toEqual([undefined, done.value.hash, undefined])
    // What was said of a field that is not in it is of no use here.
    expect(all[1]?.document?.mapping).toEqual({})
    await good(removeLineDocument(house, id, 2))
    expect((await pageOf(house, id)).all[1]).not.toHaveProperty('document')
    expect(await house.db.attachments.count()).toBe(1)
  })

  it('that is no Word document is refused, and nothing is stored', async () => {
    const { house, id } = await withPeople()
    const refused = await setLineDocument(house, id, 1, { ...ownDocument(), bytes: new TextEncoder().encode('Hello').buffer })
    expect(refused).toMatchObject({ ok: false, failure: { code: 'document', fileName: 'anna.docx' } })
    expect(await house.db.attachments.count()).toBe(0)
  })

  it('for a line that is gone meanwhile is refused, and nothing is stored', async () => {
    const { house, id } = await withPeople()
    await good(removeByHand(house, id, [1]))
    expect(await setLineDocument(house, id, 1, ownDocument())).toMatchObject({ ok: false, failure: { code: 'notFound' } })
    expect(await house.db.attachments.count()).toBe(0)
  })

  it('stays with comment and own values through undo and redo (the reference’s Go Back loses them)', async () => {
    const { house, id } = await withPeople()
    await good(setLineDocument(house, id, 2, ownDocument()))
    await good(commentLine(house, id, 2, 'For you'))
    await good(changeLine(house, id, 2, { time: '09:30' }))
    const before = (await pageOf(house, id)).all
    await good(removeByHand(house, id, [2]))
    await good(undoStep(house, id))
    expect((await pageOf(house, id)).all).toEqual(before)
    await good(undoStep(house, id))
    expect((await pageOf(house, id)).all).toEqual([])
    await good(redoStep(house, id))
    expect((await pageOf(house, id)).all).toEqual(before)
  })
})

it('The alternative address follows the date of the line, and goes into the letter (1.2, "Date")', async () => {
  const { house, id } = await withPeople()
  const { all } = await pageOf(house, id)
  const contact = (await house.db.contacts.get(all[0]!.contactId))!
  const site = { code: 'SITE', description: '', address: 'Am Deich 1', address2: '', postCode: '25980', city: 'Sylt', county: '' }
  const ranges = [{ startingDay: toDay('2026-12-01'), endingDay: toDay('2026-12-31') }]
  const alternativeAddresses = [{ ...site, countryCode: 'DE', phone: '', email: '', ranges }]
  await good(changeContact(house, contact.id, contact.rev, { address: 'Hauptstr. 1', city: 'Ulm', alternativeAddresses }))
  await good(setLineDocument(house, id, 1, ownDocument()))
  const city = async () => {
    const { all, segment, around } = await pageOf(house, id)
    return letterOf(all[0]!, segment, around)?.values['City']
  }
  expect(await city()).toBe('Ulm')
  await good(changeLine(house, id, 1, { day: toDay('2026-12-24') }))
  expect(await city()).toBe('Sylt')
  await good(changeLine(house, id, 1, { alternativeAddress: '' }))
  expect(await city()).toBe('Ulm')
})

describe('Bad input (chapter 3)', () => {
  it('6: a template or salesperson that is gone is no value and is not hidden: it still says that the header names one', async () => {
    const { house, id } = await withPeople()
    await good(changeHeader(house, id, { templateId: 'gone' as TemplateId, salespersonId: 'gone' as SalespersonId }, 'keep'))
    const { resolved } = await pageOf(house, id)
    expect(resolved[0]?.template).toEqual({ value: undefined, from: 'header' })
    expect(resolved[0]?.salesperson).toEqual({ value: undefined, from: 'header' })
  })

  it('16: a line without a contact cannot be (the reference refuses a template on one)', () => {
    expect(Line.safeParse({ lineNo: 1, own: {}, comment: '' }).success).toBe(false)
  })

  it('17: somebody who is there already is not put on twice by hand (the reference accepts it silently)', async () => {
    const { house, id } = await withPeople()
    const { all } = await pageOf(house, id)
    const again = await good(addByHand(house, id, [all[0]!.contactId]))
    expect(again.value).toMatchObject({ added: 0, leftOut: { alreadyThere: 1 } })
  })

  it('3: a header change asks nothing: lines without a value of their own follow, the others keep it or not', async () => {
    const { house, id } = await withPeople()
    const [vera, kai] = await Promise.all(
      ['Vera', 'Kai'].map((name) => good(createSalesperson(house, { name, jobTitle: '', phone: '', email: '' }))),
    )
    await good(changeLine(house, id, 2, { salespersonId: kai!.value }))
    const names = async () => (await pageOf(house, id)).resolved.map(({ salesperson }) => salesperson.value?.name)
    await good(changeHeader(house, id, { salespersonId: vera!.value }, []))
    expect(await names()).toEqual(['Vera', 'Kai', 'Vera'])
    await good(changeHeader(house, id, { salespersonId: vera!.value }, ['salespersonId']))
    expect(await names()).toEqual(['Vera', 'Vera', 'Vera'])
  })
})
