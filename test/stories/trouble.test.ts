// Bad input and a hostile world: each gets its sentence, and nothing half-written stays.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { root } from './build.ts'
import { chooseFile, takeIn, textFile, toCheck } from './imports.ts'
import { toLetters } from './output.ts'

const letter = readFileSync(join(root, 'test/letters/letter-en.docx'))
const ole = (name: string) =>
  Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504), Buffer.from(name, 'utf16le'), Buffer.alloc(512)])
const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

async function withSample(): Promise<App> {
  const app = await openApp()
  await app.page.getByRole('button', { name: /Look around with sample data/ }).click()
  await app.page.locator('.rail').waitFor()
  return app
}

const rows = (page: Page, table: string): Promise<number> =>
  page.evaluate(async (name) => {
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('fieldbook')
      opening.onsuccess = () => done(opening.result)
    })
    const count = await new Promise<number>((done) => {
      const asking = db.transaction(name).objectStore(name).count()
      asking.onsuccess = () => done(asking.result)
    })
    db.close()
    return count
  }, table)

describe('A file that is no letter', () => {
  let app: App
  beforeAll(async () => {
    app = await withSample()
    await app.page.goto(`${app.url}#/templates`)
    await app.page.getByRole('button', { name: 'New template' }).click()
    await app.page.getByRole('radio', { name: /Without a letter/ }).check()
    await app.page.getByLabel('Description').fill('Bad files')
    await app.page.keyboard.press('Enter')
    await app.page.getByRole('link', { name: 'Write it here' }).waitFor()
  })
  afterAll(() => app.close())

  it.each([
    ['a .doc', 'old.doc', ole('WordDocument'), /old Word document \(\.doc\).*save it as \.docx/],
    ['one with a password', 'secret.docx', ole('EncryptedPackage'), /protected by a password.*remove the password/],
    ['a PDF', 'letter.pdf', Buffer.from('%PDF-1.7\n%âãÏÓ\n'), /is a PDF.*Choose the Word document/],
    ['an empty one', 'empty.docx', Buffer.alloc(0), /is empty/],
    ['half of one', 'half.docx', letter.subarray(0, letter.length / 2), /is not complete.*Copy or download it again/],
  ])('%s is refused with a sentence that says what to do, and nothing is stored', async (_title, name, buffer, sentence) => {
    const before = await rows(app.page, 'attachments')
    await app.page.setInputFiles('input[type=file]', { name, mimeType: docxType, buffer })
    await expect.poll(() => app.page.getByRole('alert').textContent()).toMatch(sentence)
    expect(await app.page.getByRole('alert').textContent()).toContain(name)
    expect(await rows(app.page, 'attachments')).toBe(before)
  })

  it('a field that nobody knows is named, with the nearest that is known, and can be given a meaning', async () => {
    const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
    const parts = unzipSync(letter)
    const main = strFromU8(parts['word/document.xml']!)
    expect(main).toContain('Salesperson_Name')
    parts['word/document.xml'] = strToU8(main.replaceAll('Salesperson_Name', 'Salesprson_Nmae'))
    await app.page.setInputFiles('input[type=file]', { name: 'typo.docx', mimeType: docxType, buffer: Buffer.from(zipSync(parts)) })
    await app.page.getByLabel(/Salesprson_Nmae/).waitFor()
    await app.page
      .getByRole('group', { name: /Salesprson_Nmae/ })
      .getByRole('button', { name: /^Salesperson(?!’)/ })
      .first()
      .click()
    await app.page.locator('.toast', { hasText: /is now filled with Salesperson\./ }).waitFor()
    await shot(app.page, 'trouble-unknown-field')
  })
})

describe('A contacts file with flaws', () => {
  let app: App
  beforeAll(async () => (app = await withSample()))
  afterAll(() => app.close())

  it('uneven rows are counted, shown with their line, and left out; the rest goes in', async () => {
    const csv = 'Name;Firma;Ort\nAnna Berg;Huber;Bonn\nzu kurz\nMax Moritz;Huber;Köln;zu;viel\nEva Erle;;Ulm\n'
    const before = await rows(app.page, 'contacts')
    await chooseFile(app.page, app.url, textFile('uneven.csv', csv))
    await toCheck(app.page)
    await app.page.getByRole('tab', { name: /Problems/ }).click()
    await app.page
      .getByText(/more or fewer cells/)
      .first()
      .waitFor()
    await shot(app.page, 'trouble-uneven')
    await takeIn(app.page, 2)
    // Anna, her company Huber, and Eva.
    expect(await rows(app.page, 'contacts')).toBe(before + 3)
    await app.page.getByRole('button', { name: 'Undo this import' }).click()
    await app.page.getByText('The import was taken back').waitFor()
    expect(await rows(app.page, 'contacts')).toBe(before)
  })

  it.each([
    ['an empty file', '', /holds no rows/],
    ['only a header', 'Name;Ort\n', /holds no rows/],
    ['columns that nobody knows', 'Foo;Bar\n1;2\n', /No column gives a name yet/],
  ])('%s gets its sentence', async (_title, text, sentence) => {
    await app.page.goto(`${app.url}#/contacts`)
    await app.page.getByRole('heading', { name: 'Contacts' }).waitFor()
    await chooseFile(app.page, app.url, textFile('bad.csv', text))
    await app.page.getByText(sentence).first().waitFor()
  })
})

describe('A full disk', () => {
  it('while contacts are taken in: it is said, nothing half-written stays, and the app goes on', async () => {
    const app = await openApp({ at: 'icons/icon.svg' })
    const { page, context } = app
    // The icon stands in for the app here, so that nothing uses the storage before it is made small.
    app.forgive(/favicon/)
    const quota = await context.newCDPSession(page)
    await quota.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin, quotaSize: 6_000_000 })
    await page.goto(app.url)
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByLabel('Your name').waitFor()
    await page
      .getByRole('button', { name: /^(Skip|Begin)$/ })
      .first()
      .click()
    await page.locator('.rail').waitFor()
    const long = 'x'.repeat(90)
    const people = Array.from({ length: 20_000 }, (_, at) => `Person Number ${at};${long};${long};Town ${at}`)
    app.forgive(/quota/i)
    await chooseFile(page, app.url, textFile('large.csv', ['Name;Adresse;Adresse 2;Ort', ...people].join('\n')))
    await toCheck(page)
    await page.locator('.deck .btn-primary').click()
    await expect.poll(() => page.locator('body').textContent(), { timeout: 60_000 }).toMatch(/no room left/)
    expect(await rows(page, 'contacts')).toBe(0)
    // Room is made, as the sentence says. (What was refused lies on the disk of this browser until it tidies up, and counts as used.)
    await quota.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin, quotaSize: 100_000_000 })
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('heading', { name: 'Segments', exact: true }).waitFor()
    await page.locator('.deck').getByRole('button', { name: 'New segment' }).click()
    await page.getByLabel('Description').fill('Still works')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Still works' }).waitFor()
    await app.close()
  })
})

describe('Somebody who skipped everything at the first start', () => {
  it('is asked who she is where it is needed, and comes back to the log sheet', async () => {
    const app = await openApp()
    const { page } = app
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByRole('button', { name: 'Skip' }).click()
    await page.getByLabel('Your name').waitFor()
    await page
      .getByRole('button', { name: /^(Skip|Begin)$/ })
      .first()
      .click()
    await page.locator('.rail').waitFor()
    const csv = 'Vorname;Nachname;Adresse;PLZ;Ort;Sprache\nAnna;Berg;Weg 1;80331;München;en\nMax;Tal;Weg 2;80331;München;en\n'
    await chooseFile(page, app.url, textFile('two.csv', csv))
    await toCheck(page)
    await takeIn(page, 2)
    await page.goto(`${app.url}#/templates`)
    await page.getByRole('button', { name: 'New template' }).click()
    await page.getByLabel('Description').fill('Letter')
    await page.keyboard.press('Enter')
    await page.getByText(/merge fields?, (all )?known/).waitFor()
    await page.getByRole('button', { name: 'New segment with it' }).click()
    await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
    await page.locator('.deck').getByRole('button', { name: 'Add everybody: 2' }).click()
    await page.getByRole('link', { name: 'No salesperson' }).waitFor()
    await toLetters(page)
    await page.getByText('2 letters have no salesperson').waitFor()
    await page.getByRole('link', { name: 'Back to the segment' }).click()
    await page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    await page.getByRole('button', { name: /no salesperson is chosen/ }).click()
    await page.getByLabel(/who are you/).fill('Vera Beispiel')
    await shot(page, 'trouble-who-are-you')
    await page.getByRole('button', { name: 'That is me' }).click()
    await page.locator('dialog select').and(page.getByLabel('Salesperson')).waitFor()
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.locator('dialog').getByRole('button', { name: 'Log 2 letters' }).click()
    await page.locator('.toast', { hasText: '2 entries logged' }).waitFor()
    await app.close()
  })
})

describe('Two windows on one segment', () => {
  let app: App
  let second: Page
  beforeAll(async () => {
    app = await withSample()
    second = await app.context.newPage()
    for (const page of [app.page, second]) {
      await page.goto(`${app.url}#/segments`)
      await page.locator('.seg-grid .row', { hasText: 'Spring letter, machine customers' }).click()
      await page.getByRole('button', { name: 'Edit the segment header' }).waitFor()
    }
  })
  afterAll(() => app.close())

  it('change different things at once: both changes are there', async () => {
    for (const page of [app.page, second]) await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await app.page.getByLabel('Description').fill('Changed in the first')
    await second.getByLabel('Subject').fill('Changed in the second')
    await app.page.getByRole('button', { name: 'Save', exact: true }).click()
    await app.page.locator('.toast', { hasText: 'Header changed' }).waitFor()
    await second.getByRole('button', { name: 'Save', exact: true }).click()
    for (const page of [app.page, second]) {
      await page.getByRole('heading', { name: 'Changed in the first' }).waitFor()
      await page.locator('.head-vals', { hasText: 'Changed in the second' }).waitFor()
    }
  })

  it('one logs it: the other is told that it is no longer open', async () => {
    await app.page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    await app.page
      .locator('dialog')
      .getByRole('button', { name: /^Log \d+ / })
      .click()
    await app.page.locator('.toast', { hasText: 'entries logged' }).waitFor()
    await second.getByText('This segment is no longer open').waitFor()
  })
})
