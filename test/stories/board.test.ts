// The board before logging, as a person uses it: a segment on which everybody has another kind of trouble is mended in its place, logged,
// taken back within ten seconds, and logged again. No network and no server.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, out, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { troubledTablet } from './troubledTablet.ts'
import { lettersPanel, makeButton } from './output.ts'

describe('The board before logging, offline', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    mkdirSync(out, { recursive: true })
    const backup = join(out, 'troubled.fieldbook')
    writeFileSync(backup, await troubledTablet({ salespersonId: undefined }))
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: 'Restore a backup' }).click()
    await page.setInputFiles('dialog input[type=file]', backup)
    // What was brought back is shown by loading the page anew.
    await page.getByRole('button', { name: say('safety.way.takesOver') }).click()
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Restore', exact: true }).click()])
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
    await page.goto(`${app.url}#/segments/troubled`)
    await page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
  })
  afterAll(() => app.close())

  const dialog = () => page.locator('dialog[open]')
  const tile = (words: string | RegExp) => dialog().locator('button.tile', { hasText: words })
  const people = () => dialog().locator('.list .row-1').allTextContents()
  const back = () => dialog().locator('.deck').getByRole('button', { name: 'Back to logging' }).click()
  const said = (words: string | RegExp) => page.locator('.toast', { hasText: words }).first().waitFor()
  const deckCount = () => page.locator('dialog .count-hero .count-n').textContent()

  it('says who is logged and who is left out, and cannot log while something blocks', async () => {
    await tile('no salesperson is chosen').waitFor()
    expect(await deckCount()).toBe('11')
    await shot(page, 'board-01-blocked')
    expect(
      await dialog()
        .getByRole('button', { name: /^Log 11/ })
        .isDisabled(),
    ).toBe(true)
    expect(await dialog().locator('.tile-stop').count()).toBe(1)
  })

  it('what blocks leads to the header and back', async () => {
    await tile('no salesperson is chosen').click()
    await dialog().getByLabel('Salesperson').selectOption({ label: 'Vera Sommer' })
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await tile('has no e-mail address').waitFor()
    await expect.poll(() => dialog().locator('.tile-stop').count()).toBe(0)
    await shot(page, 'board-02-tiles')
  })

  it.each([
    ['have no address', ['Nora Nirgends', 'Otto Maier']],
    ['has no e-mail address', ['Emil Ohnepost']],
    ['gets the neutral greeting', ['Udo']],
    ['in another language', ['Zoé Roux']],
    ['comment has no place', ['Berta Kraus']],
    ['stands on the list more than once', ['Anna Berger', 'Anna Berger']],
    ['address gets more than one letter', ['Paula Lind', 'Peter Lind']],
    ['excluded from segments', ['Xaver Aus']],
    ['a letter or an e-mail from us in the last 30 days', ['Berta Kraus']],
    ['is privacy blocked', ['Frida Voss']],
    ['minors without', ['Kai Jung', 'Lea Jung']],
    ['no longer here', [say('segment.contactGone')]],
  ])('the tile “%s” opens its people', async (words, expected) => {
    await tile(words).click()
    await dialog().locator('.list .row').first().waitFor()
    expect(await people()).toEqual(expected)
    await back()
  })

  it('an address is filled in where it was missed, once for the whole company, and the tile counts down', async () => {
    await tile('have no address').click()
    await dialog().getByRole('button', { name: 'Fix: Nora Nirgends' }).click()
    await dialog().getByLabel('Street and number').fill('Am Ring 5')
    await dialog().getByLabel('Town').fill('Ulm')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await said('Nora Nirgends is saved')
    await expect.poll(people).toEqual(['Otto Maier'])
    await shot(page, 'board-03-fix')
    await dialog().getByLabel('Street and number').fill('Marktplatz 2')
    await dialog().getByLabel('Town').fill('Kempten')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await said('Maier & Söhne is saved')
    await dialog().getByText('Nothing of this kind is left.').waitFor()
    await back()
    await expect.poll(() => tile('address').allTextContents()).toHaveLength(2)
    await dialog().locator('.tile-ok', { hasText: 'without an address' }).waitFor()
  })

  it('half a typed greeting is still there when the tile is opened again', async () => {
    await tile('gets the neutral greeting').click()
    await dialog().getByLabel('Surname').fill('Wiesner')
    await back()
    await tile('gets the neutral greeting').click()
    await expect.poll(() => dialog().getByLabel('Surname').inputValue()).toBe('Wiesner')
    await dialog().getByLabel('Salutation').selectOption({ label: 'Mr' })
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await said('Udo is saved')
    await back()
    await expect.poll(() => tile('gets the neutral greeting').count()).toBe(0)
  })

  it('parents consent to one of two, so one more is logged; who is on the list twice keeps one line', async () => {
    await tile('minors without').click()
    await dialog().getByRole('button', { name: 'The parents have consented' }).first().click()
    await expect.poll(people).toEqual(['Lea Jung'])
    await back()
    await expect.poll(deckCount).toBe('12')
    await tile('stands on the list more than once').click()
    await dialog().getByRole('button', { name: 'Keep one of each, take 1 off the list' }).click()
    await said('1 line taken off the list')
    await back()
    await expect.poll(deckCount).toBe('11')
  })

  it('“lately” is what she says it is', async () => {
    await tile('a letter or an e-mail from us in the last 30 days').click()
    await dialog().getByRole('button', { name: '60 days' }).click()
    await expect.poll(people).toEqual(['Berta Kraus', 'Xaver Aus'])
    await back()
    await tile('a letter or an e-mail from us in the last 60 days').waitFor()
  })

  it('those of a tile become a segment of their own and stay on this one; those who are withheld never do', async () => {
    await tile('is privacy blocked').click()
    await dialog().locator('.list .row').first().waitFor()
    expect(
      await dialog()
        .getByRole('button', { name: /^Segment of these/ })
        .count(),
    ).toBe(0)
    await back()
    await tile('a letter or an e-mail from us in the last 60 days').click()
    await dialog().getByRole('button', { name: 'Segment of these 2' }).click()
    await said('Segment of 2 people made')
    await back()
    expect(await deckCount()).toBe('11')
    const { segmentLines = [] } = (await allRows(page)) as { segmentLines?: { lines: unknown[] }[] }
    expect(segmentLines.map(({ lines }) => lines.length).sort()).toEqual([14, 2])
  })

  const logNow = async () => {
    await dialog().getByRole('button', { name: 'Log 11 letters' }).click()
    await said('11 entries logged')
    await page.waitForURL(/#\/logged\//)
  }

  it('letters are made; one that would read differently since is named', async () => {
    await tile('the letters have not been made yet').click()
    await makeButton(page).waitFor()
    await shot(page, 'board-05-output')
    await lettersPanel(page).getByRole('button', { name: 'Make 10 letters' }).click()
    await lettersPanel(page).locator('.box .row', { hasText: '.docx' }).waitFor()
    await page.goto(`${app.url}#/segments/troubled?open=log`)
    await dialog().locator('.tile-ok', { hasText: 'letters made on' }).waitFor()
    await dialog()
      .getByRole('checkbox', { name: /printed or sent already/ })
      .waitFor()
    await tile('has no e-mail address').click()
    await dialog().getByLabel('E-mail').fill('emil@example.com')
    await dialog().getByRole('button', { name: 'Save', exact: true }).click()
    await said('Emil Ohnepost is saved')
    // Where nobody is left, nothing is offered for “these 0”.
    await dialog().getByText(say('log.solved')).waitFor()
    expect(await dialog().locator('.btn-row button').count()).toBe(0)
    await back()
    await tile('e-mail is not marked as shared yet').click()
    expect(await people()).toEqual(['Emil Ohnepost'])
    await back()
  })

  it('is logged with one act; Undo within ten seconds brings everything back as it was, also from another page', async () => {
    const before = await allRows(page)
    await dialog()
      .getByRole('checkbox', { name: /Follow-up segment/ })
      .click()
    await logNow()
    await shot(page, 'board-04-logged')
    expect(((await allRows(page))['entries'] ?? []).length).toBe((before['entries'] ?? []).length + 11)
    await page.goto(`${app.url}#/contacts`)
    await page.locator('.toast', { hasText: '11 entries logged' }).getByRole('button', { name: 'Undo' }).click()
    await page.waitForURL(/#\/segments\/troubled/)
    const { series: _, ...after } = await allRows(page)
    const { series: __, ...was } = before
    expect(after).toEqual(was)
  })

  it('and it is logged again; who was left out stays in the logged segment, and another window is told that it is done', async () => {
    const other = await app.context.newPage()
    await other.goto(`${app.url}#/segments/troubled?open=log`)
    await other.locator('dialog[open]').getByRole('button', { name: 'Log 11 letters' }).waitFor()
    await page.bringToFront()
    await page.locator('.deck').getByRole('button', { name: 'Log …' }).click()
    await logNow()
    await other.getByText(say('segment.goneSentence')).waitFor()
    await other
      .getByRole('link', { name: say('segments.logged') })
      .last()
      .waitFor()
    await other.close()
    const { loggedSegments = [] } = (await allRows(page)) as { loggedSegments?: { counts: unknown }[] }
    expect(loggedSegments.map(({ counts }) => counts)).toEqual([
      { lines: 14, logged: 11, letters: 11, privacyBlocked: 1, minor: 1, contactGone: 1 },
    ])
  })
})
