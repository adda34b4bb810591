// Templates, groups, the automatic ones and salutations through the actions, in memory: codes, what cannot be deleted, what an undo
// brings back, what a letter says, and what was done with a template.
import { readFileSync } from 'node:fs'
import { unzipSync, strFromU8 } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { createContact } from '../../src/actions/contacts.ts'
import { undo, write, type House } from '../../src/actions/house.ts'
import { changeInteractionGroup, createInteractionGroup, deleteInteractionGroup } from '../../src/actions/interactionGroups.ts'
import { chooseTemplateFor } from '../../src/actions/interactionSetup.ts'
import { makeEntryLetter, makeLetters } from '../../src/actions/letters.ts'
import { createSalesperson } from '../../src/actions/lists.ts'
import { cancelLogged } from '../../src/actions/loggedSegments.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { createSalutation, deleteSalutation, removeFormula, saveFormula } from '../../src/actions/salutations.ts'
import { segmentOfLines } from '../../src/actions/board.ts'
import { addByHand, changeHeader, createSegment, setLineDocument } from '../../src/actions/segments.ts'
import {
  attachDocument,
  changeDocumentSubject,
  changeTemplate,
  copyDocument,
  createTemplate,
  deleteTemplate,
  newTemplateFields,
  removeDocument,
} from '../../src/actions/templates.ts'
import type { ContactId, SalespersonId, SegmentId, TemplateId } from '../../src/model/ids.ts'
import { formulaId } from '../../src/model/lists.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { contents, good, letterBytes, openHouse } from '../open.ts'

const de = toLetterLanguage('de')
const en = toLetterLanguage('en')
const file = (path: string) => {
  const bytes = readFileSync(new URL(`../letters/${path}`, import.meta.url))
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
const textOf = async (file: { content: Blob }) => strFromU8(unzipSync(await letterBytes(file))['word/document.xml'] ?? new Uint8Array())

let house: House
let templateId: TemplateId
const template = async () => (await house.db.templates.get(templateId))!
beforeEach(async () => {
  house = openHouse()
  templateId = (await good(createTemplate(house, newTemplateFields('Spring letter')))).value
})

describe('A template', () => {
  test('gets a code from its description, another one when that is taken, and never one that another has', async () => {
    const second = await good(createTemplate(house, newTemplateFields('Spring letters')))
    expect([(await template()).code, (await house.db.templates.get(second.value))?.code]).toEqual(['SPRINGLETT', 'SPRINGLET2'])
    const refused = await changeTemplate(house, { ...(await template()), code: 'springlet2' })
    expect(refused).toEqual({ ok: false, failure: { code: 'codeTaken', taken: 'SPRINGLET2' } })
    await good(changeTemplate(house, { ...(await template()), code: ' spring ' }))
    expect((await template()).code).toBe('SPRING')
  })

  test('has a subject per language, kept when the document is replaced, and a copy for another language', async () => {
    await good(attachDocument(house, templateId, de, 'brief.docx', file('letter-de.docx')))
    await good(changeDocumentSubject(house, await template(), de, ' Frühling '))
    await good(attachDocument(house, templateId, de, 'brief2.docx', file('letter-en.docx')))
    await good(copyDocument(house, await template(), de, en))
    const { documents, languageCode } = await template()
    expect(documents.map((one) => [one.languageCode, one.fileName, one.subject])).toEqual([
      ['de', 'brief2.docx', 'Frühling'],
      ['en', 'brief2.docx', 'Frühling'],
    ])
    expect(languageCode).toBe('de')
    await good(removeDocument(house, await template(), de))
    expect((await template()).languageCode).toBe('en')
  })

  test('is not deleted while an open segment or the setup uses it, and comes back by undo', async () => {
    const segment = await good(createSegment(house, 'April', { templateId }))
    const { no } = (await house.db.segments.get(segment.value))!
    expect(await deleteTemplate(house, templateId)).toEqual({
      ok: false,
      failure: { code: 'inUse', names: [`${no} April`], setup: false },
    })
    await good(changeHeader(house, segment.value, { templateId: undefined }, 'replace'))
    await good(chooseTemplateFor(house, 'calls', templateId))
    expect(await deleteTemplate(house, templateId)).toMatchObject({ ok: false, failure: { names: [], setup: true } })
    await good(chooseTemplateFor(house, 'calls', undefined))
    const before = await contents(house)
    const gone = await good(deleteTemplate(house, templateId))
    expect(await house.db.templates.count()).toBe(0)
    await good(undo(house, gone.inverse, 'deleteTemplate'))
    expect(await contents(house)).toEqual(before)
  })
})

describe('An interaction group', () => {
  test('is made, renamed, and deleted when no template is in it', async () => {
    const made = await good(createInteractionGroup(house, { code: '', description: 'Letters' }))
    const group = async () => (await house.db.interactionGroups.get(made.value))!
    expect(await createInteractionGroup(house, { code: 'letters', description: 'Other' })).toMatchObject({ ok: false })
    await good(changeInteractionGroup(house, { ...(await group()), description: 'Letters and cards' }))
    await good(changeTemplate(house, { ...(await template()), interactionGroupId: made.value }))
    expect(await deleteInteractionGroup(house, await group())).toEqual({
      ok: false,
      failure: { code: 'inUse', names: ['Spring letter'], setup: false },
    })
    const { interactionGroupId: _, ...without } = await template()
    await good(changeTemplate(house, without))
    await good(deleteInteractionGroup(house, await group()))
    expect(await house.db.interactionGroups.count()).toBe(0)
  })
})

describe('Salutations', () => {
  const place = { salutationCode: 'F', languageCode: de, kind: 'formal' as const }
  const id = formulaId('F', de, 'formal')

  test('of one’s own are kept by stable names; what the shipped line says is none of one’s own', async () => {
    await good(saveFormula(house, place, 'Liebe Frau %1,'))
    expect((await house.db.salutationFormulas.get(id))?.pattern).toBe('Liebe Frau {{Surname}},')
    await good(saveFormula(house, place, 'Sehr geehrte Frau {{Title}} {{Nachname}},'))
    expect(await house.db.salutationFormulas.count()).toBe(0)
    await good(saveFormula(house, place, 'Hallo {{First_Name}},'))
    await good(removeFormula(house, (await house.db.salutationFormulas.get(id))!))
    expect(await house.db.salutationFormulas.count()).toBe(0)
  })

  test('a code of one’s own is none of the shipped ones, and its lines go with it', async () => {
    expect(await createSalutation(house, 'unisex', '')).toMatchObject({ ok: false, failure: { code: 'codeTaken' } })
    const made = await good(createSalutation(house, 'dr', 'Doctor'))
    await good(saveFormula(house, { ...place, salutationCode: 'DR' }, 'Dr. {{Surname}}'))
    const gone = await good(deleteSalutation(house, (await house.db.salutations.get(made.value))!))
    expect([await house.db.salutations.count(), await house.db.salutationFormulas.count()]).toEqual([0, 0])
    await good(undo(house, gone.inverse, 'deleteSalutation'))
    expect([await house.db.salutations.count(), await house.db.salutationFormulas.count()]).toEqual([1, 1])
  })
})

describe('A letter and the log', () => {
  let contactId: ContactId
  let segmentId: SegmentId
  let salespersonId: SalespersonId
  beforeEach(async () => {
    salespersonId = (await good(createSalesperson(house, { name: 'Vera', jobTitle: '', phone: '', email: '' }))).value
    await good(attachDocument(house, templateId, de, 'brief.docx', file('letter-de.docx')))
    await good(changeTemplate(house, { ...(await template()), unitCost: 2.5, unitDuration: 4 }))
    const person = { firstName: 'Anna', surname: 'Berg', name: 'Anna Berg', salutationCode: 'F', languageCode: de }
    contactId = (await good(createContact(house, 'person', person))).value
    segmentId = (await good(createSegment(house, 'April', { templateId }))).value
    await good(changeHeader(house, segmentId, { salespersonId }, 'keep'))
    await good(addByHand(house, segmentId, [contactId]))
  })

  const logSegmentNow = async () => {
    const { rev } = (await house.db.segments.get(segmentId))!
    return logSegment(house, segmentId, { rev, followUp: undefined })
  }

  test('the greeting line of one’s own stands in it', async () => {
    await good(saveFormula(house, { salutationCode: 'F', languageCode: de, kind: 'formal' }, 'Grüß Gott {{First_Name}} {{Surname}},'))
    const made = await good(makeLetters(house, segmentId, { output: 'combined' }, {}))
    expect(await textOf(made.files[0]!)).toContain('Grüß Gott Anna Berg,')
  })

  test('comes again from its entry as it was, whatever the greeting line says by now', async () => {
    await good(logSegmentNow())
    const entry = (await house.db.entries.toArray())[0]!
    await good(saveFormula(house, { salutationCode: 'F', languageCode: de, kind: 'formal' }, 'Hallo!'))
    const again = await good(makeEntryLetter(house, entry.id))
    expect(await textOf(again.files[0]!)).toContain('Sehr geehrte Frau Berg,')
    expect(again.files[0]!.name).toMatch(/^Anna Berg/)
  })

  test('of one person’s own document is a file of its own, named after her', async () => {
    const other = (await good(createContact(house, 'person', { firstName: 'Eva', surname: 'Lind', name: 'Eva Lind', languageCode: de })))
      .value
    await good(addByHand(house, segmentId, [other]))
    await good(attachDocument(house, templateId, en, 'letter.docx', file('letter-en.docx')))
    const document = (await template()).documents.find(({ languageCode }) => languageCode === 'en')!
    const stored = (await house.db.segmentLines.get(segmentId))!
    const lines = stored.lines.map((line) => (line.contactId === contactId ? { ...line, document } : line))
    await good(write(house, { put: { segmentLines: [{ ...stored, lines }] }, remove: {}, requires: [] }, 'test'))
    const { files } = await good(makeLetters(house, segmentId, { output: 'combined' }, {}))
    expect(files.map(({ name, letters }) => [name, letters])).toEqual([
      ['April Anna Berg.docx', 1],
      ['April de.docx', 1],
    ])
    expect(await textOf(files[0]!)).toContain('Anna Berg')
  })

  test('comes again although the document was taken back by Undo after it was logged: its bytes stay', async () => {
    const eva = await good(createContact(house, 'person', { firstName: 'Eva', surname: 'Lind', name: 'Eva Lind', languageCode: en }))
    await good(addByHand(house, segmentId, [eva.value]))
    const attached = await good(attachDocument(house, templateId, en, 'letter.docx', file('letter-en.docx')))
    await good(logSegmentNow())
    await good(undo(house, attached.inverse, 'attachDocument'))
    expect((await template()).documents.map(({ languageCode }) => languageCode)).toEqual(['de'])
    const entry = (await house.db.entries.toArray()).find(({ contactId: id }) => id === eva.value)!
    expect(await makeEntryLetter(house, entry.id)).toMatchObject({ ok: true, value: { letters: 1 } })
  })

  test('a document of one’s own taken back by Undo stays with those lines that another list took over', async () => {
    const own = { languageCode: en, fileName: 'own.docx', bytes: file('letter-en.docx'), mapping: {} }
    const given = await good(setLineDocument(house, segmentId, 1, own))
    const part = await good(segmentOfLines(house, segmentId, [1], 'Apart'))
    await good(undo(house, given.inverse, 'setLineDocument'))
    expect((await house.db.segmentLines.get(segmentId))?.lines[0]).not.toHaveProperty('document')
    expect(await makeLetters(house, part.value.segmentId, { output: 'combined' }, {})).toMatchObject({ ok: true, value: { letters: 1 } })
  })

  test('of an entry without a segment comes again from what was frozen', async () => {
    await good(logSegmentNow())
    const entry = (await house.db.entries.toArray())[0]!
    const { loggedSegmentId: _, ...alone } = entry
    const { attachmentId } = (await template()).documents[0]!
    const letter = { attachmentId, languageCode: de, mapping: {}, values: { CALC_Formal_Salutation: 'Guten Morgen,' } }
    await good(write(house, { put: { entries: [{ ...alone, letter }] }, remove: {}, requires: [] }, 'test'))
    expect(await textOf((await good(makeEntryLetter(house, entry.id))).files[0]!)).toContain('Guten Morgen,')
    const { letter: gone, ...without } = { ...alone, letter }
    expect(gone).toBe(letter)
    await good(write(house, { put: { entries: [without] }, remove: {}, requires: [] }, 'test'))
    expect(await makeEntryLetter(house, entry.id)).toMatchObject({ ok: false, failure: { code: 'noDocument' } })
  })

  test('statistics count what was logged, and no more what was cancelled', async () => {
    const done = await good(logSegmentNow())
    const sums = () => house.calls.index.statistics('template', 'year', house.occasion().today)
    expect(await sums()).toEqual({ [templateId]: { number: 1, cost: 2.5, duration: 4 } })
    await good(cancelLogged(house, done.loggedId, true, 'by mistake'))
    expect(await sums()).toEqual({})
    await good(cancelLogged(house, done.loggedId, false, ''))
    expect((await sums())[templateId]?.number).toBe(1)
  })

  test('whoever gets a fallback is counted in her language', async () => {
    expect(await house.calls.index.greetingFallbacks()).toEqual([])
    const nameless = { firstName: 'Zoë', name: 'Zoë', salutationCode: 'F', languageCode: de }
    await good(createContact(house, 'person', nameless))
    expect(await house.calls.index.greetingFallbacks()).toEqual([{ languageCode: 'de', people: 1, formal: 1, informal: 0 }])
    expect(await house.calls.index.greetingFallbackPeople('de', 10)).toMatchObject([{ name: 'Zoë', kinds: ['formal'] }])
  })
})
