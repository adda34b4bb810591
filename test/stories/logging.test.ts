// Two windows of one tablet log the same segment at the same moment: one wins, the other is told, nothing is written twice.
// The winner takes it back: it is open again in both. Logged again and the page loaded anew, it is cancelled and deleted, and comes back once more.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, type App } from './browser.ts'
import { allRows } from './disk.ts'

const name = 'Spring letter, machine customers'

describe('Logging in two windows', () => {
  let app: App
  let windows: Page[] = []
  let winner: Page | undefined
  let before: Record<string, unknown[]> = {}
  beforeAll(async () => {
    app = await openApp()
    await app.page.getByRole('button', { name: /Look around with sample data/ }).click()
    await app.page.locator('.rail').waitFor()
    await app.installed()
    windows = [app.page, await app.context.newPage()]
    for (const page of windows) await openLog(page)
    before = await allRows(app.page)
  })
  afterAll(() => app.close())

  const openLog = async (page: Page) => {
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: name }).click()
    await page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    await page.locator('dialog button:not([disabled])', { hasText: /^Log \d+ / }).waitFor()
  }
  const logButton = (page: Page) => page.locator('dialog').getByRole('button', { name: /^Log \d+ / })
  const press = (page: Page) => logButton(page).evaluate((button: HTMLElement) => button.click())
  const toast = (page: Page, text: string | RegExp) => page.locator('.toast', { hasText: text })
  const rows = async (table: string) => ((await allRows(app.page))[table] as { id: string }[]).length

  it('one wins, the other is told', async () => {
    await Promise.all(windows.map(press))
    // Told by a sentence; or, when the other was so fast that there was nothing left to press, by the page itself.
    const told = (page: Page) =>
      page
        .getByText(say('failure.notFound'))
        .or(page.getByText(say('failure.stale')))
        .or(page.getByText(say('segment.gone')))
    const outcome = async (page: Page) => {
      const won = toast(page, /entries logged/).waitFor({ timeout: 4000 })
      if (await won.then(() => true).catch(() => false)) return 'won'
      await told(page).first().waitFor()
      return 'told'
    }
    const outcomes = await Promise.all(windows.map(outcome))
    expect(outcomes.toSorted()).toEqual(['told', 'won'])
    winner = windows[outcomes.indexOf('won')]
    expect(await rows('loggedSegments')).toBe((before['loggedSegments']?.length ?? 0) + 1)
    expect(await rows('segments')).toBe((before['segments']?.length ?? 0) - 1)
  })

  it('undone in the window that logged, everything is as it was, in both', async () => {
    await toast(winner!, /entries logged/)
      .getByRole('button', { name: say('act.undo') })
      .click()
    await toast(winner!, say('act.undone')).waitFor()
    expect(await allRows(app.page)).toEqual(before)
    for (const page of windows) {
      await page.goto(`${app.url}#/segments`)
      await page.locator('.seg-grid .row', { hasText: name }).waitFor()
    }
  })

  it('cancelled later with a reason, deleted with all that hangs on it, and brought back in one go', async () => {
    const [page] = windows as [Page]
    await openLog(page)
    await press(page)
    await toast(page, /entries logged/).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Cancel logging …' }).evaluate((button: HTMLElement) => button.click())
    await page.getByLabel('Reason').fill('Wrong list')
    await page.locator('dialog').getByRole('button', { name: 'Cancel logging', exact: true }).click()
    await toast(page, /cancelled/).waitFor()
    const whole = await allRows(page)
    await page.goto(`${app.url}#/logged`)
    await page.getByRole('button', { name: /^Delete cancelled/ }).click()
    await page
      .locator('dialog')
      .getByRole('button', { name: /^Delete 1 segment/ })
      .click()
    await toast(page, /deleted/).waitFor()
    const left = await allRows(page)
    for (const table of ['loggedSegments', 'loggedLines', 'loggedStates', 'campaignEntries', 'entries'])
      expect([table, left[table]!.length < whole[table]!.length]).toEqual([table, true])
    await toast(page, /deleted/)
      .getByRole('button', { name: say('act.undo') })
      .click()
    await toast(page, say('act.undone')).waitFor()
    expect(await allRows(page)).toEqual(whole)
  })
})
