// Numbers in Dutch words: `duizend tweehonderdvierendertig`, `eenentwintigste`.
import { ending, parted, type Speller } from './speller.ts'

const small =
  'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien'.split(
    ' ',
  )
const tens = ',,twintig,dertig,veertig,vijftig,zestig,zeventig,tachtig,negentig'.split(',')

function hundreds(value: number): string {
  const below = value % 100
  const count = Math.floor(value / 100)
  const high = count === 0 ? '' : count === 1 ? 'honderd' : `${small[count]}honderd`
  if (below === 0) return high
  if (below < 20) return high + small[below]
  const one = small[below % 10] as string
  // Two and three end in an e: the e of `en` takes dots.
  return high + (below % 10 ? one + (one.endsWith('e') ? 'ën' : 'en') : '') + tens[Math.floor(below / 10)]
}

function cardinal(value: number): string {
  if (value === 0) return 'nul'
  const { millions, thousands, rest } = parted(value)
  const thousand = thousands === 0 ? '' : thousands === 1 ? 'duizend' : `${hundreds(thousands)}duizend`
  return [millions ? `${hundreds(millions)} miljoen` : '', thousand, hundreds(rest)].filter(Boolean).join(' ')
}

const ends = [
  ...([
    ['een', 'eerste'],
    ['drie', 'derde'],
  ] as const),
  ...['nul', 'twee', 'vier', 'vijf', 'zes', 'zeven', 'negen', 'tien', 'elf', 'twaalf'].map((word) => [word, `${word}de`] as const),
]

/** -tien is in `tien`: all up to nineteen end in -de, but for 1, 8, 11. */
export const dutch: Speller = { cardinal, ordinal: (value) => ending(cardinal(value), ends, 'ste'), and: 'en' }
