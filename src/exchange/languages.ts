// Languages as they stand in lists → BCP 47 tag. Business Central writes Windows codes (DEU, NLB, ENU), other programs tags (`de-AT`),
// people write names, in one of the five languages.
import { fold } from '../base/fold.ts'
import { toLetterLanguage, type LetterLanguage } from '../model/parts.ts'

const windowsCodes: Record<string, string> = {
  DEU: 'de',
  DEA: 'de-AT',
  DES: 'de-CH',
  NLD: 'nl',
  NLB: 'nl-BE',
  NOR: 'nb',
  NON: 'nn',
  FRA: 'fr',
  FRB: 'fr-BE',
  FRS: 'fr-CH',
  FRC: 'fr-CA',
  ENU: 'en-US',
  ENG: 'en-GB',
  ENA: 'en-AU',
  ENC: 'en-CA',
  ENI: 'en-IE',
  ENZ: 'en-NZ',
  DAN: 'da',
  SVE: 'sv',
  FIN: 'fi',
  ISL: 'is',
  ITA: 'it',
  ITS: 'it-CH',
  ESP: 'es',
  ESN: 'es',
  PTG: 'pt-PT',
  PTB: 'pt-BR',
  PLK: 'pl',
  CSY: 'cs',
  SKY: 'sk',
  SLV: 'sl',
  HRV: 'hr',
  HUN: 'hu',
  ROM: 'ro',
  BGR: 'bg',
  ELL: 'el',
  TRK: 'tr',
  ETI: 'et',
  LVI: 'lv',
  LTH: 'lt',
  RUS: 'ru',
  UKR: 'uk',
}

const named = [
  'de',
  'en',
  'nl',
  'nb',
  'nn',
  'fr',
  'it',
  'es',
  'pt',
  'da',
  'sv',
  'fi',
  'is',
  'pl',
  'cs',
  'sk',
  'sl',
  'hr',
  'hu',
  'ro',
  'bg',
].concat(['el', 'tr', 'et', 'lv', 'lt', 'ru', 'uk', 'sr', 'ga', 'ca', 'sq', 'mt', 'lb', 'rm', 'ja', 'zh', 'ko', 'ar', 'he'])
const others: Record<string, string> = {
  norwegian: 'nb',
  norwegisch: 'nb',
  noors: 'nb',
  norsk: 'nb',
  norvegien: 'nb',
  no: 'nb',
  flemish: 'nl-BE',
}

let known: Map<string, string> | undefined

/** The tag of a language as it was typed, or nothing when it is not known. */
export function readLanguage(text: string): LetterLanguage | undefined {
  const typed = text.trim().replace('_', '-')
  known ??= languagesByName()
  const tag = windowsCodes[typed.toUpperCase()] ?? known.get(fold(typed)) ?? canonicalTag(typed)
  return tag === undefined ? undefined : toLetterLanguage(tag)
}

function languagesByName(): Map<string, string> {
  const byName = new Map(Object.entries(others))
  for (const language of ['en', 'de', 'nl', 'nb', 'fr', ...named]) {
    const names = new Intl.DisplayNames(language, { type: 'language' })
    const own = ['en', 'de', 'nl', 'nb', 'fr'].includes(language) ? named : [language]
    for (const tag of own) if (!byName.has(fold(names.of(tag) ?? tag))) byName.set(fold(names.of(tag) ?? tag), tag)
  }
  for (const tag of named) byName.set(tag, tag)
  return byName
}

/** `de-at` → `de-AT`; only when the language itself is one that has a name here. */
function canonicalTag(typed: string): string | undefined {
  if (!/^[a-z]{2,3}-[a-z\d-]{2,8}$/i.test(typed)) return undefined
  if (!named.includes(typed.slice(0, 2).toLowerCase())) return undefined
  return Intl.getCanonicalLocales(typed)[0]
}

/** The code by which Business Central knows a language (BC: table 8 "Language", Windows codes); blank when it has none for it. */
export function businessCentralLanguage(tag: LetterLanguage | undefined): string {
  if (tag === undefined) return ''
  const codeOf = (asked: string) => Object.entries(windowsCodes).find(([, one]) => one === asked)?.[0]
  const [language = ''] = tag.split('-')
  return codeOf(tag) ?? codeOf(language) ?? standardOf[language] ?? ''
}

/** Of languages that stand in the table with a land only. */
const standardOf: Record<string, string> = { en: 'ENU', pt: 'PTG' }
