// The odd letters in words: the second line of a row, and the sentence above the letter with its way out.
import { canBePosted, placeOf } from '../../core/letter/address.ts'
import { countryName } from '../../core/letter/locale.ts'
import type { OddKind, OddLetters, OddLine } from '../../core/letter/oddLetter.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { LetterDocument } from '../../model/letter.ts'
import { letterLanguageName } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import { nameOf } from '../pieces/contactName.ts'
import { fieldWord } from '../pieces/fieldWords.ts'
import type { PreviewKind } from './previewRows.ts'

export const kindText = (kind: PreviewKind): string => t(`preview.kind.${kind}`)

/** Where somebody can do something about it. */
export type WayOut = 'greeting' | 'contact' | 'own' | 'template' | 'header'

export interface Said {
  kind: OddKind
  /** The words that stand out, and what follows them. */
  lead: string
  text: string
  way: WayOut | undefined
}

/** From which documents the letters are made. */
export function documentsText(documents: readonly LetterDocument[]): string {
  const languages = new Set(documents.map(({ languageCode }) => languageCode)).size
  return t('preview.documents', { count: documents.length, name: documents[0]?.fileName ?? '', languages })
}

/** What is made on the output page, in its own count: letters on paper, and e-mails where there are some. */
export function makeText({ print, email }: OddLetters['ways']): string {
  if (email === 0) return t('preview.make', { count: print })
  return print === 0 ? t('preview.makeEmails', { count: email }) : t('preview.makeBoth', { print, email })
}

const fieldsText = (fields: readonly string[] = []) => fields.map(fieldWord).join(', ')
const placeCountry = (line: Effective) => countryName(placeOf(line)?.countryCode ?? '', language())

/** @param others the names of those the letter is for as well */
export function said(kind: OddKind, odd: OddLine, line: Effective, others: readonly string[]): Said {
  switch (kind) {
    case 'fallbackGreeting':
      return {
        kind,
        lead: t('preview.greeting', { text: odd.greeting ?? '' }),
        text: whyNeutral(line),
        way: isCompany(line) ? 'contact' : 'greeting',
      }
    case 'emptyFields':
      return {
        kind,
        lead: t('preview.empty', { count: odd.fields?.length ?? 0 }),
        text: t('preview.emptyMost', { fields: fieldsText(odd.fields) }),
        way: 'contact',
      }
    case 'foreign':
      return { kind, lead: t('preview.foreign'), text: t('preview.foreignTo', { country: placeCountry(line) }), way: undefined }
    case 'longest':
      return { kind, lead: t('preview.longest'), text: t('preview.longestWhy'), way: undefined }
    case 'ownText':
      return { kind, lead: t('preview.ownText'), text: ownText(line), way: 'own' }
    case 'fallbackLanguage':
      return { kind, lead: t('preview.fallbackLanguage'), text: whyLanguage(line), way: 'template' }
    case 'together':
      return {
        kind,
        lead: t('preview.together', { count: others.length + 1 }),
        text: [nameOf(line.contact), ...others].join(', '),
        way: 'header',
      }
  }
}

/** What stands below the name in the list: what is odd, or where the letter goes and in which language. */
export function rowText(line: Effective, odd: { kind: PreviewKind; line: OddLine } | undefined, others: readonly string[]): string {
  switch (odd?.kind) {
    case 'fallbackGreeting':
      return [odd.line.greeting && t('preview.ownWords', { text: odd.line.greeting }), shortReason(line)].filter(Boolean).join(' · ')
    case 'emptyFields':
      return fieldsText(odd.line.fields)
    case 'foreign':
      return [placeCountry(line), placeOf(line)?.city].filter(Boolean).join(' · ')
    case 'ownText':
      return ownText(line)
    case 'fallbackLanguage':
      return whyLanguage(line)
    case 'together':
      return others.join(', ')
    case 'longest':
    case 'without':
    case undefined:
      return usualText(line, others)
  }
}

function usualText(line: Effective, others: readonly string[]): string {
  const place = placeOf(line)
  const code = place?.countryCode ?? ''
  const town = [place?.postCode, place?.city].filter(Boolean).join(' ')
  const abroad = code && town && canBePosted(line) ? `${code}-${town}` : town
  return [others.length > 0 ? others.join(', ') : '', abroad, line.languageCode.value].filter(Boolean).join(' · ')
}

const isCompany = ({ contact }: Effective) => contact?.type === 'company'
const hasSalutation = ({ contact }: Effective) => (contact?.salutationCode.trim() ?? '') !== ''

function whyNeutral(line: Effective): string {
  if (isCompany(line)) return t('preview.whyCompany')
  return t(hasSalutation(line) ? 'preview.whyNoName' : 'preview.whyNoSalutation')
}

function shortReason(line: Effective): string {
  if (isCompany(line)) return ''
  return t(hasSalutation(line) ? 'preview.rowNoName' : 'preview.rowNoSalutation')
}

function whyLanguage({ contact }: Effective): string {
  const wish = contact?.languageCode
  return wish ? t('preview.fallbackLanguageWhy', { wish: letterLanguageName(wish) }) : t('preview.fallbackLanguageNone')
}

/** What is of this one person alone. */
function ownText({ line }: Effective): string {
  const words = line.comment.trim()
  return [
    ...(words ? [t('preview.ownWords', { text: words })] : []),
    ...(line.own.subject?.trim() ? [t('preview.ownSubject')] : []),
    ...(line.document ? [t('preview.ownDocument')] : []),
  ].join(', ')
}
