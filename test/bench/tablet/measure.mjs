// What a tablet has to take in before it shows anything, and how soon it shows something: the code of the entry, all code with styles and
// texts, the pictures; the first paint with the sample on it at a quarter of the speed, beside a page with one word from the same server; the
// longest tasks and the answers to taps in `tasks.mjs` and `taps.mjs`.
// Every figure is that of the build as it is shipped (FIELDBOOK_DIST names one that is built already).
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { serve } from '../../tools/serve.mjs'
import { atMost, builtApp, short, tabletWithSample } from '../tablet.mjs'
import { measureTaps } from './taps.mjs'
import { measureTasks } from './tasks.mjs'

const say = (text) => console.log(`tablet: ${text}`)
const packed = (file) => gzipSync(readFileSync(file), { level: 9 }).length

/** Everything below a folder. */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))

/** What index.html names, and all that must be there before the entry begins: what it imports, and what that imports. */
function entryOf(dist) {
  const named = readFileSync(join(dist, 'index.html'), 'utf8').matchAll(/(?:src|href)="\/?([^"]+\.(?:js|css))"/g)
  const found = new Set()
  const open = [...named].map(([, path]) => join(dist, path))
  for (let file = open.pop(); file; file = open.pop()) {
    if (found.has(file)) continue
    found.add(file)
    if (!file.endsWith('.js')) continue
    for (const [, path] of readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g))
      open.push(join(dist, 'assets', path))
  }
  return [...found]
}

function sizes(dist) {
  const kilobytes = (files) => files.reduce((sum, file) => sum + packed(file), 0) / 1000
  const all = filesIn(dist).filter((file) => !/[/\\](hosting|screenshots)[/\\]/.test(file))
  const of = (...kinds) => all.filter((file) => kinds.includes(extname(file)))
  return [
    atMost('tablet/entry', 'kB gzip', kilobytes(entryOf(dist)), 90),
    atMost('tablet/code, styles and texts', 'kB gzip', kilobytes(of('.js', '.css', '.html')), 1200),
    atMost('tablet/pictures and letters to begin with', 'kB gzip', kilobytes(of('.png', '.svg', '.jpg', '.webp', '.docx', '.json')), 1500),
  ]
}

/** Milliseconds to the first paint of an address, at a quarter of the speed. */
async function firstPaint(page, url) {
  await page.goto('about:blank')
  await page.goto(url)
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
  return page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime)
}

async function paints(dist, { rounds, median, out }) {
  // The blank page stands beside the app, so that the same server and headers give it.
  const blank = join(out, 'bench', 'blank')
  mkdirSync(blank, { recursive: true })
  writeFileSync(join(blank, 'index.html'), '<!doctype html><title>Blank</title><p>Blank</p>')
  const [server, beside] = [await serve({ dir: dist }), await serve({ dir: blank })]
  const { page, context, close } = await tabletWithSample(server.url)
  try {
    await page.reload()
    await page.locator('.ledger').first().waitFor()
    await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: 4 })
    const [app, empty, whole] = [[], [], []]
    for (let round = 0; round <= rounds; round++) {
      const painted = await firstPaint(page, server.url)
      await page.locator('.ledger').first().waitFor()
      const stood = await page.evaluate(() => performance.now())
      const other = await firstPaint(page, beside.url)
      // The first round warms up.
      if (round === 0) continue
      app.push(painted)
      empty.push(other)
      whole.push(stood)
    }
    const [ours, theirs] = [median(app), median(empty)]
    say(
      `first paint after ${Math.round(ours)} ms, a blank page ${Math.round(theirs)} ms; Today stands after ${Math.round(median(whole))} ms`,
    )
    return [atMost('tablet/first paint after a blank page', 'ms', Math.max(0, ours - theirs), 100, { 'blank page': short(theirs) })]
  } finally {
    await close()
    await Promise.all([server.close(), beside.close()])
  }
}

export async function measure({ root, out, rounds, median }) {
  const dist = await builtApp(root, out)
  return [
    ...sizes(dist),
    ...(await paints(dist, { rounds, median, out })),
    ...(await measureTasks({ dist, rounds, median })),
    ...(await measureTaps({ root, out, dist, rounds, median })),
  ]
}
