// People are typed in from a pile of cards: names whole or in parts, phones and e-mails as they stand there, a company that is not there yet,
// somebody who may be there already. What looks odd is said beside its field and kept. Looked at by axe, light and dark, above a keyboard.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

type Row = Record<string, unknown> & { id: string }

describe('A pile of cards', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.ledger').first().waitFor()
    await page.goto(`${app.url}#/contacts`)
    await page.getByRole('button', { name: 'New contact' }).click()
  })
  afterAll(() => app.close())

  /** One table of the disk, read without the app's code. */
  const contacts = (): Promise<Row[]> =>
    page.evaluate(async () => {
      const db = await new Promise<IDBDatabase>((done) => {
        const asked = indexedDB.open('fieldbook')
        asked.onsuccess = () => done(asked.result)
      })
      const rows = await new Promise<Row[]>((done) => {
        const asked = db.transaction('contacts').objectStore('contacts').getAll()
        asked.onsuccess = () => done(asked.result as Row[])
      })
      db.close()
      return rows
    })
  const called = async (name: string) => (await contacts()).filter((one) => one['name'] === name)
  const sheet = () => page.getByRole('dialog')
  const field = (label: string) => sheet().getByLabel(label, { exact: true })
  const tap = (name: string | RegExp) => sheet().getByRole('button', { name }).first().click()

  it('is typed name by name in one line, which shows at once how it comes apart', async () => {
    await tap('In one line')
    await field('Full name').fill('Frau Dr. Anna Maria van der Berg')
    await expect
      .poll(() => sheet().locator('.name-split').innerText())
      .toMatch(/Salutation\s*Ms\s*Title\s*Dr\.\s*First name\s*Anna\s*Middle name\s*Maria\s*Surname\s*van der Berg/)
    await field('Mobile').fill('0171 123 45 67')
    await sheet().getByText('Dialled as +49 171 1234567').waitFor()
    await field('Phone').fill('ask Anna')
    await sheet().getByText('This does not look like a phone number. Kept as typed.').waitFor()
    await field('E-mail').fill('anna@gmial.com')
    await field('Job title').focus()
    await tap('Did you mean anna@gmail.com?')
    expect(await field('E-mail').inputValue()).toBe('anna@gmail.com')
    await field('Post code').fill('123')
    await sheet().getByText('Post codes in Germany look different. Kept as typed.').waitFor()
    await shot(page, 'newContact-01-oneLine')
    expect(await findings(page)).toEqual([])
  })

  it('a company that is not there yet is made along, and the next card begins at once', async () => {
    await tap('New company')
    await field('Name of the new company').fill('Ahornwerke KG')
    await tap('Save and next')
    await page.locator('.toast', { hasText: 'Anna Maria van der Berg' }).waitFor()
    const [anna] = await called('Anna Maria van der Berg')
    const [works] = await called('Ahornwerke KG')
    expect(anna).toMatchObject({ title: 'Dr.', firstName: 'Anna', middleName: 'Maria', surname: 'van der Berg', salutationCode: 'F' })
    expect(anna).toMatchObject({ phone: 'ask Anna', mobilePhone: '0171 123 45 67', postCode: '123', companyId: works?.id })
    await expect.poll(() => field('Full name').inputValue()).toBe('')
    // The next card may be anybody's; what was made is told over it.
    await expect.poll(() => sheet().locator('form').getByText('Ahornwerke KG').count()).toBe(0)
  })

  it('a name in the first field is taken apart, a title put in its place, further fields opened', async () => {
    await tap('In parts')
    await field('First name').fill('Dr. Berg, Karl')
    await tap('Split into parts')
    expect([await field('First name').inputValue(), await field('Surname').inputValue()]).toEqual(['Karl', 'Berg'])
    expect(await field('Title').inputValue()).toBe('Dr.')
    await field('First name').fill('Prof. Karl')
    await tap('“Prof.” is a title: move it')
    expect([await field('Title').inputValue(), await field('First name').inputValue()]).toEqual(['Dr. Prof.', 'Karl'])
    await field('Title').fill('Prof. Dr.')
    await tap('More fields')
    await field('Second e-mail').fill('"Berg, Karl" <karl@berg.example>')
    await field('Fax').fill('+49 30 1234-0, Dw. 12')
    await sheet().getByText('Dialled as +49 30 123412').waitFor()
    await page.setViewportSize({ width: 1180, height: 400 })
    await field('Surname').focus()
    await shot(page, 'newContact-02-keyboard')
    await page.setViewportSize({ width: 820, height: 1180 })
    await page.emulateMedia({ colorScheme: 'dark' })
    await shot(page, 'newContact-03-portraitDark')
    expect(await findings(page)).toEqual([])
  })

  it('what is typed waits behind a closed sheet', async () => {
    await tap('Cancel')
    await page.getByRole('button', { name: 'New contact' }).click()
    await expect.poll(() => field('Surname').inputValue()).toBe('Berg')
    expect(await field('Fax').inputValue()).toBe('+49 30 1234-0, Dw. 12')
    await page.setViewportSize({ width: 1180, height: 820 })
    await page.emulateMedia({ colorScheme: 'light' })
    await tap('Create contact')
    await page.getByRole('heading', { name: 'Prof. Dr. Karl Berg', level: 2 }).waitFor()
    expect((await called('Karl Berg'))[0]).toMatchObject({ title: 'Prof. Dr.', email2: 'karl@berg.example', fax: '+49 30 1234-0, Dw. 12' })
  })

  it('somebody who is there already is seen before she is there twice', async () => {
    await page.goto(`${app.url}#/contacts`)
    await page.getByRole('button', { name: 'New contact' }).click()
    await field('First name').fill('Anna')
    await field('Surname').fill('van der Berg')
    await field('Mobile').fill('+49 171 1234567')
    await sheet().locator('.looks-one').first().waitFor()
    await shot(page, 'newContact-04-looksLike')
    expect(await findings(page)).toEqual([])
  })
})
