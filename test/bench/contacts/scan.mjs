// The search for duplicates over more and more contacts, as the work worker does it: its time for each contact must not grow with their number.
import { serve } from '../../tools/serve.mjs'
import { builtScript, short, tablet } from '../tablet.mjs'

const shares = [0.1, 0.2, 0.5, 1]
/** The last contact of many may cost so many times as much as one of a tenth of them. */
const growth = 1.5
const say = (text) => console.log(`contacts: ${text}`)

export async function measureScan({ root, out, size, rounds, median }) {
  const script = await builtScript(root, out, 'test/bench/contacts/scanPage.ts')
  const server = await serve({ dir: `${root}/public` })
  const { page, close } = await tablet(server.url, script)
  page.setDefaultTimeout(0)
  const sizes = shares.map((share) => Math.round(size * share))
  const times = Object.fromEntries(sizes.map((one) => [one, []]))
  const stops = []
  const name = (one) => `bench-scan-${one}`
  try {
    for (const one of sizes) await page.evaluate(([name, one]) => globalThis.bench.fill(name, one), [name(one), one])
    for (let round = 0; round <= rounds; round++)
      for (const one of sizes) {
        const { time, groups, told } = await page.evaluate((name) => globalThis.bench.scan(name), name(one))
        if (round === 0) say(`${one} contacts: ${groups} groups, told ${told} times where it is`)
        else times[one].push(time)
      }
    for (let round = 0; round < rounds; round++) stops.push(await page.evaluate((name) => globalThis.bench.stop(name), name(size)))
    for (const one of sizes) await page.evaluate((name) => globalThis.bench.drop(name), name(one))
  } finally {
    await close()
    await server.close()
  }
  const each = (one) => (median(times[one]) / one) * 1000
  for (const one of sizes) say(`${one}: ${Math.round(median(times[one]))} ms, ${each(one).toFixed(1)} µs for each`)
  say(`stopped after ${stops.map(Math.round).join(' ')} ms`)
  const [least, most] = [each(sizes[0]), each(size)]
  return [
    {
      name: `contacts/duplicate scan of ${size}, for each contact at most ${growth} times as long as of a tenth`,
      unit: 'µs',
      ours: short(most),
      peers: Object.fromEntries(sizes.slice(0, -1).map((one) => [String(one), short(each(one))])),
      ratio: short(least / most),
      bar: short(1 / growth),
      holds: most <= growth * least,
    },
  ]
}
