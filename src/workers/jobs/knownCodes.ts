// Codes of countries and languages that are none, and which one was probably meant: `UK` is GB, `D` is DE, `DEU` is de.
// ISO 3166-1, BCP 47
import type { SetupList } from '../../core/contact/lists.ts'
import { readCountry } from '../../exchange/countries.ts'
import { readLanguage } from '../../exchange/languages.ts'

/** By code: the one that was meant; blank where nobody knows. Codes that stand for themselves are not in it. */
export function meantCodes(list: SetupList, codes: readonly string[]): Record<string, string> {
  const meant = list === 'countries' ? readCountry : list === 'languages' ? meantLanguage : undefined
  if (!meant) return {}
  return Object.fromEntries(codes.flatMap((code) => (meant(code) === code ? [] : [[code, meant(code) ?? '']])))
}

function meantLanguage(code: string): string | undefined {
  return isLanguage(code) ? code : readLanguage(code)
}

function isLanguage(tag: string): boolean {
  try {
    const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
    return Intl.getCanonicalLocales(tag)[0] === tag && names.of(tag) !== undefined
  } catch {
    return false
  }
}
