// What can be chosen on the contact card: countries, letter languages, salutations, ways of writing; each as code and words.
import type { Contact } from '../../model/contact.ts'
import { countryName } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import type { Option } from '../pieces/choices.ts'
import { letterLanguages } from '../pieces/letterLanguages.ts'

/** All countries by name; the code that stands there now is among them even when it is none. */
export function countryOptions(now: string): Option[] {
  const codes = isoCodes()
  return sorted((now && !codes.includes(now) ? [now, ...codes] : codes).map((code) => ({ value: code, label: countryName(code) })))
}

/** The common letter languages, and the one that stands there now. */
export const languageOptions = (now: string): Option[] => letterLanguages([now])

export const correspondenceName = (type: NonNullable<Contact['correspondenceType']>): string =>
  type === 'email' ? t('contact.byEmail') : t('contact.byLetter')

export const correspondenceOptions = (): Option[] =>
  (['hardCopy', 'email'] as const).map((value) => ({ value, label: correspondenceName(value) }))

const sorted = (options: Option[]) => options.sort((a, b) => a.label.localeCompare(b.label, language()))

let known: string[] | undefined

/** ISO 3166 codes: two letters that the browser has a name for, without unions and former countries. */
function isoCodes(): string[] {
  if (known) return known
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const noCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ'])
  const isCountry = (code: string) =>
    !noCountry.has(code) && Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}` && names.of(code) !== undefined
  known = letters.flatMap((first) => letters.map((second) => first + second)).filter(isCountry)
  return known
}
