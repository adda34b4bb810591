// The title before a name in an address: Mr, Frau, De heer. By the salutation code and the language of the letter.
// BC: Contact/Contact.Table.al "Salutation Code"; Word calls it Courtesy Title
import type { Contact } from '../../model/contact.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { salutationCodeOf } from './shippedFormulas.ts'

interface Titles {
  M: string
  F: string
}

/** Norwegian addresses name nobody Mr or Mrs; British ones put no full stop behind, American ones do. */
const titles: Readonly<Record<string, Titles>> = {
  en: { M: 'Mr', F: 'Ms' },
  'en-us': { M: 'Mr.', F: 'Ms.' },
  'en-ca': { M: 'Mr.', F: 'Ms.' },
  de: { M: 'Herr', F: 'Frau' },
  nl: { M: 'De heer', F: 'Mevrouw' },
  fr: { M: 'Monsieur', F: 'Madame' },
}

/** A letter in fifty thousand asks for one of a few. */
const known = new Map<string, string>()

/** Blank for companies, for whoever is neither, and in a language without such titles. */
export function courtesyTitle(contact: Contact, language: LetterLanguage | undefined): string {
  if (contact.type !== 'person') return ''
  const key = `${language ?? 'en'} ${contact.salutationCode}`
  const before = known.get(key)
  if (before !== undefined) return before
  const title = titleOf(contact.salutationCode, language)
  known.set(key, title)
  return title
}

function titleOf(salutationCode: string, language: LetterLanguage | undefined): string {
  const code = salutationCodeOf(salutationCode)
  if (code !== 'M' && code !== 'F') return ''
  const tag = (language ?? 'en').toLowerCase()
  const inLanguage = titles[tag] ?? titles[tag.split('-')[0] ?? '']
  return inLanguage?.[code] ?? ''
}
