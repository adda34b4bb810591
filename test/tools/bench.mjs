// npm run bench [-- area…]: ours and each peer, side by side in one run, because only the ratio of two figures of one run means anything.
// An area is a folder test/bench/<area>/; each file in it that exports `run(count)`, which answers in milliseconds, is an engine, `ours.ts`
// is ours; an area that measures in the browser has a `measure.mjs` that gives its rows. One warm-up, then the median of five, engines taking turns. Prints a table, writes out/bench.json; exits 1 when a bar is missed.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'

const root = fileURLToPath(new URL('../..', import.meta.url))
const benches = join(root, 'test/bench')
const out = join(root, 'out')
const rounds = 5

/** What each area measures, how large, and how many times faster than the best peer it has to be. */
const areas = {
  word: { what: (count) => `word/one document of ${count} letters`, counts: [100, 1000], bar: 5 },
}
const unnamed = (area) => ({ what: (count) => `${area}/${count}`, counts: [1000], bar: 1 })

/** TypeScript as the production build compiles it, packages left alone: this Node takes no types away by itself. */
async function compile(area) {
  const folder = join(benches, area)
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'))
  const outDir = join(out, 'bench', area)
  const input = Object.fromEntries(files.map((name) => [basename(name, '.ts'), join(folder, name)]))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', rollupOptions: { input, output: { entryFileNames: '[name].mjs' } } },
  })
  const engines = {}
  for (const name of Object.keys(input)) {
    const { run } = await import(pathToFileURL(join(outDir, `${name}.mjs`)).href)
    if (typeof run === 'function') engines[name] = run
  }
  if (!engines.ours) throw new Error(`test/bench/${area} has no ours.ts that exports run(count)`)
  return engines
}

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const short = (value) => Number(value.toPrecision(3))

async function measure(engines, count) {
  const times = Object.fromEntries(Object.keys(engines).map((name) => [name, []]))
  for (let round = 0; round <= rounds; round++)
    for (const [name, run] of Object.entries(engines)) {
      globalThis.gc?.()
      const time = await run(count)
      if (round > 0) times[name].push(time)
    }
  return Object.fromEntries(Object.entries(times).map(([name, all]) => [name, median(all)]))
}

async function benchArea(area) {
  const own = join(benches, area, 'measure.mjs')
  if (existsSync(own)) return (await import(pathToFileURL(own).href)).measure({ root, out, rounds, median })
  const { what, counts, bar } = areas[area] ?? unnamed(area)
  const engines = await compile(area)
  const rows = []
  for (const count of counts) {
    const { ours, ...others } = await measure(engines, count)
    const peers = Object.fromEntries(Object.entries(others).map(([name, time]) => [name, short(time)]))
    const ratio = Math.min(...Object.values(others)) / ours
    rows.push({ name: what(count), unit: 'ms', ours: short(ours), peers, ratio: short(ratio), bar, holds: !(ratio < bar) })
  }
  return rows
}

const asked = process.argv.slice(2)
const found = readdirSync(benches, { withFileTypes: true }).filter((one) => one.isDirectory())
const chosen = found.map((one) => one.name).filter((name) => !asked.length || asked.includes(name))
if (!chosen.length) throw new Error(`there is no such area; there are ${found.map((one) => one.name).join(', ')}`)
const rows = []
for (const area of chosen) rows.push(...(await benchArea(area)))
rmSync(join(out, 'bench'), { recursive: true, force: true })
mkdirSync(out, { recursive: true })
// What was found before and not measured now stays: other areas, other parts of an area.
const written = join(out, 'bench.json')
const before = existsSync(written) ? JSON.parse(readFileSync(written, 'utf8')) : []
const isKept = ({ name }) => found.some((area) => name.startsWith(`${area.name}/`)) && !rows.some((row) => row.name === name)
const others = before.filter(isKept)
writeFileSync(written, `${JSON.stringify([...others, ...rows], null, 2)}\n`)
console.table(
  Object.fromEntries(
    rows.map(({ name, unit, ours, peers, ratio, bar, holds }) => [
      name,
      { [`ours, ${unit}`]: ours, ...peers, 'times faster': Number.isFinite(ratio) ? ratio : '-', bar, holds },
    ]),
  ),
)
process.exitCode = rows.every((row) => row.holds) ? 0 : 1
