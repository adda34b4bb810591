// A template from its group to its statistics, offline: what is wrong with it stands at the field, it begins with one of our letters in two
// languages, looks in the gallery like its letter, a greeting line of one's own stands in the letter, and what was cancelled does not count.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { resolveField } from '../../src/core/letter/fields.ts'
import { openTemplate } from '../../src/word/index.ts'
import { openApp, out, saveDownload, shot, type App } from './browser.ts'
import { root } from './build.ts'
import { allRows } from './disk.ts'
import { partOf } from './documents.ts'

interface Someone {
  id: string
  name: string
  firstName: string
  surname: string
}

describe('Templates and salutations, offline', () => {
  let app: App
  let page: Page
  let woman: Someone

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    const people = ((await allRows(page))['contacts'] ?? []) as Record<string, unknown>[]
    const found = people.find(
      (one) =>
        one['salutationCode'] === 'F' &&
        one['languageCode'] === 'de' &&
        !one['privacyBlocked'] &&
        !one['excludeFromSegment'] &&
        !one['minor'],
    )
    if (!found) throw new Error('The sample has no German woman who may be written to')
    woman = found as unknown as Someone
  })
  afterAll(() => app.close())

  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const deck = (name: string | RegExp) => page.locator('.deck').getByRole('button', { name })
  const save = () => page.getByRole('button', { name: 'Save', exact: true })

  it('makes an interaction group', async () => {
    await page.goto(`${app.url}#/settings?part=interactionGroups`)
    await deck('New interaction group').click()
    await page.getByLabel('Description').fill('Cards')
    await page.getByLabel('Code').fill('LETTERS')
    await page.getByText('Another group has this code').waitFor()
    await page.getByLabel('Code').fill('cards')
    await save().click()
    await said('“Cards” saved')
    await page.locator('.row', { hasText: 'CARDS · no template' }).waitFor()
  })

  it('says at the field what is wrong with a template, and keeps what was typed', async () => {
    await page.goto(`${app.url}#/templates`)
    await deck('New template').click()
    await page.getByRole('checkbox', { name: 'German' }).click()
    await shot(page, 'story-templates-1-beginning')
    await page.getByLabel('Description').fill('New Year card')
    await page.keyboard.press('Enter')
    await page.getByText('Interaction template · NEWYEARCAR').waitFor()
    await page.getByLabel('Code', { exact: true }).fill('LETTER')
    await page.getByLabel('Unit cost').fill('-1')
    await page.getByLabel('Unit duration (min.)').fill('2.5')
    for (const sentence of ['Another template has this code', 'cannot be negative', 'whole minutes'])
      await page.getByText(sentence).waitFor()
    expect(await save().isDisabled()).toBe(true)
    await shot(page, 'story-templates-1-checks')
    await page.getByLabel('Code', { exact: true }).fill('CARD')
    await page.getByLabel('Unit cost').fill('1,20')
    await page.getByLabel('Unit duration (min.)').fill('3')
    await page.getByLabel('Interaction group').selectOption({ label: 'Cards' })
    await save().click()
    await said('Template saved')
  })

  it('begins with one of our letters in two languages, each with a subject of its own', async () => {
    await page.getByText('Written here').waitFor()
    await page.getByText(/merge fields, all known/).waitFor()
    await page.getByLabel('Subject in English').fill('Happy New Year')
    await save().click()
    await said('Subject in English saved')
    await page.getByRole('button', { name: 'German', exact: true }).click()
    await page.getByLabel('Subject in German').fill('Ein gutes neues Jahr')
    await save().click()
    await said('Subject in German saved')
    await page.getByLabel('Language code (default)').selectOption('de')
    await save().click()
    await said('Template saved')
    await shot(page, 'story-templates-2-languages')
    await page.goto(`${app.url}#/settings?part=interactionSetup`)
    await page.getByText(/Not offered, because they have Word documents: .*New Year card/).waitFor()
  })

  it('shows in the gallery how its letter begins, and opens in Word with its fields', async () => {
    await page.goto(`${app.url}#/templates`)
    const tile = page.locator('a.template', { hasText: 'New Year card' })
    await tile.getByText('Ein gutes neues Jahr').waitFor()
    await tile.getByText('gern möchte ich die nächsten Monate mit Ihnen besprechen').waitFor()
    await shot(page, 'story-templates-2-gallery')
    await tile.click()
    const exported = await saveDownload(page, () => page.getByRole('button', { name: 'Export for Word' }).click(), join(out, 'templates'))
    const read = openTemplate(new Uint8Array(readFileSync(exported)))
    if (!read.ok) throw new Error(read.failure.code)
    const names = read.value.fields.map(({ name }) => name)
    for (const name of ['Address_Block', 'Document_Date', 'Subject', 'CALC_Formal_Salutation', 'Comment', 'Salesperson_Name', 'City'])
      expect(names).toContain(name)
    expect(names.filter((name) => resolveField(name) === undefined)).toEqual([])
  })

  it('asks before a Word document takes the place of a letter that was written here, and says when it is in another language', async () => {
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await page.getByLabel('Subject in English').waitFor()
    const replace = () => page.setInputFiles('input[type=file]', join(root, 'test/letters/letter-de.docx'))
    await replace()
    await page.getByRole('dialog').getByText('takes the place of the letter that was written here in English').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click()
    await page.getByText('Written here').waitFor()
    await replace()
    await page.getByRole('button', { name: 'Replace it' }).click()
    await page.getByText('The words of this document look like German. It is the one for English.').waitFor()
    await shot(page, 'story-templates-2-replaced')
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).first().click()
    await page.getByText('Written here').waitFor()
  })

  it('has a greeting line of its own, and shows how it will read', async () => {
    await page.goto(`${app.url}#/settings?part=salutations`)
    await page.getByLabel('Language of the letters').selectOption('de')
    await page.getByRole('button', { name: 'Ms, formal: Sehr geehrte Frau Berg,' }).click()
    await page.getByLabel('Greeting line').fill('Grüß Gott {{Spitzname}} ')
    await page.getByText('“Spitzname” is not a field of a greeting line').waitFor()
    await page.getByLabel('Greeting line').fill('Grüß Gott Frau ')
    await page.getByRole('button', { name: 'Surname', exact: true }).click()
    await page.getByText('Grüß Gott Frau van Dijk').waitFor()
    await shot(page, 'story-templates-3-greeting')
    await save().click()
    await said('Greeting line saved')
    await page.getByRole('button', { name: 'Ms, formal: Grüß Gott Frau Berg' }).waitFor()
  })

  it('the letter of a German woman is greeted so, under the subject in her language', async () => {
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.template', { hasText: 'New Year card' }).click()
    await deck('New segment with it').click()
    await page.getByRole('button', { name: 'Add by hand' }).first().click()
    await page.locator('dialog').getByRole('searchbox').fill(woman.name)
    await page.locator('dialog').getByRole('checkbox', { name: woman.name }).first().click()
    await page.locator('dialog').getByRole('button', { name: 'Add 1 person' }).click()
    await page.locator('.vlist .row', { hasText: woman.name }).click()
    const segment = page.url().replace(/\?.*$/, '')
    await page.locator(`a[href*="/letters?line="]`).click()
    await page.locator('.docx-view', { hasText: `Grüß Gott Frau ${woman.surname}` }).waitFor()
    await page.getByRole('button', { name: 'Open this one in Word' }).click()
    const ready = page.getByRole('button', { name: 'Save the letter' })
    await ready.waitFor()
    const letter = partOf(await saveDownload(page, () => ready.click(), join(out, 'templates')))
    await page.goto(segment)
    expect(letter).toContain(`Grüß Gott Frau ${woman.surname}`)
    expect(letter).toContain('Ein gutes neues Jahr')
  })

  it('cannot be deleted meanwhile, and says which segment uses it', async () => {
    const segment = page.url()
    await page.goto(`${app.url}#/templates`)
    await page.locator('a.template', { hasText: 'New Year card' }).click()
    await page.getByText('It can be deleted when nothing uses it any more').waitFor()
    await page.locator('a.row', { hasText: 'New Year card' }).click()
    expect(page.url()).toBe(segment)
  })

  it('counts in the statistics when it is logged, and no more when that is cancelled', async () => {
    const sums = async () => {
      await page.goto(`${app.url}#/templates`)
      return page.locator('a.template', { hasText: 'New Year card' }).locator('.row-fig')
    }
    await deck('Log …').click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Log 1/ })
      .click()
    await page.getByRole('button', { name: /Cancel the logging|Cancel logging/ }).waitFor()
    const logged = page.url()
    await expect.poll(async () => (await sums()).textContent()).toMatch(/^1/)
    await page.getByText('1.20 · 3 min.').waitFor()
    await page.goto(`${app.url}#/settings?part=interactionGroups`)
    await expect.poll(() => page.locator('.row', { hasText: 'CARDS' }).locator('.row-fig').textContent()).toMatch(/^1/)
    await page.goto(logged)
    await page.getByRole('button', { name: /Cancel the logging|Cancel logging/ }).click()
    await page.getByRole('dialog').locator('.btn-danger').click()
    await page
      .locator('.badge', { hasText: /cancelled/i })
      .first()
      .waitFor()
    await expect.poll(async () => (await sums()).textContent()).toMatch(/^0/)
    await page.locator('a.template', { hasText: 'New Year card' }).click()
    await page.getByRole('button', { name: 'Delete the template' }).click()
    await said('Template “New Year card” deleted')
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).first().click()
    await page.locator('a.template', { hasText: 'New Year card' }).waitFor()
  })
})
