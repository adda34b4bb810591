// Numbers in English words: `one thousand two hundred thirty-four`, `twenty-first`, as Word writes them.
import { ending, parted, type Speller } from './speller.ts'

const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = ',,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',')

function hundreds(value: number): string {
  const below = value % 100
  const high = value >= 100 ? `${small[Math.floor(value / 100)]} hundred` : ''
  const low = below < 20 ? small[below] : tens[Math.floor(below / 10)] + (below % 10 ? `-${small[below % 10]}` : '')
  return below === 0 ? high : [high, low].filter(Boolean).join(' ')
}

function cardinal(value: number): string {
  if (value === 0) return 'zero'
  const { millions, thousands, rest } = parted(value)
  const words = [millions ? `${hundreds(millions)} million` : '', thousands ? `${hundreds(thousands)} thousand` : '', hundreds(rest)]
  return words.filter(Boolean).join(' ')
}

const ends = [
  ...([
    ['one', 'first'],
    ['two', 'second'],
    ['three', 'third'],
    ['five', 'fifth'],
    ['eight', 'eighth'],
    ['nine', 'ninth'],
  ] as const),
  ...([
    ['twelve', 'twelfth'],
    ['y', 'ieth'],
  ] as const),
]

export const english: Speller = { cardinal, ordinal: (value) => ending(cardinal(value), ends, 'th'), and: 'and' }
