// Country names and codes as they stand in lists → ISO 3166 code. `Deutschland`, `Duitsland`, `Tyskland`, `Allemagne`, `DE`, `DEU` and the
// old car sign `D` are one country. The names come from the runtime's own tables, in the five languages.
import { fold } from '../base/fold.ts'
import { isoCountries } from '../core/contact/countries.ts'

const languages = ['en', 'de', 'nl', 'nb', 'fr']

/** Spellings that the tables do not know, by code. */
const others: Record<string, string> = {
  DE: 'd|deu|brd|bundesrepublik deutschland|germany (federal republic)|tyskland|duitsland',
  AT: 'a|aut|osterreich|oesterreich',
  CH: 'che|sui|schweiz|suisse|svizzera|swiss|helvetia',
  NL: 'nld|ned|holland|the netherlands|die niederlande|pays bas|pays-bas',
  NO: 'n|nor|norge|noreg',
  FR: 'f|fra',
  GB: 'uk|gbr|great britain|britain|england|scotland|wales|northern ireland|grossbritannien|engeland|groot brittannie|storbritannia|royaume uni|grande bretagne|angleterre',
  US: 'usa|u.s.a.|u.s.|united states of america|vereinigte staaten von amerika|amerika|etats unis',
  BE: 'b|bel',
  LU: 'l|lux',
  LI: 'fl|lie',
  IT: 'i|ita',
  ES: 'e|esp',
  PT: 'p|prt',
  DK: 'dnk',
  SE: 's|swe',
  FI: 'fin',
  PL: 'pol',
  CZ: 'cze|tschechien|czech republic|tschechische republik|tsjechie|tsjekkia|republique tcheque',
  HU: 'hun',
  IE: 'irl|republic of ireland',
}

const keyOf = (text: string) =>
  fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

let known: Map<string, string> | undefined

/** The ISO code of a country as it was typed, or nothing when it is not known. */
export function readCountry(text: string): string | undefined {
  known ??= countriesByName()
  return known.get(keyOf(text))
}

function countriesByName(): Map<string, string> {
  const codes = isoCountries()
  const byName = new Map<string, string>()
  for (const [code, names] of Object.entries(others)) for (const name of names.split('|')) byName.set(keyOf(name), code)
  for (const language of languages) {
    const names = new Intl.DisplayNames(language, { type: 'region' })
    for (const code of codes) {
      const key = keyOf(names.of(code) ?? code)
      if (!byName.has(key)) byName.set(key, code)
    }
  }
  for (const code of codes) byName.set(code.toLowerCase(), code)
  return byName
}
