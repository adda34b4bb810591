// Logging in real Chromium, durable on the disk. Each figure beside the floor it stands on, both in one run:
// 5 000 lines beside a bare put of the same rows; 50 000 in the built app and the longest task that kept its screen from answering; the first
// page of a log of a million entries beside the same page with an empty log.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { chromium } from 'playwright-core'
import { findChromium } from '../../tools/browser.mjs'
import { serve } from '../../tools/serve.mjs'

const lines = Number(process.env.FIELDBOOK_LOG_LINES ?? 5000)
const many = Number(process.env.FIELDBOOK_LOG_MANY ?? 50_000)
const entries = Number(process.env.FIELDBOOK_LOG_ENTRIES ?? 1_000_000)
const short = (value) => Number(value.toPrecision(3))

/** The app as it is shipped, and beside it the functions that fill and measure a database, as one script. */
async function built(root, out) {
  const dist = process.env.FIELDBOOK_DIST ?? join(out, 'bench', 'log-app')
  process.env.NODE_ENV = 'production'
  if (!process.env.FIELDBOOK_DIST) await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } })
  const outDir = join(out, 'bench', 'log-page')
  const entry = join(root, 'test/bench/log/page.ts')
  const lib = { entry, formats: ['iife'], name: 'page', fileName: () => 'page.js' }
  await build({ configFile: false, root, logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2023', lib } })
  return { dist, script: readFileSync(join(outDir, 'page.js'), 'utf8') }
}

/** A tablet with a disk of its own, on an address of the app that shows nothing, with our functions on it. */
async function tablet(url, script) {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'))
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const context = await chromium.launchPersistentContext(folder, { executablePath: findChromium(), args, headless: true, locale: 'en-GB' })
  const page = context.pages()[0] ?? (await context.newPage())
  await page.goto(`${url}manifest.webmanifest`)
  await page.evaluate(script)
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, close }
}

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
    name: `log ${lines} lines, at most 2 times a bare put of the same rows`,
    unit: 'ms',
    ours: short(ours),
    peers: { 'bare put': short(bare) },
    ratio: short(bare / ours),
    bar: 0.5,
    holds: ratio <= 2,
  }
}

/** What a page's main thread did meanwhile: the longest task, in milliseconds on the processor (the turns of other programs are not ours). */
async function traced(page, doing) {
  const cdp = await page.context().newCDPSession(page)
  const events = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const traceConfig = { includedCategories: ['toplevel', 'devtools.timeline'] }
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig })
  // The start of the recording is a task as well.
  await page.waitForTimeout(1000)
  const marked = await page.evaluate(() => console.timeStamp('begin') ?? true)
  if (marked) await doing()
  const over = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
  await cdp.send('Tracing.end')
  await over
  const begin = events.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === 'begin')
  if (!begin) throw new Error('The recording does not say when it began')
  const tasks = events.filter(({ name, pid, tid, ts }) => /RunTask/.test(name) && pid === begin.pid && tid === begin.tid && ts > begin.ts)
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000))
}

async function mainThread(url, script) {
  const { page, close } = await tablet(url, script)
  await page.evaluate((count) => globalThis.bench.seed('fieldbook', { lines: count }), many)
  await page.goto(`${url}#/segments/bench-segment?open=log`)
  await page.waitForFunction(() => document.querySelector('dialog .btn-primary')?.disabled === false, undefined, { timeout: 240_000 })
  await page.waitForTimeout(3000)
  const start = Date.now()
  const longest = await traced(page, async () => {
    await page.locator('dialog .btn-primary').evaluate((element) => element.click())
    await page.locator('.toast', { hasText: 'logged' }).waitFor({ timeout: 400_000 })
    console.log(`logging ${many} lines in the app took ${((Date.now() - start) / 1000).toFixed(1)} s`)
    await page.waitForTimeout(2000)
  })
  await close()
  return {
    name: `log ${many} lines, longest task of the screen, at most 50 ms`,
    unit: 'ms',
    ours: short(longest),
    peers: {},
    ratio: short(50 / longest),
    bar: 1,
    holds: longest <= 50,
  }
}

/** Milliseconds from the start of the page until its first entry stands there, or until it says that there is none. */
async function firstPage(url, script, count, rounds, median) {
  const { page, close } = await tablet(url, script)
  await page.evaluate((wish) => globalThis.bench.seed('fieldbook', { entries: wish }), count)
  const times = []
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${url}manifest.webmanifest`)
    await page.goto(`${url}#/log`, { waitUntil: 'commit' })
    const shown = await page.waitForFunction(
      (full) => (full ? document.querySelector('main .row') : document.querySelector('main .empty, main .row')) && performance.now(),
      count > 0,
      { polling: 'raf' },
    )
    if (round > 0) times.push(await shown.jsonValue())
  }
  await close()
  return median(times)
}

async function millionEntries(url, script, rounds, median) {
  const blank = await firstPage(url, script, 0, rounds, median)
  const full = await firstPage(url, script, entries, rounds, median)
  return {
    name: `first page of a log of ${entries} entries, at most 100 ms after an empty one`,
    unit: 'ms',
    ours: short(full),
    peers: { 'empty log': short(blank) },
    ratio: short((blank + 100) / full),
    bar: 1,
    holds: full <= blank + 100,
  }
}

/** The rows of this area; FIELDBOOK_LOG names one of them alone: lines, screen, page. */
export async function measure({ root, out, rounds, median }) {
  const { dist, script } = await built(root, out)
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
