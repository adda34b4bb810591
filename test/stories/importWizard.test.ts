// A fair is over: its list comes from Excel, with a day that can be read in two ways; people who are known and people who may be; a row
// without a name. And cards from a phone, a workbook, rows that were copied. A reload in the middle loses nothing, and all of it can be undone.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import writeXlsx from 'write-excel-file/node'
import { openApp, shot, type App } from './browser.ts'
import { chooseFile, takeIn, textFile, toCheck, type StoryFile } from './imports.ts'

const header = 'Name;Firma;Straße;PLZ;Ort;Telefon;E-Mail;Geburtstag;Messestand'
const people = [
  'Jörg Sauerländer;Sägewerk Süd KG;Lindenweg 1;72250;Freudenstadt;+49 7441 5501;joerg@suedsaege.example;03/04/1980;A1',
  'Änne Groß;Sägewerk Süd KG;Lindenweg 1;72250;Freudenstadt;+49 7441 5502;;05/06/1981;A2',
  'Zoë Müller;Möbel Huber GmbH;Mühlgasse 4;4020;Linz;+43 732 7701;zoe@huber.example;;A3',
]
/** As Excel for Windows saves a CSV. */
const ansi = (name: string, ...lines: string[]): StoryFile => ({ name, buffer: Buffer.from([header, ...lines].join('\r\n'), 'latin1') })

interface Stored {
  name: string
  birthday?: string
  city: string
  address: string
  mailingGroupIds: string[]
}

const contacts = (page: Page): Promise<Stored[]> =>
  page.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
    })
    const all = await new Promise<Stored[]>((done) => {
      const asking = db.transaction('contacts').objectStore('contacts').getAll() as IDBRequest<Stored[]>
      asking.onsuccess = () => done(asking.result)
    })
    db.close()
    return all
  })

/** What is kept of the choices; typing is on the disk a moment after it was done. */
const draftOfImport = async (): Promise<string> => {
  const db = await new Promise<IDBDatabase>((done) => {
    const opening = indexedDB.open('fieldbook')
    opening.onsuccess = () => done(opening.result)
  })
  const kept = await new Promise<unknown>((done) => {
    const asking = db.transaction('drafts').objectStore('drafts').get('import')
    asking.onsuccess = () => done(asking.result)
  })
  db.close()
  return JSON.stringify(kept)
}

describe('The import', () => {
  let app: App
  let page: Page
  const tile = (name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) })
  const counts = async () =>
    Promise.all(
      ['New', 'Update', 'Possible duplicates', 'Problems'].map(async (name) => Number(await tile(name).locator('.tile-n').textContent())),
    )
  const inTheEnd = (count: number) => expect.poll(async () => (await contacts(page)).length).toBe(count)

  beforeAll(async () => {
    app = await openApp({ more: { permissions: ['clipboard-read', 'clipboard-write'] } })
    page = app.page
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByLabel('Your name').waitFor()
    await page
      .getByRole('button', { name: /^(Skip|Begin)$/ })
      .first()
      .click()
    await page.locator('.rail').waitFor()
  })
  afterAll(() => app.close())

  it('asks what only she can know: a day that can be read in two ways', async () => {
    await chooseFile(page, app.url, ansi('Fair_2025.csv', ...people))
    await page.getByRole('button', { name: 'Windows-1252', pressed: true }).waitFor()
    await page.getByText('One question waits for you').waitFor()
    await page.getByRole('button', { name: 'To the columns' }).click()
    const question = page.getByRole('group', { name: /“Geburtstag”/ })
    await question.getByRole('button', { name: '3 Apr 1980' }).click()
    // The column that nobody knows is not taken; she says where it goes, in a sheet she searches.
    await page.getByRole('button', { name: 'Messestand goes to: not taken' }).click()
    await page.getByRole('searchbox', { name: 'Search fields' }).fill('mailing')
    await page.getByRole('button', { name: 'Mailing groups' }).click()
    await page.getByLabel('Keep these columns under a name').fill('Fair export')
    await shot(page, 'import-columns')
    await toCheck(page)
    expect(await counts()).toEqual([3, 0, 0, 0])
    await takeIn(page, 3)
    await inTheEnd(5)
    const joerg = (await contacts(page)).find(({ name }) => name === 'Jörg Sauerländer')
    expect(joerg).toMatchObject({ birthday: '1980-04-03', city: 'Freudenstadt' })
    expect(joerg?.mailingGroupIds).toHaveLength(1)
  })

  it('knows the next file by its header; shows what changes, who may be the same, and what cannot be read', async () => {
    const next = [
      people[0]!.replace('Lindenweg 1', 'Lindenweg 99'),
      'A. Groß;Sägewerk Süd;Lindenweg 1;72250;Freudenstadt;+49 7441 5503;;;A2',
      ';;Nirgendsweg 3;12345;Leer;;;;',
      'Nora Neu;Neubau AG;Hauptstraße 2;8010;Graz;;nora@neubau.example;07/08/1990;A4',
    ]
    await page.getByRole('button', { name: 'Import another file' }).click()
    await chooseFile(page, app.url, ansi('Fair_2026.csv', ...next))
    await page.getByText(/Read as “Fair export”/).waitFor()
    await toCheck(page)
    expect(await counts()).toEqual([1, 1, 1, 1])
    await tile('Update').click()
    await page.getByRole('button', { name: 'The file wins' }).click()
    await page.locator('.import-change', { hasText: 'Lindenweg 1' }).getByText('Lindenweg 99').waitFor()
    await tile('Possible duplicates').click()
    const pair = page.getByRole('group', { name: 'Is A. Groß the same as Änne Groß?' })
    await pair.getByRole('button', { name: 'Different' }).click()
    await tile('Possible duplicates').getByText('nothing to decide').waitFor()
    await shot(page, 'import-duplicates')
  })

  it('is as it was after a reload in the middle', async () => {
    await expect.poll(() => page.evaluate(draftOfImport)).toContain('different')
    await page.reload()
    const pair = page.getByRole('group', { name: 'Is A. Groß the same as Änne Groß?' })
    await pair.getByRole('button', { name: 'Different', pressed: true }).waitFor()
    expect(await counts()).toEqual([1, 1, 1, 1])
    await page.goto(`${app.url}#/`)
    await page.getByRole('link', { name: /Fair_2026/ }).click()
    await tile('Problems').waitFor()
  })

  it('mends what cannot be read where it stands, and the row comes in', async () => {
    await tile('Problems').click()
    await page.getByLabel('Full name').fill('Paula Post')
    await page.getByRole('button', { name: 'Mend' }).click()
    await expect.poll(counts).toEqual([2, 1, 1, 0])
  })

  it('puts all of them into a mailing group and a new segment', async () => {
    await page.getByRole('button', { name: /Put all 4 into a segment/ }).click()
    await page.getByLabel('Mailing group for all of them').fill('Fair')
    await page.getByRole('switch', { name: /Put all 4 into a segment/ }).click()
    await page.getByLabel('New segment called').fill('From the fair')
    await page.locator('dialog .deck').getByRole('button', { name: 'Done' }).click()
    await takeIn(page, 4)
    await page.getByText('4 contacts are on the segment “From the fair”.').waitFor()
    await shot(page, 'import-done')
    const all = await contacts(page)
    expect(all.find(({ name }) => name === 'Jörg Sauerländer')?.address).toBe('Lindenweg 99')
    expect(all.map(({ name }) => name)).toEqual(expect.arrayContaining(['A. Groß', 'Änne Groß', 'Paula Post', 'Nora Neu']))
  })

  it('is undone, updates too, and its segment goes along', async () => {
    await page.getByRole('button', { name: 'Undo this import' }).click()
    await page.getByText('The import was taken back').waitFor()
    await inTheEnd(5)
    expect((await contacts(page)).find(({ name }) => name === 'Jörg Sauerländer')?.address).toBe('Lindenweg 1')
    await page.getByRole('link', { name: 'To contacts' }).click()
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('heading', { name: 'Segments' }).waitFor()
    expect(await page.getByText('From the fair').count()).toBe(0)
  })

  const rows = [
    ['Vorname', 'Nachname', 'Geburtstag', 'PLZ'],
    ['Xaver', 'Excel', new Date(Date.UTC(1975, 2, 4)), '01067'],
  ]
  it('takes a workbook as it is: its days are days, its post codes keep their noughts', async () => {
    const buffer = await writeXlsx(
      rows.map((row) => row.map((value) => (value instanceof Date ? { value, format: 'dd.mm.yyyy' } : { value }))),
    ).toBuffer()
    await chooseFile(page, app.url, { name: 'people.xlsx', buffer })
    await toCheck(page)
    await takeIn(page, 1)
    const xaver = (await contacts(page)).find(({ name }) => name === 'Xaver Excel')
    expect(xaver).toMatchObject({ birthday: '1975-03-04', postCode: '01067' })
    await page.getByRole('button', { name: 'Import another file' }).click()
  })

  it('takes a card from a phone, in three taps', async () => {
    const card =
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Vogel;Vera;;;\r\nFN:Vera Vogel\r\nORG:Vogelhaus OG;\r\nTEL;type=CELL:+43 660 1234567\r\nEND:VCARD\r\n'
    await chooseFile(page, app.url, textFile('vera.vcf', card))
    await toCheck(page)
    await takeIn(page, 1)
    expect((await contacts(page)).map(({ name }) => name)).toEqual(expect.arrayContaining(['Vera Vogel', 'Vogelhaus OG']))
    await page.getByRole('button', { name: 'Import another file' }).click()
  })

  it('takes rows that were copied', async () => {
    await page.evaluate(() => navigator.clipboard.writeText('Name\tOrt\nKlara Kopie\tBonn\n'))
    await page.getByRole('button', { name: 'Paste from the clipboard' }).click()
    await toCheck(page)
    await takeIn(page, 1)
    expect((await contacts(page)).find(({ name }) => name === 'Klara Kopie')?.city).toBe('Bonn')
  })
})
