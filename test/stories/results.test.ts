// The results of a campaign and of a logged segment, offline: what is chosen stays where one comes back to, what they came to in money stands
// beside the answers, and an address that leads nowhere says so. Real Chromium, the production build, no network and no server.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { allRows } from './disk.ts'
import { findings } from './findings.ts'

interface Opportunity {
  campaignId?: string
  status: 'open' | 'won' | 'lost'
  estimatedValue: number
  closedValue?: number
}

describe('Results, offline', () => {
  let app: App
  let page: Page
  let opportunities: Opportunity[]
  let campaignId: string
  let loggedId: string

  beforeAll(async () => {
    app = await openApp()
    page = app.page
    await app.sampleOffline()
    await page.locator('.rail').waitFor()
    const rows = (await allRows(page)) as unknown as {
      opportunities: Opportunity[]
      entries: { campaignId?: string; loggedSegmentId?: string }[]
    }
    const logged = new Set(rows.entries.flatMap((entry) => (entry.campaignId && entry.loggedSegmentId ? [entry.campaignId] : [])))
    opportunities = rows.opportunities.filter((one) => one.campaignId !== undefined && logged.has(one.campaignId))
    campaignId = opportunities.find(({ status }) => status === 'won')?.campaignId ?? ''
    opportunities = opportunities.filter((one) => one.campaignId === campaignId)
    loggedId = rows.entries.find((entry) => entry.campaignId === campaignId && entry.loggedSegmentId)?.loggedSegmentId ?? ''
    expect(campaignId).not.toBe('')
    expect(loggedId).not.toBe('')
  })
  afterAll(() => app.close())

  const goTo = (place: string) => page.goto(`${app.url}#${place}`)
  const by = (name: string) => page.getByRole('group', { name: say('results.by') }).getByRole('button', { name, exact: true })
  const isPressed = async (name: string) => expect.poll(() => by(name).getAttribute('aria-pressed')).toBe('true')

  it('say what the opportunities brought and what the open ones are estimated at', async () => {
    await goTo(`/campaigns/${campaignId}`)
    const section = page.getByRole('region', { name: say('tasks.side.opportunities') })
    for (const [status, words] of [
      ['won', 'Value won'],
      ['open', 'Estimated value'],
    ] as const) {
      const own = opportunities.filter((one) => one.status === status)
      const value = own.reduce((sum, one) => sum + (status === 'won' ? (one.closedValue ?? one.estimatedValue) : one.estimatedValue), 0)
      const shown = section.locator('.count', { hasText: words })
      if (own.length === 0) expect(await shown.count()).toBe(0)
      else expect(Number((await shown.locator('.count-n').innerText()).replace(/[^\d.]/g, ''))).toBeCloseTo(value, 2)
    }
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme })
      for (const [name, width, height] of [
        ['lying', 1180, 820],
        ['standing', 820, 1180],
      ] as const) {
        await page.setViewportSize({ width, height })
        expect(await findings(page)).toEqual([])
        await shot(page, `results-${name}-${colorScheme}`)
      }
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1180, height: 820 })
  })

  it.each([
    ['a campaign', () => `/campaigns/${campaignId}`],
    ['a logged segment', () => `/logged/${loggedId}/results`],
  ])('of %s keep by what people are told apart, through a reload and on the way back from a contact', async (_, place) => {
    await goTo(place())
    await isPressed('Response')
    await by('Week').click()
    await isPressed('Week')
    await page.reload()
    await isPressed('Week')
    await page.locator('.bars .bar:enabled').first().click()
    await page.getByRole('button', { name: say('results.show') }).click()
    await page.locator('dialog[open] a.row').first().click()
    await page.waitForURL(/#\/contacts\//)
    await page.goBack()
    await isPressed('Week')
  })

  it('of a logged segment that is not here say so, with the way back', async () => {
    await goTo('/logged/nowhere/results')
    await page.getByText(say('logged.goneSentence')).waitFor()
    expect(await findings(page)).toEqual([])
    await page
      .locator('main')
      .getByRole('link', { name: say('logged.back') })
      .last()
      .click()
    await page.waitForURL(/#\/logged$/)
  })

  it.each([507, 600])('have their whole title beside an app that takes half of the tablet, %i px wide', async (width) => {
    await page.setViewportSize({ width, height: 820 })
    for (const place of [`/campaigns/${campaignId}`, `/logged/${loggedId}/results`]) {
      await goTo(place)
      await page.locator('.ring').waitFor()
      const title = page.locator('h1')
      await shot(page, `results-${width}-${place.split('/')[1] ?? ''}`)
      expect(await title.evaluate((one) => one.scrollWidth - one.clientWidth), await title.innerText()).toBeLessThanOrEqual(0)
      expect(await findings(page)).toEqual([])
    }
  })
})
