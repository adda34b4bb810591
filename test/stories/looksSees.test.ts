// What measures the looks sees what is wrong: each fault alone, on a page that is in order without it.
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, type App } from './browser.ts'
import { high, looks } from './looks.ts'

let app: App
beforeAll(async () => {
  app = await openApp()
  await app.page.locator('.choice').first().click()
  await app.page.locator('.rail').waitFor()
  await app.page.goto(`${app.url}#/gallery`)
  await app.page.locator('.catalog').waitFor()
})
afterAll(async () => app.close())

it.each([
  ['pale text', 'contrast 2.8', { selector: '.catalog h2', style: { color: '#999' } }],
  ['text that is faded', 'contrast', { selector: '.catalog .empty p.meta', style: { opacity: '0.4' } }],
  ['a pale sign', 'of an icon', { selector: '.signs .icon', style: { color: '#ddd' } }],
  ['a pale edge', 'of an edge', { selector: '.catalog .chip', style: { borderColor: '#ddd' } }],
  ['a pale placeholder', 'what is typed', { selector: '.catalog .search input', style: { color: '#bbb' } }],
  ['a small button', 'target of', { selector: '.catalog .btn-quiet', style: { maxHeight: '30px', minHeight: '30px' } }],
  ['buttons that touch', 'px between', { selector: '.catalog .btn-row', style: { gap: '2px' } }],
  [
    'buttons on each other',
    'lie on each other',
    { selector: '.catalog .btn-row .btn:nth-child(2)', style: { marginInlineStart: '-60px' } },
  ],
  ['a cut word', 'text is cut', { selector: '.catalog .badge', style: { width: '20px', overflow: 'hidden' } }],
  [
    'dots that lead nowhere',
    'ends in dots',
    { selector: '.catalog h2', style: { width: '20px', overflow: 'hidden', whiteSpace: 'nowrap', textOverflow: 'ellipsis' } },
  ],
  ['a word that stands out', 'stands out of its box', { selector: '.catalog .badge', style: { width: '20px' } }],
  ['words on words', 'hidden by', { selector: '.catalog .dialog h3', style: { translate: '0 30px' } }],
  ['a button over words', 'hidden by', { selector: '.catalog .dialog .btn-row', style: { marginBlockStart: '-60px' } }],
  ['a frame that leaves no room', 'no room', { selector: '.topbar', style: { minHeight: '600px' } }],
  ['a page that is too wide', 'wider than', { selector: '.catalog', style: { width: '1400px' } }],
])('%s is found', async (_what, said, { selector, style }) => {
  const { page } = app
  expect((await looks(page)).filter((one) => one.includes(said))).toEqual([])
  const put = (on: boolean) =>
    page.evaluate(
      ([selector, style, on]) => {
        const element = document.querySelector<HTMLElement>(selector)!
        if (on) Object.assign(element.style, style)
        if (on) element.scrollIntoView({ block: 'center' })
        else element.removeAttribute('style')
      },
      [selector, style, on] as const,
    )
  await put(true)
  const found = await looks(page)
  await put(false)
  expect(
    found.some((one) => one.includes(said)),
    found.join('\n'),
  ).toBe(true)
})

it('more contrast is asked for where the system asks for it', async () => {
  expect((await looks(app.page, high)).length).toBeGreaterThan(0)
})

it('two filled acts on a page, and beside another app a head and a deck that take too much, are found', async () => {
  const { page } = app
  const said = /acts are filled|the topbar is|the deck is/
  const about = async () => (await looks(page)).filter((one) => said.test(one)).map((one) => said.exec(one)?.[0])
  const put = (on: boolean) =>
    page.evaluate((on) => {
      document.querySelector('.faults')?.remove()
      document.querySelector<HTMLElement>('.topbar')!.style.minHeight = on ? '80px' : ''
      if (!on) return
      const deck = document.createElement('footer')
      deck.className = 'deck faults'
      deck.style.height = '150px'
      for (const said of ['One', 'Two']) {
        const act = document.createElement('button')
        act.className = 'btn btn-primary'
        act.textContent = said
        deck.append(act)
      }
      document.querySelector('main')!.append(deck)
    }, on)
  await page.goto(`${app.url}#/contacts`)
  await page.setViewportSize({ width: 507, height: 820 })
  // The gallery has rows as well.
  await page.locator('.catalog').waitFor({ state: 'detached' })
  await page.locator('main .vlist .row').first().waitFor()
  expect(await about()).toEqual([])
  await put(true)
  expect(await about()).toEqual(['the topbar is', 'the deck is', 'acts are filled'])
  await put(false)
})
