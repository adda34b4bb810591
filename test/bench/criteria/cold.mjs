// A cold start of the built app with so many contacts, the column index saved before, the page's processor four times slower. A throttle does not
// reach workers, so the time of the index worker is measured and three times of it are added. Before each start one contact more is
// written: a count that was saved before would be wrong.
import { serve } from '../../tools/serve.mjs'
import { builtApp, builtScript, recording, short, tablet } from '../tablet.mjs'

const throttle = 4
/** So long is nothing done between two starts. */
const settled = 3000
const say = (text) => console.log(`criteria: ${text}`)
const name = 'fieldbook'

/** The columns are worked out from the records once, and saved. */
async function prepared(page, url, script, size) {
  const start = Date.now()
  await page.evaluate(([name, size]) => globalThis.bench.seed(name, size), [name, size])
  say(`${size} contacts are on the disk after ${Math.round((Date.now() - start) / 1000)} s`)
  await page.goto(`${url}#/contacts`)
  await page.waitForFunction(hasCount, String(size), { timeout: 240_000 })
  await page.evaluate(script)
  const asked = async () => page.evaluate((name) => globalThis.bench.savedUpTo(name), name)
  for (let waited = 0; (await asked()) < 0; waited++) {
    if (waited > 120) throw new Error('The column index was not saved')
    await page.waitForTimeout(1000)
  }
  // What the app keeps of its pages is kept when they are left.
  await page.waitForTimeout(settled)
}

/** Of the text of the count only the digits are looked at: how thousands are parted is a matter of the language. */
const hasCount = (count) => {
  const digits = document.querySelector('.deck .count')?.textContent.replace(/\D/g, '')
  return digits?.endsWith(count) && (console.timeStamp('shown') ?? performance.now())
}
const hasElement = (selector) => document.querySelector(selector) && (console.timeStamp('shown') ?? performance.now())

/** Milliseconds on the processor of the busiest worker until it was shown. */
function workerTime(events) {
  const shown = Math.max(...events.filter(({ name, args }) => name === 'TimeStamp' && args.data?.message === 'shown').map(({ ts }) => ts))
  const workers = events.filter(({ name, args }) => name === 'thread_name' && args.name?.includes('DedicatedWorker'))
  const times = workers.map(({ pid, tid }) =>
    events
      .filter((event) => /RunTask/.test(event.name) && event.pid === pid && event.tid === tid && event.ts < shown)
      .reduce((sum, { tdur = 0 }) => sum + tdur / 1000, 0),
  )
  return Math.max(0, ...times)
}

/** Milliseconds from the start of the app until each of these is there. */
async function started(page, url, path, wishes) {
  await page.goto(`${url}manifest.webmanifest`)
  await page.waitForTimeout(settled)
  const stop = await recording(page, ['toplevel', 'devtools.timeline'])
  await page.goto(`${url}#${path}`, { waitUntil: 'commit' })
  const times = []
  for (const [until, what] of wishes) {
    const found = await page.waitForFunction(until, what, { polling: 'raf', timeout: 120_000 })
    times.push(await found.jsonValue())
  }
  const events = await stop()
  return { times, worker: workerTime(events) }
}

const blank = (page, url) => started(page, url, '/help', [[hasElement, 'main h2']])

async function rounds4(page, url, script, rounds) {
  const all = { blank: [], first: [], counts: [], worker: [] }
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${url}manifest.webmanifest`)
    await page.evaluate(script)
    const count = await page.evaluate(([name, round]) => globalThis.bench.oneMore(name, round), [name, round])
    const floor = await blank(page, url)
    const first = [hasElement, 'main .row .row-1']
    const { times, worker } = await started(page, url, '/contacts', [first, [hasCount, String(count)]])
    if (round === 0) continue
    all.blank.push(floor.times[0])
    all.first.push(times[0])
    all.counts.push(times[1] + (throttle - 1) * worker)
    all.worker.push(worker)
  }
  for (const [what, times] of Object.entries(all)) say(`${what} ${times.map(Math.round).join(' ')}`)
  return all
}

const row = (what, ours, floor, allowed, size) => ({
  name: `criteria/cold start with ${size} contacts: ${what}, at most ${allowed} ms after a blank page`,
  unit: 'ms',
  ours: short(ours),
  peers: { 'blank page': short(floor) },
  ratio: short((floor + allowed) / ours),
  bar: 1,
  holds: ours <= floor + allowed,
})

export async function measureCold({ root, out, size, rounds, median }) {
  const dist = await builtApp(root, out)
  const script = await builtScript(root, out, 'test/bench/criteria/coldPage.ts')
  const server = await serve({ dir: dist })
  const { page, close } = await tablet(server.url, script)
  try {
    await prepared(page, server.url, script, size)
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
    const { blank, first, counts } = await rounds4(page, server.url, script, rounds)
    return [
      row('first page', median(first), median(blank), 100, size),
      row('counts, worker time fourfold', median(counts), median(blank), 400, size),
    ]
  } finally {
    await close()
    await server.close()
  }
}
