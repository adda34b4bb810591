// Logging in real Chromium, durable on the disk. Each figure beside the floor it stands on, both in one run:
// 5 000 lines beside a bare put of the same rows; 50 000 in the built app and the longest task that kept its screen from answering; the first
// page of a log of a million entries beside a page of the app that shows nothing of the data.
import { serve } from '../../tools/serve.mjs'
import { builtApp, builtScript, longestTask, short, tablet } from '../tablet.mjs'

const lines = Number(process.env.FIELDBOOK_LOG_LINES ?? 5000)
const many = Number(process.env.FIELDBOOK_LOG_MANY ?? 50_000)
const entries = Number(process.env.FIELDBOOK_LOG_ENTRIES ?? 1_000_000)
/** So long is nothing done between two rounds. */
const settled = 3000

/** Ours and the bare put take turns. */
async function beside(url, script, rounds, median) {
  const { page, close } = await tablet(url, script)
  const times = { ours: [], bare: [] }
  for (let round = 0; round <= rounds; round++) {
    const ours = await page.evaluate((count) => globalThis.bench.ours(count), lines)
    const bare = await page.evaluate(() => globalThis.bench.bare())
    if (round === 0) continue
    times.ours.push(ours)
    times.bare.push(bare)
  }
  await close()
  const [ours, bare] = [median(times.ours), median(times.bare)]
  const ratio = ours / bare
  return {
    name: `log/${lines} lines, at most 2 times a bare put of the same rows`,
    unit: 'ms',
    ours: short(ours),
    peers: { 'bare put': short(bare) },
    ratio: short(bare / ours),
    bar: 0.5,
    holds: ratio <= 2,
  }
}

async function mainThread(url, script) {
  const { page, close } = await tablet(url, script)
  await page.evaluate((count) => globalThis.bench.seed('fieldbook', { lines: count }), many)
  await page.goto(`${url}#/segments/bench-segment?open=log`)
  await page.waitForFunction(() => document.querySelector('dialog .btn-primary')?.disabled === false, undefined, { timeout: 240_000 })
  await page.waitForTimeout(3000)
  const start = Date.now()
  const longest = await longestTask(page, async () => {
    await page.locator('dialog .btn-primary').evaluate((element) => element.click())
    await page.locator('.toast', { hasText: 'logged' }).waitFor({ timeout: 400_000 })
    console.log(`logging ${many} lines in the app took ${((Date.now() - start) / 1000).toFixed(1)} s`)
    await page.waitForTimeout(2000)
  })
  await close()
  return {
    name: `log/${many} lines, longest task of the screen, at most 50 ms`,
    unit: 'ms',
    ours: short(longest),
    peers: {},
    ratio: short(50 / longest),
    bar: 1,
    holds: longest <= 50,
  }
}

/** Milliseconds from the start of the app until this stands on its page. */
async function shown(page, url, path, selector) {
  await page.goto(`${url}manifest.webmanifest`)
  // What the page before had begun to count has ended, and its worker with it.
  await page.waitForTimeout(settled)
  await page.goto(`${url}#${path}`, { waitUntil: 'commit' })
  const found = await page.waitForFunction((what) => document.querySelector(what) && performance.now(), selector, { polling: 'raf' })
  return found.jsonValue()
}

/**
 * The log page beside a blank one, the app started anew for each, on one tablet: the app opens the same long database for both. A page of the
 * app that reads nothing is the blank one.
 */
async function millionEntries(url, script, rounds, median) {
  const { page, close } = await tablet(url, script)
  await page.evaluate((wish) => globalThis.bench.seed('fieldbook', { entries: wish }), entries)
  const times = { log: [], blank: [] }
  for (let round = 0; round <= rounds; round++) {
    const blank = await shown(page, url, '/help', 'main h2')
    const log = await shown(page, url, '/log', 'main .row .row-1')
    if (round === 0) continue
    times.log.push(log)
    times.blank.push(blank)
  }
  await close()
  const [log, blank] = [median(times.log), median(times.blank)]
  console.log(`log page ${times.log.map(Math.round).join(' ')} · blank page ${times.blank.map(Math.round).join(' ')}`)
  return {
    name: `log/first page of a log of ${entries} entries, at most 100 ms after a blank page`,
    unit: 'ms',
    ours: short(log),
    peers: { 'blank page': short(blank) },
    ratio: short((blank + 100) / log),
    bar: 1,
    holds: log <= blank + 100,
  }
}

/** The rows of this area; FIELDBOOK_LOG names one of them alone: lines, screen, page. */
export async function measure({ root, out, rounds, median }) {
  const dist = await builtApp(root, out)
  const script = await builtScript(root, out, 'test/bench/log/page.ts')
  const server = await serve({ dir: dist })
  const wanted = process.env.FIELDBOOK_LOG
  const rows = []
  try {
    if (!wanted || wanted === 'lines') rows.push(await beside(server.url, script, rounds, median))
    if (!wanted || wanted === 'screen') rows.push(await mainThread(server.url, script))
    if (!wanted || wanted === 'page') rows.push(await millionEntries(server.url, script, rounds, median))
  } finally {
    await server.close()
  }
  return rows
}
