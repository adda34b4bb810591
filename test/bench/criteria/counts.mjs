// The twelve counts, edits of one rule, single rules beside a bare scan, and what the buffers weigh. Each engine lives in a worker of its own
// on one page; they take turns, and all have to count the same.
import { join } from 'node:path'
import { build, preview } from 'vite'
import { browser, short } from '../tablet.mjs'

const here = import.meta.dirname
const peers = ['sqlite', 'dexie', 'objects']
/** So many edits of each tree in one round. */
const editsInRound = 8
const mean = (values) => Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length)
const say = (text) => console.log(`criteria: ${text}`)

/** The page with the engines, on an address where the clock is exact. */
export async function opened(out) {
  const outDir = join(out, 'bench', 'criteria-page')
  process.env.NODE_ENV = 'production'
  const settings = { configFile: false, root: here, logLevel: 'error', worker: { format: 'es' } }
  await build({ ...settings, build: { outDir, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 } })
  const headers = { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' }
  const server = await preview({ ...settings, build: { outDir }, preview: { headers, port: 4573, host: 'localhost' } })
  const { page, context, close: closeBrowser } = await browser()
  page.setDefaultTimeout(0)
  await page.goto(server.resolvedUrls.local[0])
  const send = (engine, order) => page.evaluate(([engine, order]) => globalThis.bench.send(engine, order), [engine, order])
  const end = (engine) => page.evaluate((engine) => globalThis.bench.end(engine), engine)
  const close = async () => {
    await closeBrowser()
    await server.close()
  }
  return { send, end, close, version: context.browser()?.version() }
}

/** All engines with the same people. */
async function load(page, engines, size) {
  for (const engine of engines) {
    const start = Date.now()
    await page.send(engine, { what: 'load', engine, size })
    say(`${engine} holds ${size} contacts after ${((Date.now() - start) / 1000).toFixed(1)} s`)
  }
}

/** Everybody has to find the same. @returns a sentence where they do not */
function differing(what, found) {
  const answers = new Set(Object.values(found).map((one) => JSON.stringify(one)))
  return answers.size > 1 ? [`${what}: ${JSON.stringify(found)}`] : []
}
function agree(differences) {
  if (differences.length > 0) throw new Error(`The engines do not count the same.\n${differences.join('\n')}`)
}

/** So often is something asked in one go that it takes long enough to be measured. */
const timesFor = (time) => Math.max(1, Math.min(200, Math.ceil(25 / Math.max(time, 0.01))))

async function askAll(page, engines, questions, rounds) {
  const times = {}
  const repeats = {}
  const differences = []
  for (const [question, { name }] of questions.entries()) {
    const found = {}
    for (const engine of [...engines, 'readable']) {
      const once = await page.send(engine, { what: 'ask', question, times: 1 })
      found[engine] = once.found[0]
      if (engine === 'readable') continue
      const again = await page.send(engine, { what: 'ask', question, times: timesFor(once.time) })
      repeats[`${engine} ${question}`] = timesFor(again.time)
      times[`${engine} ${question}`] = []
    }
    differences.push(...differing(name, found))
  }
  agree(differences)
  for (let round = 0; round < rounds; round++)
    for (const question of questions.keys())
      for (const engine of engines) {
        const key = `${engine} ${question}`
        times[key].push((await page.send(engine, { what: 'ask', question, times: repeats[key] })).time)
      }
  return times
}

const sorts = { plain: 0.5, hard: 5 }

async function counts(page, questions, { rounds, median }) {
  const engines = ['ours', ...peers]
  const times = await askAll(page, engines, questions, rounds)
  const timeOf = (engine, question) => median(times[`${engine} ${question}`])
  const rows = questions.map(({ name, sort }, question) => {
    const ours = timeOf('ours', question)
    const ratio = timeOf('sqlite', question) / ours
    const bar = sorts[sort] ?? null
    const beside = Object.fromEntries(peers.map((peer) => [peer, short(timeOf(peer, question))]))
    return {
      name: `criteria/count: ${name}`,
      unit: 'ms',
      ours: short(ours),
      peers: beside,
      ratio: short(ratio),
      bar,
      holds: !(ratio < bar),
    }
  })
  const twelve = [...questions.keys()].filter((question) => !questions[question].beside)
  const meanOf = (engine) => mean(twelve.map((question) => timeOf(engine, question)))
  const bars = { sqlite: 10, dexie: 500, objects: null }
  for (const [peer, bar] of Object.entries(bars)) {
    const ratio = meanOf(peer) / meanOf('ours')
    const name = `criteria/${twelve.length} counts, geometric mean, beside ${peer}`
    rows.push({
      name,
      unit: 'ms',
      ours: short(meanOf('ours')),
      peers: { [peer]: short(meanOf(peer)) },
      ratio: short(ratio),
      bar,
      holds: !(ratio < bar),
    })
  }
  return rows
}

async function edits(page, trees, { rounds, median }) {
  const rows = []
  const ratios = []
  const differences = []
  for (const [tree, { name, rules }] of trees.entries()) {
    const times = { ours: [], sqlite: [] }
    for (let round = 0; round <= rounds; round++) {
      const order = { what: 'edit', tree, from: round * editsInRound, times: editsInRound }
      const found = {}
      for (const engine of ['ours', 'sqlite', ...(round === 0 ? ['readable'] : [])]) {
        const answer = await page.send(engine, order)
        found[engine] = answer.found
        if (round > 0) times[engine].push(answer.time)
      }
      differences.push(...differing(name, found))
    }
    const [ours, sqlite] = [median(times.ours), median(times.sqlite)]
    ratios.push({ ours, sqlite })
    const text = `criteria/edit one of ${rules} rules: ${name}`
    rows.push({
      name: text,
      unit: 'ms',
      ours: short(ours),
      peers: { sqlite: short(sqlite) },
      ratio: short(sqlite / ours),
      bar: null,
      holds: true,
    })
  }
  agree(differences)
  const [ours, sqlite] = ['ours', 'sqlite'].map((engine) => mean(ratios.map((one) => one[engine])))
  const name = 'criteria/edit one of several rules, geometric mean, beside sqlite'
  rows.push({
    name,
    unit: 'ms',
    ours: short(ours),
    peers: { sqlite: short(sqlite) },
    ratio: short(sqlite / ours),
    bar: 30,
    holds: sqlite / ours >= 30,
  })
  return rows
}

/** One rule, asked anew each time, beside a look at each value of an array of the same type and length. */
async function scans(page, singles, size, { rounds, median }) {
  const rows = []
  for (const { name, question, type } of singles) {
    const times = { ours: [], bare: [] }
    for (let round = 0; round <= rounds; round++) {
      const ours = await page.send('ours', { what: 'ask', question, times: 200 })
      const bare = await page.send('ours', { what: 'scan', type, size, times: 200 })
      if (round === 0) continue
      times.ours.push(ours.time)
      times.bare.push(bare.time)
    }
    const [ours, bare] = [median(times.ours), median(times.bare)]
    if (ours < bare / 4) throw new Error(`${name}: so fast that it must have been remembered`)
    const text = `criteria/one rule: ${name}, at most 4 times a bare scan`
    rows.push({
      name: text,
      unit: 'ms',
      ours: short(ours),
      peers: { [`bare ${type} scan`]: short(bare) },
      ratio: short(bare / ours),
      bar: 0.25,
      holds: ours <= bare * 4,
    })
  }
  return rows
}

async function weight(page, size) {
  const { bytes, built } = await page.send('ours', { what: 'more' })
  say(`built in ${(built / 1000).toFixed(1)} s, rows generated meanwhile`)
  const megabytes = (bytes / 1e6) * (100_000 / size)
  return {
    name: 'criteria/buffers of 100000 contacts, at most 30 MB',
    unit: 'MB',
    ours: short(megabytes),
    peers: {},
    ratio: short(30 / megabytes),
    bar: 1,
    holds: megabytes <= 30,
  }
}

export async function measureCounts({ out, size, ...how }) {
  const page = await opened(out)
  try {
    say(`Chromium ${page.version}`)
    await load(page, ['ours', 'readable', ...peers], size)
    const { questions, trees, singles } = await page.send('ours', { what: 'list' })
    const rows = await counts(page, questions, how)
    rows.push(...(await edits(page, trees, how)), ...(await scans(page, singles, size, how)), await weight(page, size))
    return rows
  } finally {
    await page.close()
  }
}

/** Ours alone at several sizes. */
export async function measureCurve({ out, sizes, rounds, median }) {
  const page = await opened(out)
  const rows = []
  try {
    for (const size of sizes) {
      await load(page, ['ours'], size)
      const { questions } = await page.send('ours', { what: 'list' })
      const times = await askAlone(page, questions, rounds)
      const of = (question) => median(times[question])
      const ours = mean([...questions.keys()].filter((question) => !questions[question].beside).map(of))
      const worst = Math.max(...[...questions.keys()].map(of))
      const { bytes } = await page.send('ours', { what: 'more' })
      const name = `criteria/curve: ${size} contacts, geometric mean of the 12 counts`
      rows.push({
        name,
        unit: 'ms',
        ours: short(ours),
        peers: {},
        ratio: null,
        bar: null,
        holds: true,
        worst: short(worst),
        megabytes: short(bytes / 1e6),
      })
      await page.end('ours')
    }
    return rows
  } finally {
    await page.close()
  }
}

async function askAlone(page, questions, rounds) {
  const times = questions.map(() => [])
  for (let round = 0; round <= rounds; round++)
    for (const question of questions.keys()) {
      const { time } = await page.send('ours', { what: 'ask', question, times: 20 })
      if (round > 0) times[question].push(time)
    }
  return times
}
