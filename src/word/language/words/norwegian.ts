// Numbers in Norwegian words (bokmål, with tens first): `ett tusen to hundre og trettifire`, `tjueførste`.
import { ending, parted, type Speller } from './speller.ts'

const small = 'null en to tre fire fem seks sju åtte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten'.split(' ')
const tens = ',,tjue,tretti,førti,femti,seksti,sytti,åtti,nitti'.split(',')

const belowHundred = (value: number): string =>
  value < 20 ? (small[value] as string) : `${tens[Math.floor(value / 10)]}${value % 10 ? small[value % 10] : ''}`

/** Hundreds are counted as things without gender: `ett hundre`. */
function hundreds(value: number): string {
  const count = Math.floor(value / 100)
  const high = count === 0 ? '' : `${count === 1 ? 'ett' : small[count]} hundre`
  return [high, value % 100 ? belowHundred(value % 100) : ''].filter(Boolean).join(' og ')
}

const neuter = (words: string) => words.replace(/(^| )en$/, '$1ett')

function cardinal(value: number): string {
  if (value === 0) return 'null'
  const { millions, thousands, rest } = parted(value)
  const high = millions === 0 ? '' : millions === 1 ? 'en million' : `${hundreds(millions)} millioner`
  const thousand = thousands === 0 ? '' : `${neuter(hundreds(thousands))} tusen`
  const before = [high, thousand].filter(Boolean).join(' ')
  if (rest === 0) return before
  return before === '' ? hundreds(rest) : `${before} ${rest < 100 ? 'og ' : ''}${hundreds(rest)}`
}

const ends = [
  ...([
    ['tjue', 'tjuende'],
    ['elleve', 'ellevte'],
    ['tolv', 'tolvte'],
    ['millioner', 'millionte'],
    ['million', 'millionte'],
  ] as const),
  ...([
    ['hundre', 'hundrede'],
    ['tusen', 'tusende'],
    ['null', 'nulte'],
  ] as const),
  ...([
    ['tretten', 'trettende'],
    ['tten', 'ttende'],
    ['fjorten', 'fjortende'],
    ['femten', 'femtende'],
    ['seksten', 'sekstende'],
  ] as const),
  ...([
    ['ti', 'tiende'],
    ['en', 'første'],
    ['fire', 'fjerde'],
    ['tre', 'tredje'],
    ['fem', 'femte'],
    ['seks', 'sjette'],
  ] as const),
  ...([
    ['sju', 'sjuende'],
    ['åtte', 'åttende'],
    ['ni', 'niende'],
    ['to', 'andre'],
  ] as const),
]

export const norwegian: Speller = { cardinal, ordinal: (value) => ending(cardinal(value), ends, 'te'), and: 'og' }
