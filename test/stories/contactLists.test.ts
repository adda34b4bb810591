// What contacts are sorted by, offline: lists and profile questions made in the settings, given on the contact card, and found there again.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

describe('Lists, profile, addresses, purchases and minors', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await page.locator('.choice').first().click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
  })
  afterAll(() => app.close())

  const deck = (name: string | RegExp) =>
    page
      .locator('footer.deck')
      .last()
      .getByRole('button', { name, exact: typeof name === 'string' })
  const sheet = () => page.locator('dialog')
  const save = () => sheet().getByRole('button', { name: 'Save', exact: true }).click()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const group = (title: string) => page.locator('section.facts', { has: page.getByRole('heading', { name: title }) })
  const make = async (part: string, button: string, description: string) => {
    await page.goto(`${app.url}#/settings?part=${part}`)
    await deck(button).click()
    await page.getByLabel('Description').fill(description)
    await page.keyboard.press('Enter')
    await page.locator('.list .row', { hasText: description }).waitFor()
  }
  const give = async (list: string, row: string) => {
    await page.getByRole('button', { name: `Add to ${list}` }).click()
    await page.getByLabel(`Search ${list}`).fill(row)
    await page.keyboard.press('Enter')
    await said(`${list}: ${row} added.`)
  }
  const find = async (name: string) => {
    await page.goto(`${app.url}#/contacts?q=${encodeURIComponent(name)}`)
    await page.locator('.vlist .row', { hasText: name }).first().click()
    await page.getByRole('heading', { name, level: 2 }).waitFor()
  }

  it('makes a business relation, a job responsibility and a question in the settings', async () => {
    await make('businessRelations', 'New business relation', 'Dealer abroad')
    await make('jobResponsibilities', 'New job responsibility', 'Tyres and rims')
    await page.goto(`${app.url}#/settings?part=questionnaires`)
    await deck('New questionnaire').click()
    await page.getByLabel('Description').fill('Workshop')
    await page.keyboard.press('Enter')
    await deck('New question').click()
    await page.getByLabel('Question', { exact: true }).fill('How many lifts?')
    await page.getByLabel('Answer 1', { exact: true }).fill('One')
    await page.getByLabel('Answer 2', { exact: true }).fill('Two or more')
    await shot(page, 'lists-01-question')
    await save()
    await page.locator('.row', { hasText: 'How many lifts?' }).waitFor()
    await shot(page, 'lists-02-questionnaire')
  })

  it('gives them to a company and a person of it, with an address for August and a purchase', async () => {
    await page.goto(`${app.url}#/contacts`)
    await deck('New contact').click()
    await sheet().getByRole('button', { name: 'Company', exact: true }).click()
    await page.getByLabel('Company name').fill('Reifen Lindner')
    await deck('Create contact').click()
    await page.getByRole('heading', { name: 'Reifen Lindner', level: 2 }).waitFor()

    await give('Business relations', 'Dealer abroad')
    await page.getByLabel('Its number as Dealer abroad').fill('D-1042')
    await shot(page, 'lists-03-relations')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await group('Relations and industry').locator('.chip', { hasText: 'D-1042' }).first().waitFor()

    await page.getByRole('button', { name: 'New alternative address' }).click()
    await page.getByLabel('Code', { exact: true }).fill('SUMMER')
    await page.getByLabel('Description').fill('Summer store')
    await page.getByLabel('To', { exact: true }).fill('2027-08-31')
    await save()
    await page.getByText('has an end but no beginning').waitFor()
    await page.getByLabel('From', { exact: true }).fill('2027-08-01')
    await page.getByLabel('Town').fill('Mondsee')
    await shot(page, 'lists-04-address')
    await save()
    await group('Alternative addresses').getByText('1 Aug 2027 to 31 Aug 2027').waitFor()

    await page.getByRole('button', { name: 'New purchase' }).click()
    await page.getByLabel('Item', { exact: true }).fill('Winter tyre 205')
    await page.getByLabel('Item group').fill('Tyres')
    await page.getByLabel('Quantity').fill('48')
    await page.getByLabel('Amount').fill('four')
    await save()
    await page.getByText('This is not a number').waitFor()
    await page.getByLabel('Amount').fill('3,840.50')
    await save()
    await group('Purchases').getByText('3\u202f840.50').waitFor()
    await shot(page, 'lists-05-company')

    await page.getByRole('button', { name: 'New person here' }).click()
    await page.getByLabel('First name').fill('Mia')
    await page.getByLabel('Surname').fill('Lindner')
    await deck('Create contact').click()
    await page.getByRole('heading', { name: 'Mia Lindner', level: 2 }).waitFor()
    await give('Job responsibilities', 'Tyres and rims')
    await group('Role at work').getByText('Tyres and rims').waitFor()
    // What the company has, its people have too, and it says where it comes from.
    await group('Role at work').getByText('D-1042').first().waitFor()
    await group('Purchases').getByText('Winter tyre 205').waitFor()
  })

  it('takes one answer to a question for one, and changes it for another', async () => {
    await page.getByRole('button', { name: 'Edit Profile' }).click()
    const lifts = sheet().getByRole('group', { name: /How many lifts/ })
    await lifts.getByRole('checkbox', { name: 'One', exact: true }).click()
    await lifts.getByRole('checkbox', { name: 'Two or more' }).click()
    expect(await lifts.getByRole('checkbox', { name: 'One', exact: true }).getAttribute('aria-checked')).toBe('false')
    await save()
    await group('Profile').getByText('Two or more').waitFor()
  })

  it('marks a minor: withheld, with the reason, and no more questions; with consent no longer withheld', async () => {
    await page.getByRole('button', { name: 'Edit Segments and privacy' }).click()
    await page.getByRole('switch', { name: /^Minor/ }).click()
    await page.getByText('Withheld once this is saved').waitFor()
    await shot(page, 'lists-06-minor')
    await save()
    await page.getByText('A minor without parental consent: no segment, no letter.').waitFor()
    expect(await deck('Add to segment').isDisabled()).toBe(true)
    await shot(page, 'lists-07-person')

    await page.getByRole('button', { name: 'Edit Profile' }).click()
    await sheet().getByText('profile questions are not asked of minors').waitFor()
    expect(await sheet().getByRole('checkbox', { name: 'One', exact: true }).count()).toBe(0)
    await sheet().getByRole('button', { name: 'Cancel' }).click()

    await page.goto(`${app.url}#/contacts?q=Mia%20Lindner`)
    await page.locator('.vlist .row', { hasText: 'minor without consent' }).waitFor()
    await find('Mia Lindner')
    await page.getByRole('button', { name: 'Edit Segments and privacy' }).click()
    await page.getByRole('switch', { name: /^Parental consent/ }).click()
    await save()
    await expect.poll(() => deck('Add to segment').isEnabled()).toBe(true)
  })

  it('says who has a row of a list; deletes it from all of them after asking, and brings it back', async () => {
    await page.goto(`${app.url}#/settings?part=jobResponsibilities`)
    await page.locator('.list .row', { hasText: 'Tyres and rims' }).click()
    await shot(page, 'lists-08-row')
    await sheet()
      .getByRole('link', { name: /Contacts that have it/ })
      .click()
    await page.locator('.vlist .row', { hasText: 'Mia Lindner' }).waitFor()
    expect(await page.locator('.vlist .row').count()).toBe(1)
    await shot(page, 'lists-09-who')

    await page.goBack()
    await page.locator('.list .row', { hasText: 'Tyres and rims' }).click()
    await sheet().getByRole('button', { name: 'Delete' }).click()
    await sheet().getByText('is taken from 1 contact').waitFor()
    await sheet().getByRole('alert').getByRole('button', { name: 'Delete' }).click()
    await said('deleted and taken from 1 contact')
    await expect.poll(() => page.locator('.list .row', { hasText: 'Tyres and rims' }).count()).toBe(0)
    await page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await page.locator('.list .row', { hasText: 'Tyres and rims' }).waitFor()
    await find('Mia Lindner')
    await group('Role at work').getByText('Tyres and rims').waitFor()
  })

  it('merges one row into another: what follows is shown, people and criteria follow, undo parts them; nothing to complain of in light and dark', async () => {
    await make('jobResponsibilities', 'New job responsibility', 'Wheels')
    await deck('New job responsibility').click()
    await page.getByLabel('Description').fill(' wheels ')
    await page.keyboard.press('Enter')
    await page.getByText('There is already a row with this name').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.list .row', { hasText: 'Tyres and rims' }).click()
    await sheet().getByRole('button', { name: 'Merge into another …' }).click()
    await sheet()
      .getByRole('radio', { name: /Wheels/ })
      .click()
    await sheet().locator('.uses .row', { hasText: 'Contacts that have it' }).getByText('1', { exact: true }).waitFor()
    await shot(page, 'lists-10-merge')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await findings(page)).toEqual([])
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await sheet().getByRole('button', { name: 'Merge into “Wheels”' }).click()
    await said('“Tyres and rims” merged into “Wheels”')
    await expect.poll(() => page.locator('.list .row', { hasText: 'Tyres and rims' }).count()).toBe(0)
    await page.locator('.list .row', { hasText: 'Wheels' }).locator('.row-fig', { hasText: /^1/ }).waitFor()
    expect(await findings(page)).toEqual([])
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click()
    await page.locator('.list .row', { hasText: 'Tyres and rims' }).waitFor()
  })

  it('finds by criteria what was assigned: the company that stands in a relation, with its people', async () => {
    await page.goto(`${app.url}#/segments`)
    await deck('New segment').click()
    await page.getByLabel('Description').fill('Dealers abroad')
    await page.keyboard.press('Enter')
    await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await page
      .locator('dialog .topic', { hasText: /^Business relation/ })
      .first()
      .click()
    await page.getByRole('checkbox', { name: /^Dealer abroad/ }).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await deck('Use these 2').click()
    await page.locator('.vlist .row', { hasText: 'Mia Lindner' }).waitFor()
    await page.locator('.vlist .row', { hasText: 'Reifen Lindner' }).first().waitFor()
  })
})
