// What may come of it, in flight mode: an opportunity on a contact, one made of what was just logged, one each for a segment; won, lost, open
// again; what they come to. How often: rhythms with whom they reach, and the quiet rule with its warning on the board.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

type Row = Record<string, unknown>

describe('Opportunities and pace, offline', () => {
  let app: App
  let page: Page
  let person: { id: string; name: string }
  let segment: { id: string }
  let before: Row[]

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    const rows = (await allRows(page)) as unknown as {
      contacts: { id: string; name: string; type: string; companyId?: string; privacyBlocked: boolean; minor?: boolean }[]
      segments: { id: string; description: string }[]
      opportunities: { contactId: string; companyId?: string }[]
    }
    // The sample has opportunities of its own, which would be among the sums.
    const isFree = (one: { id: string; companyId?: string }) =>
      !rows.opportunities.some(({ contactId, companyId }) => contactId === one.id || companyId === one.companyId)
    const found = rows.contacts.find((one) => one.type === 'person' && one.companyId && isFree(one) && !one.privacyBlocked && !one.minor)
    const open = rows.segments.find(({ description }) => description.startsWith('Spring letter'))
    if (!found || !open) throw new Error('The sample has no person of a company, or no open segment')
    person = found
    segment = open
    before = await opportunities()
  })
  afterAll(() => app.close())

  const opportunities = async (): Promise<Row[]> => ((await allRows(page))['opportunities'] ?? []) as Row[]
  const added = async () => (await opportunities()).filter(({ id }) => !before.some((row) => row['id'] === id))
  const sheet = () => page.locator('dialog[open]').last()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const undo = () => page.locator('.toast', { hasText: 'Undo' }).last().getByRole('button', { name: 'Undo' }).click()
  const goTo = async (place: string) => page.goto(`${app.url}#${place}`)
  const row = (what: string | RegExp) => page.locator('main .row', { hasText: what })
  const sum = (label: string) => page.locator('.opp-sums > div', { hasText: label }).locator('dd')
  const create = () => sheet().getByRole('button', { name: 'Create opportunity' })

  it('one is created on a contact; what is wrong is said at its field', async () => {
    await goTo(`/contacts/${person.id}`)
    await page.getByRole('button', { name: 'More', exact: true }).last().click()
    await sheet().getByRole('button', { name: 'New opportunity' }).click()
    await sheet()
      .getByLabel(/^Estimated value/)
      .fill('much')
    await sheet().getByLabel('Decision expected on').fill('2020-01-01')
    await create().click()
    await sheet().getByText('Say in a few words what it is about.').waitFor()
    await sheet().getByText('Enter an amount of 0 or more, in figures only.').waitFor()
    await sheet()
      .getByText(/cannot be expected before the day/)
      .waitFor()
    await shot(page, 'story-opportunity-sheet')
    await sheet().getByLabel('What it is about').fill('New fleet of bicycles')
    await sheet()
      .getByLabel(/^Estimated value/)
      .fill('12,000')
    await sheet().getByRole('button', { name: '75', exact: true }).click()
    await sheet().getByLabel('Decision expected on').fill('2099-03-31')
    await create().click()
    await said('Opportunity created: New fleet of bicycles')
    await row('New fleet of bicycles').waitFor()
    expect(await added()).toMatchObject([{ contactId: person.id, estimatedValue: 12_000, chance: 75, status: 'open' }])
    await shot(page, 'story-opportunity-contact')
  })

  it('an interaction is about it, or the next one is made of what was noted', async () => {
    const log = async (about: string) => {
      await page.getByRole('button', { name: 'New interaction' }).click()
      await sheet().getByLabel('Interaction template').selectOption({ index: 1 })
      await sheet().getByLabel('Description').fill('Visit at the fair')
      await sheet().getByLabel('Comment').fill('Wants twelve trailers')
      await sheet().getByLabel('About the opportunity').selectOption(about)
      await sheet().getByRole('button', { name: 'Log interaction' }).click()
    }
    const [first] = await added()
    await log(first?.['id'] as string)
    await said(/Visit at the fair/)
    expect(await page.locator('.toast a').count()).toBe(0)
    await log('')
    await page.locator('.toast').getByRole('link', { name: 'Create opportunity' }).click()
    expect(await sheet().getByLabel('Notes').inputValue()).toBe('Wants twelve trailers')
    await sheet().getByLabel('What it is about').fill('Trailers')
    await sheet()
      .getByLabel(/^Estimated value/)
      .fill('5000')
    await create().click()
    await said('Opportunity created: Trailers')
    const trailers = (await added()).find(({ description }) => description === 'Trailers')
    const entries = ((await allRows(page))['entries'] ?? []) as Row[]
    expect(entries.find(({ id }) => id === trailers?.['entryId'])).toMatchObject({ opportunityId: trailers?.['id'] })
    expect(entries.filter(({ opportunityId }) => opportunityId === first?.['id'])).toHaveLength(1)
  })

  it('the list says what they come to; one is won, one lost and open again, one deleted and back', async () => {
    await goTo('/tasks')
    await page.getByRole('button', { name: 'Opportunities', exact: true }).click()
    await page.getByRole('searchbox').locator('visible=true').fill(person.name)
    await row('Trailers').waitFor()
    await shot(page, 'story-opportunities')
    await row('New fleet of bicycles').click()
    await sheet().getByRole('button', { name: 'Won', exact: true }).click()
    await sheet().getByLabel('Value won').fill('-1')
    await sheet().getByRole('button', { name: 'Won', exact: true }).click()
    await sheet().getByText('Enter an amount of 0 or more, in figures only.').waitFor()
    await sheet().getByLabel('Value won').fill('11500')
    await sheet().getByLabel('Reason').fill('Price')
    await shot(page, 'story-opportunity-won')
    await sheet().getByRole('button', { name: 'Won', exact: true }).click()
    await said(/Won: New fleet of bicycles, .*11.500/)
    await row('Trailers').click()
    await sheet().getByRole('button', { name: 'Lost', exact: true }).click()
    await sheet().getByRole('button', { name: 'Lost', exact: true }).click()
    await said('Lost: Trailers')
    await page.getByRole('button', { name: /^Won\s*\d/ }).click()
    await row('Won on').first().waitFor()
    await expect.poll(() => sum('Value won').textContent()).toMatch(/11.500/)
    await page.getByRole('button', { name: /^Lost\s*\d/ }).click()
    await row('Trailers').click()
    await shot(page, 'story-opportunity-card')
    await sheet().getByRole('button', { name: 'Open again' }).click()
    await said('Open again: Trailers')
    await page.getByRole('button', { name: /^Open\s*\d/ }).click()
    await row('Trailers').click()
    await sheet().getByRole('button', { name: 'Delete' }).click()
    await said('Opportunity deleted: Trailers')
    const named = async () => (((await allRows(page))['entries'] ?? []) as Row[]).filter(({ opportunityId }) => opportunityId).length
    const left = await named()
    await undo()
    await said('Taken back.')
    expect(await named()).toBe(left + 1)
    expect((await added()).map(({ status }) => status).sort()).toEqual(['open', 'won'])
  })

  it('one for each on a segment, in one act', async () => {
    await goTo(`/segments/${segment.id}?open=more`)
    await sheet()
      .getByRole('button', { name: /What next/ })
      .click()
    await sheet()
      .getByRole('button', { name: /opportunit/ })
      .click()
    await sheet().getByLabel('What it is about').fill('Spring order')
    await sheet()
      .getByRole('button', { name: /^Create \d+ opportunities/ })
      .click()
    await said(/\d+ opportunities created: Spring order/)
    const made = (await added()).filter(({ description }) => description === 'Spring order')
    expect(made.length).toBeGreaterThan(5)
    expect(made.every((one) => one['segmentId'] === segment.id)).toBe(true)
    await undo()
    await said('Taken back.')
    expect(await added()).toHaveLength(2)
  })

  it('rhythms tell whom they reach; bad numbers are said at their field, and nothing is saved', async () => {
    await goTo('/settings?part=pace')
    await page.getByRole('button', { name: 'Add a cadence' }).click()
    const cadence = page.locator('.pace-row').last()
    await cadence.getByLabel('Everybody of').selectOption({ label: 'Mailing group' })
    await cadence.getByLabel('Mailing group', { exact: true }).selectOption({ index: 1 })
    await cadence.getByText(/\d+ contacts?/).waitFor()
    await cadence.getByLabel('Every … days').fill('0')
    const quiet = page.getByRole('switch', { name: /Quiet rule/ })
    if ((await quiet.getAttribute('aria-checked')) === 'false') await quiet.click()
    await page.getByLabel('Not more than … letters and e-mails').fill('none')
    await page.getByLabel('In … days').fill('3650')
    const save = page.locator('main .deck, .deck').getByRole('button', { name: 'Save' })
    await save.click()
    await cadence.getByText('Enter a whole number of days from 1 to 3650.').waitFor()
    await page.getByText('Enter a whole number from 1 to 99.').waitFor()
    await cadence.getByLabel('Every … days').fill('30')
    await page.getByLabel('Not more than … letters and e-mails').fill('1')
    await page.getByRole('button', { name: 'Per household' }).click()
    await save.click()
    await said('Settings saved.')
    await shot(page, 'story-pace')
    const settings = ((await allRows(page))['settings'] ?? []) as Row[]
    expect(settings.find(({ id }) => id === 'pace')).toMatchObject({ quiet: { letters: 1, days: 3650, per: 'household' } })
  })

  it('the board tells who is written to too often, since when, and leaves them out', async () => {
    await goTo(`/segments/${segment.id}?open=log`)
    await sheet()
      .getByRole('button', { name: /as the quiet rule allows/ })
      .click()
    await sheet()
      .getByText(/\d+ since \d+ \w+/)
      .first()
      .waitFor()
    await shot(page, 'story-quiet')
    const lines = async () => {
      const all = ((await allRows(page))['segmentLines'] ?? []) as { id: string; lines: unknown[] }[]
      return all.find(({ id }) => id === segment.id)?.lines.length ?? 0
    }
    const there = await lines()
    await sheet()
      .getByRole('button', { name: /^Take (this one|these \d+) off the list/ })
      .click()
    await expect.poll(lines).toBeLessThan(there)
    // The last one is gone: the board is back, and behind it the notice.
    await page.keyboard.press('Escape')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog[open]').count()).toBe(0)
    await undo()
    await expect.poll(lines).toBe(there)
  })

  it('upright and in the dark', async () => {
    await page.emulateMedia({ colorScheme: 'dark' })
    await page.setViewportSize({ width: 820, height: 1180 })
    await goTo('/opportunities')
    await row('Trailers').waitFor()
    await shot(page, 'story-opportunities-dark')
    await row('Trailers').click()
    await sheet().getByRole('button', { name: 'Won', exact: true }).waitFor()
    await shot(page, 'story-opportunity-card-dark')
    await page.keyboard.press('Escape')
    await goTo('/settings?part=pace')
    await page.locator('.pace-row').first().waitFor()
    await shot(page, 'story-pace-dark')
  })
})
