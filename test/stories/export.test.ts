// What was taken in goes out again: as Excel and as CSV it comes in without anything new, and the back office gets what is new in the log,
// once. Real Chromium, the production build, no network.
import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, say, shot, type App } from './browser.ts'
import { contacts300 } from './contacts300.ts'

const file = contacts300()

describe('Files that go out, offline', () => {
  let app: App
  let page: Page
  let excel = ''
  let csv = ''

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Start with my contacts/ }).click()
    await page.getByRole('button', { name: 'Next' }).click()
    await page.getByRole('button', { name: 'Begin' }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
    await page.locator('.rail').waitFor()
    await toCheck({ name: file.fileName, mimeType: 'text/csv', buffer: Buffer.from(file.text) })
    await page.getByRole('button', { name: 'Import 300' }).click()
    await page.getByRole('link', { name: say('import.toContacts') }).click()
  })
  afterAll(() => app.close())

  const dialog = () => page.locator('dialog[open]').last()
  const rows = async () => Number((await dialog().locator('.deck .count-n').textContent())?.replace(/\D/g, ''))
  const goTo = (place: string) => page.goto(`${app.url}#${place}`)

  async function toCheck(upload: string | { name: string; mimeType: string; buffer: Buffer }) {
    await goTo('/import')
    const fields = page.locator('main input[type=file]').first()
    const another = page.getByRole('button', { name: /^(Import another|Another) file$/ })
    await fields.or(another).first().waitFor({ state: 'attached' })
    if (await another.isVisible()) await another.click()
    await fields.setInputFiles(upload)
    const check = page.locator('main .deck').getByRole('button', { name: /^Check/ })
    const columns = page.locator('main .deck').getByRole('button', { name: /^To the columns/ })
    await check.or(columns).first().waitFor()
    if (await columns.isVisible()) await columns.click()
    await check.click()
  }
  const partOf = (path: string, part: string) => strFromU8(unzipSync(readFileSync(path))[part] ?? new Uint8Array())
  const rowsOf = (path: string) => partOf(path, 'xl/worksheets/sheet1.xml').split('<row ').length - 1
  const sharedOf = (path: string) => partOf(path, 'xl/sharedStrings.xml')
  async function note(comment: string) {
    await goTo('/contacts')
    await page.locator('.vlist a').first().click()
    await page.getByRole('button', { name: 'New interaction', exact: true }).click()
    await dialog().getByLabel('Interaction template').selectOption({ label: 'Visit' })
    await dialog().getByLabel('Comment').fill(comment)
    await dialog().getByRole('button', { name: 'Log interaction' }).click()
    await page.locator('.tl').getByRole('button').first().waitFor()
  }
  async function openOffice() {
    await goTo('/log')
    await page.locator('main .deck').getByRole('button', { name: 'Export', exact: true }).click()
    await dialog().getByRole('button', { name: 'For the back office' }).click()
  }
  const prepare = async (format: RegExp) => {
    await dialog().getByRole('button', { name: format }).click()
    await dialog().getByRole('button', { name: 'Prepare the file' }).click()
    const save = dialog().getByRole('button', { name: 'Save the file' })
    await save.waitFor()
    return saveDownload(page, () => save.click(), out)
  }

  it('contacts leave as an Excel file and as CSV, all of them', async () => {
    await goTo('/contacts')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    await expect.poll(rows).toBe(300)
    await shot(page, 'export-01-contacts')
    excel = await prepare(/^Excel/)
    expect(excel).toMatch(/fieldbook-contacts-\d{4}-\d\d-\d\d\.xlsx$/)
    expect(rowsOf(excel)).toBe(301)
    csv = await prepare(/^CSV for Excel/)
    expect(readFileSync(csv, 'utf8').startsWith('\ufeffType,')).toBe(true)
    await dialog().getByText('Saved', { exact: true }).waitFor()
    await shot(page, 'export-02-saved')
    await page.keyboard.press('Escape')
  })

  it('and come in again with nothing new', async () => {
    for (const path of [excel, csv]) {
      await toCheck(path)
      await page.getByText('300 say nothing new').waitFor()
    }
    await shot(page, 'export-03-nothing-new')
  })

  it('what is new in the log leaves for the back office once, with the fields of Business Central', async () => {
    await goTo('/templates')
    await page.getByRole('button', { name: 'New template' }).click()
    await page.getByLabel('Description').fill('Visit')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Visit' }).first().waitFor()
    await note('Showed the new lathe')
    await openOffice()
    await expect.poll(rows).toBe(1)
    const path = await prepare(/^Excel/)
    expect(path).toMatch(/fieldbook-business-central-log-/)
    expect(rowsOf(path)).toBe(4)
    expect(sharedOf(path)).toContain('>Salesperson Code<')
    await dialog()
      .getByText(/count as exported/)
      .waitFor()
    await shot(page, 'export-04-office')
    await page.keyboard.press('Escape')

    await openOffice()
    await dialog()
      .getByText(/Since the last export/)
      .waitFor()
    await expect.poll(rows).toBe(0)
    await page.keyboard.press('Escape')
    await note('Wants a quotation')
    await openOffice()
    await expect.poll(rows).toBe(1)
    expect(sharedOf(await prepare(/^Excel/))).not.toContain('Showed the new lathe')
    await page.keyboard.press('Escape')
  })
})
