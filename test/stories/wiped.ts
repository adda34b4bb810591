// A tablet with sample data, and a fresh one that gets them back from a file.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { out, openApp, saveDownload, say, type App } from './browser.ts'

/** A tablet with the sample data, off the network. */
export async function fullTablet(): Promise<App> {
  const app = await openApp()
  await app.page.getByRole('button', { name: say('start.sample') }).click()
  await app.page.locator('.rail').waitFor()
  await app.goOffline()
  return app
}

/** A fresh tablet, off the network, that restores the file and stands on its first page. */
export async function freshTablet(): Promise<App> {
  const app = await openApp()
  await app.page.getByRole('button', { name: say('start.restore') }).waitFor()
  await app.goOffline()
  return app
}

export async function restore(page: Page, path: string, password?: string): Promise<void> {
  const sheet = page.locator('dialog[open]')
  await page.getByRole('button', { name: say('start.restore') }).click()
  await page.setInputFiles('dialog input[type=file]', path)
  if (password !== undefined) {
    await sheet.locator('input[type=password]').fill(password)
    await sheet.getByRole('button', { name: say('safety.openIt') }).click()
  }
  await sheet.getByRole('button', { name: say('safety.way.takesOver') }).click()
  await Promise.all([page.waitForEvent('load'), sheet.getByRole('button', { name: say('files.restoreNow'), exact: true }).click()])
  await page.locator('.rail').waitFor()
}

/** Address of the first row of a list, as `#/logged/…`. */
export async function firstOf(app: App, list: 'logged' | 'segments'): Promise<string> {
  await app.page.goto(`${app.url}#/${list}`)
  const row = app.page.locator(`main a[href^="#/${list}/"]`).first()
  return (await row.getAttribute('href')) ?? ''
}

/** The letters of a logged segment, made again: the bytes of their file. */
export async function lettersAgain(app: App, logged: string, folder: string): Promise<Buffer> {
  const { page } = app
  await page.goto(app.url + logged)
  const sheet = page.locator('dialog[open]')
  await page.getByRole('button', { name: say('logged.lettersAgain') }).click()
  await sheet.getByRole('button', { name: /^Make/ }).click()
  const save = sheet.getByRole('button', { name: /^Save/ }).first()
  await save.waitFor()
  const path = await saveDownload(page, () => save.click(), join(out, folder))
  await page.keyboard.press('Escape')
  return readFileSync(path)
}
