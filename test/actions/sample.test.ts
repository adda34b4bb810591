// Sample data: there with one tap, gone with one tap, and own rows are as they were.
import { expect, test } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import { undo, type House } from '../../src/actions/house.ts'
import { loadSample, removeSample } from '../../src/actions/sample.ts'
import { addByHand, applyRecipe, changeHeader, createSegment } from '../../src/actions/segments.ts'
import { saveCompany, savePace, saveTablet } from '../../src/actions/settings.ts'
import { createTemplateWithStarter } from '../../src/actions/starter.ts'
import type { Result } from '../../src/base/result.ts'
import { defaultOptions } from '../../src/core/segment/outcome.ts'
import { recipeOf, wishOf } from '../../src/core/segment/recipe.ts'
import { everybody } from '../../src/model/criteria.ts'
import type { Failure } from '../../src/model/failure.ts'
import { readPace } from '../../src/storage/read/lists.ts'
import { readSegment } from '../../src/storage/read/segments.ts'
import { readToday } from '../../src/storage/read/today.ts'
import { today } from '../make.ts'
import { contents, openHouse } from '../open.ts'

async function must<T>(doing: Promise<Result<T, Failure>>): Promise<T> {
  const done = await doing
  if (!done.ok) throw new Error(JSON.stringify(done.failure))
  return done.value
}
const load = (house: House) => must(loadSample(house))
/** The number series goes on, so that no number is given twice. */
async function own(house: House) {
  const { series: _series, ...rest } = await contents(house)
  return rest
}

test('The sample brings people, a letter in two languages with all fields known, and a sender', async () => {
  const house = openHouse()
  const { value } = await load(house)
  expect(value).toBe(160)
  const letter = await house.db.templates.filter(({ code }) => code === 'LETTER').first()
  expect(letter?.documents.map(({ languageCode }) => languageCode)).toEqual(['en', 'de'])
  expect(letter?.documents.map(({ subject }) => subject)).toEqual(['The coming months', 'Die nächsten Monate'])
  const invitation = await house.db.templates.filter(({ code }) => code === 'INVITE').first()
  expect(invitation?.documents.map(({ languageCode }) => languageCode)).toEqual(['en', 'de'])
  const calls = await house.db.templates.filter(({ code }) => code === 'CALL').first()
  expect(await house.db.settings.get('interactionSetup')).toMatchObject({ sample: true, callsTemplateId: calls?.id })
  for (const { attachmentId, languageCode, written } of letter?.documents ?? []) {
    const attachment = await house.db.attachments.get(attachmentId)
    if (!attachment) throw new Error('a document without its bytes')
    expect(attachment.sample).toBe(true)
    expect(written?.sheet.window).toBe('dinB')
    const inspected = await must(house.calls.work.inspectDocument(attachment.bytes, 'letter.docx'))
    expect(inspected.language).toBe(languageCode)
    expect(inspected.findings).toEqual([])
    expect(inspected.fields.filter(({ known }) => known === undefined)).toEqual([])
    expect(inspected.fields.map(({ name }) => name)).toContain('Comment')
  }
  const today = await readToday(house.db)
  expect(today).toMatchObject({ hasSample: true, contacts: 160 })
  expect(today.tablet?.salespersonId).toBeDefined()
  expect(await house.db.settings.get('company')).toMatchObject({ sample: true })
})

test('Removing the sample from an otherwise empty tablet leaves it empty', async () => {
  const house = openHouse()
  await must(saveTablet(house, { started: true }))
  const before = await own(house)
  await load(house)
  await must(removeSample(house))
  expect(await own(house)).toEqual(before)
  expect((await readToday(house.db)).hasSample).toBe(false)
})

test('It sets the pace where none is set; whoever changes it keeps it when the sample goes', async () => {
  const house = openHouse()
  await load(house)
  const pace = await readPace(house.db)
  expect(pace).toMatchObject({
    sample: true,
    cadences: [{ list: 'organizationalLevels', days: 60 }],
    quiet: { letters: 2, days: 30, per: 'person' },
  })
  await must(savePace(house, { cadences: pace!.cadences, quiet: { letters: 1, days: 14, per: 'household' } }))
  await must(removeSample(house))
  const { rev: _, ...kept } = (await readPace(house.db))!
  expect(kept).toEqual({ id: 'pace', cadences: [], quiet: { letters: 1, days: 14, per: 'household' } })
  await load(house)
  expect(await readPace(house.db)).toMatchObject({ cadences: [], quiet: { letters: 1 } })
  await must(savePace(house, { cadences: [], quiet: undefined }))
  expect(await readPace(house.db)).not.toHaveProperty('quiet')
})

test('Own rows stay as they were: company, contact, template with the same letter, segment', async () => {
  const house = openHouse()
  await must(saveCompany(house, { name: 'Holzer GmbH' }))
  const person = await must(createContact(house, 'person', { firstName: 'Anna', surname: 'Holzer' }))
  await must(createTemplateWithStarter(house, 'Our letter', 'business', ['de']))
  const segment = await must(createSegment(house, 'My people'))
  await must(addByHand(house, segment.value, [person.value]))
  await must(saveTablet(house, { started: true }))
  const before = await own(house)
  await load(house)
  expect(await house.db.settings.get('company')).toMatchObject({ name: 'Holzer GmbH' })
  const removed = await must(removeSample(house))
  expect(removed.value).toEqual({ contacts: 160, linesLost: 0 })
  expect(await own(house)).toEqual(before)
})

test('Lines of invented people in an own segment are counted', async () => {
  const house = openHouse()
  await load(house)
  const someone = await house.db.contacts
    .filter(({ type, excludeFromSegment, privacyBlocked }) => type === 'person' && !excludeFromSegment && !privacyBlocked)
    .first()
  if (!someone) throw new Error('nobody')
  const segment = await must(createSegment(house, 'Mixed'))
  await must(addByHand(house, segment.value, [someone.id]))
  expect((await must(removeSample(house))).value.linesLost).toBe(1)
  expect((await house.db.segmentLines.get(segment.value))?.lines).toEqual([])
})

test('The recipe of an own list that had invented people is counted and used without them, and with them after Undo', async () => {
  const house = openHouse()
  await load(house)
  await must(createContact(house, 'person', { name: 'Anna Berg' }))
  const { value: id } = await must(createSegment(house, 'Mixed'))
  // Nothing of the sample stands in its header.
  await must(changeHeader(house, id, { salespersonId: undefined }, 'keep'))
  await must(applyRecipe(house, id, { cards: [{ kind: 'add', criteria: everybody, options: defaultOptions }] }))
  const standing = async () => wishOf(recipeOf((await readSegment(house.db, id))?.steps ?? []))
  const asked = async () => house.calls.index.recipe(id, await standing(), undefined, today)
  const full = await asked()
  const removed = await must(removeSample(house))
  expect(await asked()).toMatchObject({ before: 1, after: 1, cards: [{ added: 1 }] })
  await must(undo(house, removed.inverse, 'removeSample'))
  expect(await asked()).toMatchObject({ before: full?.before, after: full?.after })
  await must(removeSample(house))
  const { cards } = await standing()
  const refine = { kind: 'refine', criteria: everybody, options: defaultOptions } as const
  expect((await must(applyRecipe(house, id, { cards: [...cards, refine] }))).value).toMatchObject({ before: 1, after: 1 })
})

test('Undo of removing brings the sample back, undo of loading takes it out', async () => {
  const house = openHouse()
  await must(saveTablet(house, { started: true }))
  const empty = await own(house)
  const loaded = await load(house)
  const full = await own(house)
  const removed = await must(removeSample(house))
  await must(undo(house, removed.inverse, 'removeSample'))
  expect(await own(house)).toEqual(full)
  const fresh = openHouse()
  await must(saveTablet(fresh, { started: true }))
  const again = await load(fresh)
  await must(undo(fresh, again.inverse, 'loadSample'))
  expect(await own(fresh)).toEqual(empty)
  expect(loaded.rev).toBeGreaterThan(0)
})

test('It speaks the language of whoever looks around, and goes as the English one does', async () => {
  const house = openHouse()
  await must(loadSample(house, { language: 'de' }))
  const templates = await house.db.templates.toArray()
  expect(templates.map(({ description }) => description).sort()).toEqual(['Besuch', 'Brief', 'Einladung', 'Telefonat'])
  expect(templates.find(({ code }) => code === 'LETTER')?.languageCode).toBe('de')
  expect((await readToday(house.db)).segments.map(({ segment }) => segment.description)).toContain('Frühlingsbrief, Maschinenkunden')
  await must(removeSample(house))
  expect(Object.entries(await own(house)).flatMap(([table, rows]) => (table === 'settings' ? [] : rows))).toEqual([])
})
