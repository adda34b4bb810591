// Files go out and come in again: nothing new; the back office gets what is new, once; a stop leaves nothing behind.
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { beforeAll, describe, expect, it, test } from 'vitest'
import {
  cardFile,
  columnsFor,
  logExported,
  makeBackOffice,
  makeEverything,
  makeExport,
  previewBackOffice,
  previewExport,
  type ExportFormat,
  type ExportKind,
  type ExportSource,
  type ExportWords,
} from '../../src/actions/exports.ts'
import type { House } from '../../src/actions/house.ts'
import { checkImport, importRows, openImportFile, takeImport } from '../../src/actions/imports.ts'
import type { CampaignEntryId, CampaignId, IndustryGroupId, LoggedSegmentId, MailingGroupId, SalespersonId } from '../../src/model/ids.ts'
import { toLetterLanguage } from '../../src/model/parts.ts'
import { noChanges, type Changes } from '../../src/model/tables.ts'
import { commit } from '../../src/storage/commit.ts'
import { readLists, readTablet } from '../../src/storage/read/lists.ts'
import german from '../../src/text/messages/de.json' with { type: 'json' }
import { company, entry, person, salesperson, segmentOf, template } from '../make.ts'
import { emptyDatabase, good, openHouse } from '../open.ts'

const heading = (key: string) => (german as Record<string, string>)[`export.column.${key}`] ?? key
const keys = (['contacts', 'lines', 'log', 'results', 'purchases'] as const).flatMap((kind) => columnsFor(kind).map(({ key }) => key))
const words: ExportWords = {
  ...{ language: 'de', sheet: 'Kontakte', manner: { separator: ';', decimal: ',', yes: 'ja', no: 'nein' } },
  headings: Object.fromEntries(keys.map((key) => [key, heading(key)])),
  values: { company: 'Unternehmen', person: 'Person', hardCopy: 'Brief', email: 'E-Mail', positive: 'positiv', outbound: 'ausgehend' },
}
const all = (kind: ExportKind) => columnsFor(kind).map(({ key }) => key)
const bytesOf = async (content: Blob) => new Uint8Array(await content.arrayBuffer())
const textOf = async (content: Blob) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf(content))
const put = (house: House, rows: Changes['put']) => good(commit(house.db, { ...noChanges(), put: rows }, 'test', ''))

const vip = { id: 'vip' as MailingGroupId, rev: 0, code: 'VIP', description: 'Gute Kunden' }
const odd = { id: 'odd' as MailingGroupId, rev: 0, code: 'ODD', description: 'Nord, Süd' }
const wood = { id: 'wood' as IndustryGroupId, rev: 0, code: 'HOLZ', description: 'Möbel' }
const jule = salesperson({ name: 'Jule Rasmussen', id: 'jule' as SalespersonId, code: 'JR' })

const works = company({
  ...{
    name: 'Böhme & Söhne GmbH; "Räder"',
    externalId: 'D-0007',
    address: 'Hauptstr. 1',
    postCode: '01067',
    city: 'Dresden',
    countryCode: 'DE',
  },
  ...{
    phone: '+49 351 123',
    email: 'info@boehme.example',
    industryGroupIds: [wood.id],
    mailingGroupIds: [vip.id],
    vatNo: 'DE123',
    no: 'KT1',
  },
})
const anna = person({
  ...{
    firstName: 'Anna',
    middleName: 'Maria',
    surname: 'van der Berg',
    name: 'Anna Maria van der Berg',
    company: works,
    jobTitle: 'Einkauf, Leitung',
  },
  ...{ externalId: 'D-0008', address: 'Höhenweg 3', postCode: '01099', city: 'Dresden', countryCode: 'DE', salespersonId: jule.id },
  ...{
    phone: '+49 351 124',
    mobilePhone: '0171/12 34',
    email: 'anna@boehme.example',
    languageCode: toLetterLanguage('de'),
    salutationCode: 'F',
  },
  ...{
    mailingGroupIds: [vip.id, odd.id],
    correspondenceType: 'hardCopy',
    birthday: '1980-02-29' as never,
    excludeFromSegment: true,
    no: 'KT2',
  },
})
const bert = person({
  ...{ firstName: '=1+1', surname: '@handle', name: '=1+1 @handle', postCode: '8001', city: 'Zürich 🐝', countryCode: 'CH' },
  ...{ phone: '-', email: 'bert@example.org', privacyBlocked: true, no: 'KT3' },
})
const rina = person({
  firstName: 'רינה',
  surname: 'כהן',
  name: 'רינה כהן',
  city: "St. John's",
  homePage: 'https://a.example/?a=1;b',
  no: 'KT4',
})

let house: House
beforeAll(async () => {
  house = openHouse(emptyDatabase())
  await put(house, { mailingGroups: [vip, odd], industryGroups: [wood], salespeople: [jule], contacts: [works, anna, bert, rina] })
})

describe('Contacts that go out and come in again say nothing new', () => {
  test.each<ExportFormat>(['xlsx', 'csvExcel', 'csvSystem', 'vcard4', 'vcard3'])('as %s', async (format) => {
    const wish = { source: { of: 'contacts', who: 'all' } as ExportSource, format, columns: all('contacts'), words, name: 'kontakte' }
    const made = await good(makeExport(house, wish))
    expect(made).toMatchObject({ rows: 4, cut: 0 })
    // It comes from a worker: nothing in it that cannot cross.
    expect(() => structuredClone(made)).not.toThrow()
    const file = await good(openImportFile(house, (await bytesOf(made.content)).slice().buffer, made.name))
    expect(file).toMatchObject({ kind: 'contacts', rows: 4, uneven: 0, padded: 0 })
    const choices = { kind: 'contacts', columns: file.columns.map(({ guess }) => guess) } as const
    const how = { updates: 'overwrite', duplicates: 'later', decisions: {}, mended: {}, tag: '' } as const
    const { counts } = await good(checkImport(house, { ...choices, ...how }))
    const told = JSON.stringify([await importRows(house, 'update', 0, 9), await importRows(house, 'new', 0, 9)])
    expect(counts, told).toMatchObject({ new: 0, update: 4, unchanged: 4, duplicate: 0, problem: 0, companiesMade: 0 })
  })
})

describe('Cards of people who are not to be written to', () => {
  test.each<ExportFormat>(['vcard4', 'vcard3'])('say so in %s, are counted, and are read so on another tablet', async (format) => {
    const child = person({ firstName: 'Kim', surname: 'Klein', name: 'Kim Klein', minor: true, no: 'KT9' })
    const there = openHouse(emptyDatabase())
    await put(there, { contacts: [anna, bert, rina, child].map((one) => ({ ...one, companyId: undefined, mailingGroupIds: [] })) })
    const wish = { source: { of: 'contacts', who: 'all' } as ExportSource, format, columns: [], words, name: 'karten' }
    const made = await good(makeExport(there, wish))
    expect(made).toMatchObject({ rows: 4, spared: 3 })
    const elsewhere = openHouse(emptyDatabase())
    const file = await good(openImportFile(elsewhere, (await bytesOf(made.content)).slice().buffer, made.name))
    const choices = { kind: 'contacts', columns: file.columns.map(({ guess }) => guess) } as const
    await good(takeImport(elsewhere, { ...choices, ...{ updates: 'overwrite', duplicates: 'later', decisions: {}, mended: {}, tag: '' } }))
    const rules = (await elsewhere.db.contacts.toArray()).map((one) => [
      ...[one.name, one.privacyBlocked, one.excludeFromSegment, one.type === 'person' && one.minor],
    ])
    expect(rules).toEqual(
      expect.arrayContaining([
        ['Anna Maria van der Berg', false, true, false],
        ['=1+1 @handle', true, false, false],
        ['Kim Klein', false, false, true],
        ['רינה כהן', false, false, false],
      ]),
    )
  })
})

describe('The file', () => {
  it('for Excel tells how many cells are defused, and its first rows are those shown before', async () => {
    const wish = { source: { of: 'contacts', who: [bert.id] } as ExportSource, columns: ['firstName', 'surname', 'phone'] as const, words }
    const shown = await previewExport(house, { ...wish, format: 'csvExcel' })
    expect(shown).toMatchObject({ count: 1, headings: ['Vorname', 'Nachname', 'Telefon'], rows: [['=1+1', '@handle', '-']] })
    const made = await good(makeExport(house, { ...wish, format: 'csvExcel', name: 'x' }))
    expect(made.formulas).toBe(2)
    expect(await textOf(made.content)).toBe("\ufeffVorname;Nachname;Telefon\r\n'=1+1;'@handle;-\r\n")
    const other = await good(makeExport(house, { ...wish, format: 'csvSystem', name: 'x' }))
    expect(await textOf(other.content)).toBe('First Name,Surname,Phone\r\n=1+1,@handle,-\r\n')
  })
  it('of the people of a segment has each of them once, the one of its lines each value as it holds there', async () => {
    const there = openHouse(emptyDatabase())
    const letter = template({ description: 'Brief', unitCost: 1.5 })
    const { segment, lines } = segmentOf([anna, bert, anna], { templateId: letter.id, subject: 'Herbst', description: 'Herbstbrief' })
    await put(there, {
      contacts: [works, anna, bert],
      salespeople: [jule],
      templates: [letter],
      segments: [segment],
      segmentLines: [lines],
    })
    const people = await previewExport(there, {
      source: { of: 'contacts', who: { segmentId: segment.id } },
      format: 'xlsx',
      columns: ['surname'],
      words,
    })
    expect(people).toMatchObject({ count: 2, rows: [['van der Berg'], ['@handle']] })
    const columns = ['segment', 'contact', 'company', 'template', 'subject', 'cost', 'salesperson'] as const
    const shown = await previewExport(there, { source: { of: 'lines', who: segment.id }, format: 'xlsx', columns, words })
    expect(shown.rows[0]).toEqual(['Herbstbrief', anna.name, works.name, 'Brief', 'Herbst', 1.5, 'Jule Rasmussen'])
    expect(shown.count).toBe(3)
  })
  it('that is stopped is not there, and the next one is made all the same', async () => {
    const wish = {
      source: { of: 'contacts', who: 'all' } as ExportSource,
      format: 'csvExcel' as const,
      columns: all('contacts'),
      words,
      name: 'x',
    }
    const stop = new AbortController()
    stop.abort()
    expect(await makeExport(house, wish, { signal: stop.signal })).toEqual({ ok: false, failure: { code: 'stopped' } })
    expect((await good(makeExport(house, wish))).rows).toBe(4)
  })
  it('of one contact is a card that phones take', async () => {
    const { name, bytes } = cardFile(anna, works, await readLists(house.db), 'de')
    expect(name).toBe('Anna Maria van der Berg.vcf')
    const lines = new TextDecoder().decode(bytes).replace(/\r\n /g, '').split('\r\n')
    expect(lines).toEqual(expect.arrayContaining(['VERSION:3.0', 'N:van der Berg;Anna;Maria;;', 'ORG:Böhme & Söhne GmbH\\; "Räder"']))
    expect(lines).toEqual(expect.arrayContaining(['TEL;TYPE=CELL:0171/12 34', 'CATEGORIES:Gute Kunden,ODD', 'TITLE:Einkauf\\, Leitung']))
    for (const line of new TextDecoder().decode(bytes).split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })
  it('of one contact, handed to others, says nothing of what was noted about her', async () => {
    const noted = { ...anna, notes: [{ id: 'n' as never, day: '2026-11-01' as never, by: 'Vera', text: 'pays late' }] }
    const { bytes } = cardFile(noted, works, await readLists(house.db), 'de')
    expect(new TextDecoder().decode(bytes)).not.toMatch(/NOTE|pays late|Vera/)
  })
})

describe('The log for the back office', () => {
  const letter = template({ description: 'Brief', code: 'BRIEF' })
  const autumn = { id: 'autumn' as CampaignId, rev: 0, no: 'KA1', description: 'Herbst' }
  const visit = entry(anna, '2026-11-02', {
    ...{
      companyId: works.id,
      templateId: letter.id,
      salespersonId: jule.id,
      campaignId: autumn.id,
      time: '09:30',
      evaluation: 'veryPositive',
    },
    ...{ correspondenceType: 'hardCopy', languageCode: toLetterLanguage('de'), cost: 2.5, duration: 12, subject: 'x'.repeat(120) },
    ...{ delivery: 'failed', contactVia: '+49 351 124', description: 'Besuch, "kurz"', companyName: works.name, campaignTarget: true },
  })
  const call = entry(bert, '2026-11-03', { informationFlow: 'inbound', initiatedBy: 'them', cancelled: true, cancelReason: 'Irrtum' })
  const invented = entry(rina, '2026-11-04', { sample: true })
  const ask = (since?: number) => (since === undefined ? {} : { since })

  async function filled(): Promise<House> {
    const there = openHouse(emptyDatabase())
    await put(there, { contacts: [works, anna, bert, rina], salespeople: [jule], templates: [letter], campaigns: [autumn] })
    await put(there, { entries: [visit, call, invented] })
    return there
  }

  it('has the fields of table 5065 as Business Central writes them, and our own id behind them', async () => {
    const there = await filled()
    const made = await good(makeBackOffice(there, { format: 'csvSystem', firstNo: 5001, words, name: 'log' }))
    expect(made).toMatchObject({ name: 'log.csv', rows: 2, cut: 1 })
    const [headings, ...rows] = Papa.parse<string[]>(await textOf(made.content), { skipEmptyLines: true }).data
    const named = rows.map((row) => Object.fromEntries((headings ?? []).map((name, at) => [name, row[at]])))
    expect(named[0]).toEqual({
      ...{
        'Entry No.': '5001',
        'Contact No.': 'D-0008',
        'Contact Company No.': 'D-0007',
        Date: '2026-11-02',
        Description: 'Besuch, "kurz"',
      },
      ...{ 'Information Flow': 'Outbound', 'Initiated By': 'Us', 'Attachment No.': '0', 'Cost (LCY)': '2.50', 'Duration (Min.)': '12' },
      ...{ 'User ID': 'VERA', 'Interaction Group Code': '', 'Interaction Template Code': 'BRIEF', 'Campaign No.': 'KA1' },
      ...{
        'Campaign Entry No.': '0',
        'Campaign Response': 'false',
        'Campaign Target': 'true',
        'Segment No.': '',
        Evaluation: 'Very Positive',
      },
      ...{
        'Time of Interaction': '09:30:00',
        'Attempt Failed': 'false',
        'To-do No.': '',
        'Salesperson Code': 'JR',
        'Delivery Status': 'Error',
      },
      ...{ Canceled: 'false', 'Correspondence Type': 'Hard Copy', 'Contact Alt. Address Code': '', 'Logged Segment Entry No.': '0' },
      ...{ 'Contact Via': '+49 351 124', 'Interaction Language Code': 'DEU', Subject: 'x'.repeat(100), Postponed: 'false' },
      ...{
        'Fieldbook Entry ID': visit.id,
        'Fieldbook Contact Name': anna.name,
        'Fieldbook Company Name': works.name,
        'Fieldbook Comment': '',
      },
    })
    expect(named[1]).toMatchObject({
      ...{ 'Entry No.': '5002', 'Contact No.': 'KT3', 'Information Flow': 'Inbound', 'Initiated By': 'Them', Canceled: 'true' },
      ...{ Evaluation: ' ', 'Correspondence Type': ' ', 'Delivery Status': ' ', 'Fieldbook Comment': 'Irrtum' },
    })
  })
  it('as an Excel file stands where a configuration package has it: table in the first row, fields in the third', async () => {
    const made = await good(makeBackOffice(await filled(), { format: 'xlsx', words, name: 'log' }))
    const sheet = strFromU8(unzipSync(await bytesOf(made.content))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('<c r="C1" s="1"><v>5065</v></c>')
    expect(sheet).toMatch(/<row r="3"><c r="A3"/)
    expect(sheet).toMatch(/<row r="4">(?!<c r="A4").*<c r="D4" s="3"><v>46328<\/v><\/c>/)
  })
  it('asked again for what is new has only what came, changed or was cancelled since the file was saved', async () => {
    const there = await filled()
    expect(await previewBackOffice(there, ask())).toMatchObject({ count: 2 })
    const made = await good(makeBackOffice(there, { format: 'xlsx', words, name: 'log' }))
    expect((await readTablet(there.db))?.lastLogExport).toBeUndefined()
    await good(logExported(there, made))
    const since = (await readTablet(there.db))?.lastLogExport?.rev
    expect(await previewBackOffice(there, ask(since))).toMatchObject({ count: 0 })
    await put(there, { entries: [{ ...call, cancelled: false }] })
    await put(there, { entries: [entry(anna, '2026-11-10', { loggedSegmentId: 'l1' as LoggedSegmentId })] })
    expect(await previewBackOffice(there, ask(since))).toMatchObject({ count: 2 })
    const later = await good(makeBackOffice(there, { ...ask(since), format: 'xlsx', words, name: 'log' }))
    await good(logExported(there, later))
    // An older file saved afterwards takes nothing back.
    await good(logExported(there, made))
    expect((await readTablet(there.db))?.lastLogExport?.rev).toBe(later.rev)
    const next = (await readTablet(there.db))?.lastLogExport?.rev
    expect(await previewBackOffice(there, ask(next))).toMatchObject({ count: 0 })
    await put(there, { loggedStates: [{ id: 'l1' as LoggedSegmentId, rev: 0, cancelled: true, reason: '', at: '' }] })
    const shown = await previewBackOffice(there, ask(next))
    expect(shown.rows.map((row) => row[shown.headings.indexOf('Canceled')])).toEqual([true])
  })
  it('also knows what is new where the log of changes does not reach back, as after a restore', async () => {
    const there = await filled()
    const made = await good(makeBackOffice(there, { format: 'xlsx', words, name: 'log' }))
    await put(there, { entries: [{ ...call, cancelled: false }] })
    await there.db.changes
      .where('rev')
      .belowOrEqual(made.rev + 1)
      .delete()
    await there.db.changes.put({ rev: 100, at: '', what: 'restore', ids: {} })
    expect(await previewBackOffice(there, ask(made.rev))).toMatchObject({ count: 1 })
    expect(await previewBackOffice(there, ask(101))).toMatchObject({ count: 2 })
  })
  it('of a range of days has only those', async () => {
    const there = await filled()
    expect(await previewBackOffice(there, { from: '2026-11-03' as never, to: '2026-11-04' as never })).toMatchObject({ count: 1 })
  })
  it('everything at once is a ZIP with a file for each kind, among them what campaigns came to', async () => {
    const there = await filled()
    const logged = { id: 'e1' as CampaignEntryId, rev: 0, campaignId: autumn.id, day: visit.day, description: 'Brief', cancelled: false }
    const answered = { ...visit, campaignEntryId: logged.id, respondedDay: visit.day }
    await put(there, { campaignEntries: [logged], entries: [answered] })
    const names = { contacts: 'kontakte', lines: 'segmente', log: 'protokoll', results: 'kampagnen', purchases: 'einkaeufe' }
    const made = await good(makeEverything(there, { format: 'csvSystem', words, name: 'alles', names }))
    const files = unzipSync(await bytesOf(made.content))
    expect(Object.keys(files).sort()).toEqual(['einkaeufe.csv', 'kampagnen.csv', 'kontakte.csv', 'protokoll.csv', 'segmente.csv'])
    expect(strFromU8(files['kampagnen.csv'] ?? new Uint8Array())).toContain('KA1,Herbst,2026-11-02,Brief,,1,1,1,0,0,2.50,12,')
    expect(Papa.parse(strFromU8(files['protokoll.csv'] ?? new Uint8Array()), { skipEmptyLines: true }).data).toHaveLength(4)
  })
})
