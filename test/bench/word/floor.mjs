// Ours beside the bare deflate of the same bytes, through the same deflater.
import { short } from '../tablet.mjs'
import { inTurns, process } from './processes.mjs'

const count = 10_000
const times = 1.5

const row = (deflater, ours, floor, isOurs) => ({
  name: `word/one document of ${count} letters, ${isOurs ? `at most ${times} times` : 'beside'} the bare deflate by ${deflater}`,
  unit: 'ms',
  ours: short(ours),
  peers: { 'bare deflate': short(floor) },
  ratio: short(floor / ours),
  bar: isOurs ? short(1 / times) : null,
  holds: !isOurs || ours <= times * floor,
})

export async function measureFloor({ file, rounds, median }) {
  const ours = process(file('runner'), ['ours'])
  const floor = process(file('floor'))
  try {
    const { uses, size, pieces } = await floor.ask({ what: 'listen', count })
    console.log(`word: ${Math.round(size / 1e6)} MB in ${pieces} pieces through ${uses}`)
    const asks = {
      ours: (check) => ours.ask({ what: 'combined', count, check }),
      CompressionStream: () => floor.ask({ what: 'CompressionStream' }),
      fflate: () => floor.ask({ what: 'fflate' }),
    }
    const { ours: time, ...floors } = await inTurns(asks, rounds)
    return Object.entries(floors).map(([deflater, all]) => row(deflater, median(time), median(all), deflater === uses))
  } finally {
    ours.end()
    floor.end()
  }
}
