// The header and its lines, offline: what a template brings, what lines keep of their own, many lines at once, one person's own letter.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { root } from './build.ts'
import { allRows } from './disk.ts'
import { partOf, unpack } from './documents.ts'
import { lettersPanel, makeButton, toLetters } from './output.ts'

interface LineRow {
  lineNo: number
  own: Record<string, unknown>
  document?: object
}

describe('Header and lines, offline', () => {
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
    await rows().first().waitFor()
  })
  afterAll(() => app.close())

  const rows = () => page.locator('.vlist .row')
  const open = (at: number) => rows().nth(at).locator('.open').click()
  const panel = (name: RegExp) => page.locator('.panel').getByRole('button', { name })
  const sheet = () => page.locator('dialog[open]')
  const save = () => sheet().getByRole('button', { name: 'Save', exact: true }).click()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const undo = () => page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
  const stored = async (): Promise<LineRow[]> => {
    const id = new URL(page.url()).hash.split('/')[2]?.split('?')[0]
    const all = (await allRows(page)) as Record<string, { id: string; lines: LineRow[] }[]>
    return all['segmentLines']!.find((row) => row.id === id)!.lines
  }
  const ownOf = async (field: string) => (await stored()).filter(({ own }) => own[field] !== undefined).length

  it('a negative cost is refused with a sentence, and what the template says stands grey behind an own value', async () => {
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await sheet()
      .getByText(/^Brings: .*Word document in/)
      .waitFor()
    await sheet().getByLabel('Cost').fill('-1')
    await sheet().getByText('This cannot be negative').waitFor()
    expect(await sheet().getByRole('button', { name: 'Save', exact: true }).isDisabled()).toBe(true)
    await sheet().getByLabel('Cost').fill('2,75')
    await sheet()
      .getByRole('button', { name: /^Back to the template’s/ })
      .waitFor()
    await save()
    await said('Header changed')
  })

  it('a new subject meets lines with one of their own: a bar counts them, and they keep it or give it up', async () => {
    const before = await ownOf('subject')
    expect(before).toBeGreaterThan(0)
    for (const [what, left] of [
      ['Keep', before],
      ['Replace', 0],
    ] as const) {
      await page.getByRole('button', { name: 'Edit the segment header' }).click()
      await sheet().getByLabel('Subject').fill(`Subject to ${what}`)
      await sheet()
        .getByText(new RegExp(`^${before} lines? (has|have) an own value for “Subject”`))
        .waitFor()
      await sheet().getByRole('button', { name: what, exact: true }).click()
      if (what === 'Keep') await shot(page, 'lines-bar')
      await save()
      await expect.poll(() => ownOf('subject')).toBe(left)
    }
    await undo()
    await expect.poll(() => ownOf('subject')).toBe(before)
  })

  it('another template refreshes what it sets, says who keeps what, and may be taken away again', async () => {
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    const choice = sheet().getByLabel('Interaction template')
    const other = (await choice.locator('option').allTextContents()).find((text) => !/none|Letter/.test(text))!
    await choice.selectOption({ label: other })
    expect(await sheet().getByLabel('Cost').inputValue()).toBe('')
    await choice.selectOption({ label: 'Letter' })
    expect(await sheet().getByLabel('Cost').inputValue()).toBe('2.75')
    await choice.selectOption({ label: other })
    await save()
    await page.locator('.head-vals', { hasText: other }).waitFor()
    // A sheet is opened meanwhile: the word of what was done, and its undo, stand in it.
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await sheet().locator('.toast', { hasText: 'Header changed' }).waitFor()
    await undo()
    await expect.poll(() => choice.evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text)).toBe('Letter')
    await page.keyboard.press('Escape')
    await page.locator('.head-vals', { hasText: 'Letter' }).waitFor()
    expect(await page.locator('.toasts').count()).toBe(1)
  })

  it('ticks from here to there, sees what a change would do, changes them as one act and takes it back', async () => {
    const before = await stored()
    await rows().nth(1).getByRole('checkbox').click()
    await page.getByRole('button', { name: 'To here …' }).click()
    await open(4)
    await page.getByText('4 selected').waitFor()
    await page.locator('.deck').getByRole('button', { name: 'Change 4 lines' }).click()
    await sheet().getByLabel('Field').selectOption({ label: 'Evaluation' })
    await sheet().getByLabel('Evaluation').selectOption({ label: 'positive' })
    await sheet().getByText('Changes 4, already so 0.').waitFor()
    await shot(page, 'lines-bulk')
    await sheet().getByRole('button', { name: 'Change 4 lines' }).click()
    await said('4 lines changed')
    expect(await ownOf('evaluation')).toBe(4)
    await undo()
    await expect.poll(stored).toEqual(before)
  })

  it('takes all but one out as a step that says what it would undo, and brings them back with their own values', async () => {
    const before = await stored()
    await rows().nth(0).getByRole('checkbox').click()
    await page.getByRole('button', { name: 'Invert' }).click()
    await page
      .locator('.deck')
      .getByRole('button', { name: /^Take \d+ out/ })
      .click()
    await expect.poll(() => rows().count()).toBe(1)
    await page.getByRole('button', { name: `Undo the last step: By hand (0 added, ${before.length - 1} removed)` }).click()
    await expect.poll(stored).toEqual(before)
  })

  it('one person gets a letter from a document of her own, with words for her only', async () => {
    const before = (await stored()).length
    await open(0)
    await panel(/^Letter · write/).click()
    const german = readFileSync(join(root, 'test/letters/letter-de.docx'))
    const file = (name: string, buffer: Buffer) => sheet().locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer })
    await file('broken.docx', Buffer.from('no document'))
    await sheet().locator('.field-e').waitFor()
    await sheet().getByLabel('Language').selectOption('fr')
    await file('for-her.docx', german)
    await sheet().getByText('for-her.docx').waitFor()
    await sheet()
      .getByText(/merge fields found/)
      .waitFor()
    await shot(page, 'lines-document')
    await sheet().getByRole('button', { name: 'Done' }).click()
    await panel(/^Comment in the letter/).click()
    await sheet().getByLabel('Comment in the letter').fill('Only for your eyes.')
    await save()
    await page.locator('.panel .is-own', { hasText: 'Only for your eyes.' }).waitFor()
    await page.locator('.panel').getByRole('button', { name: 'Close' }).click()

    const worksheet = page.url()
    await toLetters(page)
    await lettersPanel(page)
      .getByRole('button', { name: /One file per contact/ })
      .click()
    await makeButton(page).click()
    const zip = await saveDownload(
      page,
      () => lettersPanel(page).locator('.box .row').getByRole('button', { name: 'Save' }).click(),
      join(out, 'lines'),
    )
    await page.goto(worksheet)
    const letters = unpack(zip).map(({ path }) => partOf(path))
    expect(letters).toHaveLength(before)
    expect(letters.map((text) => text.includes('Only for your eyes.'))).toEqual(letters.map((_, at) => at === 0))
    expect((await stored()).filter(({ document }) => document !== undefined)).toHaveLength(1)
  })

  it('groups the lines by town, and finds them while they are grouped', async () => {
    await page.getByLabel('Group by').selectOption({ label: 'By town' })
    await page.locator('h3.group-head').first().waitFor()
    await shot(page, 'lines-groups')
    await page.getByRole('searchbox', { name: /^Find in/ }).fill('hamburg')
    await expect.poll(() => page.locator('h3.group-head').count()).toBe(1)
    await expect.poll(() => rows().count()).toBe(Number(await page.locator('h3.group-head .fig').textContent()))
    await page.getByRole('searchbox', { name: /^Find in/ }).fill('')
  })
})
