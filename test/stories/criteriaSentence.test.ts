// Somebody reads what criteria say: one sentence over the rules, the same words on the cards, in the list of saved criteria and in a logged
// segment; a tap on its words, or Enter, opens the rule they are of. In English and German.
import type { Page } from 'playwright-core'
import { afterEach, describe, expect, it } from 'vitest'
import { openApp, say, type App } from './browser.ts'

describe('The sentence', () => {
  let app: App
  let page: Page
  afterEach(() => app.close())

  async function open(locale: string, language: 'en' | 'de') {
    app = await openApp({ locale })
    page = app.page
    page.setDefaultTimeout(8000)
    await page.getByRole('button', { name: say('start.sample', language) }).click()
    await page.locator('.topbar h1').waitFor()
    await page.goto(`${app.url}#/criteria`)
  }
  const sheet = () => page.locator('dialog[open]').last()
  const sentence = () => page.locator('p.sentence')
  const words = (text: string | RegExp) => sentence().getByRole('button', { name: text })

  it('says each step whole, and its words open their rule by touch and by key', async () => {
    await open('en-GB', 'en')
    const saved = page.locator('.row', { hasText: /MACHINES/ })
    await expect.poll(() => saved.textContent()).toContain('Keep only those whose country is Germany, Austria, or Switzerland.')
    await saved.click()
    await page.locator('.step .hit').nth(1).click()
    await expect
      .poll(() => sentence().textContent())
      .toMatch(/^Remove those who had an interaction in the last 30 days \(since .* 20\d\d; reached\)\.$/)
    await expect
      .poll(() => page.locator('.step').nth(1).locator('.step-t').first().textContent())
      .toMatch(/^Those who had an interaction in the last 30 days/)
    await words('an interaction in the last 30 days').tap()
    await sheet().getByText(say('criteria.sameEntry')).waitFor()
    await page.keyboard.press('Escape')
    await sheet().waitFor({ state: 'detached' })
    await words('an interaction in the last 30 days').focus()
    await page.keyboard.press('Enter')
    await sheet().getByText(say('criteria.sameEntry')).waitFor()
  })

  it('reads as German where German is spoken, down to a logged segment', async () => {
    await open('de-AT', 'de')
    // The sample, too, as somebody here would have written it.
    await page.locator('.row', { hasText: 'Maschinenkunden, seit 30 Tagen ohne Kontakt' }).waitFor()
    await page.locator('.row', { hasText: /MACHINES/ }).click()
    await page.locator('.step .hit').nth(2).click()
    await expect.poll(() => sentence().textContent()).toBe('Nur diejenigen behalten, deren Land Deutschland, Österreich oder Schweiz ist.')
    await page.goto(`${app.url}#/logged`)
    await page.locator('a[href*="#/logged/"]').first().click()
    await expect.poll(() => page.locator('.logged-steps').textContent()).toContain('im Verteiler Serviceangebote')
  })
})
