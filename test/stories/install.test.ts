// How the app comes onto the home screen: said where and when it matters, with pictures, and quiet afterwards.
import type { Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import { openApp, say, type App, type AppOptions } from './browser.ts'

let app: App | undefined
const open = async (options: AppOptions = {}): Promise<App> => (app = await openApp(options))
afterEach(async () => {
  const last = app
  app = undefined
  await last?.close()
})

const iPad =
  'Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1'
const button = (page: Page, key: string) => page.getByRole('button', { name: say(key), exact: true })
const dialog = (page: Page) => page.locator('dialog[open]')
async function newSegment(page: Page, name: string) {
  await button(page, 'segments.new').first().click()
  await dialog(page).getByRole('textbox').fill(name)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name }).first().waitFor()
  await page.goto(page.url().replace(/#.*/, '#/'))
}

test('in a tab on an iPad it is said before the first entry, stays in sight, and what was typed is brought along', async () => {
  const { page } = await open({ more: { userAgent: iPad } })
  await page.getByText(say('install.before')).waitFor()
  await button(page, 'install.how').click()
  await dialog(page).getByText(say('install.step.share')).waitFor()
  expect(await dialog(page).getByRole('listitem').count()).toBe(3)
  expect(await dialog(page).getByText(say('install.takeAlong')).count()).toBe(0)
  await button(page, 'act.close').click()
  await page.getByRole('button', { name: say('start.sample') }).click()
  await page.getByText(say('install.notice.must')).waitFor()
  expect(await button(page, 'install.notNow').count()).toBe(0)
  await page.getByRole('link', { name: say('safe.tab') }).waitFor()
  await newSegment(page, 'Herbstbrief')
  await button(page, 'install.how').click()
  await dialog(page).getByText(say('install.takeAlong'), { exact: true }).waitFor()
  await dialog(page)
    .getByRole('link', { name: say('today.backUp') })
    .click()
  await page.waitForURL(/#\/files/)
})

test('opened by its icon on an iPad nothing is said of installing', async () => {
  const { page } = await open({ more: { userAgent: iPad }, at: '#/nowhere' })
  await app?.context.addInitScript(() => Object.defineProperty(navigator, 'standalone', { value: true }))
  await page.goto(app?.url ?? '')
  await page.reload()
  await page.getByRole('button', { name: say('start.sample') }).click()
  await page.locator('.ledger').first().waitFor()
  for (const key of ['install.notice.must', 'install.notice.can']) expect(await page.getByText(say(key)).count()).toBe(0)
  await page.getByRole('link', { name: say('safe.safe'), exact: true }).waitFor()
})

test('where the browser can install, it is offered after the first own data, and goes when it is put away or taken', async () => {
  const { page } = await open()
  const offer = (outcome: string) =>
    page.evaluate((answer) => {
      const event = new Event('beforeinstallprompt', { cancelable: true })
      const prompt = () => {
        document.documentElement.dataset['prompted'] = 'yes'
        return Promise.resolve({ outcome: answer })
      }
      window.dispatchEvent(Object.assign(event, { prompt }))
    }, outcome)
  await page.getByRole('button', { name: say('start.sample') }).click()
  await page.locator('.ledger').first().waitFor()
  await offer('accepted')
  await page.waitForTimeout(300)
  expect(await page.getByText(say('install.notice.can')).count()).toBe(0)
  await newSegment(page, 'Herbstbrief')
  await page.getByText(say('install.notice.can')).waitFor()
  await button(page, 'install.now').click()
  await page.getByText(say('install.notice.can')).waitFor({ state: 'detached' })
  expect(await page.evaluate(() => document.documentElement.dataset['prompted'])).toBe('yes')

  await page.reload()
  await page.locator('.ledger').first().waitFor()
  await offer('dismissed')
  await button(page, 'install.notNow').click()
  await page.getByText(say('install.notice.can')).waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('.ledger').first().waitFor()
  await offer('dismissed')
  await page.waitForTimeout(300)
  expect(await page.getByText(say('install.notice.can')).count()).toBe(0)
})
