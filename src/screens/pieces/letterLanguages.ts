// Languages that are offered for letters, named in the interface's language. Others that are in use are offered as well.
import { letterLanguageName } from '../../text/format.ts'
import { language } from '../../text/language.svelte.ts'

const near = ['en', 'de', 'nl', 'nb', 'fr', 'de-AT', 'de-CH', 'en-GB', 'en-US', 'nl-BE', 'fr-BE', 'fr-CH', 'nn']
const further = ['da', 'sv', 'fi', 'it', 'es', 'pt', 'pl', 'cs', 'sk', 'sl', 'hu']

/** Tags and names, by name. @param inUse tags that must be among them, as those of a contact or a template */
export const letterLanguages = (inUse: readonly (string | undefined)[] = []): { value: string; label: string }[] =>
  [...new Set([...near, ...further, ...inUse.filter((tag) => tag !== undefined && tag !== '')])]
    .map((value) => ({ value: value ?? '', label: letterLanguageName(value ?? '') }))
    .sort((a, b) => a.label.localeCompare(b.label, language()))

/** Whether there is such a language at all: an address can be mistyped. */
export function isLanguage(tag: string): boolean {
  try {
    return new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(tag) !== undefined
  } catch {
    return false
  }
}
