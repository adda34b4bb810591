// The settings of a tablet, and what they do: with what is begun, what people take over from their company, number series, and a rating.
// Every page is looked at by axe, light and dark.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

describe('Settings', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.locator('.choice').first().click()
    await page.locator('.rail').waitFor()
  })
  afterAll(() => app.close())

  const part = (name: string) => page.goto(`${app.url}#/settings?part=${name}`)
  const sheet = () => page.locator('dialog')
  const save = () =>
    page
      .getByRole('button', { name: say('act.save'), exact: true })
      .first()
      .click()
  const said = (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const looked = async (name: string) => {
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findings(page), `${name}, ${colorScheme}`).toEqual([])
    }
    await shot(page, `settings-${name}`)
  }

  it('name a currency, begin new contacts and segments, and count on where numbers were given', async () => {
    await part('company')
    await page.getByLabel(say('settings.currency')).selectOption('EUR')
    await save()
    await said(say('settings.saved'))
    await looked('company')
    await part('newContacts')
    await page.getByLabel(say('contact.country'), { exact: true }).selectOption('AT')
    await page.getByLabel(say('settings.salutationPersons')).selectOption('UNISEX')
    await save()
    await said(say('settings.saved'))
    await looked('newContacts')
    await part('newSegments')
    await page.getByLabel(say('settings.beginsCorrespondence')).selectOption('email')
    await save()
    await said(say('settings.saved'))
    await looked('newSegments')
    await part('numberSeries')
    const contacts = page.getByRole('form', { name: say('settings.series.contact') })
    await contacts.getByLabel(say('settings.series.next')).fill('1')
    await contacts.getByRole('status').filter({ hasText: 'KT00001' }).waitFor()
    await looked('numberSeries')
    await contacts.getByRole('button', { name: /^Go on after/ }).click()
    await contacts.getByText('KT00001 was given already').waitFor({ state: 'detached' })
    await contacts.getByLabel(say('settings.series.digits')).fill('7')
    await contacts.getByText(/^Next: KT\d{7}$/).waitFor()
    await contacts.getByRole('button', { name: say('act.save') }).click()
    await said(say('settings.saved'))
  })

  it('let a company’s change flow to its people, said beforehand and undone from the notice', async () => {
    await part('inheritance')
    await page.getByRole('switch', { name: say('settings.inherits.territory') }).click()
    await save()
    await said(say('settings.saved'))
    await looked('inheritance')
    const { id, people } = await page.evaluate(async () => {
      const rows = await new Promise<{ id: string; type: string; companyId?: string }[]>((resolve, reject) => {
        const opening = indexedDB.open('fieldbook')
        opening.onsuccess = () => {
          const asked = opening.result.transaction('contacts').objectStore('contacts').getAll()
          asked.onsuccess = () => {
            resolve(asked.result as { id: string; type: string }[])
            opening.result.close()
          }
        }
        opening.onerror = () => reject(new Error('not opened'))
      })
      const of = (company: string) => rows.filter(({ companyId }) => companyId === company).length
      const company = rows.filter(({ type }) => type === 'company').sort((a, b) => of(b.id) - of(a.id))[0]
      return { id: company?.id ?? '', people: of(company?.id ?? '') }
    })
    expect(people).toBeGreaterThan(1)
    await page.goto(`${app.url}#/contacts/${id}`)
    await page.getByRole('button', { name: say('contact.editBusiness') }).click()
    await sheet().getByLabel(say('contact.language'), { exact: true }).selectOption('fi')
    await sheet()
      .getByText(/^Also for \d+ of \d+/)
      .waitFor()
    await looked('flow')
    await sheet()
      .getByRole('button', { name: say('act.save'), exact: true })
      .click()
    await said(/Also for \d+ of \d+/)
    await page
      .locator('.toast')
      .getByRole('button', { name: say('act.undo') })
      .click()
    await said(say('act.undone'))
  })

  it('work out a rating from the points of other answers for all who have them', async () => {
    await part('questionnaires')
    await page.locator('a[href*="part=questionnaires&id="]').first().click()
    await page.getByRole('button', { name: say('settings.newQuestion') }).click()
    await sheet().getByLabel(say('settings.question'), { exact: true }).fill('Class')
    await sheet()
      .getByRole('button', { name: say('settings.questionKind.rating'), exact: true })
      .click()
    await sheet().getByLabel('Answer 1', { exact: true }).fill('A')
    await sheet().getByLabel(say('settings.rangeFrom')).first().fill('5')
    await sheet().getByLabel('Answer 2', { exact: true }).fill('B')
    await sheet().getByLabel(say('settings.rangeTo')).nth(1).fill('3')
    const points = sheet()
      .locator('fieldset', { hasText: say('settings.pointsHint') })
      .getByRole('textbox')
    await points.nth(0).fill('5')
    await points.nth(1).fill('2')
    await sheet().getByText('For 4 points there is no answer.').waitFor()
    await looked('rating')
    await sheet().getByLabel(say('settings.rangeTo')).nth(1).fill('4')
    await sheet()
      .getByRole('button', { name: say('act.save'), exact: true })
      .click()
    await said(/contacts? (has|have) other answers now/)
    await page.getByRole('button', { name: 'Move up: Class' }).click()
    await said(say('settings.orderSaved'))
    await looked('questions')
  })
})
