// One search over everything, by keys alone and by touch; acts that begin from anywhere; the keys of the app, and those that can be switched off.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { findings } from './findings.ts'
import { openApp, say, type App } from './browser.ts'

describe('The search over everything', () => {
  let app: App
  let page: Page
  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
  })
  afterAll(() => app.close())

  const box = () => page.getByRole('combobox', { name: say('search.hint') })
  const options = () => page.getByRole('dialog').getByRole('option')
  const group = (name: string) => page.getByRole('group', { name })
  const chosen = () => page.locator('[role=option][aria-selected=true]')

  it('finds a contact by keys alone, and shows what was typed in its name', async () => {
    await page.locator('.ledger').first().waitFor()
    await page.keyboard.press('Control+k')
    await box().fill('ber')
    await group(say('nav.contacts')).waitFor()
    const name = (await chosen().locator('.row-1').textContent()) ?? ''
    expect((await chosen().locator('mark').first().textContent())?.toLowerCase()).toContain('ber')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: name.trim() }).first().waitFor()
    expect(new URL(page.url()).hash).toMatch(/^#\/contacts\//)
  })

  it('steps through what it found and round its end; how many there are is announced', async () => {
    await page.keyboard.press('/')
    await box().fill('call')
    await page.getByRole('status').filter({ hasText: /found/ }).waitFor()
    const first = await chosen().textContent()
    await page.keyboard.press('ArrowDown')
    expect(await chosen().textContent()).not.toBe(first)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('ArrowUp')
    expect(await chosen().textContent()).toBe(await options().last().textContent())
    expect(await box().getAttribute('aria-activedescendant')).toBe(await chosen().getAttribute('id'))
    expect(await findings(page)).toEqual([])
    await page.keyboard.press('Escape')
    await box().waitFor({ state: 'detached' })
  })

  it('begins an act from anywhere, also where its page stands open already', async () => {
    for (let time = 0; time < 2; time++) {
      await page.keyboard.press('Control+k')
      await box().fill(say('task.new'))
      await group(say('find.acts')).getByRole('option').first().click()
      await page.getByRole('dialog', { name: say('task.new') }).waitFor()
      expect(new URL(page.url()).hash).toBe('#/tasks')
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
    }
  })

  it('finds pages and settings by their name, and leads to all contacts that bear a word', async () => {
    await page
      .getByRole('button', { name: say('search.everything') })
      .first()
      .click()
    await box().fill(say('settings.territories'))
    await group(say('find.pages'))
      .getByRole('option', { name: say('settings.territories') })
      .click()
    await page
      .getByRole('heading', { name: say('settings.territories') })
      .first()
      .waitFor()
    await page
      .getByRole('button', { name: say('search.everything') })
      .first()
      .click()
    await box().fill('a')
    await page.getByRole('option', { name: /^All \d+ in “Contacts”/ }).click()
    await page.locator('.vlist .row').first().waitFor()
    expect(new URL(page.url()).hash).toBe('#/contacts?q=a')
  })

  it('says that nothing bears the words', async () => {
    await page.keyboard.press('Control+k')
    await box().fill('qqqqq')
    await page.getByRole('status').filter({ hasText: 'qqqqq' }).waitFor()
    expect(await options().count()).toBe(0)
    await page.keyboard.press('Escape')
  })

  it('the keys are told by one of them; those without Ctrl or Alt can be switched off', async () => {
    await page.goto(`${app.url}#/more`)
    await page.getByRole('heading', { name: say('nav.more') }).waitFor()
    await page.keyboard.press('?')
    const keys = page.getByRole('dialog', { name: say('keys.title') })
    await keys.waitFor()
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    await page.keyboard.press('Alt+3')
    await page
      .getByRole('heading', { name: say('nav.segments') })
      .first()
      .waitFor()
    await page.keyboard.press('Alt+5')
    await page.getByRole('heading', { name: say('nav.more') }).waitFor()
    await page.keyboard.press('?')
    await keys.getByRole('switch').click()
    await expect.poll(() => keys.getByRole('switch').getAttribute('aria-checked')).toBe('false')
    await page.keyboard.press('Escape')
    await keys.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.keyboard.press('Control+k')
    await box().waitFor()
    expect(await keys.count()).toBe(0)
  })
})
