// Labels, as somebody makes them: a sheet that was begun is used from label 7 on, in the order of the post; a sheet of her own, and the
// printer's shift. Offline.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

/** What stands on each label of the sheets, in their order; blank ones too. */
function labelsOf(path: string): string[] {
  const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!)
  return [...xml.matchAll(/<w:p><w:pPr><w:pStyle w:val="Label"\/>.*?<\/w:p>/g)].map(([label]) =>
    [...label.matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/g)].map(([, words]) => words).join('|'),
  )
}

describe('labels, offline', () => {
  let app: App
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    const id = new URL(page.url()).hash.split('/')[2] ?? ''
    await page.goto(`${app.url}#/segments/${id}/output?kind=labels`)
  })
  afterAll(() => app.close())
  const button = (name: string | RegExp) => page.getByRole('button', { name })
  const dialog = () => page.locator('dialog[open]')

  it('a sheet of her own: what does not fit is said, then it is kept and used', async () => {
    await button(/Change$/).click()
    await dialog().getByRole('searchbox').fill('7160')
    await dialog().getByText('Avery L7160').waitFor()
    await dialog().getByRole('button', { name: 'Own format' }).click()
    await dialog().getByLabel('Name').fill('From the cellar')
    await dialog().getByLabel('Label, width in mm').fill('73.2')
    await dialog().getByText('3.2 mm too wide for the sheet').waitFor()
    expect(await dialog().getByRole('button', { name: 'Save and use' }).isDisabled()).toBe(true)
    expect(await findings(page)).toEqual([])
    await dialog().getByLabel('Label, width in mm').fill('68')
    await dialog().getByText('All 24 labels fit').waitFor()
    await dialog().getByRole('button', { name: 'Save and use' }).click()
    await button(/^From the cellar/).waitFor()
    await page.locator('.toast').getByRole('button', { name: 'Hide the notice' }).click()
  })

  it('the printer is off by a millimetre and a half: it is said once, and a test print shows it', async () => {
    await button(/^Printer and test print/).click()
    await dialog().getByLabel('Down, mm').fill('1,5')
    await dialog().getByRole('button', { name: 'Keep this' }).click()
    await dialog().getByRole('button', { name: 'Make a test print' }).click()
    const path = await saveDownload(page, () => dialog().getByRole('button', { name: 'Save the file' }).click(), join(out, 'labels'))
    const xml = strFromU8(unzipSync(readFileSync(path))['word/document.xml']!)
    expect(xml.match(/<w:tcBorders>/g)).toHaveLength(24)
    // 4.43 mm and the shift, in twentieths of a point.
    expect(xml).toContain(`w:top="${Math.round(((4.43 + 1.5) * 1440) / 25.4)}"`)
    await dialog().getByRole('button', { name: 'Close' }).click()
    await button(/0 mm to the right, 1.5 mm down/).waitFor()
  })

  it('from label 7 on: the first six stay blank, and the first by post code stands on the seventh', async () => {
    await button(/^Label 1, row 1 column 1: /).focus()
    for (const key of ['ArrowDown', 'ArrowDown', 'Enter']) await page.keyboard.press(key)
    await page.getByRole('button', { name: /^Label 7, row 3 column 1: /, pressed: true }).waitFor()
    expect(await button('Label 6, row 2 column 3, stays blank').count()).toBe(1)
    await button(/^Make 15 labels on 1 sheet$/).click()
    const path = await saveDownload(page, () => button('Save the file').click(), join(out, 'labels'))
    await page.getByText('label 22 is the next free one').waitFor()
    await shot(page, 'labels-made')
    expect(await findings(page)).toEqual([])
    const labels = labelsOf(path)
    expect(labels.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => ''))
    const made = labels.filter(Boolean)
    expect(made).toHaveLength(15)
    expect(labels.slice(6, 21)).toEqual(made)
    const ours = made.flatMap((label) => /\|(\d{5}) /.exec(label)?.[1] ?? [])
    expect(ours).toEqual([...ours].sort())
    expect(labels[6]).toContain(`|${ours[0]} `)
    expect(made.some((label) => label.endsWith('|ÖSTERREICH'))).toBe(true)
  })
})
