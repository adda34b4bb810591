// How every page looks, worked out and not only photographed: contrast, targets, gaps, cut words, width. On the tablet lying and standing, beside
// another app, with text twice as large; light and dark, and with more contrast. `npm run torture` looks at all of it, `npm test` at three
// sizes, each in one theme, and every second page; FIELDBOOK_SEED chooses which.
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openApp, type App } from './browser.ts'
import { high, looks, usual } from './looks.ts'
import { cardPages, pages } from './pages.ts'

const sizes = [
  { name: 'lying', width: 1180, height: 820, letters: 16 },
  { name: 'standing', width: 820, height: 1180, letters: 16 },
  { name: 'beside another app', width: 507, height: 820, letters: 16 },
  { name: 'with text twice as large', width: 820, height: 1180, letters: 32 },
  { name: 'lying with text twice as large', width: 1180, height: 820, letters: 32 },
] as const
const themes = [
  { colorScheme: 'light', contrast: 'no-preference' },
  { colorScheme: 'dark', contrast: 'no-preference' },
  { colorScheme: 'light', contrast: 'more' },
  { colorScheme: 'dark', contrast: 'more' },
] as const
const resting = {
  media: null,
  colorScheme: 'light',
  contrast: 'no-preference',
  forcedColors: 'none',
  reducedMotion: 'no-preference',
} as const
const whole = !!process.env['FIELDBOOK_TORTURE']
const seed = Number(process.env['FIELDBOOK_SEED'] ?? '1')
// Of what is wide and of what is large one size each in the short form.
const chosen = whole ? sizes : [sizes[(seed >> 1) % 2]!, sizes[2], sizes[3 + ((seed >> 1) % 2)]!]
const looked = chosen.flatMap((size, at) => (whole ? themes : [themes[(at + seed) % themes.length]!]).map((theme) => ({ size, theme })))
console.info(`Looks: ${looked.length} of ${sizes.length * themes.length} combinations of size and theme, seed ${seed}.`)

let app: App
const show = async (hash: string) => {
  await app.page.goto(`${app.url}#${hash}`)
  await app.page.locator('main h1').first().waitFor()
  await app.page.waitForTimeout(250)
}
const letters = async (size: number) => {
  const session = await app.context.newCDPSession(app.page)
  await session.send('Page.setFontSizes', { fontSizes: { standard: size, fixed: size } })
  await session.detach()
}

/** All five languages in the long form; in the short one two of them, German and a seeded one, each on its own half of the pages looked at. */
const locales = ['de-DE', 'fr-FR', 'nl-NL', 'nb-NO', 'en-GB']
const spoken = whole ? locales : [locales[0]!, locales[1 + ((seed - 1) % 4)]!]

describe.each(spoken)('in %s', (locale) => {
  beforeAll(async () => {
    app = await openApp({ locale })
    await app.page.locator('.choice').first().click()
    await app.page.locator('.rail').waitFor()
  })
  beforeEach(() => app.page.emulateMedia(resting))
  afterAll(async () => app.close())

  it('every page can be read, pressed and seen whole in every size', { timeout: whole ? 900_000 : 180_000 }, async () => {
    const { page } = app
    const wrong: string[] = []
    const all = [...pages, ...(await cardPages(page, app.url))]
    const turn = spoken.indexOf(locale)
    const some = whole ? all : all.filter((_path, at) => (at + seed + 2 * turn) % 4 === 0)
    console.info(`Looks: ${some.length} of ${all.length} pages.`)
    for (const path of some) {
      await page.setViewportSize({ width: 1180, height: 820 })
      await show(path)
      for (const { size, theme } of looked) {
        await page.setViewportSize({ width: size.width, height: size.height })
        await letters(size.letters)
        await page.emulateMedia(theme)
        await page.waitForTimeout(60)
        const found = await looks(page, theme.contrast === 'more' ? high : usual)
        const where = `${path.replace(/[\da-f-]{36}/, '…')}, ${size.name}, ${theme.colorScheme}, contrast ${theme.contrast}`
        wrong.push(...found.map((one) => `${where}: ${one}`))
      }
      await letters(16)
    }
    expect(wrong).toEqual([])
  })

  it('where the system chooses the colours, what is chosen still differs from what is not, and all can be read', async () => {
    const { page } = app
    await page.setViewportSize({ width: 1180, height: 820 })
    await show('/gallery')
    await page.emulateMedia({ forcedColors: 'active' })
    expect(await looks(page)).toEqual([])
    const unlike = await page.evaluate(() => {
      const drawn = (selector: string) => {
        const style = getComputedStyle(document.querySelector(selector)!)
        const ground = style.backgroundColor.replace('rgba(0, 0, 0, 0)', 'rgb(255, 255, 255)').replace(/rgba\((.*), 0\)/, 'rgb($1)')
        return [ground, style.borderTopColor, style.outlineStyle, style.outlineColor].join(' ')
      }
      return [
        ['.segd > [aria-pressed=true]', '.segd > [aria-pressed=false]'],
        ['.chip[aria-pressed=true]', '.chip:not([aria-pressed])'],
        ['[aria-checked=true] > .switch', '[aria-checked=false] > .switch'],
        ['[aria-checked=true] > .check', '[aria-checked=false] > .check'],
        ['.out[aria-pressed=true]', '.out:not([aria-pressed])'],
        ['.step[aria-current]', '.step:not([aria-current])'],
        ['.row.is-on', '.row:not(.is-on)'],
        ['.btn-primary', '.btn-quiet'],
        ['.btn.is-focus', '.btn'],
        ['.btn-icon[aria-pressed=true]', '.btn-icon:not([aria-pressed])'],
        ['.bar[aria-pressed=true]', '.bar[aria-pressed=false]'],
      ].filter(([one = '', other = '']) => drawn(one) === drawn(other))
    })
    expect(unlike).toEqual([])
  })

  it('whoever wants less motion gets none', async () => {
    const { page } = app
    await show('/gallery')
    const opens = page.locator('.catalog section:has(.dialog) .btn-quiet').first()
    const moving = async () => {
      await opens.click()
      const found = await page.evaluate(
        () => document.getAnimations().filter((one) => Number(one.effect?.getComputedTiming().duration) > 0).length,
      )
      await page.keyboard.press('Escape')
      await page.locator('dialog').waitFor({ state: 'detached' })
      return found
    }
    expect(await moving()).toBeGreaterThan(0)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    expect(await moving()).toBe(0)
  })

  it('on paper every page is white and without what can only be pressed', async () => {
    const { page } = app
    const wrong: string[] = []
    for (const path of ['/', '/contacts', '/log', '/help', '/gallery', '/settings']) {
      await show(path)
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
      const on = await page.evaluate(() => {
        const seen = (selector: string) => [...document.querySelectorAll(selector)].some((one) => one.checkVisibility())
        const main = document.querySelector('main')!
        return {
          white: getComputedStyle(main).backgroundColor === 'rgb(255, 255, 255)',
          bare: !seen('.rail, .deck, .tools, .topbar a, .topbar button'),
          title: seen('main h1'),
          whole: main.scrollHeight <= main.clientHeight + 1 && document.documentElement.scrollWidth <= innerWidth,
          words: document.querySelector('main')!.innerText.length > 60,
        }
      })
      wrong.push(...Object.entries(on).flatMap(([what, right]) => (right ? [] : [`${path}: not ${what}`])))
      await page.emulateMedia({ media: null, colorScheme: 'light' })
    }
    expect(wrong).toEqual([])
  })

  it('above the keyboard every field can be seen while it is typed in, and the act stays in reach', async () => {
    const { page } = app
    await page.setViewportSize({ width: 1180, height: 820 })
    const cards = await cardPages(page, app.url)
    const one = (list: string) => cards.find((path) => path.startsWith(`/${list}/`))!
    const editors = [
      '/settings',
      `${one('segments')}?open=header`,
      `${one('segments')}?open=log`,
      `${one('campaigns')}`,
      `${one('contacts')}`,
      '/gallery',
    ]
    const wrong: string[] = []
    for (const path of editors) {
      await page.setViewportSize({ width: 1180, height: 820 })
      await show(path)
      await page.setViewportSize({ width: 1180, height: 380 })
      if (path === '/gallery') await page.locator('.catalog section:has(.dialog) .btn-quiet').nth(1).click()
      await page.waitForTimeout(250)
      const hiddenNow = () =>
        page.evaluate(() => {
          const top = document.querySelector('dialog:modal') ?? document.querySelector('main')!
          const found: string[] = []
          for (const field of top.querySelectorAll<HTMLElement>('input:not([type=file], .vh), textarea, select')) {
            if (!field.checkVisibility() || field.matches(':disabled')) continue
            field.focus()
            field.scrollIntoView({ block: 'nearest' })
            const box = field.getBoundingClientRect()
            const at = document.elementFromPoint((box.left + box.right) / 2, Math.min(box.top + 20, (box.top + box.bottom) / 2))
            const clear =
              at !== null && (field.contains(at) || at.contains(field) || field.closest('.field-c, .search')?.contains(at) === true)
            if (!clear || box.top < 0 || box.top + Math.min(box.height, 40) > innerHeight)
              found.push(`the field “${field.getAttribute('aria-label') ?? field.id}” is hidden`)
          }
          for (const act of top.querySelectorAll('.deck .btn-primary')) {
            const box = act.getBoundingClientRect()
            if (act.checkVisibility() && (box.bottom > innerHeight + 1 || box.top < 0))
              found.push(`“${act.textContent.trim()}” is out of reach`)
          }
          const room = top.querySelector('.sheet-body, .body, .body-cols')?.clientHeight ?? 0
          if (room < 150) found.push(`${room} px are left for what is typed`)
          return found
        })
      // A keyboard comes up in steps, and a sheet follows it a moment later.
      let hidden = await hiddenNow()
      for (let times = 0; hidden.length > 0 && times < 8; times++) {
        await page.waitForTimeout(250)
        hidden = await hiddenNow()
      }
      wrong.push(...hidden.map((what) => `${path.replace(/[\da-f-]{36}/, '…')}: ${what}`))
      await page.keyboard.press('Escape')
    }
    expect(wrong).toEqual([])
  })
})
