// With 100 000 contacts on the tablet: how long after a tap something is painted, as the browser tells it (Event Timing: from the input to the next
// picture, in steps of 8 ms, nothing under 16). Each tap is the input of a real pointer, on the page as a person finds it.
import { serve } from '../../tools/serve.mjs'
import { atMost, builtScript, tabletWithSample } from '../tablet.mjs'

const size = Number(process.env.FIELDBOOK_TAPS_SIZE ?? 100_000)
const longest = 100
const say = (text) => console.log(`tablet: ${text}`)

/** What a page does before it is measured: it keeps the longest answer to a pointer. */
function watchTaps() {
  globalThis.slowest = 0
  new PerformanceObserver((list) => {
    for (const { name, duration, interactionId } of list.getEntries())
      if (interactionId && /^(pointer|click)/.test(name)) globalThis.slowest = Math.max(globalThis.slowest, duration)
  }).observe({ type: 'event', durationThreshold: 16 })
}

const rail = (name) => (page) => page.locator('.rail').getByRole('link', { name, exact: true })
const button = (name) => (page) => page.getByRole('button', { name }).first()
const first = (selector) => (page) => page.locator(selector).first()

/** Where, what is tapped before and not measured, and what is tapped. */
const taps = {
  'Contacts in the rail': { at: '#/', tap: rail('Contacts') },
  'Segments in the rail': { at: '#/contacts', tap: rail('Segments') },
  'Campaigns in the rail': { at: '#/contacts', tap: rail('Campaigns') },
  'Today in the rail': { at: '#/contacts', tap: rail('Today') },
  'More in the rail': { at: '#/contacts', tap: rail('More') },
  'a contact of the list': { at: '#/contacts', tap: first('.vlist .row') },
  'Persons over the list': { at: '#/contacts', tap: button(/^Persons/) },
  'Columns of the list': { at: '#/contacts', tap: button('Columns') },
  'Select over the list': { at: '#/contacts', tap: button('Select') },
  'choosing a contact': { at: '#/contacts', before: button('Select'), tap: first('.vlist .row') },
  'New contact': { at: '#/contacts', tap: button('New contact') },
  'search over everything': { at: '#/', tap: button('Search everything') },
  'a segment of the list': { at: '#/segments', tap: first('main a.row') },
  'an entry of the log': { at: '#/log', tap: first('.vlist .row') },
  // The list stays as it was shown last: after this it has other acts.
  'By company over the list': { at: '#/contacts', tap: button('By company') },
  'a template of the list': { at: '#/templates', tap: first('main a[href*="#/templates/"]') },
}

async function answered(page, url, { at, before, tap }) {
  await page.goto('about:blank')
  await page.goto(url + at)
  if (before) await before(page).click()
  const target = tap(page)
  await target.waitFor({ timeout: 60_000 })
  // A person looks before she taps.
  await page.waitForTimeout(1500)
  const { x, y, width, height } = await target.boundingBox()
  await page.evaluate(() => (globalThis.slowest = 0))
  await page.touchscreen.tap(x + Math.min(width / 2, 200), y + height / 2)
  await page.waitForTimeout(1000)
  return page.evaluate(() => globalThis.slowest)
}

/** A tablet with the sample and so many contacts beside it. */
async function filled(url, seed) {
  const { page, close } = await tabletWithSample(url, { hasTouch: true, viewport: { width: 1180, height: 820 } })
  await page.goto(`${url}manifest.webmanifest`)
  await page.evaluate(seed)
  const start = Date.now()
  await page.evaluate((size) => globalThis.bench.seed('fieldbook', size), size)
  say(`${size} contacts are on the disk after ${Math.round((Date.now() - start) / 1000)} s`)
  await page.addInitScript(watchTaps)
  await page.goto(`${url}#/contacts`)
  await page.waitForFunction((least) => Number(document.querySelector('.deck .count-n')?.textContent.replace(/\D/g, '')) >= least, size, {
    timeout: 240_000,
  })
  // What is saved for the next start, and prepared for the first search, is done by then.
  await page.waitForTimeout(Number(process.env.FIELDBOOK_CONTACTS_REST ?? 20_000))
  return { page, close }
}

export async function measureTaps({ root, out, dist, rounds, median }) {
  const seed = await builtScript(root, out, 'test/bench/contacts/appPage.ts')
  const server = await serve({ dir: dist })
  const { page, close } = await filled(server.url, seed)
  try {
    const rows = []
    for (const [what, how] of Object.entries(taps)) {
      const found = []
      for (let round = 0; round <= rounds; round++) {
        const took = await answered(page, server.url, how)
        // The first round warms up.
        if (round > 0) found.push(took)
      }
      // Nothing told is a picture within 16 ms.
      const ours = Math.max(16, median(found))
      say(`${what}: ${found.map((took) => Math.round(took)).join(' ')} ms`)
      rows.push(atMost(`tablet/tap with ${size} contacts: ${what}`, 'ms', ours, longest))
    }
    return rows
  } finally {
    await close()
    await server.close()
  }
}
