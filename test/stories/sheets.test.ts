// What opens over the pages, and the pages one comes to by an act: in order for eyes, fingers and screen readers as every page is
// (`screens.test.ts`), and a sheet holds the focus. `npm run torture` looks at all of them in every theme and language, `npm test` at some
// of them in one; FIELDBOOK_SEED chooses which.
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { settingsParts } from '../../src/screens/pieces/settingsParts.ts'
import type { UiLanguage } from '../../src/model/uiLanguages.ts'
import { openApp, say, shot } from './browser.ts'
import { findings } from './findings.ts'
import { chooseFile, textFile } from './imports.ts'
import { looks } from './looks.ts'
import { firstCard } from './pages.ts'

const whole = !!process.env['FIELDBOOK_TORTURE']
const seed = Number(process.env['FIELDBOOK_SEED'] ?? '1')
const all = (['light', 'dark'] as const).flatMap((colorScheme) =>
  ['en-GB', 'de-DE', 'fr-FR', 'nl-NL', 'nb-NO'].flatMap((locale) =>
    [
      { width: 1180, height: 820 },
      { width: 507, height: 820 },
    ].map((viewport) => ({ colorScheme, locale, viewport })),
  ),
)
const some = whole ? all : [all[(seed + 2) % all.length]!]
/** Every so manieth of the sheets and pages. */
const every = whole ? 1 : 5
console.info(
  `Sheets: ${some.length} of ${all.length} combinations of theme, language and width, 1 of ${every} sheets and pages, seed ${seed}.`,
)

/** What a place in the address opens; `:x` is the first one of its list. */
const byAddress = [
  ...[
    '/segments?open=new',
    '/contacts?open=new',
    '/campaigns?open=new',
    '/templates?open=new',
    '/tasks?open=new',
    '/opportunities?open=new',
  ],
  ...['name', 'reach', 'business', 'privacy', 'interaction', 'call', 'opportunity', 'cadence', 'segment', 'address', 'note'].map(
    (sheet) => `/contacts/:x?open=${sheet}`,
  ),
  '/campaigns/:x?view=card&open=edit',
  ...['header', 'log', 'people', 'more'].map((sheet) => `/segments/:x?open=${sheet}`),
]
/** Keys that open something anywhere. */
const byKey = ['/', '?']
const pages = [
  ...['/gallery', '/contacts/:x/forget', '/templates/:x/write/en', '/templates/:x/write/de', '/segments/:x/write/10000'],
  ...settingsParts.map(({ name }) => `/settings?part=${name}`),
]
const people = 'Company name,First name,Surname,E-mail\r\nHolzbau Testberg,Anna,Testberg,anna@testberg.example\r\n,Bernd,Neuling,\r\n'

/** What is wrong with the focus while a sheet is open: it begins in it, and no Tab leads to the page under it. */
async function focusTroubles(page: Page): Promise<string[]> {
  const inside = () =>
    page.evaluate(() => {
      const at = document.activeElement
      const sheets = [...document.querySelectorAll('dialog[open]')]
      // Past the last one the browser itself has the focus.
      return !at || at === document.body || sheets.some((sheet) => sheet.contains(at))
    })
  const begins = await page.evaluate(() => !!document.activeElement?.closest('dialog[open]'))
  const wrong = begins ? [] : ['the focus is not in the sheet']
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press(step % 2 ? 'Shift+Tab' : 'Tab')
    if (!(await inside())) wrong.push('Tab leads out of the sheet')
  }
  return wrong
}

describe.each(some)('$colorScheme, $locale, $viewport.width wide', ({ colorScheme, locale, viewport }) => {
  it('every sheet, and every page that an act leads to, is in order', async () => {
    const app = await openApp({ colorScheme, locale, viewport })
    const { page } = app
    const wrong: string[] = []
    let turn = seed
    const isNext = () => turn++ % every === 0
    const look = async (name: string) => {
      await page.waitForTimeout(350)
      if (whole) await shot(page, `sheet-${name.replace(/\W+/g, '-')}-${colorScheme}-${locale}-${viewport.width}`)
      const found = await findings(page)
      wrong.push(...found.map(({ what, where }) => `${name}: ${what}: ${where}`), ...(await looks(page)).map((what) => `${name}: ${what}`))
    }
    await page.locator('.choice').first().click()
    await page.locator('.rail').waitFor()
    const first: Record<string, string> = {}
    for (const list of ['/contacts', '/segments', '/campaigns', '/templates']) first[list] = await firstCard(page, app.url, list)
    const addressOf = (place: string) => `${app.url}#${place.replace(/^(\/\w+)\/:x/, (_, list: string) => first[list] ?? '')}`

    for (const place of byAddress) {
      if (!isNext()) continue
      await page.goto(`${app.url}#/more`)
      await page.goto(addressOf(place))
      await page.locator('dialog[open]').waitFor()
      await look(place)
      wrong.push(...(await focusTroubles(page)).map((what) => `${place}: ${what}`))
      await page.keyboard.press('Escape')
      await page.locator('dialog[open]').waitFor({ state: 'detached' })
      await expect
        .poll(() => page.evaluate(() => document.activeElement?.tagName), { message: `the focus after ${place}` })
        .not.toBe('BODY')
    }
    for (const key of byKey) {
      if (!isNext()) continue
      await page.goto(`${app.url}#/more`)
      await page.getByRole('heading', { name: say('nav.more', locale.slice(0, 2) as UiLanguage) }).waitFor()
      await page.keyboard.press(key)
      await page.locator('dialog[open]').waitFor()
      await look(`key ${key}`)
      await page.keyboard.press('Escape')
    }
    for (const place of pages) {
      if (!isNext()) continue
      await page.goto(addressOf(place))
      await page.locator('main .deck, main h1, h1').first().waitFor()
      await look(place)
    }
    await chooseFile(page, app.url, textFile('people.csv', people))
    await page.locator('main .deck .btn-primary').waitFor()
    if (isNext()) await look('import, columns')
    await page.locator('main .deck .btn-primary').click()
    await page.getByRole('tab').first().waitFor()
    if (isNext()) await look('import, check')
    await app.close()
    expect(wrong).toEqual([])
  })
})
