// Numbers in German words: `eintausendzweihundertvierunddreißig`, `einundzwanzigste`.
import { ending, parted, type Speller } from './speller.ts'

const small =
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn'.split(
    ' ',
  )
const tens = ',,zwanzig,dreißig,vierzig,fünfzig,sechzig,siebzig,achtzig,neunzig'.split(',')

/** With `ein` at the end, as it stands before `hundert` and `tausend`. */
function hundreds(value: number): string {
  const below = value % 100
  const high = value >= 100 ? `${small[Math.floor(value / 100)]}hundert` : ''
  if (below === 0) return high
  if (below < 20) return high + small[below]
  return high + (below % 10 ? `${small[below % 10]}und` : '') + tens[Math.floor(below / 10)]
}

function cardinal(value: number): string {
  if (value === 0) return 'null'
  const { millions, thousands, rest } = parted(value)
  const high = millions === 0 ? '' : millions === 1 ? 'eine Million' : `${hundreds(millions).replace(/ein$/, 'eine')} Millionen`
  const low = (thousands ? `${hundreds(thousands)}tausend` : '') + hundreds(rest)
  return [high, rest % 100 === 1 ? `${low}s` : low].filter(Boolean).join(' ')
}

const ends = [
  ...([
    ['eins', 'erste'],
    ['drei', 'dritte'],
    ['sieben', 'siebte'],
    ['acht', 'achte'],
  ] as const),
  ...([
    ['Million', 'millionste'],
    ['Millionen', 'millionste'],
  ] as const),
  ...['null', 'zwei', 'vier', 'fünf', 'sechs', 'neun', 'zehn', 'elf', 'zwölf'].map((word) => [word, `${word}te`] as const),
]

export const german: Speller = {
  cardinal,
  ordinal: (value) => ending(cardinal(value), ends, 'ste'),
  and: 'und',
}
