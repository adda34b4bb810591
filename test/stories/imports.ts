// The walk through the import in stories: a plain file takes three taps, the file, the check, the import.
import type { Page } from 'playwright-core'

export interface StoryFile {
  name: string
  buffer: Buffer
}

export const textFile = (name: string, text: string): StoryFile => ({ name, buffer: Buffer.from(text) })

/** Chooses a file on the page of the import. */
export async function chooseFile(page: Page, url: string, file: StoryFile): Promise<void> {
  await page.goto(`${url}#/import`)
  await page.setInputFiles('input[type=file]', { ...file, mimeType: '' })
}

/** From the chosen file to the check, where nothing is open in its columns. */
export async function toCheck(page: Page): Promise<void> {
  await page
    .locator('.deck')
    .getByRole('button', { name: /^Check / })
    .click()
  await page.getByRole('tab', { name: /^New/ }).waitFor()
}

/** From the check to what was taken in. */
export async function takeIn(page: Page, count: number): Promise<void> {
  await page.getByRole('button', { name: `Import ${count}`, exact: true }).click()
  await page.getByRole('button', { name: 'Undo this import' }).waitFor()
  await page.waitForURL(/step=done/)
}
