// Lists of a contact's own in letters, and the questions of a document: what is read for them, what stands in the letter, and that a logged
// letter comes out the same.
import { strFromU8, unzipSync } from 'fflate'
import { beforeEach, describe, expect, it } from 'vitest'
import { createInteraction } from '../../src/actions/interactions.ts'
import type { House } from '../../src/actions/house.ts'
import { makeEntryLetter, makeLetters, makeLoggedLetters, makeTrialLetter } from '../../src/actions/letters.ts'
import { logSegment } from '../../src/actions/logSegment.ts'
import { addByHand, changeHeader, createSegment, setAnswers } from '../../src/actions/segments.ts'
import { attachDocument } from '../../src/actions/templates.ts'
import { addPicture } from '../../src/actions/writtenLetters.ts'
import type { CompanyInformation } from '../../src/model/settings.ts'
import { forgetEntry, lettersNaming } from '../../src/core/contact/forget.ts'
import { knownAbout } from '../../src/core/contact/known.ts'
import type { AnswerId, ContactId, PurchaseId, QuestionId, QuestionnaireId, SegmentId } from '../../src/model/ids.ts'
import type { Purchase } from '../../src/model/purchase.ts'
import { toDay } from '../../src/base/day.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { letterText } from '../../src/word/index.ts'
import type { MadeLetters } from '../../src/workers/jobs/letterMaking.ts'
import { company, ourCompany, person, salesperson, template } from '../make.ts'
import { good, letterBytes, openHouse } from '../open.ts'
import { dot, field, makeDocx, para, table, text } from '../word/makeDocx.ts'

const de = toLetterLanguage('de')
const vera = salesperson({ name: 'Vera' })
const ahorn = company({ name: 'Ahorn', languageCode: de })
const birke = company({ name: 'Birke', languageCode: de })
const [yes, no] = ['yes' as AnswerId, 'no' as AnswerId]
const anna = person({ name: 'Anna Berg', company: ahorn, languageCode: de, jobTitle: 'Einkauf', answerIds: [yes] })
const bert = person({ name: 'Bert Adler', company: ahorn, languageCode: de, jobTitle: 'Lager' })
const mute = person({ name: 'Max Stumm', company: ahorn, languageCode: de, privacyBlocked: true })
const cora = person({ name: 'Cora Carl', company: birke, languageCode: de })
const letter = template({ documents: [] })
const bike = { itemNo: '1000', description: 'Bicycle', itemGroup: 'BIKES' }
const purchase = (companyId: ContactId, day: string, fields: Omit<Purchase, 'rev' | 'id' | 'companyId' | 'day'>): Purchase => ({
  ...{ rev: 1, id: `${companyId} ${fields.itemNo}` as PurchaseId, companyId, day: toDay(day) },
  ...fields,
})
const purchases = [
  purchase(ahorn.id, '2026-03-05', { ...bike, quantity: 2, amount: 2468 }),
  purchase(ahorn.id, '2026-05-06', { itemNo: '2000', description: 'Bell', itemGroup: 'PARTS', quantity: 3, amount: 10 }),
]
const questionnaire = {
  ...{ rev: 1, id: 'q' as QuestionnaireId, code: 'Q', description: 'Fragen' },
  questions: [
    {
      ...{ id: 'q1' as QuestionId, description: 'Rad?', multiple: false },
      answers: [
        { id: yes, description: 'Ja' },
        { id: no, description: 'Nein' },
      ],
    },
  ],
}

let house: House
let segmentId: SegmentId
beforeEach(async () => {
  house = openHouse()
  const rows = { contacts: [ahorn, birke, anna, bert, mute, cora], templates: [letter], salespeople: [vera], settings: [ourCompany()] }
  await commit(house.db, { ...noChanges(), put: { ...rows, purchases, questionnaires: [questionnaire] } }, 'seed', '')
})

const attach = (body: string) => good(attachDocument(house, letter.id, de, 'letter.docx', makeDocx({ body }).slice().buffer))
const openSegment = async (ids: ContactId[]) => {
  segmentId = (await good(createSegment(house, 'Autumn'))).value
  await good(changeHeader(house, segmentId, { templateId: letter.id, salespersonId: vera.id }, 'keep'))
  await good(addByHand(house, segmentId, ids))
}
async function wordsOf(made: MadeLetters): Promise<string[]> {
  const words: string[] = []
  for (const file of made.files) {
    const read = letterText(await letterBytes(file))
    if (!read.ok) throw new Error(read.failure.code)
    words.push(...read.value.filter((line) => line !== ''))
  }
  return words
}
const made = async () => wordsOf(await good(makeLetters(house, segmentId, { output: 'combined' }, {})))
async function log() {
  const { rev } = (await house.db.segments.get(segmentId))!
  return (await good(logSegment(house, segmentId, { rev, followUp: undefined }, {}))).loggedId
}

describe('Lists in letters', () => {
  const peopleAndBikes =
    para(text('{{Name}}:')) +
    para(text('{{#each Personen}}')) +
    para(text('{{Nachname}}, {{Funktion}}')) +
    para(text('{{/each}}')) +
    table([
      para(field('MERGEFIELD TableStart:Purchases') + field('MERGEFIELD Date')),
      para(field('MERGEFIELD Amount \\# "0.00"') + field('MERGEFIELD TableEnd:Purchases')),
    ])

  it('are asked for by the document, and nobody calls their fields unknown', async () => {
    const { inspected } = (await attach(peopleAndBikes)).value
    expect(inspected.fields.map(({ name, known }) => [name, known])).toEqual([['Name', 'Name']])
    expect(inspected.lists).toEqual([
      { name: 'Personen', known: 'People', fields: ['Nachname', 'Funktion'] },
      { name: 'Purchases', known: 'Purchases', fields: ['Date', 'Amount'] },
    ])
    const stored = await house.db.templates.get(letter.id)
    expect(stored?.documents[0]?.lists).toEqual(['People', 'Purchases'])
  })

  it('repeat for the people of the company who may be named, and for what it bought; a company without any has none', async () => {
    await attach(peopleAndBikes)
    await openSegment([anna.id, cora.id])
    const lists = ['Anna Berg:', 'Adler, Lager', 'Berg, Einkauf', '6. Mai 2026', '10,00', '5. März 2026', '2468,00']
    const letters = [...lists, 'Cora Carl:', 'Carl, ']
    expect(await made()).toEqual(letters)
    const loggedId = await log()
    // What is logged stays as it was, whatever happens to the people.
    await commit(
      house.db,
      { ...noChanges(), put: { contacts: [{ ...bert, jobTitle: 'Chef' }] }, remove: { purchases: [purchases[0]!.id] } },
      'seed',
      '',
    )
    expect(await wordsOf(await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {})))).toEqual(letters)
  })

  it('repeat for the answers of the contact’s profile', async () => {
    await attach(para(text('{{#Answers}}{{Question}} {{Answer}} {{Name}}{{/Answers}}|{{Answers}}')))
    await openSegment([anna.id, bert.id])
    expect(await made()).toEqual(['Rad? Ja Anna Berg|1', '|0'])
    expect(await wordsOf(await good(makeTrialLetter(house, anna.id, letter.id, de)))).toEqual(['Rad? Ja Anna Berg|1'])
  })

  it('are empty where nobody knows them, and that is told', async () => {
    const { inspected } = (await attach(para(text('{{#Cars}}{{Brand}} {{Surname}}{{/Cars}}.')))).value
    expect(inspected.lists).toEqual([{ name: 'Cars', fields: [] }])
    expect(inspected.fields.map(({ name }) => name)).toEqual(['Surname'])
    await openSegment([anna.id])
    expect(await made()).toEqual(['.'])
  })

  it('go with the letter when somebody they name is forgotten', async () => {
    await attach(peopleAndBikes)
    await openSegment([anna.id, cora.id])
    await log()
    const [piece] = await house.db.loggedLines.toArray()
    const forgotten = (id: ContactId) => ({ ids: new Set<string>([id]) }) as unknown as Parameters<typeof lettersNaming>[1]
    expect([...lettersNaming(piece!.lines, forgotten(bert.id))]).toEqual([piece!.lines[0]!.line.lineNo])
    expect(lettersNaming(piece!.lines, forgotten(mute.id)).size).toBe(0)
  })

  it('stand in what somebody may ask about herself, without the mark of whom they speak', async () => {
    await attach(peopleAndBikes)
    const fields = { contactId: anna.id, templateId: letter.id, description: 'Brief', salespersonId: vera.id, day: house.occasion().today }
    const plain = { time: '', correspondenceType: 'hardCopy', languageCode: de, informationFlow: 'outbound', initiatedBy: 'us' } as const
    const rest = { campaignId: undefined, campaignTarget: false, campaignResponse: false, subject: '', comment: '', evaluation: undefined }
    const cost = { attemptFailed: false, cost: 0, duration: 0, contactVia: '', withLetter: true }
    const done = await good(createInteraction(house, { ...fields, ...plain, ...rest, ...cost }))
    const entry = (await house.db.entries.get(done.value.entryId))!
    expect(entry.letter?.values['People']).toMatchObject({ list: [{ Surname: 'Adler', Contact_Id: bert.id }, { Surname: 'Berg' }] })
    expect(JSON.stringify(known(entry))).not.toContain('Contact_Id')
    expect(await wordsOf(await good(makeEntryLetter(house, entry.id)))).toContain('Adler, Lager')
    const ids = { ids: new Set([bert.id]) } as unknown as Parameters<typeof forgetEntry>[1]
    expect(forgetEntry(entry, ids, new Set())).toMatchObject({ letterErased: true })
  })
  const known = (entry: Parameters<typeof forgetEntry>[0]) =>
    knownAbout({
      ...{
        contact: anna,
        company: ahorn,
        entries: [entry],
        logged: [],
        open: [],
        tasks: [],
        opportunities: [],
        callRounds: [],
        targetOf: [],
      },
      ...{ pace: undefined, campaigns: [], merges: [], journal: [], purchases: [], questionnaires: [], nameOf: () => '', fileOf: () => '' },
    })
})

describe('Pictures in letters', () => {
  it('are our logo, the photo of the contact and the signature of the salesperson, also when the letter is made again', async () => {
    const [logo, photo, signature] = await Promise.all(
      [0, 1, 2].map(async (at) => (await good(addPicture(house, pictureOf(at), 'p.png'))).id),
    )
    const our = { ...(await house.db.settings.get('company'))!, logo } as CompanyInformation
    const rows = {
      settings: [our],
      contacts: [{ ...(await house.db.contacts.get(anna.id))!, imageId: photo! }],
      salespeople: [{ ...vera, signature: signature! }],
    }
    await commit(house.db, { ...noChanges(), put: rows }, 'seed', '')
    const { inspected } = (await attach(para(text('{{image:Logo}}{{Bild:Foto}}{{image:Unterschrift}}{{image:Dog}} {{Name}}')))).value
    expect(inspected.pictures).toEqual([
      { name: 'Logo', known: 'Logo' },
      { name: 'Foto', known: 'Photo' },
      { name: 'Unterschrift', known: 'Signature' },
      { name: 'Dog' },
    ])
    expect(inspected.fields.map(({ name }) => name)).toEqual(['Name'])
    await openSegment([anna.id, bert.id])
    // Logo and signature stand in both letters, and once in the file.
    expect(await picturesIn(await good(makeLetters(house, segmentId, { output: 'combined' }, {})))).toEqual([3, 5])
    const loggedId = await log()
    await commit(house.db, { ...noChanges(), put: { settings: [ourCompany()], salespeople: [vera] } }, 'seed', '')
    expect(await picturesIn(await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {})))).toEqual([3, 5])
  })

  async function picturesIn(made: MadeLetters): Promise<[files: number, shown: number]> {
    const files = unzipSync(await letterBytes(made.files[0]!))
    const shown = strFromU8(files['word/document.xml']!).match(/<a:blip /g)?.length ?? 0
    return [Object.keys(files).filter((name) => name.includes('/media/')).length, shown]
  }
  /** The same picture, different in its last byte. */
  const pictureOf = (at: number) => new Uint8Array([...dot, at]).buffer
})

describe('Questions of a document', () => {
  const asks = para(field('FILLIN "Which offer?" \\d "None"', '…') + text(' for ') + field('MERGEFIELD Name'))

  it('are answered once for the segment, and the answer is logged with the letters', async () => {
    const { inspected } = (await attach(asks)).value
    expect(inspected.questions).toMatchObject([{ key: 'FILLIN Which offer?', prompt: 'Which offer?', standard: 'None' }])
    await openSegment([anna.id, bert.id])
    expect(await made()).toEqual(['None for Anna Berg', 'None for Bert Adler'])
    await good(setAnswers(house, segmentId, { 'FILLIN Which offer?': 'Bells' }))
    expect(await made()).toEqual(['Bells for Anna Berg', 'Bells for Bert Adler'])
    const loggedId = await log()
    expect(await wordsOf(await good(makeLoggedLetters(house, loggedId, { output: 'combined' }, undefined, {})))).toEqual([
      'Bells for Anna Berg',
      'Bells for Bert Adler',
    ])
    const [entry] = await house.db.entries.toArray()
    expect(await wordsOf(await good(makeEntryLetter(house, entry!.id)))).toEqual(['Bells for Anna Berg'])
  })

  it('take what the document has ready again when an answer is emptied', async () => {
    await attach(asks)
    await openSegment([anna.id])
    await good(setAnswers(house, segmentId, { 'FILLIN Which offer?': 'Bells', 'ASK Other': 'x' }))
    await good(setAnswers(house, segmentId, { 'FILLIN Which offer?': ' ' }))
    expect((await house.db.segments.get(segmentId))?.answers).toEqual({ 'ASK Other': 'x' })
    expect(await made()).toEqual(['None for Anna Berg'])
  })
})
