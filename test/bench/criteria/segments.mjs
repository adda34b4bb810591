// Add, Reduce, Refine and Undo on a segment of half of all contacts, by the jobs of the index worker on a real disk, beside a bare put of the
// record with its lines.
import { serve } from '../../tools/serve.mjs'
import { builtScript, short, tablet } from '../tablet.mjs'

const times = 4
const say = (text) => console.log(`criteria: ${text}`)

export async function measureSegments({ root, out, size, rounds, median }) {
  const script = await builtScript(root, out, 'test/bench/criteria/segmentsPage.ts')
  // Any address without a page will do: only the disk of the browser is wanted.
  const server = await serve({ dir: `${root}/public` })
  const { page, close } = await tablet(server.url, script)
  const all = { bare: [] }
  const sizes = {}
  try {
    await page.evaluate((size) => globalThis.bench.open(size), size)
    for (let round = 0; round <= rounds; round++) {
      const done = await page.evaluate((round) => globalThis.bench.round(round), round)
      const bare = await page.evaluate(() => globalThis.bench.bare())
      if (round === 0) continue
      all.bare.push(bare)
      for (const [act, { time, before, after }] of Object.entries(done)) {
        ;(all[act] ??= []).push(time)
        sizes[act] = `${before} to ${after} lines`
      }
    }
  } finally {
    await close()
    await server.close()
  }
  for (const [act, measured] of Object.entries(all)) say(`${act} ${measured.map(Math.round).join(' ')}`)
  const { bare: floors, ...acts } = all
  const bare = median(floors)
  return Object.entries(acts).map(([act, measured]) => {
    const ours = median(measured)
    const name = `criteria/${act}, ${sizes[act]}, at most ${times} times a bare put of the lines`
    return {
      name,
      unit: 'ms',
      ours: short(ours),
      peers: { 'bare put': short(bare) },
      ratio: short(bare / ours),
      bar: 1 / times,
      holds: ours <= bare * times,
    }
  })
}
