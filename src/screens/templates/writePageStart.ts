// With what a letter can begin: another language's version, one of ours, or the sheet of the letter that was written before.
import { newLetter, newSheet, type LetterGround } from '../../core/letter/newLetter.ts'
import { starterLanguage, starterLetter, starterNames, type StarterName } from '../../core/letter/starters/starterLetters.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterBlock, LetterBody, LetterSheet, WrittenLetter } from '../../model/writtenLetter.ts'
import { formOf, type LetterForm } from '../pieces/writing/letterDraft.svelte.ts'

/** Of the template's own versions first, else of any letter that was written here. */
export function lastSheet(templates: readonly InteractionTemplate[], id: string): LetterSheet | undefined {
  const own = templates.filter((one) => one.id === id)
  return [...own, ...templates].flatMap(({ documents }) => documents.flatMap(({ written }) => (written ? [written.sheet] : [])))[0]
}

/** The other version as it stands, to be translated line by line. */
export const fromOther = ({ written, subject, emailText }: LetterDocument): LetterForm => formOf(written, subject, emailText ?? '')

export const blank = (language: string, ground: LetterGround): LetterForm => formOf(newLetter(language, ground), '', '')

export interface Ours {
  name: StarterName
  called: string
  language: string
  form: LetterForm
}

/** Our letters in this language, else in English. */
export function ours(language: string, ground: LetterGround): Ours[] {
  const from = starterLanguage(language) ?? 'en'
  const sheet = newSheet(language, ground)
  return starterNames.map((name) => {
    const { name: called, subject, emailText, text } = starterLetter(name, from)
    return { name, called, language: from, form: formOf(placed({ text, sheet }), subject, emailText) }
  })
}

/** Where no window holds the address, it stands at the head of the text. */
export function placed({ text, sheet }: WrittenLetter): WrittenLetter {
  if (sheet.window !== 'none') return { text, sheet }
  const address: LetterBlock = { type: 'paragraph', content: [{ type: 'mergeField', attrs: { field: 'Address_Block' } }] }
  const body: LetterBody = { ...text, content: [address, { type: 'paragraph' }, ...text.content] }
  return { text: body, sheet }
}
