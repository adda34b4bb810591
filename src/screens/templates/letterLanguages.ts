// Languages that are offered for letters, named in the interface's language. Others that are in use are offered as well.
import { letterLanguageName } from '../../text/format.ts'

const near = [
  'en',
  'de',
  'nl',
  'nb',
  'fr',
  'da',
  'sv',
  'fi',
  'it',
  'es',
  'pt',
  'pl',
  'cs',
  'sk',
  'sl',
  'hu',
  'de-AT',
  'de-CH',
  'fr-CH',
  'nl-BE',
  'en-US',
]

export const letterLanguages = (inUse: readonly string[] = []): { value: string; label: string }[] =>
  [...new Set([...near, ...inUse])]
    .map((value) => ({ value, label: letterLanguageName(value) }))
    .sort((a, b) => a.label.localeCompare(b.label))
