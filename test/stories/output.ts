// The way to the output page of a segment, and its parts, as the stories name them.
import type { Locator, Page } from 'playwright-core'

/** Gives the open language of a template another document; where a letter was written here, it is asked first. */
export async function replaceDocument(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page.locator('.file').first().waitFor()
  const isWritten = await page.getByText('Written here').isVisible()
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
  if (isWritten) await page.locator('dialog .btn-danger').click()
}

/** Where the letters of a segment are made. @param segmentUrl of its worksheet */
export const lettersUrl = (segmentUrl: string): string => `${segmentUrl.replace(/\?.*$/, '')}/output?kind=letters`

/** What is chosen for the letters, what came out, and the button that makes them. */
export const lettersPanel = (page: Page): Locator => page.getByRole('region', { name: 'Letters', exact: true })

/** From the worksheet over the preview to the letters. */
export async function toLetters(page: Page): Promise<void> {
  await page.locator('.deck').getByRole('link', { name: 'Letters' }).click()
  await page
    .locator('.deck')
    .getByRole('link', { name: /^(Make|Output)/ })
    .click()
  await lettersPanel(page).waitFor()
}

/** Makes the letters, and waits until files are there. */
export async function makeLetters(page: Page): Promise<void> {
  await makeButton(page).click()
  await lettersPanel(page).locator('.box .row .btn').first().waitFor()
}

/** `Make 12 letters`, or made once more. */
export const makeButton = (page: Page): Locator => lettersPanel(page).getByRole('button', { name: /^Make (\d|again)/ })
