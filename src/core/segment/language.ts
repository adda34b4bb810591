// In which language a letter goes out, and with which of the template's documents.
// BC: Segment/SegmentLine.Table.al, FindLanguage
import type { Contact } from '../../model/contact.ts'
import type { InteractionTemplate, TemplateDocument } from '../../model/interaction.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Valued } from './valued.ts'

/** `de` of `de-AT`. */
export const baseLanguage = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

/** The template's document in this language: the exact tag, then its base language, then another country's. */
export function documentFor(wish: LetterLanguage | undefined, template: InteractionTemplate | undefined): TemplateDocument | undefined {
  if (!wish || !template) return undefined
  const tag = wish.toLowerCase()
  const base = baseLanguage(wish)
  const { documents } = template
  return (
    documents.find(({ languageCode }) => languageCode.toLowerCase() === tag) ??
    documents.find(({ languageCode }) => languageCode.toLowerCase() === base) ??
    documents.find(({ languageCode }) => baseLanguage(languageCode) === base)
  )
}

type Found = { languageCode: Valued<LetterLanguage | undefined>; fellBack: boolean }

/**
 * Line, header, the contact's if there is a document for it, the template's default, its first document.
 * Where there are no documents at all, nothing is printed: the contact's language stands only for the log.
 */
export function languageOf(
  line: LetterLanguage | undefined,
  header: LetterLanguage | undefined,
  template: InteractionTemplate | undefined,
  contact: Contact | undefined,
): Found {
  if (line) return { languageCode: { value: line, from: 'line' }, fellBack: false }
  if (header) return { languageCode: { value: header, from: 'header' }, fellBack: false }
  const wish = contact?.languageCode
  if (wish && documentFor(wish, template)) return { languageCode: { value: wish, from: 'contact' }, fellBack: false }
  const byTemplate = [template?.languageCode, template?.documents[0]?.languageCode]
  const printed = byTemplate.find((language) => documentFor(language, template))
  if (printed) return { languageCode: { value: printed, from: 'template' }, fellBack: wish !== undefined }
  const named = template?.languageCode
  if (named) return { languageCode: { value: named, from: 'template' }, fellBack: false }
  return { languageCode: wish ? { value: wish, from: 'contact' } : { value: undefined, from: 'none' }, fellBack: false }
}
