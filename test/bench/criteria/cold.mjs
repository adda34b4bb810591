// A cold start of the built app with so many contacts, the column index saved before, the page's processor four times slower. A throttle does not
// reach workers, so each stretch of work of the index worker is counted four times, and all that comes after it comes later. Before each start one contact more is
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
  await page.waitForFunction(
    (size) => document.querySelector('.deck .count')?.textContent.replace(/\D/g, '').endsWith(size),
    String(size),
    { timeout: 240_000 },
  )
  await page.evaluate(script)
  const asked = async () => page.evaluate((name) => globalThis.bench.savedUpTo(name), name)
  for (let waited = 0; (await asked()) < 0; waited++) {
    if (waited > 120) throw new Error('The column index was not saved')
    await page.waitForTimeout(1000)
  }
  // What the app keeps of its pages is kept when they are left.
  await page.waitForTimeout(settled)
}

/**
 * Runs in every page before the app: notes when a worker has said something, and when each of the wished things stands there first. `rest`: the digits of its text end so; how
 * thousands are parted is a matter of the language.
 */
function watchFor() {
  const wishes = JSON.parse(sessionStorage.getItem('wishes') ?? '[]')
  globalThis.shown = []
  const isThere = ({ selector, rest }) => {
    const element = document.querySelector(selector)
    return element && (!rest || element.textContent.replace(/\D/g, '').endsWith(rest))
  }
  globalThis.Worker = class extends Worker {
    constructor(url, options) {
      super(url, options)
      this.addEventListener('message', () => console.timeStamp('heard'))
    }
  }
  const look = () => {
    for (const [at, wish] of wishes.entries()) {
      if (globalThis.shown[at] || !isThere(wish)) continue
      globalThis.shown[at] = performance.now()
      console.timeStamp(`shown ${at}`)
    }
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true })
}

/** What one thread did until then, stretch by stretch: when it began and ended, how long it was on the processor, and whether a message began it. */
function stretchesOf(events, { pid, tid }, until) {
  const own = events.filter((event) => event.pid === pid && event.tid === tid && event.ts < until)
  const messages = own.filter(({ name }) => name === 'HandlePostMessage')
  return own
    .filter(({ name, tdur }) => /RunTask/.test(name) && tdur !== undefined)
    .toSorted((a, b) => a.ts - b.ts)
    .map(({ ts, dur, tdur }) => ({
      begin: ts,
      end: ts + dur,
      busy: tdur,
      asked: messages.some((one) => one.ts >= ts && one.ts <= ts + dur),
    }))
}

/** When the last stretch would end on a processor so much slower: what the page asks comes when it came, anything else is waited for anew. */
function slowedEnd(stretches) {
  let end = 0
  for (const [at, { begin, busy, asked }] of stretches.entries()) {
    const waited = at === 0 || asked ? 0 : Math.max(0, begin - stretches[at - 1].end)
    end = Math.max(begin, end + waited) + busy * throttle
  }
  return end
}

/**
 * How the busiest worker came to say what was shown as the last of the wished things: milliseconds on the processor, and how many later it
 * would have said it had it been as slow as the page.
 */
function workerTime(events, last) {
  const marks = (message) => events.filter(({ name, args }) => name === 'TimeStamp' && args.data?.message === message).map(({ ts }) => ts)
  const [shown] = marks(`shown ${last}`)
  const heard = Math.max(...marks('heard').filter((ts) => ts < shown))
  const workers = events.filter(({ name, args }) => name === 'thread_name' && args.name?.includes('DedicatedWorker'))
  const all = workers
    .map((worker) => stretchesOf(events, worker, heard))
    .map((stretches) => ({
      busy: stretches.reduce((sum, { busy }) => sum + busy, 0) / 1000,
      later: Math.max(0, slowedEnd(stretches) - heard) / 1000,
    }))
  return all.toSorted((a, b) => b.busy - a.busy)[0] ?? { busy: 0, later: 0 }
}

/** Milliseconds from the start of the app until each of these stands there, and how long the index worker had to work for it. */
export async function started(page, url, path, wishes) {
  await page.goto(`${url}manifest.webmanifest`)
  await page.evaluate((wishes) => sessionStorage.setItem('wishes', JSON.stringify(wishes)), wishes)
  await page.waitForTimeout(settled)
  const stop = await recording(page, ['toplevel', 'devtools.timeline'])
  await page.goto(`${url}#${path}`, { waitUntil: 'commit' })
  const found = await page.waitForFunction(
    (count) => globalThis.shown?.filter(Boolean).length === count && globalThis.shown,
    wishes.length,
    {
      polling: 100,
      timeout: 120_000,
    },
  )
  const times = await found.jsonValue()
  const events = await stop()
  return { times, worker: workerTime(events, wishes.length - 1) }
}

const count = (rest) => ({ selector: '.deck .count', rest: String(rest) })

/** A page that shows nothing of the data, and the page of contacts, started in turns. */
export async function startedInTurns(page, url, script, rounds) {
  await page.context().addInitScript(watchFor)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle })
  const all = { blank: [], first: [], counts: [], worker: [] }
  for (let round = 0; round <= rounds; round++) {
    await page.goto(`${url}manifest.webmanifest`)
    await page.evaluate(script)
    const contacts = await page.evaluate(([name, round]) => globalThis.bench.oneMore(name, round), [name, round])
    const blank = await started(page, url, '/help', [{ selector: 'main h2' }])
    const { times, worker } = await started(page, url, '/contacts', [{ selector: 'main .row .row-1' }, count(contacts)])
    if (round === 0) continue
    all.blank.push(blank.times[0])
    all.first.push(times[0])
    all.counts.push(times[1] + worker.later)
    all.worker.push(worker.busy)
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
    const { blank, first, counts } = await startedInTurns(page, server.url, script, rounds)
    return [
      row('first page', median(first), median(blank), 100, size),
      row('counts, worker time fourfold', median(counts), median(blank), 400, size),
    ]
  } finally {
    await close()
    await server.close()
  }
}
