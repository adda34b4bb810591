// Answers to a mailing, recorded in flight mode with one hand: two or three letters, the person, the answer; the rate grows. What another
// window recorded meanwhile is told. Real Chromium, the production build, no network and no server.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openApp, say, shot, type App } from './browser.ts'

describe('Recording responses, offline and upright', () => {
  let app: App
  let page: Page
  let people: string[] = []
  let address = ''

  beforeAll(async () => {
    app = await openApp({ viewport: { width: 820, height: 1180 } })
    page = app.page
    await page.getByRole('button', { name: /Look around with sample data/ }).click()
    await page.locator('.rail').waitFor()
    await app.goOffline()
    await page.reload()
    await page.locator('.rail').waitFor()
    await page.goto(`${app.url}#/logged`)
    await page.locator('main a.row').first().click()
    await page.locator('main .deck').getByRole('link', { name: 'Record responses' }).click()
    await page.locator('.respond-list .row').first().waitFor()
    people = await page.locator('.respond-list .row .row-1').allTextContents()
    address = page.url()
  })
  afterAll(() => app.close())

  const field = () => page.locator('.respond-find input')
  const rows = () => page.locator('.respond-list .row')
  const answers = () => page.locator('.respond-person')
  const answer = (name: string) => answers().getByRole('button', { name, exact: true })
  const last = () => page.locator('.respond-last')
  const answered = async () => Number(await page.locator('.respond-head .count-n').textContent())
  const chip = async (name: RegExp) =>
    Number((await page.locator('.respond-list .chip', { hasText: name }).locator('.fig').textContent())?.replace(/\D/g, ''))
  const person = (at: number) => (people[at] ?? '').trim()
  /** Three letters of a name, as somebody types who looks for her. */
  const letters = (at: number) => person(at).split(' ').at(-1)?.slice(0, 3).toLowerCase() ?? ''

  it('two taps for each: the person, her answer; the field is ready for the next, and the ring has grown', async () => {
    const before = await answered()
    const open = await chip(/^Not yet/)
    let taps = 0
    const tap = async (target: ReturnType<typeof answer>) => {
      taps++
      await target.tap()
    }
    for (const [at, what] of ['Interested', 'Order'].entries()) {
      await expect.poll(() => field().evaluate((input) => input === document.activeElement)).toBe(true)
      await page.keyboard.type(letters(at))
      await rows()
        .filter({ hasText: person(at) })
        .locator('mark')
        .first()
        .waitFor()
      await tap(rows().filter({ hasText: person(at) }))
      await tap(answer(what))
      await last()
        .filter({ hasText: person(at) })
        .filter({ hasText: what })
        .waitFor()
      expect(await field().inputValue()).toBe('')
    }
    expect(taps).toBe(4)
    await expect.poll(answered).toBe(before + 2)
    await expect.poll(() => chip(/^Not yet/)).toBe(open - 2)
    expect([await chip(/^Interested/), await chip(/^Order/)]).toEqual([1, 1])
    await shot(page, 'responses-portrait')
  })

  it('by the keyboard alone: letters, Enter, a digit; Escape gives up what was begun', async () => {
    const before = await answered()
    await page.keyboard.type(letters(2))
    await page.keyboard.press('Enter')
    await answers().waitFor()
    await page.keyboard.press('Escape')
    await answers().waitFor({ state: 'detached' })
    await page.keyboard.press('Enter')
    await answers().waitFor()
    await page.keyboard.press('3')
    await last().filter({ hasText: 'Call back' }).waitFor()
    await expect.poll(answered).toBe(before + 1)
    await last().getByRole('button', { name: 'Undo' }).tap()
    await expect.poll(answered).toBe(before)
  })

  it('who has moved has not responded, and the way to the address is there at once', async () => {
    const before = await answered()
    await rows()
      .filter({ hasText: person(3) })
      .tap()
    await page.getByLabel('Note').fill('Letter came back')
    await answer('Moved').tap()
    await last().filter({ hasText: 'Moved' }).waitFor()
    expect(await answered()).toBe(before)
    expect(await chip(/^Moved/)).toBe(1)
    await last().getByRole('link', { name: 'Correct the address' }).tap()
    await page.locator('dialog[open]').getByLabel(say('contact.street'), { exact: true }).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.tl-i', { hasText: 'Letter came back' }).filter({ hasText: 'Moved' }).waitFor()
  })

  it('an answer is changed later, for a day of its own; a note that was begun is found again', async () => {
    await page.goto(address)
    await page.getByRole('button', { name: 'A day' }).tap()
    await rows().first().tap()
    expect(await answer('Order').isDisabled()).toBe(true)
    await page.getByLabel('Day of the answers').fill('2026-10-01')
    await page.getByLabel('Note').fill('Wants')
    await page.locator('.respond-list .chip', { hasText: /^Interested/ }).tap()
    await rows()
      .filter({ hasText: person(0) })
      .tap()
    expect(await page.getByLabel('Note').inputValue()).toBe('')
    await answer('Not interested').tap()
    await last().filter({ hasText: 'Not interested' }).waitFor()
    await page.locator('.respond-list .chip', { hasText: /^Not interested/ }).tap()
    await rows().filter({ hasText: '1 Oct' }).waitFor()
    await page.locator('.respond-list .chip', { hasText: /^Not yet/ }).tap()
    await rows().first().tap()
    await expect.poll(() => page.getByLabel('Note').inputValue()).toBe('Wants')
  })

  it('what another window records meanwhile is told, not overwritten', async () => {
    const other = await app.context.newPage()
    await other.goto(page.url())
    const name = await page.locator('.respond-person h2').textContent()
    await other.locator('.respond-list .row', { hasText: name ?? '' }).tap()
    await other.getByRole('button', { name: 'Order', exact: true }).tap()
    await other.locator('.respond-last', { hasText: 'Order' }).waitFor()
    await other.close()
    await page.getByText(say('responses.meanwhile')).waitFor()
    expect(await answer('Order').getAttribute('aria-pressed')).toBe('true')
  })

  it('a segment that is cancelled takes no answers, and says why', async () => {
    await page.goto(address.replace(/\/responses$/, ''))
    await page.getByRole('button', { name: 'Cancel logging …' }).click()
    await page
      .locator('dialog[open]')
      .getByRole('button', { name: /^Cancel/ })
      .last()
      .click()
    await page
      .locator('.topbar .badge', { hasText: 'Cancelled' })
      .or(page.locator('.topbar .badge', { hasText: 'cancelled' }))
      .first()
      .waitFor()
    await page.goto(address)
    await page.getByText(say('responses.cancelled')).waitFor()
  })
})
