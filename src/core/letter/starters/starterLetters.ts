// The letters to begin with: four occasions on which a salesperson writes to many, in each language as somebody there would write it.
// One file per language. What only the writer can know stands in square brackets until she has written it.
import type { LetterBody, WrittenLetter } from '../../../model/writtenLetter.ts'
import { newSheet, type LetterGround } from '../newLetter.ts'
import { german } from './de.ts'
import { english } from './en.ts'
import { french } from './fr.ts'
import { norwegian } from './nb.ts'
import { dutch } from './nl.ts'
import { field, paragraph } from './writing.ts'

export type StarterName = 'business' | 'invitation' | 'fair' | 'prices'
export type StarterLanguage = 'en' | 'de' | 'nl' | 'nb' | 'fr'

export interface StarterLetter {
  /** What it is called, in its own language. */
  name: string
  subject: string
  /** What an e-mail says to which the letter is attached. */
  emailText: string
  text: LetterBody
}

const letters: Record<StarterLanguage, Record<StarterName, StarterLetter>> = {
  en: english,
  de: german,
  nl: dutch,
  nb: norwegian,
  fr: french,
}

/** In the order in which they are offered. */
export const starterNames: readonly StarterName[] = ['business', 'invitation', 'fair', 'prices']
export const starterLanguages: readonly StarterLanguage[] = ['en', 'de', 'nl', 'nb', 'fr']

/** The language in which there are starter letters for this one, region or not: `de-AT` → `de`. */
export const starterLanguage = (language: string): StarterLanguage | undefined =>
  starterLanguages.find((one) => one === language.split('-')[0]?.toLowerCase())

/** A letter to begin with. */
export const starterLetter = (name: StarterName, language: StarterLanguage): StarterLetter => letters[language][name]

/** The letter on its sheet; where no window shows the address, it stands at the top of the text. */
export function writtenStarter(name: StarterName, language: StarterLanguage, ground: LetterGround): WrittenLetter {
  const sheet = newSheet(language, ground)
  const { text } = starterLetter(name, language)
  if (sheet.window !== 'none') return { text, sheet }
  return { text: { ...text, content: [paragraph(field('Address_Block')), paragraph(), ...text.content] }, sheet }
}
