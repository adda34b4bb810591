// npm run bench [-- area…]: ours and each peer, side by side in one run, because only the ratio of two figures of one run means anything.
// An area is a folder test/bench/<area>/ with a `measure.mjs` that gives its rows: one warm-up, then the median of five, engines taking turns.
// Prints a table, writes out/bench.json; exits 1 when a bar is missed.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const benches = join(root, 'test/bench')
const out = join(root, 'out')
const rounds = 5

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
/** What an area's own measure gives. */
async function benchArea(area) {
  const { measure } = await import(pathToFileURL(join(benches, area, 'measure.mjs')).href)
  return measure({ root, out, rounds, median })
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
