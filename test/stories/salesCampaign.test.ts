// A sales campaign from end to end, as the reference walks through it, offline and upright: campaign, segment, letters, log, responses,
// follow-up, a call round, results. Every figure that is shown is counted once more here from the rows on the disk.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'
import { makeLetters, toLetters } from './output.ts'

interface Entry {
  id: string
  contactId: string
  contactName: string
  campaignId?: string
  loggedSegmentId?: string
  callRoundId?: string
  responseStatusId?: string
  respondedDay?: string
  attemptFailed: boolean
  cancelled: boolean
  cost: number
  duration: number
}
const name = 'Autumn machines'

describe('A sales campaign, offline', () => {
  let app: App
  let page: Page
  let campaignUrl = ''
  let listed = 0
  const calls: string[] = []

  beforeAll(async () => {
    app = await openApp({ viewport: { width: 820, height: 1180 } })
    page = app.page
    await page.getByRole('button', { name: /Look around/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.goto(`${app.url}#/campaigns`)
  })
  afterAll(() => app.close())

  const deck = (label: string | RegExp) => page.locator('.deck').getByRole('button', { name: label })
  const count = async () => Number((await page.locator('.deck .count-n').textContent())?.replace(/\D/g, ''))
  const said = async (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()

  /** What the log says of the campaign, counted plainly: person by person. */
  async function plain() {
    const { campaigns, entries } = (await allRows(page)) as {
      campaigns: { id: string; description: string }[]
      entries: Entry[]
    }
    const id = campaigns.find(({ description }) => description === name)?.id
    const counting = entries.filter((entry) => entry.campaignId === id && !entry.cancelled)
    const reached = new Set(counting.filter(({ attemptFailed }) => !attemptFailed).map(({ contactId }) => contactId))
    const by = (...statuses: string[]) =>
      new Set(
        counting
          .filter(({ contactId, responseStatusId }) => reached.has(contactId) && statuses.includes(responseStatusId ?? ''))
          .map(({ contactId }) => contactId),
      ).size
    return {
      contacted: reached.size,
      answered: new Set(counting.filter((one) => reached.has(one.contactId) && one.respondedDay).map(({ contactId }) => contactId)).size,
      interested: by('interested', 'order'),
      ordered: by('order'),
      entries: counting,
    }
  }

  it('the campaign is made, its dates in order; an end before the start is told, and nothing typed is lost', async () => {
    await deck('New campaign').click()
    const sheet = page.locator('dialog[open]')
    await sheet.getByLabel('Description').fill(name)
    await sheet.getByLabel('Starting date').fill('2026-11-20')
    await sheet.getByLabel('Ending date').fill('2026-11-01')
    await page.keyboard.press('Enter')
    await sheet
      .getByText(/cannot end before/)
      .first()
      .waitFor()
    expect(await sheet.getByLabel('Description').inputValue()).toBe(name)
    await sheet.getByLabel('Ending date').fill('2027-01-31')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name }).waitFor()
    campaignUrl = page.url()
  })

  it('a segment of it is made, filled by criteria, its letters made and logged', async () => {
    await deck('New segment').click()
    await page.locator('dialog[open]').getByLabel('Description').fill('Machines, first letter')
    await page.keyboard.press('Enter')
    await page.locator('.deck').getByRole('link', { name: 'Choose people' }).click()
    await page.getByRole('button', { name: 'Rule', exact: true }).click()
    await page.locator('dialog .topic', { hasText: 'Town' }).first().click()
    for (const at of [0, 1, 2, 3, 4, 5]) await page.locator('dialog').getByRole('checkbox').nth(at).click()
    await page.getByRole('button', { name: 'Done', exact: true }).click()
    await deck(/^Use these \d+/).click()
    await page.getByRole('button', { name: 'Edit the segment header' }).click()
    await page.getByLabel('Interaction template').selectOption({ label: 'Letter' })
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await said('Header changed')
    listed = await count()
    expect(listed).toBeGreaterThan(8)
    await toLetters(page)
    await makeLetters(page)
    await page.getByRole('link', { name: 'Back to the segment' }).click()
    await deck('Log …').click()
    await page
      .locator('dialog[open] .deck, dialog[open]')
      .getByRole('button', { name: /^Log \d+ / })
      .click()
    await said(/entries logged/)
  })

  it('answers are recorded: two letters, the person, the answer', async () => {
    await page.goto(`${campaignUrl}?view=card`)
    await page.getByRole('link', { name: /^Record responses/ }).click()
    const { entries } = await plain()
    for (const [at, answer] of ['Interested', 'Interested', 'Order', 'Not interested', 'Wrong address'].entries()) {
      await page.getByRole('searchbox').fill(entries[at]!.contactName.slice(0, 6))
      await page.keyboard.press('Enter')
      await page.locator('.respond-answer', { hasText: answer }).first().click()
      await expect.poll(async () => (await plain()).entries.filter((one) => one.responseStatusId).length).toBe(at + 1)
    }
    expect(await plain()).toMatchObject({
      answered: 4,
      interested: 3,
      ordered: 1,
    })
    await shot(page, 'campaign-responses')
    expect(await findings(page)).toEqual([])
  })

  /** The figures of the page, as they are read. */
  const stages = async () => {
    const rows = page.locator('.bar-key')
    const texts = await rows.locator('b').allInnerTexts()
    return texts.slice(0, 4).map(Number)
  }

  it('the results are right, and those who have not answered become the next segment', async () => {
    await page.goto(campaignUrl)
    await page.locator('.ring').waitFor()
    const { contacted, answered, interested, ordered, entries } = await plain()
    await expect.poll(stages).toEqual([contacted, answered, interested, ordered])
    const cost = entries.reduce((sum, one) => sum + one.cost, 0)
    await page.getByText(`${entries.length} interactions, ${cost.toFixed(2)}`).waitFor()
    // On paper it is dark on white, also from a dark screen.
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await page.locator('h1').evaluate((title) => getComputedStyle(title).color)).toBe('rgb(16, 21, 28)')
    expect(await page.locator('.rail, .deck, .topbar .safe').filter({ visible: true }).count()).toBe(0)
    await page.emulateMedia({ media: null, colorScheme: 'light' })
    await page.getByRole('button', { name: `No answer: ${contacted - 5}` }).click()
    await deck(`Follow-up with ${contacted - 5}`).waitFor()
    await shot(page, 'campaign-results')
    expect(await findings(page)).toEqual([])
    await deck(`Follow-up with ${contacted - 5}`).click()
    await expect.poll(count).toBe(contacted - 5)
  })

  it('they are called one after the other; the results count the calls, too', async () => {
    const before = await plain()
    await page.goto(`${page.url().replace(/\?.*$/, '')}/calls`)
    await deck('Begin round').click()
    for (const outcome of ['Reached', 'No answer', 'Not interested']) {
      await page.locator('.out', { hasText: outcome }).click()
      await deck('Save, next person').click()
      await expect.poll(async () => (await plain()).entries.filter((one) => one.callRoundId).length).toBeGreaterThan(calls.length)
      calls.push(outcome)
    }
    await shot(page, 'campaign-calls')
    const after = await plain()
    expect(after.entries).toHaveLength(before.entries.length + 3)
    expect(after).toMatchObject({
      contacted: before.contacted,
      answered: before.answered + 1,
      ordered: before.ordered,
    })
    await page.goto(campaignUrl)
    await expect.poll(stages).toEqual([after.contacted, after.answered, after.interested, after.ordered])
    await page.getByRole('button', { name: 'Segment', exact: true }).click()
    await page.getByRole('button', { name: /Machines, first letter: \d+ of/ }).waitFor()
  })
})
