// After the letters went out, in flight mode: what came of them is recorded, the log is narrowed, counted and taken along as a file, a slip
// is cancelled, those who did not answer are followed up. Real Chromium, the production build, no network and no server.
import { mkdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, say, shot, type App } from './browser.ts'

const number = (text: string | null | undefined) => Number(text?.replace(/\D/g, ''))

describe('The log, offline', () => {
  let app: App
  let page: Page
  let people = 0

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
    await page.locator('.rail').waitFor()
  })
  afterAll(() => app.close())

  const deck = (name: string | RegExp) => page.locator('main .deck').getByRole('button', { name })
  const dialog = () => page.locator('dialog[open]').last()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const count = async () => number(await page.locator('main .deck .count-n').textContent())
  const chip = (name: RegExp) => page.locator('.tools .chip', { hasText: name })
  const countOn = async (name: RegExp) => number(await chip(name).locator('.fig').textContent())
  const goTo = async (place: string) => page.goto(`${app.url}#${place}`)
  /** Chooses the first so many rows of a list. */
  const choose = async (rows: number) => {
    for (let at = 0; at < rows; at++) await page.locator('.vlist [role=checkbox]').nth(at).click()
  }
  const undo = () => page.locator('.toast', { hasText: 'Undo' }).last().getByRole('button', { name: 'Undo' }).click()

  it('a letter goes out to everybody, and is logged', async () => {
    await goTo('/templates')
    await page.getByRole('button', { name: 'New template' }).click()
    await page.getByLabel('Description').fill('Thank you')
    await page.keyboard.press('Enter')
    await page.getByText(/merge fields?, (all )?known/).waitFor()
    await goTo('/segments')
    await deck('New segment').click()
    await page.getByLabel('Description').fill('Thank you letter')
    await page.keyboard.press('Enter')
    await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
    await page
      .locator('.deck')
      .getByRole('button', { name: /^Add everybody/ })
      .click()
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await page.getByLabel('Interaction template').selectOption({ label: 'Thank you' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await said('Header changed')
    await deck('Log …').click()
    await dialog()
      .getByRole('button', { name: /^Log \d+/ })
      .click()
    await page.getByRole('button', { name: 'Letters again' }).waitFor()
    people = await count()
    expect(people).toBeGreaterThan(100)
    // Who it was, with whom, how many: as many rows as the figure says.
    await expect.poll(() => countOn(/^All/)).toBe(people)
  })

  it('the letters once more, and then they are marked as printed', async () => {
    await expect.poll(() => chip(/^To print/).count()).toBe(1)
    const toPrint = await countOn(/^To print/)
    await page.getByRole('button', { name: 'Letters again' }).click()
    await dialog().getByRole('button', { name: /^Make/ }).click()
    const save = dialog().getByRole('button', { name: /^Save/ }).last()
    await save.waitFor()
    expect(await saveDownload(page, () => save.click(), out)).toMatch(/Thank you letter.*\.docx$/)
    await dialog().getByRole('button', { name: 'Mark as printed' }).click()
    await said(/: printed/)
    await page.keyboard.press('Escape')
    await expect.poll(() => countOn(/^Printed/)).toBe(toPrint)
  })

  it('three at once are evaluated, two answered, one is cancelled with a reason', async () => {
    await deck('Select …').click()
    await choose(3)
    await deck('Evaluate').click()
    await dialog().getByRole('button', { name: 'Very positive' }).click()
    await said('3 entries evaluated: very positive')
    await expect.poll(() => countOn(/^Evaluated/)).toBe(3)

    await deck('Select …').click()
    await choose(2)
    await deck('Answered').click()
    await dialog().getByRole('button', { name: 'Answered', exact: true }).click()
    await said('2 entries are marked as answered')
    await expect.poll(() => countOn(/^Not answered/)).toBe(people - 2)

    await page.locator('.vlist .row').nth(2).click()
    await shot(page, 'log-01-entry')
    await dialog().getByRole('button', { name: 'Cancel …' }).click()
    await dialog().getByLabel('Reason').fill('Came back: moved')
    await dialog().getByRole('button', { name: 'Cancel the entry' }).click()
    await said('1 entry cancelled')
    await dialog().getByText('Came back: moved').waitFor()
    // What is cancelled takes no response, says so where it would be given, and has the way back beside.
    expect(await dialog().locator('.chip:not(:disabled)').count()).toBe(0)
    const response = dialog().locator('.field', { hasText: say('entry.cancelledNoAnswer') })
    await response.getByRole('button', { name: 'Un-cancel' }).waitFor()
    await dialog().getByLabel('New remark').fill('Ask the office for the new address')
    await dialog().getByRole('button', { name: 'Add', exact: true }).click()
    await said('Remark added')
    await page.keyboard.press('Escape')
    await expect.poll(() => countOn(/^Cancelled/)).toBe(1)
  })

  it('the whole is cancelled and counts again; the one that was cancelled by itself stays so', async () => {
    await page.getByRole('button', { name: 'Cancel logging …' }).click()
    await dialog().getByLabel('Reason').fill('Wrong letter')
    await dialog().getByRole('button', { name: 'Cancel logging', exact: true }).click()
    await page.getByText('Wrong letter').waitFor()
    await goTo('/log')
    await expect.poll(() => page.locator('.log-row', { hasText: 'Thank you letter' }).count()).toBe(0)
    await page.goBack()
    await page.getByRole('button', { name: 'Un-cancel' }).click()
    await said('counts again')
    await expect.poll(() => countOn(/^Cancelled/)).toBe(1)
    await shot(page, 'log-02-logged')
  })

  it('those who did not answer are followed up: as many people as the choice said', async () => {
    await deck('Follow-up …').click()
    const choice = dialog().getByRole('button', { name: /^Who did not answer/ })
    // Without the two who answered, and without the one who was cancelled.
    await expect.poll(async () => number(await choice.locator('.fig').textContent())).toBe(people - 3)
    await choice.click()
    await dialog().getByRole('button', { name: 'Create the segment' }).click()
    await said('is ready')
    await expect.poll(count).toBe(people - 3)
    await page.locator('.head-vals', { hasText: 'Thank you' }).waitFor()
  })

  it('the log is narrowed, and its figures are the number of its rows', async () => {
    await goTo('/log')
    const all = await (async () => {
      // The page before has a figure as well.
      await page.locator('.log-sums dd').first().waitFor()
      await page.locator('main .deck .count-n').waitFor()
      return count()
    })()
    await page.locator('.chip', { hasText: 'Template' }).click()
    await dialog()
      .getByRole('button', { name: /^Thank you/ })
      .click()
    await expect.poll(count).toBe(people - 1)
    await expect.poll(async () => number(await page.locator('.log-sums dd').first().textContent())).toBe(people - 1)
    await chip(/^Cancelled too/).click()
    await expect.poll(count).toBe(people)
    // Listed, and not counted.
    expect(number(await page.locator('.log-sums dd').first().textContent())).toBe(people - 1)
    await page.getByRole('searchbox', { name: 'Find by name' }).first().fill('no such name')
    await page.getByText('No entry fits').waitFor()
    await page.getByRole('button', { name: 'Show all' }).click()
    await expect.poll(count).toBe(all)
    await shot(page, 'log-03-log')
  })

  it('what is asked for leaves as a CSV file with a row each', async () => {
    await chip(/^This month/).click()
    await page.locator('main .deck .count-n').waitFor()
    const rows = await count()
    await deck('Export').click()
    await dialog()
      .getByRole('button', { name: /^CSV for Excel/ })
      .click()
    await dialog().getByRole('button', { name: 'Prepare the file' }).click()
    const save = dialog().getByRole('button', { name: 'Save the file' })
    await save.waitFor()
    const text = readFileSync(await saveDownload(page, () => save.click(), out), 'utf8')
    await page.keyboard.press('Escape')
    expect(text.startsWith('\ufeffDate,Time,Contact,')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(rows + 1)
  })

  it('a contact’s timeline calls the entry by its template and who it is by, and opens it', async () => {
    await goTo('/log')
    await page.locator('.log-row', { hasText: 'Thank you' }).first().click()
    await dialog().locator('dd a').first().click()
    await page
      .locator('.tl')
      .getByRole('button', { name: /^Thank you – by / })
      .first()
      .click()
    await dialog().getByText('Thank you letter').first().waitFor()
    await page.keyboard.press('Escape')
  })

  it('cancelled entries are deleted, counted before, and come back by undo', async () => {
    await goTo('/log')
    await page.locator('.chip', { hasText: /^All/ }).click()
    await deck('Delete cancelled …').click()
    const button = dialog().getByRole('button', { name: /^Delete \d+ entr/ })
    await button.waitFor()
    const gone = number(await button.textContent())
    await button.click()
    await said(`${gone} cancelled entr`)
    await chip(/^Cancelled too/).click()
    await expect.poll(() => page.locator('.deck').getByText('of them cancelled').count()).toBe(0)
    await page.locator('main .deck .count-n').waitFor()
    const left = await count()
    await undo()
    await expect.poll(count).toBe(left + gone)
    await expect.poll(() => page.locator('.deck').getByText(`${gone} of them cancelled`).count()).toBe(1)
  })

  it('a cancelled segment is deleted with its entries, counted before, and comes back by undo', async () => {
    await goTo('/logged')
    await page.locator('.seg-grid a.row', { hasText: 'Invitation to the spring fair' }).click()
    await page.getByRole('button', { name: 'Cancel logging …' }).click()
    await dialog().getByRole('button', { name: 'Cancel logging', exact: true }).click()
    await page.getByRole('button', { name: 'Un-cancel' }).waitFor()
    await goTo('/logged')
    await deck('Delete cancelled (1) …').waitFor()
    const all = await count()
    await deck('Delete cancelled (1) …').click()
    await dialog().getByRole('button', { name: 'Delete 1 segment' }).click()
    await said('1 cancelled segment deleted, with 26 entries')
    await expect.poll(count).toBe(all - 1)
    await undo()
    await expect.poll(count).toBe(all)
  })
})
