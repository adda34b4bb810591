// Numbers in French words: `mille deux cent trente-quatre`, `vingt et unième`; in Belgium and Switzerland with `septante` and `nonante`.
import { ending, parted, type Speller } from './speller.ts'

const small =
  'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(' ')
const tens = ',,vingt,trente,quarante,cinquante,soixante,septante,quatre-vingt,nonante'.split(',')

function belowHundred(value: number, short: boolean): string {
  if (value < 20) return small[value] as string
  const [ten, one] = [Math.floor(value / 10), value % 10]
  const long = !short && (ten === 7 || ten === 9)
  const stem = tens[long ? ten - 1 : ten] as string
  const rest = long ? one + 10 : one
  if (rest === 0) return stem
  const joined = (rest === 1 || rest === 11) && ten !== 8 && !(long && ten === 9)
  return `${stem}${joined ? ' et ' : '-'}${small[rest]}`
}

/** `deux cents`, `quatre-vingts` have an s at the very end of a number and before millions, none before another number word. */
function hundreds(value: number, short: boolean, atEnd: boolean): string {
  const count = Math.floor(value / 100)
  const below = value % 100
  const high = count === 0 ? '' : count === 1 ? 'cent' : `${small[count]} cent${below === 0 && atEnd ? 's' : ''}`
  const low = below === 0 ? '' : belowHundred(below, short) + (below === 80 && atEnd ? 's' : '')
  return [high, low].filter(Boolean).join(' ')
}

function cardinalOf(value: number, short: boolean): string {
  if (value === 0) return 'zéro'
  const { millions, thousands, rest } = parted(value)
  const high = millions === 0 ? '' : `${hundreds(millions, short, true)} million${millions > 1 ? 's' : ''}`
  const thousand = thousands === 0 ? '' : thousands === 1 ? 'mille' : `${hundreds(thousands, short, false)} mille`
  return [high, thousand, hundreds(rest, short, true)].filter(Boolean).join(' ')
}

const ends = [
  ...([
    ['quatre-vingts', 'quatre-vingtième'],
    ['cents', 'centième'],
    ['cinq', 'cinquième'],
    ['neuf', 'neuvième'],
  ] as const),
  ...([
    ['millions', 'millionième'],
    ['million', 'millionième'],
    ['e', 'ième'],
  ] as const),
]

const speller = (short: boolean): Speller => ({
  cardinal: (value) => cardinalOf(value, short),
  ordinal: (value) => (value === 1 ? 'premier' : ending(cardinalOf(value, short), ends, 'ième')),
  and: 'et',
})

export const french = speller(false)
export const shortFrench = speller(true)
