// A birthday, offline: typed on the card of a person, refused when it cannot be, and found by those of next month.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'

describe('Birthdays', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    page.setDefaultTimeout(8000)
    await page.getByRole('button', { name: /sample data/i }).click()
    await page.locator('.topbar h1').waitFor()
    await app.goOffline()
  })
  afterAll(() => app.close())

  const sheet = () => page.locator('dialog[open]').last()
  const digits = (text: string | null) => Number((text ?? '').replace(/\D/g, '') || NaN)
  const result = async () => digits(await page.locator('.deck .btn-primary').first().textContent())
  let name = ''

  it('is typed on the card of a person, and one that cannot be is told beside the field', async () => {
    await page.goto(`${app.url}#/contacts`)
    const people = page.locator('.vlist a[href*="#/contacts/"]')
    await people
      .filter({ hasNotText: /GmbH|AG|BV|Ltd|KG|AS|SARL|SA/ })
      .first()
      .click()
    await page.getByRole('button', { name: say('contact.editName') }).click()
    const field = sheet().getByLabel(say('contact.birthday'))
    const save = sheet().getByRole('button', { name: say('act.save') })
    await field.fill('2190-05-01')
    await save.click()
    await sheet().locator('.field-e').waitFor()
    expect(await field.inputValue()).toBe('2190-05-01')
    await shot(page, 'birthday-01-form')
    await field.fill(`1980-${String(((new Date().getMonth() + 1) % 12) + 1).padStart(2, '0')}-15`)
    await save.click()
    await page.locator('.who', { hasText: /Birthday .*1980/ }).waitFor()
    name = (await page.locator('h2').first().textContent())?.trim() ?? ''
    await shot(page, 'birthday-02-card')
  })

  it('is found among those of next month, whatever the year', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('button', { name: say('segments.new') }).click()
    await page.getByLabel(say('segment.description')).fill('Birthday cards')
    await page.keyboard.press('Enter')
    await page.locator('.topbar h1', { hasText: 'Birthday cards' }).waitFor()
    await page.goto(`${page.url()}/criteria?kind=add`)
    await page.getByText(say('criteria.preset.birthday')).first().click()
    await expect.poll(result, { timeout: 6000 }).toBeGreaterThan(1)
    const found = await result()
    await shot(page, 'birthday-03-criteria')
    await page.locator('.deck .btn-primary').first().click()
    await expect.poll(async () => digits(await page.locator('.deck .count-n').first().textContent()), { timeout: 6000 }).toBe(found)
    await page.getByText(name, { exact: true }).first().waitFor()
  })
})
