// An import of 100 000 contacts in real Chromium, from the file to the disk, beside a bare put of the same rows with the same indexes and
// durability; when the list and its counts can be used; and what it takes in memory and on the disk. The work worker's part runs in one page
// and the index worker's in another, as they run in two threads of the app.
// FIELDBOOK_IMPORT_ROWS: so many rows (a small number tries the measurement itself), FIELDBOOK_IMPORT_SEED: another file.
import { serve } from '../../tools/serve.mjs'
import { builtScript, short, tablet } from '../tablet.mjs'

const rows = Number(process.env.FIELDBOOK_IMPORT_ROWS ?? 100_000)
const seed = Number(process.env.FIELDBOOK_IMPORT_SEED ?? 1)
/** Long runs: three of them, after a warm-up with a tenth of the rows. */
const runs = Number(process.env.FIELDBOOK_IMPORT_RUNS ?? 3)
const name = 'bench-import'

const say = (text) => console.log(`contacts: ${text}`)

/** Megabytes of JavaScript in a page: what is left after the garbage is gone, and the most that stood there meanwhile. */
async function heapOf(page) {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('HeapProfiler.enable')
  const used = async () => (await cdp.send('Runtime.getHeapUsage')).usedSize / 1e6
  const settled = async () => {
    await cdp.send('HeapProfiler.collectGarbage')
    return used()
  }
  const before = await settled()
  let peak = before
  let over = false
  const watching = (async () => {
    while (!over) {
      peak = Math.max(peak, await used())
      await new Promise((next) => setTimeout(next, 50))
    }
  })()
  return async () => {
    over = true
    await watching
    const after = (await settled()) - before
    await cdp.detach()
    return { peak: peak - before, after }
  }
}

/** One import of so many rows; the second page holds the index. */
async function oneImport(worker, index, count) {
  await worker.evaluate(([name, count, seed]) => globalThis.bench.prepare(name, count, seed), [name, count, seed])
  const heap = await heapOf(worker)
  const answered = index.evaluate(([name, count]) => globalThis.bench.usable(name, count), [name, count])
  const times = await worker.evaluate(([name, count]) => globalThis.bench.ours(name, count), [name, count])
  const usable = (await answered) - times.began
  const { peak, after } = await heap()
  const bare = await worker.evaluate((name) => globalThis.bench.bare(name), name)
  const usage = await worker.evaluate(() => globalThis.bench.usage())
  const takenBack = await worker.evaluate((name) => globalThis.bench.takeBack(name), name)
  if (takenBack.left !== 0) throw new Error(`${takenBack.left} contacts were left`)
  const { began, read, planned, taken, stored } = times
  const found = {
    total: stored - began,
    read: read - began,
    planned: planned - began,
    taken: taken - began,
    usable,
    bare,
    peak,
    after,
    usage,
    takeBack: takenBack.time,
  }
  const seconds = (time) => (time / 1000).toFixed(2)
  say(
    `${count} rows: read ${seconds(found.read)} s, planned ${seconds(found.planned)}, taken in ${seconds(found.taken)}, usable ${seconds(usable)}, stored ${seconds(found.total)}; ` +
      `bare put ${seconds(bare)}; taken back ${seconds(found.takeBack)}; heap peak ${Math.round(peak)} MB, after ${after.toFixed(1)} MB; ` +
      `disk ${Math.round(usage / 1e6)} MB`,
  )
  return found
}

const row = (what, unit, ours, peers, ratio, bar, holds) => ({
  name: `contacts/${what}`,
  unit,
  ours: short(ours),
  peers,
  ratio: short(ratio),
  bar,
  holds,
})

export async function measureImport({ root, out, median }) {
  const script = await builtScript(root, out, 'test/bench/contacts/page.ts')
  const server = await serve({ dir: root })
  const { page: worker, context, close } = await tablet(server.url, script)
  const index = await context.newPage()
  await index.goto(worker.url())
  await index.evaluate(script)
  const small = []
  const found = []
  try {
    for (let run = 0; run < 2; run++) small.push(await oneImport(worker, index, Math.ceil(rows / 10)))
    for (let run = 0; run < runs; run++) found.push(await oneImport(worker, index, rows))
  } finally {
    await close()
    await server.close()
  }
  const of = (list, key) => median(list.map((one) => one[key]))
  const all = (key) => of(found, key)
  const warm = small.slice(1)
  const perRow = (list, count) => (of(list, 'peak') * 1000) / count
  const [total, bare, usable] = [all('total'), all('bare'), all('usable')]
  const [peak, peakSmall] = [perRow(found, rows), perRow(warm, Math.ceil(rows / 10))]
  const after = all('after')
  return [
    row(
      `${rows} from the file to the disk, at most 2 times a bare put`,
      'ms',
      total,
      { 'bare put': short(bare) },
      bare / total,
      0.5,
      total <= 2 * bare,
    ),
    row(
      `${rows} in the list and counted, at most a fifth of that`,
      'ms',
      usable,
      { 'all stored': short(total), 'of it read and planned': short(all('planned')) },
      total / usable,
      5,
      usable <= total / 5,
    ),
    row(
      `${rows} in memory at the most, for each row as for a tenth of them`,
      'KB',
      peak,
      { 'a tenth': short(peakSmall) },
      peakSmall / peak,
      0.67,
      peak <= 1.5 * peakSmall,
    ),
    row(`${rows} in memory afterwards, at most 20 MB`, 'MB', Math.max(0.1, after), {}, 20 / Math.max(0.1, after), 1, after <= 20),
    row(
      `${rows} taken back, at most the time of a bare put`,
      'ms',
      all('takeBack'),
      { 'bare put': short(bare) },
      bare / all('takeBack'),
      1,
      all('takeBack') <= bare,
    ),
  ]
}
