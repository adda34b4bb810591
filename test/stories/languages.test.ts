// The main job in each language, by role and accessible name: contacts in, a template with a letter, a segment by criteria, the letters,
// logged, followed up. On the way no word of English is left on the screen, and the page says what language it speaks.
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page } from 'playwright-core'
import { nameOfLanguage, uiLanguages } from '../../src/model/uiLanguages.ts'
import { openApp, shot, tell, type App } from './browser.ts'
import { contacts300 } from './contacts300.ts'
import { englishLeft } from './englishLeft.ts'
import { textFile } from './imports.ts'

const file = contacts300()
const towns = ['München', 'Exeter', 'Arnhem']
const added = file.rows.filter((row) => towns.includes(row.city) && !row.excluded && !row.privacyBlocked).length
/** As a tablet says it; a further language is its own locale. */
const locales: Record<string, string> = { en: 'en-GB', nl: 'nl-NL', nb: 'nb-NO', de: 'de-AT', fr: 'fr-CH' }

describe.each(uiLanguages)('The main job in %s', (language) => {
  const say = tell(language)
  let app: App
  let page: Page
  const left: string[] = []

  beforeAll(async () => {
    app = await openApp({ locale: locales[language] ?? language })
    page = app.page
    await page.getByRole('button', { name: say('start.own') }).waitFor()
    await app.goOffline()
    await page.reload()
  })
  afterAll(() => app.close())

  const look = async (name: string) => {
    left.push(...(await englishLeft(page, language)))
    await shot(page, `languages-${language}-${name}`)
  }
  const button = (key: string, words = {}) => page.getByRole('button', { name: say(key, words), exact: true })
  const inDeck = (key: string, words = {}) => page.locator('.deck').getByRole('button', { name: say(key, words) })
  const dialog = () => page.locator('dialog[open]').last()
  const count = async () => Number((await page.locator('.deck .count-n').textContent())?.replace(/\D/g, ''))

  it('begins: our company, whose tablet it is', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe(language)
    await look('01-start')
    await page.getByRole('button', { name: say('start.own') }).click()
    await page.getByLabel(say('settings.name'), { exact: true }).fill('Rasmussen')
    await button('start.next').click()
    await page.getByLabel(say('settings.yourName')).fill('Jule Rasmussen')
    await look('02-tablet')
    await button('start.begin').click()
    await page.locator('.rail').waitFor()
    await look('03-today')
  })

  it('takes in 300 contacts', async () => {
    await page.goto(`${app.url}#/import`)
    const { name, buffer } = textFile(file.fileName, file.text)
    await page.setInputFiles('input[type=file]', { name, buffer, mimeType: '' })
    await inDeck('import.toCheck', { count: 300 }).click()
    await page.getByRole('tab', { name: say('import.kind.new') }).waitFor()
    await look('04-check')
    await button('import.take', { text: '300' }).click()
    await button('import.undo').waitFor()
    await look('05-done')
    await page.getByRole('link', { name: say('import.toContacts') }).click()
    await expect.poll(count).toBe(300)
  })

  it('makes a template; its letter is in the language of whoever writes', async () => {
    await page.goto(`${app.url}#/templates`)
    await page.getByRole('heading', { name: say('templates.title'), exact: true }).waitFor()
    await button('templates.new').first().click()
    await page.getByLabel(say('template.description'), { exact: true }).fill('Xeno 26')
    await look('06-new-template')
    await page.keyboard.press('Enter')
    await page.locator('.file').first().waitFor()
    await look('07-template')
  })

  it('chooses people by criteria, and says whom in its own words', async () => {
    await page.goto(`${app.url}#/segments`)
    await page.getByRole('heading', { name: say('segments.title'), exact: true }).waitFor()
    await inDeck('segments.new').click()
    await page.getByLabel(say('segment.description'), { exact: true }).fill('Xeno 26')
    await page.keyboard.press('Enter')
    await page
      .locator('.deck')
      .getByRole('link', { name: say('segment.choosePeople') })
      .click()
    await button('criteria.rule').click()
    await dialog()
      .locator('.topic')
      .filter({ has: page.getByText(say('criteria.field.city'), { exact: true }) })
      .first()
      .click()
    for (const town of towns) await page.getByRole('checkbox', { name: new RegExp(`^${town}`) }).click()
    await look('08-rule')
    await button('act.done').click()
    await inDeck('criteria.act.use', { text: String(added) }).waitFor()
    await look('09-criteria')
    await inDeck('criteria.act.use', { text: String(added) }).click()
    await expect.poll(count).toBe(added)
  })

  it('prepares one interaction for all, and makes the letters', async () => {
    await button('segment.editHeader').click()
    await page.getByLabel(say('segment.field.templateId'), { exact: true }).selectOption({ label: 'Xeno 26' })
    await look('10-header')
    await dialog()
      .getByRole('button', { name: say('act.save'), exact: true })
      .click()
    await page.locator('dialog[open]').waitFor({ state: 'detached' })
    await look('11-worksheet')
    await page
      .locator('.deck')
      .getByRole('link', { name: say('segment.letters') })
      .click()
    await page.locator('.docx-page, .docx, section.docx').first().waitFor()
    await look('12-preview')
    await page.locator('.deck a.btn-primary').click()
    const panel = page.getByRole('region', { name: say('output.letters'), exact: true })
    await panel.getByRole('button', { name: say('letters.make', { count: added }) }).click()
    await panel.locator('.box .row .btn').first().waitFor()
    await look('13-letters')
    await page.getByRole('link', { name: say('output.back') }).click()
  })

  it('logs, and follows up', async () => {
    await inDeck('segment.log').click()
    await look('14-log')
    await page.getByRole('checkbox', { name: say('log.followUp') }).click()
    await button('log.actLetters', { count: added }).click()
    await page.locator('.toast').first().waitFor()
    await expect.poll(count).toBe(added)
    await look('15-logged')
    await page.goto(`${app.url}#/segments`)
    await page.locator('.seg-grid .row', { hasText: say('log.followUpName', { name: 'Xeno 26' }) }).click()
    await expect.poll(count).toBe(added)
  })

  it('no word of another language was left on the way', () => expect([...new Set(left)]).toEqual([]))
})

describe('The language is switched while somebody works', () => {
  it('at once, in all five, with no page loaded anew and nothing lost', async () => {
    const app = await openApp({ locale: 'en-GB' })
    const { page } = app
    await page.getByRole('button', { name: tell('en')('start.sample') }).click()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/segments?open=new`)
    await page.locator('dialog').getByLabel(tell('en')('segment.description'), { exact: true }).fill('Half typed')
    await page.evaluate(() => Object.assign(window, { neverLoadedAnew: true }))
    for (const language of [...uiLanguages.slice(1), 'en'] as const) {
      await page.goto(`${app.url}#/settings?part=language`)
      await page.getByText(nameOfLanguage[language], { exact: true }).click()
      await page.getByRole('heading', { name: tell(language)('settings.language'), exact: true }).waitFor()
      expect(await page.locator('html').getAttribute('lang')).toBe(language)
      await page.goto(`${app.url}#/segments?open=new`)
      const description = page.locator('dialog').getByLabel(tell(language)('segment.description'), { exact: true })
      await expect.poll(() => description.inputValue()).toBe('Half typed')
      expect(await englishLeft(page, language)).toEqual([])
    }
    expect(await page.evaluate(() => 'neverLoadedAnew' in window)).toBe(true)
    await app.close()
  })
})
