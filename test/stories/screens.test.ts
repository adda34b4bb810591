// Every page, lying and standing, light and dark, English and German: no accessibility finding (WCAG 2.2 AA, by axe), nothing wider than
// the screen, targets large enough for a finger. `npm run torture` looks at every combination, `npm test` at one of them and
// every second page; FIELDBOOK_SEED chooses which.
import { describe, expect, it } from 'vitest'
import { openApp, shot } from './browser.ts'
import { findings, type Finding } from './findings.ts'
import { looks } from './looks.ts'

const lying = { width: 1180, height: 820 }
const standing = { width: 820, height: 1180 }
const all = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ['en-GB', 'de-DE'].flatMap((locale) => [lying, standing].map((viewport) => ({ colorScheme, locale, viewport }))),
)
const whole = !!process.env['FIELDBOOK_TORTURE']
const seed = Number(process.env['FIELDBOOK_SEED'] ?? '1')
const some = whole ? all : [all[(seed + 6) % all.length]!]
console.info(
  `Screens: ${some.length} of ${all.length} combinations of theme, language and orientation, ${whole ? 'every' : 'every second'} page, seed ${seed}.`,
)

const routes = [
  '/',
  '/contacts',
  '/contacts/duplicates',
  '/segments',
  '/campaigns',
  '/more',
  '/criteria',
  '/logged',
  '/log',
  '/tasks',
  '/opportunities',
  '/templates',
  '/files',
  '/import',
  '/settings',
  '/help',
  '/help/campaigns',
  '/help/contacts',
  '/help/letters',
  '/help/licences',
  '/help/word',
]
const opened: [string, string][] = [
  ['/contacts', '.vlist .row'],
  ['/segments', '.list .row'],
  ['/criteria', '.list .row'],
  ['/logged', '.row'],
  ['/campaigns', '.row'],
  ['/templates', '.row'],
]

describe.each(some)('$colorScheme, $locale, $viewport.width wide', ({ colorScheme, locale, viewport }) => {
  it('every page is in order', async () => {
    const app = await openApp({ colorScheme, locale, viewport })
    const { page } = app
    const seen: Record<string, Finding[]> = { start: await findings(page) }
    await page.locator('.choice').first().click()
    await page.locator('.rail').waitFor()
    let turn = seed
    const look = async (name: string) => {
      if (!whole && turn++ % 2) return
      await page.waitForTimeout(350)
      if (whole) await shot(page, `screen-${name.replace(/\W+/g, '-')}-${colorScheme}-${locale}-${viewport.width}`)
      seen[name] = [...(await findings(page)), ...(await looks(page)).map((what) => ({ what, where: name }))]
    }
    for (const route of routes) {
      await page.goto(`${app.url}#${route}`)
      await look(route)
    }
    for (const [route, row] of opened) {
      await page.goto(`${app.url}#${route}`)
      await page.waitForTimeout(250)
      await page.locator(row).first().click()
      await page.waitForFunction((list) => location.hash.slice(1).startsWith(`${list}/`), route)
      await look(`${route}/one`)
    }
    for (const [list, under] of [
      ['/campaigns', 'responses'],
      ['/logged', 'results'],
      ['/logged', 'responses'],
      ['/segments', 'calls'],
    ]) {
      await page.goto(`${app.url}#${list}`)
      await page.locator('main a.row').first().click()
      await page.waitForFunction((list) => location.hash.slice(1).startsWith(`${list}/`), list)
      await page.evaluate((under) => (location.hash = `${location.hash.split('?')[0]}/${under}`), under)
      await look(`${list}/one/${under}`)
    }
    await page.goto(`${app.url}#/segments`)
    await page.locator('.list .row').first().click()
    await page.locator('.vlist .row').nth(1).click()
    await look('panel')
    for (const open of ['header', 'log', 'people', 'more']) {
      await page.evaluate((what) => (location.hash = `${location.hash.split('?')[0]}?open=${what}`), open)
      await look(`sheet ${open}`)
      await page.keyboard.press('Escape')
    }
    for (const at of [4, 5, 6, 7, 8]) {
      await page.locator('dialog').waitFor({ state: 'detached' })
      await page.evaluate(() => (location.hash = `${location.hash.split('?')[0]}?open=more`))
      await page.locator('dialog .out').nth(at).click()
      await look(`sheet more ${at}`)
      await page.keyboard.press('Escape')
      await page.locator('dialog .out').first().waitFor()
      await page.keyboard.press('Escape')
    }
    for (const kind of ['letters', 'labels', 'envelopes', 'callList']) {
      await page.evaluate((what) => (location.hash = `${location.hash.split('?')[0]?.replace('/output', '')}/output?kind=${what}`), kind)
      await page.locator('main .deck .btn-primary').waitFor()
      await look(`output ${kind}`)
    }
    await page.evaluate(() => (location.hash = location.hash.replace(/output.*/, 'letters')))
    await page.locator('.docx-view').waitFor()
    await look('preview')
    await page.evaluate(() => (location.hash = location.hash.replace('letters', 'criteria')))
    await look('criteria')
    for (const at of [0, 1]) {
      await page.locator('.col-mid .btn-row .btn').nth(at).click()
      await look(`rule ${at}`)
      await page.keyboard.press('Escape')
    }
    await app.close()
    const wrong = Object.entries(seen).flatMap(([name, list]) => list.map(({ what, where }) => `${name}: ${what}: ${where}`))
    expect(wrong).toEqual([])
  })
})
