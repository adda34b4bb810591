// In which language a letter goes out, and with which of the template's documents.
// BC: Segment/SegmentLine.Table.al, FindLanguage
import type { Contact } from '../../model/contact.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Line, Segment } from '../../model/segment.ts'
import type { Valued } from './valued.ts'

/** `de` of `de-AT`. */
export const baseLanguage = (tag: string) => tag.toLowerCase().split('-')[0] ?? ''

/** The template's document in this language: the exact tag, then its base language, then another country's. */
export function documentFor(wish: LetterLanguage | undefined, template: InteractionTemplate | undefined): LetterDocument | undefined {
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
 * The line's, the header's if it holds for everybody, the contact's if there is a document for it, the header's, the
 * template's default, its first document. Where there are no documents at all, nothing is printed: the contact's language
 * stands only for the log. @param header missing when the line has a template of its own
 */
export function languageOf(
  line: Line,
  header: Segment | undefined,
  template: InteractionTemplate | undefined,
  contact: Contact | undefined,
): Found {
  const own = line.document?.languageCode ?? line.own.languageCode
  if (own) return { languageCode: { value: own, from: 'line' }, fellBack: false }
  const wish = contact?.languageCode
  const standard = header?.languageCode
  if (standard && header.ignoreContactLanguage) return { languageCode: { value: standard, from: 'header' }, fellBack: false }
  if (wish && documentFor(wish, template)) return { languageCode: { value: wish, from: 'contact' }, fellBack: false }
  const fellBack = wish !== undefined
  if (standard && documentFor(standard, template)) return { languageCode: { value: standard, from: 'header' }, fellBack }
  const byTemplate = [template?.languageCode, template?.documents[0]?.languageCode]
  const printed = byTemplate.find((language) => documentFor(language, template))
  if (printed) return { languageCode: { value: printed, from: 'template' }, fellBack }
  const named = standard ?? template?.languageCode
  if (named) return { languageCode: { value: named, from: standard ? 'header' : 'template' }, fellBack: false }
  return { languageCode: wish ? { value: wish, from: 'contact' } : { value: undefined, from: 'none' }, fellBack: false }
}
