// The list of all contacts, 3 000 of them: found while typing, narrowed, sorted, grouped; selected over several searches, put on a segment,
// changed as one and taken back. Every state is looked at by axe, light and dark.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

const made = 2840
const all = 3000

describe('The list of all contacts', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.ledger').first().waitFor()
    await addPeople(page)
    await page.goto(`${app.url}#/contacts`)
    await page.reload()
    await counted(all)
  })
  afterAll(() => app.close())

  const inDigits = (count: number, after = '') => new RegExp(`^${String(count).replace(/\B(?=(\d{3})+$)/g, '\\D?')}${after}$`)
  const counted = (count: number) => page.locator('.deck .count-n', { hasText: inDigits(count) }).waitFor()
  const selected = (count: number) => page.locator('[role=toolbar] [role=status]', { hasText: inDigits(count, ' selected') }).waitFor()
  const rows = () => page.locator('main .vlist .row')
  const press = (name: string | RegExp) =>
    page
      .getByRole('button', { name, exact: typeof name === 'string' })
      .first()
      .click()
  const type = (text: string) => page.getByLabel('Search contacts').fill(text)
  const inBothLights = async (name: string) => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await findings(page), `${name}, ${colorScheme}`).toEqual([])
      await shot(page, `contactBook-${name}-${colorScheme}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
  }

  it('goes from the first to the last by keys, and says where it is', async () => {
    await rows().first().focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('PageDown')
    await page.keyboard.press('End')
    await page.locator(`[aria-posinset="${String(all)}"] a:focus`).waitFor()
    expect(await page.locator('[role=listitem]').count()).toBeLessThan(60)
    await page.keyboard.press('Home')
    await page.locator('[aria-posinset="1"] a:focus').waitFor()
    await inBothLights('list')
  })

  it('marks what was typed, and Back leads to the same list at the same place', async () => {
    await type('testberg')
    await page.locator('mark', { hasText: 'Testberg' }).first().waitFor()
    await press(/^Persons/)
    await page.locator('.vlist').first().hover()
    await page.mouse.wheel(0, 3000)
    await page.waitForFunction(() => document.querySelector('.vlist')!.scrollTop === 3000)
    const found = await page.locator('.deck .count-n').innerText()
    // By its place on the screen: places in the page are used again.
    await page.waitForFunction(() => document.elementFromPoint(400, 500)?.closest('a.row'))
    await page.mouse.click(400, 500)
    await page.locator('.who').waitFor()
    await page.goBack()
    await page.locator('.deck .count-n', { hasText: found }).waitFor()
    await page.waitForFunction(() => document.querySelector('.vlist')?.scrollTop === 3000)
    expect(await page.getByLabel('Search contacts').inputValue()).toBe('testberg')
    await press(/^Persons/)
  })

  it('is grouped, sorted and given other columns', async () => {
    await type('')
    await press('By company')
    await page.locator('.contact-head', { hasText: 'people' }).first().waitFor()
    await press('By company')
    await page.getByLabel('Sort by').selectOption('no')
    await press('Turn the order round')
    await rows().first().getByText('Testberg 2839').waitFor()
    await press('Columns')
    await page.getByRole('checkbox', { name: 'Post code' }).click()
    await press('Done')
    await page.locator('.list-head', { hasText: 'Post code' }).waitFor()
    await page.setViewportSize({ width: 820, height: 1180 })
    await rows()
      .first()
      .getByText(/· 1\d{4}$/)
      .waitFor()
    await inBothLights('upright')
    await page.setViewportSize({ width: 1180, height: 820 })
  })

  it('selects from here to there, all of another search with them, and puts them on a new segment that says who was left out', async () => {
    await press('Select')
    await rows().nth(0).click()
    await press('To here …')
    await rows().nth(3).click()
    await selected(4)
    await type('x2801')
    await counted(1)
    await press(/^All/)
    await selected(5)
    await inBothLights('selected')
    await page.locator('.deck').getByRole('button', { name: 'Export' }).click()
    await page
      .getByRole('dialog')
      .locator('.deck', { hasText: /^5\s*rows/ })
      .waitFor()
    await page.keyboard.press('Escape')
    await press('Add to segment')
    await page.getByLabel('New segment called').fill('Service day')
    await press('Create and add')
    await page.getByText(/left out: privacy blocked/).click()
    await page.getByRole('dialog').last().locator('.row').first().waitFor()
    await inBothLights('left out')
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: 'Open the segment' }).click()
    await page.getByRole('heading', { name: 'Service day' }).waitFor()
    await page.goBack()
  })

  it('changes one field of a selection: counted before, done, taken back', async () => {
    await type('testberg 2')
    await press('Select')
    await press(/^All/)
    await press('Change …')
    const sheet = page.getByRole('dialog')
    await sheet.getByLabel('Field').selectOption('countryCode')
    await sheet.getByLabel('Country').selectOption('AT')
    const button = sheet.getByRole('button', { name: /^Change [\d\s]+ contacts$/ })
    await button.waitFor()
    await inBothLights('bulk')
    const count = (await button.innerText()).replace(/\D/g, '')
    await button.click()
    await page.locator('.toast', { hasText: /contacts changed/ }).waitFor()
    expect(await austrians(page)).toBe(Number(count))
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.toast', { hasText: 'Taken back.' }).waitFor()
    expect(await austrians(page)).toBe(0)
  })

  it('says what to do when nobody is left', async () => {
    await type('testberg 12')
    await press(/^Companies/)
    await type('nobody is called so')
    await page.getByRole('heading', { name: /Nobody is left/ }).waitFor()
    await press('Switch the filters off')
    await page.getByRole('heading', { name: 'No contact matches “nobody is called so”' }).waitFor()
    await press('Show all contacts')
    await counted(all)
  })
})

/** People written to the disk as a restored tablet has them: every fifth a company, one in a hundred privacy blocked. */
const addPeople = (page: Page) =>
  page.evaluate(async (made) => {
    const opened = indexedDB.open('fieldbook')
    await new Promise((done) => (opened.onsuccess = done))
    const db = opened.result
    const written = db.transaction(['contacts', 'changes'], 'readwrite')
    const blank = {
      ...{
        rev: 1,
        name2: '',
        address: '',
        address2: '',
        county: '',
        countryCode: 'DE',
        phone: '',
        mobilePhone: '',
        homePage: '',
        email: '',
      },
      ...{ salutationCode: '', vatNo: '', externalId: '', excludeFromSegment: false, mailingGroupIds: [], answerIds: [] },
      ...{ alternativeAddresses: [], changedAt: '2026-11-01T09:00:00.000Z', city: 'Düren' },
    }
    let companyId = ''
    for (let at = 0; at < made; at++) {
      const id = `019a0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`
      const common = { ...blank, id, no: `X${at}`, postCode: String(10000 + at), privacyBlocked: at % 100 === 1 }
      const company = { ...common, type: 'company', name: `Testberg ${at} GmbH`, industryGroupIds: [], businessRelations: [] }
      const named = { name: `Eva Testberg ${at}`, firstName: 'Eva', middleName: '', surname: `Testberg ${at}` }
      const other = { jobTitle: '', initials: '', jobResponsibilityIds: [], minor: false, parentalConsent: false }
      if (at % 5 === 0) companyId = id
      written.objectStore('contacts').put(at % 5 === 0 ? company : { ...common, type: 'person', companyId, ...named, ...other })
    }
    // What is not told row by row is read anew.
    written.objectStore('changes').put({ rev: 1000, at: '2026-11-01T09:00:00.000Z', what: 'restore', ids: {} })
    await new Promise((done) => (written.oncomplete = done))
    db.close()
  }, made)

const austrians = (page: Page) =>
  page.evaluate(async () => {
    const opened = indexedDB.open('fieldbook')
    await new Promise((done) => (opened.onsuccess = done))
    const asked = opened.result.transaction('contacts').objectStore('contacts').getAll()
    await new Promise((done) => (asked.onsuccess = done))
    opened.result.close()
    const contacts = asked.result as { name: string; countryCode: string }[]
    return contacts.filter(({ name, countryCode }) => countryCode === 'AT' && name.includes('Testberg')).length
  })
