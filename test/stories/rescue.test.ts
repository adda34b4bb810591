// The app does not start any more: the page beside it reads the data without it and saves them, and another tablet restores them.
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { out, saveDownload, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { freshTablet, fullTablet, restore } from './wiped.ts'

describe('An app that does not start', () => {
  const apps: App[] = []
  afterAll(async () => {
    for (const app of apps) await app.close()
  })

  it('leads to the rescue page, whose file brings everything back on another tablet', async () => {
    const app = await fullTablet()
    apps.push(app)
    const { page } = app
    const before = await allRows(page)
    // Its programs are damaged on the tablet: each stops at its first line.
    app.forgive(/Broken on purpose|Uncaught/)
    const broken = await page.evaluate(async () => {
      let count = 0
      for (const name of await caches.keys()) {
        const cache = await caches.open(name)
        for (const request of await cache.keys()) {
          if (!/\/assets\/[^?]+\.js/.test(request.url)) continue
          const { headers } = (await cache.match(request)) ?? new Response()
          await cache.put(request, new Response('throw new Error("Broken on purpose")', { headers }))
          count++
        }
      }
      return count
    })
    expect(broken).toBeGreaterThan(10)
    await page.reload()
    // It says so, and leads there.
    await page.getByRole('link', { name: 'Save the data without the app' }).click()
    await page.getByRole('heading', { name: 'Save your data without the app' }).waitFor()
    await shot(page, 'rescue')
    const prepare = page.getByRole('button', { name: 'Prepare a backup of everything' })
    await prepare.click()
    const save = page.getByRole('button', { name: /^Save fieldbook-rescue/ })
    await save.waitFor()
    const file = await saveDownload(page, () => save.click(), join(out, 'rescue'))
    await page.getByText(/was handed to the browser/).waitFor()

    const fresh = await freshTablet()
    apps.push(fresh)
    await restore(fresh.page, file)
    expect(await allRows(fresh.page)).toEqual(before)
    await fresh.page.goto(`${fresh.url}#/contacts`)
    await fresh.page.locator('.row').first().waitFor()
  })
})
