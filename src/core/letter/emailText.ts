// What an e-mail says to which a letter is attached: the words that were written for its language, else the usual ones; `{{Name}}` is a
// merge field, and a line whose fields are all blank falls away.
import { typedFields, typedPieces } from '../../base/typedWords.ts'
import type { LetterDocument, LetterValues } from '../../model/letter.ts'
import type { Effective } from '../segment/effective.ts'
import { baseLanguage, documentFor } from '../segment/language.ts'
import type { FieldName } from './fields.ts'
import { longDay } from './locale.ts'
import { asPlainWords } from './valueKinds.ts'
import { fieldMeant } from './values.ts'

const field = (name: FieldName) => `{{${name}}}`

/** Greeting, what is attached, and who writes. German goes on in small letters after the comma of the greeting. */
const usualWords = (sentence: string, closing: string, phone: string): string =>
  [
    ...[field('CALC_Formal_Salutation'), '', sentence, '', closing],
    ...[field('Salesperson_Name'), field('Salesperson_Job_Title'), field('Company_Information_Name'), ''],
    ...[`${phone} ${field('Salesperson_Phone_No')}`, field('Salesperson_Email')],
  ].join('\n')

const usual: Record<string, string> = {
  en: usualWords('Please find our letter attached.', 'Kind regards', 'Phone'),
  de: usualWords('unser Schreiben finden Sie im Anhang.', 'Mit freundlichen Grüßen', 'Telefon'),
  nl: usualWords('In de bijlage vindt u onze brief.', 'Met vriendelijke groet', 'Telefoon'),
  nb: usualWords('Vedlagt følger vårt brev.', 'Vennlig hilsen', 'Telefon'),
  fr: usualWords('Vous trouverez notre lettre en pièce jointe.', 'Cordialement', 'Téléphone'),
}
const sameWords: Record<string, string> = { no: 'nb', nn: 'nb' }

/** The usual words of a language, with their fields; English where we know none. */
export function usualEmailText(language: string): string {
  const base = baseLanguage(language)
  return usual[sameWords[base] ?? base] ?? usual['en'] ?? ''
}

/** The words that were written for a line's e-mail: a document of her own says them, or that of her language. */
export function writtenEmailText({ document, line, template }: Effective): string | undefined {
  const said = line.document && documentFor(line.document.languageCode, template.value)
  return [document?.emailText, said?.emailText].find((text) => text !== undefined && text.trim() !== '')
}

/** Languages of which nobody wrote what the e-mail says; the usual words speak of a letter that goes with it. */
export const untoldLanguages = (lines: readonly Effective[]): string[] => [
  ...new Set(lines.flatMap((line) => (line.document && writtenEmailText(line) === undefined ? [line.document.languageCode] : []))),
]

/** What her e-mail says, its fields filled. */
export function emailTextOf(line: Effective, values: Readonly<LetterValues>): string {
  const language = line.document?.languageCode ?? line.languageCode.value ?? ''
  return filledText(writtenEmailText(line) ?? usualEmailText(language), line.document?.mapping ?? {}, values, language)
}

/** Names in a text that mean nothing; they stay blank. */
export const unknownInText = (text: string, mapping: LetterDocument['mapping'] = {}): string[] =>
  typedFields(text).filter((name) => fieldMeant(name, mapping) === undefined)

/** A text with its fields filled in: a line of blank fields falls away, and so do blank lines that then stand one after the other. */
export function filledText(
  text: string,
  mapping: Readonly<Record<string, string>>,
  values: Readonly<LetterValues>,
  language: string,
): string {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .flatMap((line) => filledLine(line, (name) => saidOf(values[fieldMeant(name, mapping) ?? ''], language)))
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function filledLine(line: string, valueOf: (name: string) => string): string[] {
  const names = typedFields(line)
  if (names.length > 0 && names.every((name) => valueOf(name).trim() === '')) return []
  return [
    typedPieces(line)
      .map((piece) => ('field' in piece ? valueOf(piece.field) : piece.words))
      .join('')
      .trimEnd(),
  ]
}

function saidOf(value: LetterValues[string] | undefined, language: string): string {
  return asPlainWords(value, (day) => longDay(day, language))
}

/** A link that opens the mail program with an e-mail begun; it can attach nothing. Public source: RFC 6068 */
export function mailtoLink(addresses: readonly string[], subject: string, text: string): string {
  const to = addresses.map((address) => encodeURIComponent(address).replaceAll('%40', '@')).join(',')
  const body = encodeURIComponent(text.toWellFormed().replace(/\r\n?|\n/g, '\r\n'))
  return `mailto:${to}?subject=${encodeURIComponent(subject.toWellFormed().replace(/\s+/g, ' '))}&body=${body}`
}

/** Windows hands no longer address on to a mail program; beyond it the text is copied instead. */
export const longestMailto = 2000
