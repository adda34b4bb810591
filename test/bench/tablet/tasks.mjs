// With the sample on the tablet, four times slower: the longest task of the page's thread while a person scrolls her contacts, types in a search and
// a name, and merges letters.
import { serve } from '../../tools/serve.mjs'
import { scrollInPage } from '../contacts/list.mjs'
import { atMost, longestTask, tabletWithSample } from '../tablet.mjs'

const longest = 50
const say = (text) => console.log(`tablet: ${text}`)

const typed = (page, text) => page.keyboard.type(text, { delay: 60 })

const make = (page) => page.getByRole('button', { name: /^Make (\d|again)/ }).first()

/** Where, what comes before, and what is done while it is measured. */
const doings = {
  'scrolling contacts': { at: '#/contacts', doing: (page) => page.evaluate(scrollInPage, 60) },
  'typing in the search': {
    at: '#/contacts',
    before: (page) => page.getByRole('searchbox').click(),
    doing: (page) => typed(page, 'machine'),
  },
  'typing a name': {
    at: '#/contacts',
    before: async (page) => {
      await page.getByRole('button', { name: 'New contact' }).click()
      await page.getByLabel('Surname').first().click()
    },
    doing: (page) => typed(page, 'Zimmermann-Koch'),
  },
  'merging letters': {
    at: '#/segments',
    before: async (page) => {
      await page
        .getByRole('link', { name: /Spring letter, machine customers/ })
        .first()
        .click()
      await page.waitForURL(/segments\/[^/]+$/)
      await page.goto(`${page.url()}/output?kind=letters`)
      await make(page).waitFor()
    },
    doing: async (page) => {
      await make(page).click()
      await page.locator('.box .row .btn').first().waitFor({ timeout: 60_000 })
    },
  },
}

export async function measureTasks({ dist, rounds, median }) {
  const server = await serve({ dir: dist })
  const { page, context, close } = await tabletWithSample(server.url, { viewport: { width: 1180, height: 820 } })
  try {
    const cdp = await context.newCDPSession(page)
    const rows = []
    for (const [what, { at, before, doing }] of Object.entries(doings)) {
      const found = []
      for (let round = 0; round <= rounds; round++) {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
        await page.goto('about:blank')
        await page.goto(server.url + at)
        await page.locator('main').waitFor()
        await page.waitForTimeout(1500)
        await before?.(page)
        await page.waitForTimeout(500)
        await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
        const took = await longestTask(page, () => doing(page))
        // The first round warms up.
        if (round > 0) found.push(took)
      }
      const ours = median(found)
      say(`${what}: ${found.map((took) => Math.round(took)).join(' ')} ms`)
      rows.push(atMost(`tablet/longest task four times slower: ${what}`, 'ms', ours, longest))
    }
    return rows
  } finally {
    await close()
    await server.close()
  }
}
