// A file on the desk: opened, checked, decided row by row, mended, taken in, known again; interactions and purchases, too.
import { describe, expect, test } from 'vitest'
import {
  checkImport,
  closeImport,
  fixFile,
  guessImportAs,
  importRows,
  openImportFile,
  splitNames,
  takeBackImport,
  takeImport,
} from '../../src/actions/imports.ts'
import { deleteImportMapping, listImportMappings } from '../../src/actions/importMappings.ts'
import type { House } from '../../src/actions/house.ts'
import type { ImportChoices } from '../../src/exchange/importPlan.ts'
import { contents, good, openHouse } from '../open.ts'
import { choicesOf, takeFile } from '../takeFile.ts'
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer
const opened = (house: House, text: string, name = 'a.csv') => good(openImportFile(house, bytesOf(text), name))

async function checked(house: House, text: string, chosen: Partial<ImportChoices> = {}) {
  const choices = choicesOf(await opened(house, text), chosen)
  return { choices, counts: (await good(checkImport(house, choices))).counts }
}
const people = async (house: House) => (await house.db.contacts.toArray()).filter(({ type }) => type === 'person')

const known = 'Vorname;Nachname;Firma;PLZ;Telefon;E-Mail\nSolveig;Bjørkhaug;Hof GmbH;53111;;\n'
const likely = 'Vorname;Nachname;Firma;PLZ;Telefon;E-Mail\nS.;Bjorkhaug;Hof;53111;030 1234567;s@hof.example\n'

describe('A possible duplicate', () => {
  test('is shown beside the contact, with what speaks for it', async () => {
    const house = openHouse()
    await good(takeFile(house, known, 'a.csv'))
    const { counts } = await checked(house, likely, { duplicates: 'later' })
    expect(counts).toMatchObject({ new: 0, update: 0, duplicate: 1, undecided: 1, problem: 0, taken: 0, out: 1 })
    const [row] = await importRows(house, 'duplicate', 0, 10)
    expect(row).toMatchObject({ name: 'S. Bjorkhaug', out: true, match: { name: 'Solveig Bjørkhaug', companyName: 'Hof GmbH' } })
    expect(row?.match?.because).toEqual(expect.arrayContaining(['name', 'company']))
  })

  test.each([
    ['same', 1, '030 1234567'],
    ['different', 2, ''],
    ['later', 1, ''],
    ['leaveOut', 1, ''],
  ] as const)('decided %s leaves %i persons', async (as, persons, phone) => {
    const house = openHouse()
    await good(takeFile(house, known, 'a.csv'))
    await good(takeFile(house, likely, 'b.csv', { decisions: { 2: { as } }, updates: 'fillBlanks', duplicates: 'later' }))
    const all = await people(house)
    expect(all).toHaveLength(persons)
    expect(all.find(({ name }) => name === 'Solveig Bjørkhaug')?.phone).toBe(phone)
  })

  test('within the file stands beside the row it is like', async () => {
    const house = openHouse()
    await checked(house, 'Vorname;Nachname;Firma;Ort\nSolveig;Bjørkhaug;Hof;Bonn\nS.;Bjorkhaug;Hof;\n', { duplicates: 'later' })
    const [row] = await importRows(house, 'duplicate', 0, 10)
    expect(row).toMatchObject({ lineNo: 3, match: { lineNo: 2 } })
    expect(row?.match).not.toHaveProperty('contactId')
  })
})

describe('A known contact', () => {
  const first = 'Kundennr.;Name;Ort;Telefon;Ausgeschlossen;Verteiler\nK1;Anna Berger;Bonn;;ja;NEWS\n'
  const second = 'Kundennr.;Name;Ort;Telefon;Ausgeschlossen;Verteiler\nK1;Anna Berger;Köln;030 1;nein;FAIR\n'
  test.each([
    ['fillBlanks', 'Bonn', '030 1', ['phone', 'mailingGroups']],
    ['overwrite', 'Köln', '030 1', ['city', 'phone', 'mailingGroups']],
    ['leave', 'Bonn', '', undefined],
  ] as const)('with %s is in %s', async (updates, city, phone, fields) => {
    const house = openHouse()
    await good(takeFile(house, first, 'a.csv'))
    const { counts } = await checked(house, second, { updates })
    expect(counts).toMatchObject({ update: 1, unchanged: 0, taken: updates === 'leave' ? 0 : 1 })
    const [row] = await importRows(house, 'update', 0, 1)
    expect(row?.changes?.map(({ field }) => field).sort()).toEqual(fields?.toSorted())
    await good(takeFile(house, second, 'b.csv', { updates }))
    expect((await people(house))[0]).toMatchObject({ city, phone, excludeFromSegment: true })
  })

  test('who is withheld stays withheld', async () => {
    const house = openHouse()
    const minor = (yes: string) => `Kundennr.;Name;Minderjährig\nK1;Anna Berger;${yes}\n`
    const chosen = { columns: [{ target: 'externalId' }, { target: 'fullName' }, { target: 'minor' }] }
    await good(takeFile(house, minor('ja'), 'a.csv', chosen))
    await good(takeFile(house, minor('nein'), 'b.csv', chosen))
    expect((await people(house))[0]).toMatchObject({ minor: true })
    expect((await checked(house, minor('nein'), chosen)).counts.unchanged).toBe(1)
  })
})

describe('Cells', () => {
  test('with several numbers: the first is the phone, a mobile number goes there, the rest is told', async () => {
    const house = openHouse()
    await checked(house, 'Name,Telefon,E-Mail\nAnna Berger,030 123456; +49 171 1234567; 030 999999,a@x.example; b@x.example\n')
    const [row] = await importRows(house, 'new', 0, 1)
    expect(row?.problems.map(({ code, detail }) => [code, detail])).toEqual([
      ['furtherEmail', 'b@x.example'],
      ['furtherPhone', '030 999999'],
    ])
    await good(takeFile(house, 'Name,Telefon\nAnna Berger,030 123456; +49 171 1234567\n', 'a.csv'))
    expect((await people(house))[0]).toMatchObject({ phone: '030 123456', mobilePhone: '+49 171 1234567' })
  })

  test('mended in the wizard make a row of a problem', async () => {
    const house = openHouse()
    const text = 'Vorname;Nachname;Ort\n;;Bonn\n'
    expect((await checked(house, text)).counts).toMatchObject({ problem: 1, out: 1 })
    expect((await importRows(house, 'problem', 0, 1))[0]?.problems).toEqual([{ lineNo: 2, code: 'noName', detail: 'Bonn', column: 1 }])
    expect((await checked(house, text, { mended: { 2: { 1: 'Berger' } } })).counts).toMatchObject({ problem: 0, new: 1 })
  })

  test('of full names come apart as the person says', async () => {
    const house = openHouse()
    await opened(house, 'Name;Ort\nvan der Berg Anna;Bonn\n"Maier-Huber, Dr. Eva";Ulm\n')
    expect(await splitNames(house, 0, 'surnameFirst', 5)).toMatchObject([
      { firstName: 'Anna', surname: 'van der Berg' },
      { title: 'Dr.', firstName: 'Eva', surname: 'Maier-Huber' },
    ])
  })
})

test('All people of a file come into one mailing group, and lists that are made are told', async () => {
  const house = openHouse()
  const text = 'Name;Firma;Verkäufer;Verteiler\nAnna Berger;Hof;Berta Blum;R&D\nJan Smit;Hof;Berta Blum;r&d\n'
  const { counts } = await checked(house, text, { tag: 'Fair 2026' })
  expect(counts).toMatchObject({ companiesMade: 1 })
  expect(new Map(counts.listsMade?.map(({ table, names }) => [table, names.length]))).toEqual(
    new Map([
      ['mailingGroups', 2],
      ['salespeople', 1],
    ]),
  )
  const taken = await good(takeFile(house, text, 'a.csv', { tag: 'Fair 2026' }))
  expect(taken.people).toHaveLength(2)
  expect((await people(house)).map(({ mailingGroupIds }) => mailingGroupIds.length)).toEqual([2, 2])
})

test('Taken in and taken back, everything is as before; taken in twice, nothing changes', async () => {
  const house = openHouse()
  await good(takeFile(house, known, 'a.csv'))
  const before = await contents(house)
  const taken = await good(takeFile(house, likely, 'b.csv', { duplicates: 'same', tag: 'Fair' }))
  const between = await contents(house)
  const again = await checked(house, likely, { duplicates: 'same', tag: 'Fair', updates: 'fillBlanks' })
  expect(again.counts).toMatchObject({ new: 0, companiesMade: 0 })
  await good(takeImport(house, again.choices))
  expect(await contents(house)).toEqual(between)
  const back = await good(takeBackImport(house, taken.importId))
  expect(back.kept).toEqual([])
  expect({ ...(await contents(house)), series: 0 }).toEqual({ ...before, series: 0 })
})

test('A mapping that was saved is known again, in another order of the columns and in the file of rows to fix', async () => {
  const house = openHouse()
  const file = await opened(house, 'Nachname;Rufname X;Ort\nBerger;Anna;\n;;Bonn\n')
  const columns = [{ target: 'surname' }, { target: 'firstName' }, { target: 'city' }]
  const choices = choicesOf(file, { columns })
  await good(checkImport(house, choices))
  await good(takeImport(house, choices, 'Fair export'))
  const words = { heading: 'Why', reasons: { noName: 'No name beside {detail}.' } }
  const fix = await good(fixFile(house, choices, words))
  expect(new TextDecoder().decode(fix.bytes)).toBe('Why;Nachname;Rufname X;Ort\r\nNo name beside Bonn.;;;Bonn\r\n')
  expect(new Uint8Array(fix.bytes).slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]))
  const again = await good(openImportFile(house, fix.bytes, fix.name))
  expect(again.recognised?.name).toBe('Fair export')
  expect(again.columns.map(({ guess }) => guess.target)).toEqual([undefined, 'surname', 'firstName', 'city'])
  const turned = await opened(house, 'Rufname X;Nachname;Ort\nAnna;Berger;Bonn\n')
  expect(turned.columns.map(({ guess }) => guess.target)).toEqual(['firstName', 'surname', 'city'])
  // What she corrects under the known name is known the next time.
  const corrected = choicesOf(turned, { columns: [{ target: 'firstName' }, { target: 'surname' }, { target: 'county' }] })
  await good(checkImport(house, corrected))
  await good(takeImport(house, corrected, ''))
  expect((await opened(house, 'Nachname;Rufname X;Ort\nBerger;Anna;Bonn\n')).columns.map(({ guess }) => guess.target)).toEqual([
    ...['surname', 'firstName', 'county'],
  ])
  const [saved, ...others] = await listImportMappings(house)
  expect(others).toEqual([])
  await good(deleteImportMapping(house, saved!.id))
  expect((await opened(house, 'Rufname X;Nachname;Ort\nAnna;Berger;Bonn\n')).recognised).toBeUndefined()
})

test('A desk that is empty says so', async () => {
  const house = openHouse()
  const { choices } = await checked(house, known)
  await closeImport(house)
  expect(await checkImport(house, choices)).toMatchObject({ ok: false, failure: { code: 'importGone' } })
  expect(await guessImportAs(house, 'purchases')).toMatchObject({ ok: false, failure: { code: 'importGone' } })
})

test('A check that is stopped leaves nothing', async () => {
  const house = openHouse()
  const choices = choicesOf(await opened(house, known))
  expect(await checkImport(house, choices, { signal: AbortSignal.abort() })).toMatchObject({ ok: false, failure: { code: 'stopped' } })
})

describe('Interactions', () => {
  const text =
    'Name;Firma;Datum;Uhrzeit;Vorlage;Beschreibung;Bewertung\n' +
    'Anna Berger;Hof;01.03.2026;9:30;Brochure;Sent it;positiv\nJan Smit;;2.3.2026;;;Call;\nNobody;;3.3.2026;;;Call;\nAnna Berger;Hof;;;;Call;\n'
  const columns = ['fullName', 'companyName', 'day', 'time', 'template', 'description', 'evaluation'].map((target) => ({ target }))
  const chosen = { kind: 'interactions' as const, columns }

  test('become entries of the log, once; who is not found stays out with a reason', async () => {
    const house = openHouse()
    await good(
      takeFile(house, 'Name;Firma\nAnna Berger;Hof\nJan Smit;\n', 'a.csv', {
        columns: [{ target: 'fullName' }, { target: 'companyName' }],
      }),
    )
    const { counts } = await checked(house, text, chosen)
    expect(counts).toMatchObject({ new: 2, update: 0, problem: 2, taken: 2, out: 2 })
    expect((await importRows(house, 'problem', 0, 5)).map(({ problems }) => problems.map(({ code }) => code))).toEqual([
      ['contactNotFound'],
      ['noDay'],
    ])
    await good(takeFile(house, text, 'log.csv', chosen))
    const entries = (await house.db.entries.toArray()).sort((a, b) => (a.day < b.day ? -1 : 1))
    expect(entries.map(({ day, time, contactName, description, loggedBy }) => [day, time, contactName, description, loggedBy])).toEqual([
      ['2026-03-01', '09:30', 'Anna Berger', 'Sent it', 'Vera'],
      ['2026-03-02', undefined, 'Jan Smit', 'Call', 'Vera'],
    ])
    expect(entries[0]).toMatchObject({ evaluation: 'positive', companyName: 'Hof', comments: [{ text: 'Vorlage: Brochure' }] })
    expect((await checked(house, text, chosen)).counts).toMatchObject({ new: 0, update: 2, unchanged: 2, problem: 2 })
  })
})

describe('Purchases', () => {
  const text =
    'Firma;Datum;Artikelnr.;Menge;Betrag\nHof;01.03.2026;B-1;2;1.234,50\nHof;01.03.2026;B-1;2;1.234,50\nHof;01.03.2026;B-2;x;1,00\n'
  const columns = [
    { target: 'companyName' },
    { target: 'day' },
    { target: 'itemNo' },
    { target: 'quantity' },
    { target: 'amount', decimal: ',' as const },
  ]
  const chosen = { kind: 'purchases' as const, columns }

  test('of a company come in, two alike as two; the same file again says nothing new', async () => {
    const house = openHouse()
    await good(takeFile(house, 'Firma;Ort\nHof;Bonn\n', 'a.csv'))
    await good(takeFile(house, text, 'p.csv', chosen))
    expect((await house.db.purchases.toArray()).map(({ itemNo, quantity, amount }) => [itemNo, quantity, amount])).toEqual([
      ['B-1', 2, 1234.5],
      ['B-1', 2, 1234.5],
    ])
    const { counts } = await checked(house, text, chosen)
    expect(counts).toMatchObject({ new: 0, update: 2, unchanged: 2, problem: 1, out: 1 })
    expect((await importRows(house, 'problem', 0, 1))[0]?.problems).toEqual([{ lineNo: 4, code: 'unclearNumber', detail: 'x', column: 3 }])
  })
  test('of a person without a company name her, and show the cell of the file', async () => {
    const house = openHouse()
    await good(takeFile(house, 'Kundennr.;Vorname;Nachname\nK0000;Anna;Müller\n', 'a.csv'))
    const rows = 'Nr.;Kunde;Datum;Artikelnr.\nK0000;Anna Müller;01.03.2026;B-1\n'
    const targets = [{ target: 'externalId' }, { target: 'fullName' }, { target: 'day' }, { target: 'itemNo' }]
    await checked(house, rows, { kind: 'purchases' as const, columns: targets })
    expect((await importRows(house, 'problem', 0, 1))[0]?.problems).toEqual([
      { lineNo: 2, code: 'noCompany', detail: 'Anna Müller', column: 0, cell: 'K0000' },
    ])
  })
})
