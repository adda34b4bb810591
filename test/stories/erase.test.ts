// Erasing this tablet before it is handed on: a backup is offered, the name is typed, and then nothing is left, without a network, while
// another window had the data open.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'

/** Everything a browser may still hold of the app. */
const leftovers = (page: Page) =>
  page.evaluate(async () => {
    const files: string[] = []
    const root = (await navigator.storage.getDirectory()) as unknown as { keys: () => AsyncIterable<string> }
    for await (const name of root.keys()) files.push(name)
    return {
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys(),
      files,
      notes: [...Object.keys(localStorage), ...Object.keys(sessionStorage)],
      workers: (await navigator.serviceWorker.getRegistrations()).length,
    }
  })

describe('Erasing this tablet, offline', () => {
  let app: App
  let page: Page
  let other: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    other = await app.context.newPage()
    await other.goto(`${app.url}#/contacts`)
    await other.locator('.vlist-row').first().waitFor()
    await page.goto(`${app.url}#/files`)
    // A copy on the tablet goes as well.
    await page.getByRole('button', { name: say('safety.copiesShow'), exact: true }).click()
    await page.getByRole('button', { name: say('safety.copyNow'), exact: true }).click()
    await page.getByText(say('safety.copyMade')).waitFor()
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: say('act.done'), exact: true })
      .click()
  })
  afterAll(() => app.close())

  it('offers a backup first, and erases only when the word is typed', async () => {
    const there = await leftovers(page)
    expect([there.databases, there.caches.length, there.files.length > 0, there.workers]).toEqual([['fieldbook'], 1, true, 1])
    await page.getByRole('button', { name: say('safety.eraseAct'), exact: true }).click()
    const sheet = page.locator('dialog[open]')
    await sheet.getByRole('button', { name: say('safety.eraseBackup') }).waitFor()
    const erase = sheet.getByRole('button', { name: say('safety.eraseNow') })
    // Without the name nothing happens, and it is said why.
    await erase.click()
    await sheet.getByText(/This does not match/).waitFor()
    await sheet.locator('input').fill(say('safety.eraseWord'))
    await Promise.all([page.waitForEvent('load'), sheet.locator('input').press('Enter')])
    await page.getByText(say('erased.done')).waitFor()
    await shot(page, 'erased')
  })

  it('and nothing is left; the other window knows', async () => {
    expect(await leftovers(page)).toEqual({ databases: [], caches: [], files: [], notes: [], workers: 0 })
    await other.getByText(say('erased.elsewhere')).waitFor()
    // Coming back to it writes nothing anew.
    await other.bringToFront()
    await page.bringToFront()
    expect((await leftovers(other)).databases).toEqual([])
  })
})
