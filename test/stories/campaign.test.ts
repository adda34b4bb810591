// The card of a campaign, in flight mode: made with dates and a status, its answers said, its target group collected, an entry cancelled and
// brought back, found again in the list, deleted and brought back. Real Chromium, the production build, no network and no server.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'
import { findings } from './findings.ts'

const tablets = { lying: { width: 1180, height: 820 }, standing: { width: 820, height: 1180 } }

describe('A campaign, offline', () => {
  let app: App
  let page: Page

  beforeAll(async () => {
    app = await openApp()
    app.context.setDefaultTimeout(5_000)
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
    await page.locator('.rail').waitFor()
  })
  afterAll(() => app.close())

  const dialog = () => page.locator('dialog[open]').last()
  const deck = (name: string | RegExp) => page.locator('main .deck').getByRole('button', { name })
  const said = (text: string | RegExp) => page.locator('.toast', { hasText: text }).first().waitFor()
  const undo = () => page.locator('.toast', { hasText: 'Undo' }).last().getByRole('button', { name: 'Undo' }).click()
  const goTo = (place: string) => page.goto(`${app.url}#${place}`)
  /** Nothing is wrong, lying or standing; a picture of each. */
  const isRight = async (name: string, ...hows: (keyof typeof tablets)[]) => {
    for (const how of hows) {
      await page.setViewportSize(tablets[how])
      expect(await findings(page)).toEqual([])
      await shot(page, `campaign-${name}-${how}`)
    }
    await page.setViewportSize(tablets.lying)
  }

  it('statuses are made in the settings, as other lists are', async () => {
    await goTo('/settings?part=campaignStatuses')
    for (const name of ['Being prepared', 'Running well']) {
      await deck('New campaign status').click()
      await dialog().getByLabel(say('settings.groupName'), { exact: true }).fill(name)
      await dialog().getByRole('button', { name: 'Save' }).click()
      await page.getByRole('button', { name: new RegExp(`^${name}`) }).waitFor()
    }
  })

  it('a campaign does not end before it starts: said beside the field, nothing typed is lost', async () => {
    await goTo('/campaigns')
    await deck('New campaign').click()
    await dialog().getByLabel('Description').fill('Spring tour')
    await dialog().getByLabel('Starting date').fill('2027-03-01')
    await dialog().getByLabel('Ending date').fill('2027-02-01')
    await dialog().getByLabel('Status').selectOption({ label: 'Being prepared' })
    await dialog().getByLabel('Notes').fill('Three towns, one van.')
    await dialog().getByRole('button', { name: 'Create campaign' }).click()
    await dialog().getByText(say('campaign.datesWrong')).waitFor()
    expect(await dialog().getByLabel('Notes').inputValue()).toBe('Three towns, one van.')
    await dialog().getByLabel('Ending date').fill('2027-04-01')
    await dialog().getByRole('button', { name: 'Create campaign' }).click()
    await page.getByRole('heading', { name: 'Spring tour' }).waitFor()
    await page.getByText('Three towns, one van.').waitFor()
    // Nobody is its target yet: a sentence says what to do.
    await page.getByRole('button', { name: 'Activate', exact: true }).click()
    await page.getByText(say('failure.nobodyTargeted')).waitFor()
  })

  it('of a campaign that was logged for: an answer that was given goes only with another in its place', async () => {
    await goTo('/campaigns')
    await page.locator('.list .row', { hasText: 'Sample' }).first().click()
    await page.getByRole('group', { name: say('campaign.views') }).waitFor()
    await page.getByRole('button', { name: 'Card', exact: true }).click()
    await page.getByRole('heading', { name: 'Campaign entries' }).waitFor()
    // Somebody is interested.
    await page
      .locator('main .deck')
      .getByRole('link', { name: say('responses.title') })
      .click()
    await page.locator('.respond-list .row').first().click()
    await page.locator('.respond-person').getByRole('button', { name: 'Interested', exact: true }).click()
    await page.locator('.respond-last', { hasText: 'Interested' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { name: 'Campaign entries' }).waitFor()
    await isRight('card', 'lying', 'standing')
    await page.getByRole('button', { name: 'Edit responses' }).click()
    await dialog().getByRole('button', { name: 'Add an answer' }).click()
    await dialog().getByRole('group', { name: 'New answer' }).getByLabel('Answer').fill('Comes to a day')
    await dialog().getByRole('group', { name: 'Comes to a day' }).getByLabel('Counts as').selectOption({ label: 'Response, interested' })
    await dialog().getByRole('button', { name: 'Take “Interested” away' }).click()
    await dialog().getByText('“Interested” was given once').waitFor()
    await isRight('answers', 'lying', 'standing')
    await dialog().getByLabel('In place of “Interested”').selectOption({ label: 'Not interested' })
    await dialog().getByRole('group', { name: 'Not interested' }).getByLabel('Counts as').selectOption({ label: 'No response' })
    // The sample may have others who are not interested.
    await dialog()
      .getByText(/interactions? no longer counts? as answered/)
      .waitFor()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await said(/Responses saved; .* follows?/)
    await page.locator('.camp-answers', { hasText: 'Comes to a day' }).waitFor()
    await expect.poll(() => page.locator('.camp-answers').getByText('Interested', { exact: true }).count()).toBe(0)
  })

  it('an address that never led to a campaign invents no reason, and leads to the list', async () => {
    const back = page.url()
    await goTo('/campaigns/nope')
    await page.getByText(say('campaign.goneSentence')).waitFor()
    expect(say('campaign.goneSentence')).toContain('or there never was one')
    await page
      .getByRole('link', { name: say('campaign.back') })
      .last()
      .click()
    await page.locator('.list .row').first().waitFor()
    await page.goto(back)
    await page.getByRole('button', { name: 'Activate', exact: true }).waitFor()
  })

  it('whom it is for is collected, shown, made a segment, and let go', async () => {
    await page.getByRole('button', { name: 'Activate', exact: true }).click()
    await said('Activated')
    const members = page.getByRole('button', { name: /companies and people$/ })
    await members.click()
    const count = Number(await dialog().locator('.count-n').textContent())
    expect(count).toBeGreaterThan(3)
    await dialog().locator('.vlist .row').first().waitFor()
    await isRight('target', 'lying')
    await dialog().getByRole('button', { name: 'Make a segment of them' }).click()
    await page.waitForURL(/#\/segments\//)
    await expect.poll(() => page.locator('main .deck .count-n').first().textContent()).toBe(String(count))
    await page.goBack()
    await page.getByRole('button', { name: 'Deactivate' }).click()
    await said('Deactivated')
    await page.getByRole('button', { name: 'Activate', exact: true }).waitFor()
    await undo()
    await members.waitFor()
  })

  it('an entry is cancelled with its interactions, and brought back with them', async () => {
    const row = page.locator('.col .list .row:has(.row-fig)').first()
    await row.click()
    await dialog().getByRole('button', { name: 'Cancel this entry' }).click()
    await dialog().getByLabel(say('logged.cancelReason')).fill('Printed badly')
    await isRight('cancel', 'standing')
    await dialog().getByRole('button', { name: 'Cancel the entry' }).click()
    await said('Campaign entry cancelled')
    await row.locator('.badge', { hasText: 'cancelled' }).waitFor()
    await row.click()
    await dialog().getByText('Printed badly').waitFor()
    await dialog().getByRole('button', { name: 'Bring it back' }).click()
    await said('counts again')
    await expect.poll(() => row.locator('.badge').count()).toBe(0)
  })

  it('the list is narrowed, a campaign deleted and brought back; in German', async () => {
    await goTo('/campaigns')
    await page.getByRole('button', { name: /^Planned/ }).click()
    await page.locator('.list .row', { hasText: 'Spring tour' }).waitFor()
    expect(await page.locator('.list .row').count()).toBe(1)
    await page.getByRole('button', { name: /^All/ }).click()
    await isRight('list', 'lying', 'standing')
    await page.locator('.list .row', { hasText: 'Spring tour' }).click()
    await page.getByRole('button', { name: 'More about this campaign' }).click()
    await dialog().getByRole('button', { name: 'Delete campaign' }).click()
    await dialog().locator('.btn-danger').click()
    await said('Spring tour')
    await expect.poll(() => page.locator('.list .row', { hasText: 'Spring tour' }).count()).toBe(0)
    await undo()
    await page.locator('.list .row', { hasText: 'Spring tour' }).waitFor()
    await goTo('/settings?part=language')
    await page
      .getByRole('radio', { name: 'Deutsch' })
      .or(page.getByRole('button', { name: 'Deutsch' }))
      .first()
      .click()
    await goTo('/campaigns')
    await page.locator('.list .row', { hasText: 'Spring tour' }).click()
    await page.getByRole('heading', { name: say('campaign.target', 'de') }).waitFor()
    await isRight('german', 'standing')
  })
})
