// What letters take of the memory, each figure in a fresh process, and how long other templates than the plain letter take.
import { short } from '../tablet.mjs'
import { inTurns, process } from './processes.mjs'

const count = 10_000
const mostMemory = 150
const mostGrowth = 5

/** The answer of a process that did nothing else. */
async function fresh(file, order, nodeArgs = []) {
  const { ask, end } = process(file('alone'), [], nodeArgs)
  const answer = await ask(order)
  end()
  return answer
}

export async function measureMemory({ file, median }) {
  const nothing = await fresh(file, { what: 'nothing' })
  const rows = []
  for (const kind of ['plain letter', 'a value in the header', 'a footnote with a value']) {
    const all = []
    for (let round = 0; round < 3; round++) all.push(await fresh(file, { what: 'combined', kind, count }))
    const most = Math.max(...all)
    const isPlain = kind === 'plain letter'
    console.log(`word: memory, ${kind}: ${all.map(Math.round).join(' ')} MB, median ${Math.round(median(all))}`)
    rows.push({
      name: `word/memory of ${count} letters in one document, ${kind}${isPlain ? `, at most ${mostMemory} MB` : ''}`,
      unit: 'MB',
      ours: short(most),
      peers: { 'Node alone': short(nothing) },
      ratio: short(mostMemory / most),
      bar: isPlain ? 1 : null,
      holds: !isPlain || most <= mostMemory,
    })
  }
  return [...rows, await heapRow(file)]
}

async function heapRow(file) {
  const { early, late } = await fresh(file, { what: 'heap', early: 1000, count }, ['--expose-gc'])
  return {
    name: `word/heap after ${count} documents of a ZIP, at most ${mostGrowth} MB above that after 1000`,
    unit: 'MB',
    ours: short(late),
    peers: { 'after 1000': short(early) },
    ratio: short((early + mostGrowth) / late),
    bar: 1,
    holds: late - early <= mostGrowth,
  }
}

/** Other templates beside the plain letter, for as many people: no bar, a change shows. */
export async function measureKinds({ file, rounds, median }) {
  const people = 2400
  const kinds = ['plain letter', 'a value in the header', 'a footnote with a value', '20 conditions', 'labels, 24 a page']
  const one = process(file('alone'), [], ['--expose-gc'])
  const times = await inTurns(Object.fromEntries(kinds.map((kind) => [kind, () => one.ask({ what: 'time', kind, count: people })])), rounds)
  one.end()
  const [plain, ...others] = kinds.map((kind) => ({ kind, time: median(times[kind]) }))
  return others.map(({ kind, time }) => ({
    name: `word/one document for ${people} people: ${kind}`,
    unit: 'ms',
    ours: short(time),
    peers: { 'plain letter': short(plain.time) },
    ratio: short(plain.time / time),
    bar: null,
    holds: true,
  }))
}
