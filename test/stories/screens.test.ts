// Every page, lying and standing, light and dark, English and German: no accessibility finding (WCAG 2.2 AA, by axe), nothing wider than
// the screen, targets large enough for a finger. `npm run torture` looks at every combination, `npm test` at two.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { openApp, shot } from './browser.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const lying = { width: 1180, height: 820 }
const standing = { width: 820, height: 1180 }
const all = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ['en-GB', 'de-DE'].flatMap((locale) => [lying, standing].map((viewport) => ({ colorScheme, locale, viewport }))),
)
const some = process.env['FIELDBOOK_TORTURE'] ? all : [all[0]!, all[7]!]
console.info(`Screens: ${some.length} of ${all.length} combinations of theme, language and orientation.`)

const routes = [
  '/',
  '/contacts',
  '/segments',
  '/campaigns',
  '/more',
  '/criteria',
  '/logged',
  '/log',
  '/templates',
  '/files',
  '/import',
  '/settings',
  '/help',
]
const opened: [string, string][] = [
  ['/contacts', '.vlist .row'],
  ['/segments', '.list .row'],
  ['/criteria', '.list .row'],
  ['/logged', '.row'],
  ['/campaigns', '.row'],
  ['/templates', '.row'],
]

interface Finding {
  what: string
  where: string
}

/** What axe finds, what stands out of the window, which targets are under 44 px. */
async function findings(page: Page): Promise<Finding[]> {
  await page.evaluate(axe)
  return page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] })
    const found = violations.map(({ id, nodes }) => ({ what: id, where: nodes.map(({ html }) => html.slice(0, 160)).join(' | ') }))
    if (document.documentElement.scrollWidth > window.innerWidth) found.push({ what: 'wider than the screen', where: location.hash })
    for (const element of document.querySelectorAll<HTMLElement>(
      'a[href], button, select, input:not(.vh), [role=switch], [role=checkbox]',
    )) {
      const { width, height } = element.getBoundingClientRect()
      if (width === 0 || height === 0) continue
      const inField = element.closest('.field-c, .search')
      const inText = element.matches('p a, dd a, li a:not(.row):not(.btn):not(.out), .word')
      if (!inField && !inText && (width < 43.5 || height < 43.5))
        found.push({ what: `target of ${Math.round(width)} × ${Math.round(height)}`, where: element.outerHTML.slice(0, 160) })
    }
    return found
  })
}

describe.each(some)('$colorScheme, $locale, $viewport.width wide', ({ colorScheme, locale, viewport }) => {
  it('every page is in order', async () => {
    const app = await openApp({ colorScheme, locale, viewport })
    const { page } = app
    const seen: Record<string, Finding[]> = { start: await findings(page) }
    await page.locator('.choice').first().click()
    await page.locator('.rail').waitFor()
    const look = async (name: string) => {
      await page.waitForTimeout(350)
      await shot(page, `screen-${name.replace(/\W+/g, '-')}-${colorScheme}-${locale}-${viewport.width}`)
      seen[name] = await findings(page)
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
    await page.goto(`${app.url}#/segments`)
    await page.locator('.list .row').first().click()
    await page.locator('.vlist .row').nth(1).click()
    await look('panel')
    for (const open of ['header', 'letters', 'log', 'people', 'more']) {
      await page.evaluate((what) => (location.hash = `${location.hash.split('?')[0]}?open=${what}`), open)
      await look(`sheet ${open}`)
      await page.keyboard.press('Escape')
    }
    for (const at of [2, 3, 4, 5, 6]) {
      await page.locator('dialog').waitFor({ state: 'detached' })
      await page.evaluate(() => (location.hash = `${location.hash.split('?')[0]}?open=more`))
      await page.locator('dialog .out').nth(at).click()
      await look(`sheet more ${at}`)
      await page.keyboard.press('Escape')
      await page.locator('dialog .out').first().waitFor()
      await page.keyboard.press('Escape')
    }
    await page.evaluate(() => (location.hash = `${location.hash.split('?')[0]}/criteria`))
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
