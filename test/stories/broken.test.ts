// The app itself is broken: a part of it does not load, an address makes no sense. There is a sentence and a way on, never a blank page.
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, say, shot, type App } from './browser.ts'

/** The app at an address of its host that is no page of it, so that a story can prepare before the app begins. */
const prepared = async (): Promise<App> => {
  const app = await openApp({ at: 'icons/icon.svg', more: { serviceWorkers: 'block' } })
  app.forgive(/favicon/)
  return app
}

const withSample = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /Look around with sample data/ }).click()
  await page.locator('.rail').waitFor()
}

describe('A worker that does not load', () => {
  it.each(['indexWorker', 'workWorker'])('%s: the page says so, and the data can be saved', async (worker) => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await withSample(page)
    app.forgive(/net::ERR_FAILED|Failed to load/)
    await page.route(`**/${worker}-*`, (route) => route.abort())
    await page.reload()
    await page.getByRole('heading', { name: say('trouble.title') }).waitFor()
    await page.getByText(say('failure.workerGone')).waitFor()
    await shot(page, `broken-${worker}`)
    await page.getByRole('button', { name: say('trouble.backup') }).click()
    const save = page.getByRole('button', { name: /Save the backup/ })
    await save.waitFor()
    const path = await saveDownload(page, () => save.click(), join(out, 'broken'))
    expect(statSync(path).size).toBeGreaterThan(1000)
    await page.unroute(`**/${worker}-*`)
    await page.getByRole('button', { name: say('trouble.again') }).click()
    await page.locator('.rail').waitFor()
    await app.close()
  })

  it('that never answers is given up after ten seconds', async () => {
    const app = await prepared()
    const { page } = app
    await page.route('**/indexWorker-*', () => undefined)
    await page.goto(app.url)
    await page.getByText(say('failure.workerGone')).waitFor()
    await app.close()
  })
})

describe('A page that does not load', () => {
  it('at the first time of asking is asked for again, and nobody notices', async () => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await withSample(page)
    app.forgive(/net::ERR_FAILED/)
    let asked = 0
    await page.route('**/Campaigns-*.js', (route) => (++asked === 1 ? route.abort() : route.continue()))
    await page.getByRole('link', { name: say('nav.campaigns') }).click()
    await page.getByRole('heading', { name: say('nav.campaigns') }).waitFor()
    expect(asked).toBeGreaterThan(1)
    expect(await page.getByRole('heading', { name: say('trouble.title') }).count()).toBe(0)
    await app.close()
  })

  it('says so inside the shell, and the other pages are there', async () => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await withSample(page)
    app.forgive(/net::ERR_FAILED|Failed to (load|fetch)/)
    await page.route('**/Campaigns-*.js', (route) => route.abort())
    await page.getByRole('link', { name: say('nav.campaigns') }).click()
    await page.getByRole('heading', { name: say('trouble.title') }).waitFor()
    await shot(page, 'broken-page')
    await page.getByRole('link', { name: say('nav.segments') }).click()
    await page.getByRole('heading', { name: say('nav.segments') }).waitFor()
    await app.close()
  })
})

describe('An address that makes no sense', () => {
  it('is no page, and leads home', async () => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await withSample(page)
    await page.goto(`${app.url}#/contacts/%`)
    await page.getByRole('heading', { name: say('nav.noPage') }).waitFor()
    await page.getByRole('link', { name: say('nav.toToday') }).click()
    await expect.poll(() => page.url()).toMatch(/#\/$/)
    await app.close()
  })
})

describe('A program that does not begin', () => {
  it('leaves a sentence on the page', async () => {
    const app = await prepared()
    const { page } = app
    app.forgive(/net::ERR_FAILED/)
    await page.route('**/assets/index-*.js', (route) => route.abort())
    await page.goto(app.url)
    const shown = () =>
      page
        .locator('.opening-late')
        .first()
        .evaluate((line) => getComputedStyle(line).opacity)
    await expect.poll(shown, { timeout: 10_000 }).toBe('1')
    await shot(page, 'broken-opening')
    await app.close()
  })
})

describe('What nobody caught', () => {
  it('is told at the foot of the page', async () => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await withSample(page)
    app.forgive(/a bug of this story/)
    await page.evaluate(() => void setTimeout(() => void Promise.reject(new Error('a bug of this story'))))
    await page.locator('.toast-trouble', { hasText: 'a bug of this story' }).waitFor()
    await app.close()
  })
})
