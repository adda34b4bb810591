// Scrolling through 100 000 rows: the list of the app beside TanStack virtual on one page with the same rows, and the real page of contacts.
// Frames that were dropped while a finger scrolls and while it flings, with the processor as it is, four and six times slower; and the longest
// task of the page's thread, four times slower.
import { join } from 'node:path'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { build, preview } from 'vite'
import { browser, longestTask, short } from '../tablet.mjs'

const lists = ['ours', 'TanStack']
const rates = [1, 4, 6]
const longest = 50
const say = (text) => console.log(`contacts: ${text}`)

/** The page with both lists. */
async function opened(out) {
  const root = join(import.meta.dirname, 'list')
  const outDir = join(out, 'bench', 'contacts-list')
  process.env.NODE_ENV = 'production'
  const settings = { configFile: false, root, logLevel: 'error' }
  const plugins = [
    svelte({
      configFile: false,
      compilerOptions: { runes: true },
      dynamicCompileOptions: ({ filename }) => (filename.includes('/node_modules/') ? { runes: undefined } : undefined),
    }),
  ]
  await build({ ...settings, plugins, build: { outDir, emptyOutDir: true, target: 'es2023' } })
  const server = await preview({ ...settings, build: { outDir }, preview: { port: 4575, host: 'localhost' } })
  const { page, context, close: closeBrowser } = await browser()
  await page.setViewportSize({ width: 1180, height: 820 })
  await page.goto(server.resolvedUrls.local[0])
  const close = async () => {
    await closeBrowser()
    await server.close()
  }
  return { page, context, close }
}

/** Runs in the page: so many pixels at each frame; how many frames were dropped in a second and a half. */
export function scrollInPage(step) {
  const frame = [...document.querySelectorAll('main *')].find(
    (one) => one.scrollHeight > one.clientHeight * 3 && ['auto', 'scroll'].includes(getComputedStyle(one).overflowY),
  )
  const whole = 1500
  const usual = 1000 / 60
  return new Promise((done) => {
    frame.scrollTop = 0
    requestAnimationFrame(() =>
      requestAnimationFrame((start) => {
        let last = start
        let dropped = 0
        const next = (now) => {
          dropped += Math.max(0, Math.round((now - last) / usual) - 1)
          last = now
          if (now - start > whole) return void done({ dropped, top: frame.scrollTop })
          frame.scrollTop += step
          requestAnimationFrame(next)
        }
        requestAnimationFrame(next)
      }),
    )
  })
}

const steps = { scrolled: 120, flung: 4000 }

async function dropped(page, step) {
  const { dropped: frames, top } = await page.evaluate(scrollInPage, step)
  if (top === 0) throw new Error(`the list did not scroll: ${top}`)
  await page.waitForTimeout(300)
  return frames
}

const key = (list, rate, what) => `${list} ${rate} ${what}`

/** Each list and each rate in turns. */
async function inTurns(page, cdp, rounds, show, names) {
  const found = {}
  const note = (name, value) => (found[name] ??= []).push(value)
  for (let round = 0; round <= rounds; round++)
    for (const rate of rates)
      for (const list of round % 2 ? names : names.toReversed()) {
        await cdp.send('Emulation.setCPUThrottlingRate', { rate })
        await show(list)
        for (const [what, step] of Object.entries(steps)) {
          const frames = await dropped(page, step)
          if (round > 0) note(key(list, rate, what), frames)
        }
        if (rate !== 4 || round === 0) continue
        note(`${list} longest`, await longestTask(page, async () => void (await page.evaluate(scrollInPage, steps.scrolled))))
        note(`${list} longest flung`, await longestTask(page, async () => void (await page.evaluate(scrollInPage, steps.flung))))
      }
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  for (const [what, values] of Object.entries(found)) say(`${what}: ${values.map((value) => Math.round(value)).join(' ')}`)
  return found
}

const taskRow = (what, ours, peers) => ({
  name: `contacts/list scrolling, ${what}: the longest task four times slower, at most ${longest} ms`,
  unit: 'ms',
  ours: short(ours),
  peers,
  ratio: short(longest / ours),
  bar: 1,
  holds: ours <= longest,
})

export async function measureList({ out, size, rounds, median }) {
  const { page, context, close } = await opened(out)
  try {
    const cdp = await context.newCDPSession(page)
    await page.evaluate((size) => globalThis.bench.prepare(size), size)
    const show = async (list) => {
      await page.evaluate((list) => globalThis.bench.show(list), list)
      await page.waitForSelector('main .row')
      await page.waitForTimeout(300)
    }
    const found = await inTurns(page, cdp, rounds, show, lists)
    const rows = rates.map((rate) => {
      const of = (list) => Object.keys(steps).reduce((sum, what) => sum + median(found[key(list, rate, what)]), 0)
      const [ours, peer] = [of('ours'), of('TanStack')]
      return {
        name: `contacts/list scrolling, ${rate} times slower: frames dropped, no more than TanStack virtual`,
        unit: 'frames',
        ours,
        peers: { 'TanStack virtual': peer },
        ratio: short((peer + 1) / (ours + 1)),
        bar: 1,
        holds: ours <= peer,
      }
    })
    const task = (list) => median([...found[`${list} longest`], ...found[`${list} longest flung`]])
    return [...rows, taskRow('rows alone', task('ours'), { 'TanStack virtual': short(task('TanStack')) })]
  } finally {
    await close()
  }
}

/** The page of contacts stands open. */
export async function measurePage({ page, cdp, rounds, median }) {
  const found = await inTurns(page, cdp, rounds, async () => page.waitForTimeout(300), ['page'])
  const all = rates.map((rate) =>
    Object.keys(steps)
      .map((what) => `${what} ${median(found[key('page', rate, what)])}`)
      .join(', '),
  )
  say(`the page of contacts drops frames at ${rates.map((rate, at) => `${rate}x: ${all[at]}`).join('; ')}`)
  return [taskRow('the page of contacts', median([...found['page longest'], ...found['page longest flung']]), {})]
}
