// A tablet that is full: whatever is saved is refused with a sentence, what was typed stands in its form, nothing is half, the trouble stays in
// sight until something could be saved again, and a backup is made all the same.
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { blobSource, openBackup } from '../../src/exchange/backup.ts'
import { openApp, out, saveDownload, say, shot, type App } from './browser.ts'
import { root } from './build.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'
import { chooseFile, textFile, toCheck } from './imports.ts'

let app: App
let page: Page
let before: Record<string, unknown[]>

/** Fills what is left beside the app's data, down to the last bytes; so often, because the browser tidies up and makes a little room. */
const fill = () =>
  page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (one) => one.charCodeAt(0))
    const db = await new Promise<IDBDatabase>((done) => {
      const opening = indexedDB.open('ballast-of-the-story', 1)
      opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { autoIncrement: true })
      opening.onsuccess = () => done(opening.result)
    })
    for (let size = bytes.length; size > 100;) {
      const fits = await new Promise<boolean>((done) => {
        const writing = db.transaction('rows', 'readwrite')
        writing.objectStore('rows').add(bytes.slice(0, size))
        writing.oncomplete = () => done(true)
        writing.onabort = () => done(false)
      })
      if (!fits) size = Math.floor(size / 2)
    }
    db.close()
  }, randomBytes(500_000).toString('base64'))

const banner = () => page.locator('.told-first .notice', { hasText: say('safe.again') })

async function refused(): Promise<void> {
  await page
    .getByText(/no room left/)
    .first()
    .waitFor()
  await banner().waitFor()
}

const inSheet = (label: string) => page.locator('dialog').getByRole('textbox', { name: label, exact: true })
const press = (name: string | RegExp) =>
  page
    .locator('dialog')
    .getByRole('button', typeof name === 'string' ? { name, exact: true } : { name })
    .click()

const openSegment = async () => {
  await page.goto(`${app.url}#/segments`)
  await page.locator('.seg-grid .row', { hasText: 'Spring letter, machine customers' }).click()
  await page.getByRole('button', { name: 'Edit the segment header' }).waitFor()
}

interface Write {
  /** Up to the press that saves. */
  ready: () => Promise<void>
  save: () => Promise<void>
  /** What must still be there. */
  typed: [field: string, text: string]
}

const writes: [string, Write][] = [
  [
    'a header',
    {
      ready: async () => {
        await openSegment()
        await page.getByRole('button', { name: 'Edit the segment header' }).click()
        await inSheet('Subject').fill('Typed on a full disk')
      },
      save: () => press('Save'),
      typed: ['Subject', 'Typed on a full disk'],
    },
  ],
  [
    'a value of one line',
    {
      ready: async () => {
        await openSegment()
        await page.locator('.vlist .row').first().click()
        await page
          .locator('.panel')
          .getByRole('button', { name: /^Comment in the letter/ })
          .click()
        await inSheet('Comment in the letter').fill('For her alone')
      },
      save: () => press('Save'),
      typed: ['Comment in the letter', 'For her alone'],
    },
  ],
  [
    'a new segment',
    {
      ready: async () => {
        await page.goto(`${app.url}#/segments?open=new`)
        await inSheet('Description').fill('Full')
      },
      save: () => page.keyboard.press('Enter'),
      typed: ['Description', 'Full'],
    },
  ],
  [
    'a new contact',
    {
      ready: async () => {
        await page.goto(`${app.url}#/contacts?open=new`)
        await inSheet('First name').fill('Frida')
        await inSheet('Surname').fill('Voll')
      },
      save: () => press(say('contacts.create')),
      typed: ['First name', 'Frida'],
    },
  ],
  [
    'logging a segment',
    {
      ready: async () => {
        await openSegment()
        await page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
        await page
          .locator('dialog')
          .getByRole('checkbox', { name: /Follow-up segment/ })
          .click()
        await inSheet('Description').fill('After the full disk')
        await expect
          .poll(() =>
            page
              .locator('dialog')
              .getByRole('button', { name: /^Log \d+/ })
              .isEnabled(),
          )
          .toBe(true)
      },
      save: () => press(/^Log \d+/),
      typed: ['Description', 'After the full disk'],
    },
  ],
  [
    'a template with its document',
    {
      ready: async () => {
        await page.goto(`${app.url}#/templates?open=new`)
        await page.getByRole('radio', { name: /Word/ }).check({ force: true })
        await page.setInputFiles('dialog input[type=file]', join(root, 'test/letters/letter-en.docx'))
        await inSheet('Description').fill('Full letter')
      },
      save: () => page.locator('dialog button[type=submit]').click(),
      typed: ['Description', 'Full letter'],
    },
  ],
]

describe('On a tablet that is full', () => {
  beforeAll(async () => {
    app = await openApp({ at: 'icons/icon.svg' })
    page = app.page
    // The icon stands in for the app here, so that nothing uses the storage before it is made small.
    app.forgive(/favicon|quota/i)
    const quota = await app.context.newCDPSession(page)
    await quota.send('Storage.overrideQuotaForOrigin', { origin: new URL(app.url).origin, quotaSize: 20_000_000 })
    await page.goto(app.url)
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    before = await allRows(page)
  })
  afterAll(() => app.close())

  beforeEach(async () => {
    await page.reload()
    await page.locator('.rail').waitFor()
  })

  it.each(writes)('%s is refused, what was typed stands there, and all else is as before', async (_what, { ready, save, typed }) => {
    await ready()
    await fill()
    await save()
    await refused()
    await expect.poll(() => inSheet(typed[0]).inputValue()).toBe(typed[1])
    expect(await allRows(page)).toEqual(before)
  })

  it('an import is refused as a whole', async () => {
    await fill()
    const rows = Array.from({ length: 400 }, (_, at) => `Person Number ${at};${'x'.repeat(80)};Town ${at}`)
    await chooseFile(page, app.url, textFile('full.csv', ['Name;Adresse;Ort', ...rows].join('\n')))
    await toCheck(page)
    await page.locator('.deck .btn-primary').click()
    await refused()
    expect(await allRows(page)).toEqual(before)
  })

  it('what is only typed is told to be kept nowhere else yet', async () => {
    await page.goto(`${app.url}#/tasks?open=new`)
    await fill()
    await inSheet(say('task.description')).fill('Call Anna '.repeat(9))
    await refused()
    await shot(page, 'no-room')
    expect(await findings(page)).toEqual([])
  })

  it('a backup is made and saved, and all is well once there is room', async () => {
    const told = () =>
      banner()
        .waitFor({ timeout: 4_000 })
        .then(
          () => true,
          () => false,
        )
    // The browser may tidy up while the app begins, and then there is room for its first small write: filled again.
    for (let times = 0, full = false; !full && times < 5; times++) {
      await fill()
      await page.reload()
      full = await told()
    }
    await banner().getByRole('link').click()
    await press(say('safety.make'))
    const save = page.locator('dialog').getByRole('button', { name: /^Save the backup/ })
    await save.waitFor()
    const path = await saveDownload(page, () => save.click(), join(out, 'noRoom'))
    const opened = await openBackup(blobSource(new Blob([readFileSync(path)])), path)
    if (!opened.ok) throw new Error(opened.failure.code)
    await opened.value.check(() => undefined)
    await page.keyboard.press('Escape')
    await page.evaluate(() => new Promise((done) => (indexedDB.deleteDatabase('ballast-of-the-story').onsuccess = done)))
    await banner()
      .getByRole('button', { name: say('safe.again') })
      .click()
    await expect.poll(() => banner().count()).toBe(0)
  })
})
