// Letters, beside the engines that people use now and beside the floor: the bare deflate of the same bytes. FIELDBOOK_WORD names parts:
// combined, floor, memory, singles, kinds, browser.
import { measureKinds, measureMemory } from './alone.mjs'
import { measureBrowser } from './browser.mjs'
import { measureFloor } from './floor.mjs'
import { measureCombined, measureSingles } from './peers.mjs'
import { compiled } from './processes.mjs'

const of = {
  combined: measureCombined,
  floor: measureFloor,
  memory: measureMemory,
  singles: measureSingles,
  kinds: measureKinds,
  browser: measureBrowser,
}
const parts = process.env.FIELDBOOK_WORD?.split(',') ?? Object.keys(of)

export async function measure({ root, out, rounds, median }) {
  const file = await compiled(root, out, ['runner', 'floor', 'alone', 'kinds', 'checked'])
  const rows = []
  for (const part of Object.keys(of).filter((name) => parts.includes(name))) {
    const start = Date.now()
    rows.push(...(await of[part]({ root, out, rounds, median, file })))
    console.log(`word: ${part} took ${Math.round((Date.now() - start) / 1000)} s`)
  }
  return rows
}
