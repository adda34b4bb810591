// What measurements in the browser share: the app as it is shipped with a script of our own beside it, and a tablet with a disk of its own.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { chromium } from 'playwright-core'
import { findChromium } from '../tools/browser.mjs'

export const short = (value) => Number(value.toPrecision(3))

/** The app as it is shipped; FIELDBOOK_DIST names one that is built already. */
export async function builtApp(root, out) {
  if (process.env.FIELDBOOK_DIST) return process.env.FIELDBOOK_DIST
  const dist = join(out, 'bench', 'app')
  process.env.NODE_ENV = 'production'
  await build({ root, logLevel: 'error', build: { outDir: dist, emptyOutDir: true } })
  return dist
}

/** A TypeScript file as one script for a page. */
export async function builtScript(root, out, entry) {
  const outDir = join(out, 'bench', entry.replaceAll('/', '-'))
  process.env.NODE_ENV = 'production'
  const lib = { entry: join(root, entry), formats: ['iife'], name: 'page', fileName: () => 'page.js' }
  await build({ configFile: false, root, logLevel: 'error', build: { outDir, emptyOutDir: true, target: 'es2023', lib } })
  return readFileSync(join(outDir, 'page.js'), 'utf8')
}

/** A browser with a disk of its own. @param {object} more wishes for its window */
export async function browser(more = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'fieldbook-bench-'))
  const args = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])]
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: findChromium(),
    args,
    headless: true,
    locale: 'en-GB',
    ...more,
  })
  const page = context.pages()[0] ?? (await context.newPage())
  const close = async () => {
    await context.close()
    rmSync(folder, { recursive: true, force: true })
  }
  return { page, context, close }
}

/** A tablet with the sample on it, and the app whole on it. @param {object} more wishes for its window */
export async function tabletWithSample(url, more) {
  const { page, context, close } = await browser(more)
  await page.goto(url)
  await page.getByRole('button', { name: 'Look around with sample data' }).click()
  await page.locator('.ledger').first().waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  return { page, context, close }
}

/** A figure of ours that has a limit and no peer, or one that only stands beside it. */
export const atMost = (name, unit, ours, most, peers = {}) => ({
  ...{ name, unit, ours: short(ours), peers, ratio: NaN },
  ...{ bar: `at most ${most}`, holds: ours <= most },
})

/** A tablet on an address of the app that shows nothing, with our functions on it. */
export async function tablet(url, script) {
  const { page, context, close } = await browser()
  await page.goto(`${url}manifest.webmanifest`)
  await page.evaluate(script)
  return { page, context, close }
}

/** Starts a recording of what the threads of a page do; it gives the events. */
export async function recording(page, categories) {
  const cdp = await page.context().newCDPSession(page)
  const events = []
  cdp.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  await cdp.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories: categories } })
  return async () => {
    const over = new Promise((done) => cdp.once('Tracing.tracingComplete', done))
    await cdp.send('Tracing.end')
    await over
    await cdp.detach()
    return events
  }
}

/** What a page's main thread did meanwhile: the longest task, in milliseconds on the processor (the turns of other programs are not ours). */
export async function longestTask(page, doing) {
  const stop = await recording(page, ['toplevel', 'devtools.timeline'])
  // The start of the recording is a task as well.
  await page.waitForTimeout(1000)
  const marked = await page.evaluate(() => console.timeStamp('begin') ?? true)
  if (marked) await doing()
  const events = await stop()
  const begin = events.find(({ name, args }) => name === 'TimeStamp' && args.data?.message === 'begin')
  if (!begin) throw new Error('The recording does not say when it began')
  const tasks = events.filter(({ name, pid, tid, ts }) => /RunTask/.test(name) && pid === begin.pid && tid === begin.tid && ts > begin.ts)
  return Math.max(0, ...tasks.map(({ tdur = 0 }) => tdur / 1000))
}
