// Countries and currencies that can be chosen, by name in the interface's language.
import { isoCountries } from '../../core/contact/countries.ts'
import { countryName, currencyName } from '../../text/format.ts'
import { language } from '../../text/language.svelte.ts'
import type { Option } from './choices.ts'

/** All countries by name; the code that stands there now is among them even when it is none. */
export function countryOptions(now: string): Option[] {
  const codes = isoCodes()
  return sorted((now && !codes.includes(now) ? [now, ...codes] : codes).map((code) => ({ value: code, label: countryName(code) })))
}

/** All currencies the browser knows, by name; the one that stands there now is among them. Public source: ISO 4217, as ECMA-402 lists it. */
export function currencyOptions(now: string): Option[] {
  const codes = Intl.supportedValuesOf('currency')
  return sorted((now && !codes.includes(now) ? [now, ...codes] : codes).map((code) => ({ value: code, label: currencyName(code) })))
}

const sorted = (options: Option[]) => options.sort((a, b) => a.label.localeCompare(b.label, language()))

let known: string[] | undefined
const isoCodes = (): string[] => (known ??= isoCountries())
