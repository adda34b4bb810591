// What can be chosen on the contact card: countries, letter languages, ways of writing; each as code and words.
import type { Contact } from '../../model/contact.ts'
import { t } from '../../text/language.svelte.ts'
import type { Option } from '../pieces/choices.ts'
import { countryOptions, currencyOptions } from '../pieces/countries.ts'
import { letterLanguages } from '../pieces/letterLanguages.ts'

export { countryOptions, currencyOptions }

/** The common letter languages, and the one that stands there now. */
export const languageOptions = (now: string): Option[] => letterLanguages([now])

export const correspondenceName = (type: NonNullable<Contact['correspondenceType']>): string =>
  type === 'email' ? t('contact.byEmail') : t('contact.byLetter')

export const correspondenceOptions = (): Option[] =>
  (['hardCopy', 'email'] as const).map((value) => ({ value, label: correspondenceName(value) }))
