// The doors of the platform: a file tapped on the device, shared by another app, dropped on the window, a table pasted. Each opens the
// import (or restoring) with it, also without a network. Real Chromium with the app installed.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'

const work = mkdtempSync(join(tmpdir(), 'fieldbook-doors-'))
const csv = 'Vorname;Nachname;Firma;Ort\nVerônica;Schülke;Fröhlich AG;Köln\nMax;Tal;Fröhlich AG;Bonn\n'
const other = 'First Name,Last Name,Company\nIda,Ås,Fjord AS\n'
const file = (name: string, text: string) => {
  writeFileSync(join(work, name), text)
  return join(work, name)
}
afterAll(() => rmSync(work, { recursive: true, force: true }))

let app: App

/** The import shows this file. */
const importShows = async (page: Page, name: string) => {
  await page.waitForFunction(() => location.hash.startsWith('#/import'))
  await page.locator('main').getByText(name).first().waitFor()
}

/** What another app's share sheet sends: a form that navigates, as the browser does it. */
const share = (page: Page, path: string, files: { name: string; type: string; text: string }[], text = '') =>
  page.evaluate(
    ([to, given, said]) => {
      const form = document.createElement('form')
      Object.assign(form, { method: 'POST', enctype: 'multipart/form-data', action: to })
      const held = new DataTransfer()
      for (const one of given) held.items.add(new File([one.text], one.name, { type: one.type }))
      const input = Object.assign(document.createElement('input'), { type: 'file', name: 'files', multiple: true })
      input.files = held.files
      const words = Object.assign(document.createElement('input'), { type: 'hidden', name: 'text', value: said })
      form.append(input, words)
      document.body.append(form)
      form.submit()
    },
    [path, files, text] as const,
  )

/** Files held over the page and let go there, as the system's drag does it. */
const drop = (page: Page, files: { name: string; type: string; text: string }[], act: 'dragover' | 'drop' = 'drop', on = 'main') =>
  page.evaluate(
    ([given, type, where]) => {
      const held = new DataTransfer()
      for (const one of given) held.items.add(new File([one.text], one.name, { type: one.type }))
      const target = document.querySelector(where) ?? document.body
      for (const name of type === 'drop' ? ['dragover', 'drop'] : [type])
        target.dispatchEvent(new DragEvent(name, { bubbles: true, cancelable: true, dataTransfer: held }))
    },
    [files, act, on] as const,
  )

const paste = (page: Page, text: string, on = 'main') =>
  page.evaluate(
    ([words, where]) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', words)
      const target = document.querySelector(where) ?? document.body
      target.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true, clipboardData }))
    },
    [text, on] as const,
  )

describe('A file on the device', () => {
  test('tapped there, opens in the import of the installed app', async () => {
    app = await openApp({ userDataDir: join(work, 'profile') })
    const { page } = app
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await app.installed()
    await page.locator('.rail').waitFor()
    const browser = app.context.browser()
    if (!browser) throw new Error('The profile has no browser.')
    const tools = await browser.newBrowserCDPSession()
    await tools.send('PWA.install', { manifestId: app.url, installUrlOrBundleUrl: app.url })
    const { fileHandlers } = await tools.send('PWA.getOsAppState', { manifestId: app.url })
    expect(fileHandlers.flatMap((one) => one.accepts.flatMap((accept) => accept.fileExtensions)).sort()).toEqual(
      ['.csv', '.fieldbook', '.tsv', '.txt', '.vcf', '.xlsx'].sort(),
    )
    await tools.send('PWA.launchFilesInApp', { manifestId: app.url, files: [file('messe.csv', csv)] })
    const opened = await Promise.race([importShows(page, 'messe.csv').then(() => page), elsewhere()])
    await shot(opened, 'doors-tapped')
    await tools.send('PWA.uninstall', { manifestId: app.url })
    await app.close()

    async function elsewhere(): Promise<Page> {
      const fresh = await app.context.waitForEvent('page', { timeout: 60_000 })
      await importShows(fresh, 'messe.csv')
      return fresh
    }
  })
})

describe('What another app shares, or somebody drops or pastes', () => {
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: say('start.sample') }).waitFor()
    await app.installed()
  })
  afterAll(() => app.close())

  test('waits while the tablet is not set up', async () => {
    await share(page, `${app.url}share`, [{ name: 'messe.csv', type: 'text/csv', text: csv }])
    await page.getByText('“messe.csv” waits.').waitFor()
    await page.getByRole('button', { name: say('start.sample') }).click()
    await page.getByRole('button', { name: say('doors.next') }).click()
    await importShows(page, 'messe.csv')
  })

  test('is parked without a network and opened in the import; several come one by one', async () => {
    await app.goOffline()
    await share(page, `${app.url}share`, [
      { name: 'messe.csv', type: 'text/csv', text: csv },
      { name: 'fjord.csv', type: 'text/csv', text: other },
    ])
    await importShows(page, 'messe.csv')
    await page.getByRole('button', { name: say('doors.next') }).waitFor()
    await shot(page, 'doors-several')
    await page.getByRole('button', { name: say('doors.next') }).click()
    await importShows(page, 'fjord.csv')
    expect(await page.getByRole('button', { name: say('doors.next') }).count()).toBe(0)
    expect(await page.evaluate(async () => (await (await caches.open('fieldbook-shared /')).keys()).length)).toBe(0)
  })

  test('goes the same way as text', async () => {
    await share(page, `${app.url}share`, [], 'Name;Ort\nIda Ås;Bergen\nMax Tal;Bonn')
    await importShows(page, 'text.txt')
  })

  test('goes to the import when it is a list, to restoring when it is a backup; a Word document is told where it belongs', async () => {
    await page.goto(`${app.url}#/contacts`)
    await page
      .getByRole('heading', { name: say('nav.contacts') })
      .first()
      .waitFor()
    await drop(page, [{ name: 'messe.csv', type: 'text/csv', text: csv }], 'dragover')
    await page.getByText(say('doors.drop')).waitFor()
    await shot(page, 'doors-over')
    await drop(page, [{ name: 'messe.csv', type: 'text/csv', text: csv }])
    await importShows(page, 'messe.csv')
    expect(await page.getByText(say('doors.drop')).count()).toBe(0)

    await page.goto(`${app.url}#/contacts`)
    await drop(page, [{ name: 'letter.docx', type: '', text: 'PK' }])
    await page.locator('.toast-trouble', { hasText: 'letter.docx' }).waitFor()
    expect(new URL(page.url()).hash).toBe('#/contacts')

    await drop(page, [{ name: 'old.fieldbook', type: '', text: 'no backup at all' }])
    await page.locator('dialog[open]').getByText('old.fieldbook').first().waitFor()
    await page.keyboard.press('Escape')
  })

  test('goes to the import when it is a pasted table; a pasted word and what is pasted in a field do not', async () => {
    await page.goto(`${app.url}#/contacts`)
    await page.locator('main input').first().waitFor()
    await paste(page, 'only a word')
    await paste(page, 'Name\tOrt\nIda Ås\tBergen', 'main input')
    expect(new URL(page.url()).hash).toBe('#/contacts')
    await paste(page, 'Name\tOrt\nIda Ås\tBergen\nMax Tal\tBonn')
    await page.waitForFunction(() => location.hash.startsWith('#/import'))
    await page.locator('main').getByText('Ida Ås').first().waitFor()
  })
})
