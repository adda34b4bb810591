// A Word document that leaves people out by a condition of its own (SKIPIF): who they are can be opened where the letters are made and where
// they are logged, and the log records no letter that nobody got. What else is wrong with the letters is said before they are made.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { char, code, field, makeDocx, para, text } from '../word/makeDocx.ts'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'
import { lettersPanel, lettersUrl, makeButton, replaceDocument } from './output.ts'

const name = field('MERGEFIELD Name', '«Name»')
interface Row {
  id: string
  city?: string
  languageCode?: string
  lines?: { contactId: string }[]
}

/** Leaves out whoever lives in this town. */
const without = (town: string) =>
  makeDocx({
    body:
      para(char('begin') + code(' SKIPIF ') + field('MERGEFIELD City', '«City»') + code(` = "${town}" `) + char('separate') + char('end')) +
      para(text('Hello ') + name + text(', ') + field('MERGEFIELD Lieblingsfarbe', '«Lieblingsfarbe»')),
  })

describe('A document that leaves people out', () => {
  let app: App
  let page: Page
  let segmentUrl = ''

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    const town = await townOfSomebody()
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.row', { hasText: /^\s*Letter/ }).click()
    await page.getByRole('group', { name: 'Languages' }).getByRole('button', { name: 'German' }).click()
    await replaceDocument(page, 'some.docx', Buffer.from(without(town)))
    await page.locator('.file', { hasText: 'some.docx' }).waitFor()
  })
  afterAll(() => app.close())

  /** The town of a person on the segment who gets the German document. */
  async function townOfSomebody(): Promise<string> {
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: 'Spring letter' }).click()
    await page.locator('.vlist .row').first().waitFor()
    segmentUrl = page.url()
    const rows = (await allRows(page)) as Record<string, Row[]>
    const lines = rows['segmentLines']?.find(({ id }) => segmentUrl.includes(id))?.lines ?? []
    const contacts = new Map(rows['contacts']?.map((one) => [one.id, one]))
    const germans = lines.flatMap(({ contactId }) => contacts.get(contactId) ?? []).filter((one) => one.languageCode?.startsWith('de'))
    return germans.find(({ city }) => city)?.city ?? ''
  }

  const sheet = () => page.locator('dialog[open]')
  async function inOrder(picture: string) {
    await page.waitForTimeout(300)
    await shot(page, picture)
    expect(await findings(page)).toEqual([])
  }

  it('before the letters are made an unknown field is said, and a tap shows in whose letters', async () => {
    await page.goto(lettersUrl(segmentUrl))
    const before = page.getByRole('list', { name: 'Before the letters are made' })
    await before.getByRole('button', { name: /unknown field/ }).waitFor()
    await inOrder('left-out-1-before')
    await before.getByRole('button', { name: /unknown field/ }).click()
    await sheet().getByText('Lieblingsfarbe').waitFor()
    await sheet().getByRole('button', { name: 'Back to the letters' }).last().click()
    await before.waitFor()
  })

  it('whom it left out is shown by a tap, and the log offers to leave them out as well', async () => {
    await lettersPanel(page).getByRole('button', { name: 'One document' }).click()
    await makeButton(page).click()
    await lettersPanel(page).getByRole('button', { name: 'The document leaves them out' }).click()
    await sheet().getByRole('button', { name: 'Back to the letters' }).last().waitFor()
    await inOrder('left-out-2-who')
    await page.goto(`${segmentUrl}?open=log`)
    const tile = sheet().getByRole('button', { name: /in no letter: the document/ })
    await tile.waitFor()
    await inOrder('left-out-3-log')
    const left = Number(await tile.locator('.tile-n').textContent())
    const all = Number(await sheet().locator('.count-hero .count-n').textContent())
    await tile.click()
    await sheet()
      .getByRole('button', { name: /^(Take|Remove)/ })
      .first()
      .click()
    await sheet().getByRole('button', { name: 'Back to logging' }).last().click()
    await expect.poll(async () => Number(await sheet().locator('.count-hero .count-n').textContent())).toBe(all - left)
    expect(await tile.count()).toBe(0)
  })
})
