// How often people want to be heard of: a class gets a rhythm, one contact her own; who is due stands in the list with a ring, and criteria
// find who is overdue by so many days, as many as the rows say.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'

interface Rows {
  contacts: {
    id: string
    name: string
    type: string
    companyId?: string
    cadenceDays?: number
    privacyBlocked: boolean
    minor?: boolean
    parentalConsent?: boolean
    mailingGroupIds: string[]
    answerIds: string[]
    organizationalLevelId?: string
    industryGroupIds?: string[]
    businessRelations?: { businessRelationId: string }[]
  }[]
  entries: { contactId: string; day: string; cancelled: boolean; attemptFailed: boolean; loggedSegmentId?: string }[]
  loggedStates: { id: string; cancelled: boolean }[]
  settings: { id: string; cadences?: { list: string; id: string; days: number }[] }[]
  mailingGroups: { id: string; description: string }[]
}
type Contact = Rows['contacts'][number]

const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000

/** By how many days each contact is overdue, from the rows alone: once more in other words than the app's. */
function overdue({ contacts, entries, loggedStates, settings }: Rows, today: string): Map<string, number> {
  const cadences = settings.find(({ id }) => id === 'pace')?.cadences ?? []
  const cancelled = new Set(loggedStates.filter((state) => state.cancelled).map(({ id }) => id))
  const classes = (one: Contact) => [
    ...one.mailingGroupIds,
    ...one.answerIds,
    ...(one.industryGroupIds ?? []),
    ...(one.businessRelations ?? []).map(({ businessRelationId }) => businessRelationId),
    ...(one.organizationalLevelId ? [one.organizationalLevelId] : []),
  ]
  const days = new Map<string, number>()
  for (const one of contacts) {
    const company = contacts.find(({ id, type }) => type === 'company' && id === one.companyId)
    const held = new Set([...classes(one), ...(company ? classes(company) : [])])
    const every = one.cadenceDays ?? Math.min(...cadences.filter(({ id }) => held.has(id)).map((cadence) => cadence.days))
    if (one.privacyBlocked || (one.minor && !one.parentalConsent) || !Number.isFinite(every) || every === 0) continue
    const heard = entries.filter(
      (entry) => entry.contactId === one.id && !entry.cancelled && !entry.attemptFailed && !cancelled.has(entry.loggedSegmentId ?? ''),
    )
    const made = Math.floor(Number.parseInt(one.id.replace('-', '').slice(0, 12), 16) / 86_400_000)
    const next = heard.length > 0 ? Math.max(...heard.map(({ day }) => dayNumber(day))) + every : made
    days.set(one.id, dayNumber(today) - next)
  }
  return days
}

describe('Contact cadence, offline', () => {
  let app: App
  let page: Page
  let today: string
  let heard: Contact

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    today = await page.evaluate(() => new Date().toLocaleDateString('sv-SE'))
  })
  afterAll(() => app.close())

  const rows = async () => (await allRows(page)) as unknown as Rows
  const goTo = async (place: string) => page.goto(`${app.url}#${place}`)
  const sheet = () => page.locator('dialog[open]').last()
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()

  it('a class gets one on the page of pace', async () => {
    const { mailingGroups, contacts } = await rows()
    const counts = mailingGroups.map(({ id }) => contacts.filter((one) => one.mailingGroupIds.includes(id)).length)
    const group = mailingGroups[counts.indexOf(Math.max(...counts))]!
    await goTo('/settings?part=pace')
    await page.getByRole('button', { name: 'Add a cadence' }).click()
    const line = page.locator('.pace-row').last()
    await line.getByLabel('Everybody of').selectOption({ label: 'Mailing group' })
    await line.getByLabel('Mailing group', { exact: true }).selectOption(group.id)
    await line.getByLabel('Every … days').fill('20')
    await page.getByRole('button', { name: 'Save' }).click()
    await expect.poll(async () => (await rows()).settings.find(({ id }) => id === 'pace')?.cadences?.length ?? 0).toBe(2)
  })

  it('a contact gets her own on her card, sees the ring, and it is taken back', async () => {
    const now = await rows()
    const due = overdue(now, today)
    const reached = new Set(
      now.entries.filter((one) => !one.cancelled && !one.attemptFailed && !one.loggedSegmentId).map(({ contactId }) => contactId),
    )
    heard = now.contacts.find((one) => due.has(one.id) && one.cadenceDays === undefined && reached.has(one.id))!
    await goTo(`/contacts/${heard.id}`)
    await page.locator('.who-due').waitFor()
    await page.getByText(/^As (everybody of|the company): /).waitFor()
    const before = await page.locator('.who-due').textContent()
    await page.getByRole('button', { name: 'Change the contact cadence' }).click()
    await sheet().getByRole('button', { name: 'Own', exact: true }).click()
    await sheet().getByLabel('Every … days').fill('0,5')
    await sheet().getByRole('button', { name: 'Save' }).click()
    await sheet()
      .getByText(/Enter a whole number of days from 1 to/)
      .waitFor()
    await sheet().getByLabel('Every … days').fill('3650')
    await shot(page, 'story-cadence-sheet')
    await sheet().getByRole('button', { name: 'Save' }).click()
    await said(`Contact cadence of ${heard.name} saved`)
    await page.locator('.who-due', { hasText: /due in .+ days/ }).waitFor()
    await page.getByText('Set for this contact').waitFor()
    await shot(page, 'story-cadence-card')
    await page.locator('.toast').last().getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => page.locator('.who-due').textContent()).toBe(before)
    expect((await rows()).contacts.find(({ id }) => id === heard.id)?.cadenceDays).toBeUndefined()
  })

  it('the list shows who is due, with the ring in words, the longest overdue first', async () => {
    const all = [...overdue(await rows(), today).values()].filter((days) => days >= 0)
    expect(all.length).toBeGreaterThan(3)
    await goTo('/contacts')
    await page.getByRole('button', { name: new RegExp(`^Due ${String(all.length)}$`) }).click()
    await page.getByLabel('Sort by').selectOption('nextContact')
    const most = Math.max(...all)
    await page
      .locator('main .due')
      .first()
      .filter({ hasText: new RegExp(`${most.toLocaleString('en-GB')} days? overdue`) })
      .waitFor()
    await shot(page, 'story-cadence-list')
  })

  it('criteria find who is overdue by at least 10 days: as many as the rows say', async () => {
    const expected = [...overdue(await rows(), today).values()].filter((days) => days >= 10).length
    expect(expected).toBeGreaterThan(0)
    await goTo('/segments')
    await page.getByRole('button', { name: 'New segment' }).first().click()
    await page.getByLabel('Description').fill('Overdue people')
    await page.keyboard.press('Enter')
    await page.locator('.topbar h1', { hasText: 'Overdue people' }).waitFor()
    await page.goto(`${page.url()}/criteria?kind=add`)
    await page
      .locator('.tree')
      .getByRole('button', { name: say('criteria.rule'), exact: true })
      .last()
      .click()
    await sheet().getByRole('searchbox').fill('overdue')
    await sheet()
      .locator('.topic', { hasText: /^Days overdue/ })
      .first()
      .click()
    await sheet().getByLabel('Number').fill('10')
    const counted = async () => Number((await sheet().locator('.deck .count-n').textContent())?.replace(/\D/g, ''))
    await expect.poll(counted).toBe(expected)
    await shot(page, 'story-cadence-criteria')
    await sheet().getByRole('button', { name: 'Done', exact: true }).click()
    await page
      .getByText(/overdue by at least 10 days/)
      .first()
      .waitFor()
  })
})
