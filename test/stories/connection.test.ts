// The connection to the stored data: a tablet that slept loses it, another window holds data of an older shape, a newer app has changed them.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, say, type App } from './browser.ts'

/** The app at an address of its host that is no page of it, so that a story can prepare before the app begins. */
const prepared = async (): Promise<App> => {
  const app = await openApp({ at: 'icons/icon.svg' })
  app.forgive(/favicon/)
  return app
}

/** Opens the data without the app's code and holds them, whoever else asks. @param version 0 for the one that is stored */
const hold = (page: Page, version: number) =>
  page.evaluate(
    (wanted) =>
      new Promise<void>((done, failed) => {
        const opening = wanted ? indexedDB.open('fieldbook', wanted) : indexedDB.open('fieldbook')
        opening.onsuccess = () => {
          Object.assign(window, { held: opening.result })
          done()
        }
        opening.onerror = () => failed(new Error(opening.error?.message))
      }),
    version,
  )

describe('A tablet that slept', () => {
  it('and lost the connection to its data saves what is typed then, once', async () => {
    const app = await prepared()
    const { page } = app
    // WebKit gives every transaction of the old connections this error; those that are opened later are well.
    await page.addInitScript(() => {
      const dead = new WeakSet<IDBDatabase>()
      const all: IDBDatabase[] = []
      const whole = Reflect.get(IDBDatabase.prototype, 'transaction') as (...how: unknown[]) => IDBTransaction
      IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...how: unknown[]) {
        if (dead.has(this))
          throw new DOMException('Connection to Indexed Database server lost. Refresh the page to try again', 'UnknownError')
        if (!all.includes(this)) all.push(this)
        return whole.apply(this, how)
      }
      Object.assign(window, { sleep: () => all.forEach((one) => dead.add(one)) })
    })
    await page.goto(app.url)
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/segments?open=new`)
    await page.locator('dialog').getByLabel('Description').fill('After a long sleep')
    await page.evaluate(() => (window as unknown as { sleep: () => void }).sleep())
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'After a long sleep' }).waitFor()
    await page.goto(`${app.url}#/segments`)
    await expect.poll(() => page.locator('.seg-grid .row', { hasText: 'After a long sleep' }).count()).toBe(1)
    await app.close()
  })
})

describe('Two windows with two shapes of the data', () => {
  it('the older one holds them: the newer one says so instead of waiting for ever, and begins once it is closed', async () => {
    const app = await prepared()
    await hold(app.page, 10)
    const newer = await app.context.newPage()
    await newer.goto(app.url)
    await newer.getByRole('heading', { name: say('trouble.title') }).waitFor()
    await newer.getByText(say('failure.blocked')).waitFor()
    await app.page.evaluate(() => (window as unknown as { held: IDBDatabase }).held.close())
    // It begins by itself: nobody has to press.
    await newer.getByRole('button', { name: say('start.sample') }).waitFor()
    await app.close()
  })

  it('the newer one has changed them: the older one lets go, writes nothing any more, and says why when it begins again', async () => {
    const app = await prepared()
    const { page } = app
    await page.goto(app.url)
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/segments?open=new`)
    await page.locator('dialog').getByLabel('Description').fill('Typed in the older one')
    const newer = await app.context.newPage()
    await newer.goto(`${app.url}icons/icon.svg`)
    await hold(newer, 9_990)
    await page.keyboard.press('Enter')
    await page.locator('.told-first .notice', { hasText: say('safe.again') }).waitFor()
    expect(await page.locator('dialog').getByLabel('Description').inputValue()).toBe('Typed in the older one')
    const stored = await newer.evaluate(
      () =>
        new Promise<string[]>((done) => {
          const asking = (window as unknown as { held: IDBDatabase }).held.transaction('segments').objectStore('segments').getAll()
          asking.onsuccess = () => done((asking.result as { description: string }[]).map(({ description }) => description))
        }),
    )
    expect(stored).not.toContain('Typed in the older one')
    await page.reload()
    await page.getByText(say('failure.newerData').slice(0, 20)).waitFor()
    await app.close()
  })
})
