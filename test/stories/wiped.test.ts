// The tablet is gone, the backup is not: on an empty one everything is there again in under a minute, the segment somebody worked on and
// letters that were logged, byte for byte. No network and no server.
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { out, saveDownload, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { firstOf, freshTablet, fullTablet, lettersAgain, restore } from './wiped.ts'

const password = 'drei Lerchen im Feld'

describe('A tablet that is wiped', () => {
  const apps: App[] = []
  afterAll(async () => {
    for (const app of apps) await app.close()
  })

  it('is whole again from its backup in under a minute', async () => {
    const lost = await fullTablet()
    apps.push(lost)
    // Her letters are logged, and a follow-up is open.
    await lost.page.goto(`${lost.url}#/segments`)
    await lost.page.locator('.seg-grid .row', { hasText: 'Spring letter, machine customers' }).click()
    await lost.page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    await lost.page.getByRole('checkbox', { name: /Follow-up segment/ }).click()
    await lost.page
      .locator('dialog')
      .getByRole('button', { name: /^Log \d+/ })
      .click()
    await lost.page.getByRole('button', { name: say('logged.lettersAgain') }).waitFor()
    const logged = new URL(lost.page.url()).hash
    const segment = await firstOf(lost, 'segments')
    const letters = await lettersAgain(lost, logged, 'wiped-before')
    await lost.page.goto(lost.url + segment)
    await lost.page.locator('main h1', { hasText: 'Follow-up' }).waitFor()
    const heading = await lost.page.locator('main h1').first().textContent()
    const onList = await lost.page.locator('.deck .count-n').first().textContent()

    await lost.page.goto(`${lost.url}#/files`)
    const sheet = lost.page.locator('dialog[open]')
    await lost.page.getByRole('button', { name: say('files.backUpNow'), exact: true }).click()
    await sheet.getByRole('switch').click()
    await sheet.getByLabel(say('safety.password'), { exact: true }).fill(password)
    await sheet.getByLabel(say('safety.passwordAgain')).fill(password)
    await sheet.getByRole('button', { name: say('safety.make'), exact: true }).click()
    await sheet.getByText(say('safety.madeLocked')).waitFor()
    const save = sheet.getByRole('button', { name: /^Save the backup/ })
    const backup = await saveDownload(lost.page, () => save.click(), join(out, 'wiped'))
    const before = await allRows(lost.page)

    const fresh = await freshTablet()
    apps.push(fresh)
    const begun = Date.now()
    await restore(fresh.page, backup, password)
    await fresh.page.goto(fresh.url + segment)
    await expect.poll(() => fresh.page.locator('main h1').first().textContent()).toBe(heading)
    await expect.poll(() => fresh.page.locator('.deck .count-n').first().textContent()).toBe(onList)
    await shot(fresh.page, 'wiped-segment')
    const again = await lettersAgain(fresh, logged, 'wiped-after')
    expect(Buffer.compare(again, letters)).toBe(0)
    expect(Date.now() - begun).toBeLessThan(60_000)
    expect(await allRows(fresh.page)).toEqual(before)
  })

  it('whose storage the browser has emptied gets its newest copy back from the first page', async () => {
    const emptied = await fullTablet()
    apps.push(emptied)
    // The browser dresses a bare picture in styles of its own.
    emptied.forgive(/icon-192\.png|style-src-attr inline :0/)
    const { page, url } = emptied
    const contacts = ((await allRows(page))['contacts'] ?? []).length
    await page.goto(`${url}#/files`)
    await page.getByRole('button', { name: say('safety.copiesShow'), exact: true }).click()
    await page.getByRole('button', { name: say('safety.copyNow') }).click()
    await page.getByText(say('safety.copyMade')).waitFor()
    // What Chromium does when it takes the log of its store for damaged: all databases go, files stay.
    await page.goto(`${url}icons/icon-192.png`)
    await page.evaluate(async () => {
      for (const { name = '' } of await indexedDB.databases())
        await new Promise<void>((done, failed) => {
          const asking = indexedDB.deleteDatabase(name)
          asking.onsuccess = () => done()
          asking.onerror = () => failed(new Error(name))
        })
    })
    await page.goto(url)
    await page.getByRole('button', { name: say('start.sample') }).waitFor()
    await page.getByRole('button', { name: say('start.copyBack') }).click()
    const sheet = page.locator('dialog[open]')
    await sheet.getByRole('button', { name: say('safety.way.takesOver') }).click()
    await Promise.all([page.waitForEvent('load'), sheet.getByRole('button', { name: say('files.restoreNow'), exact: true }).click()])
    await page.locator('.rail').waitFor()
    expect((await allRows(page))['contacts']).toHaveLength(contacts)
  })
})
