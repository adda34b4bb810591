// A letter to begin with: its sheet, and a text that holds what every letter has, with chips in the places of what differs.
import type { CompanyInformation } from '../../model/settings.ts'
import type { EnvelopeWindow, LetterBlock, LetterBody, LetterInline, LetterSheet, Paper, WrittenLetter } from '../../model/writtenLetter.ts'
import type { FieldName } from './fields.ts'
import { lettersWords, wordsOfLetters, type LetterWords } from './letterWords.ts'

/** What a new letter is made after. */
export interface LetterGround {
  company: CompanyInformation | undefined
  /** The sheet of the letter that was written last. */
  last?: LetterSheet | undefined
}

/** A letter in this language, ready to be written. */
export function newLetter(language: string, ground: LetterGround): WrittenLetter {
  const sheet = newSheet(language, ground)
  return { text: newText(language, sheet.window), sheet }
}

/**
 * As the letter written last, so that all look alike, with our logo where it had none and the foot in this language where nobody changed
 * it; the first one says who we are by our company's information.
 */
export function newSheet(language: string, { company, last }: LetterGround): LetterSheet {
  const first = firstSheet(language, company)
  if (!last) return first
  const logo = last.logo ?? first.logo
  const isUsual = lettersWords.some((words) => same(footerOf(words), last.footer))
  return { ...last, ...(logo && { logo }), ...(isUsual && { footer: first.footer }) }
}

const same = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((line, at) => line === other[at])

function firstSheet(language: string, company: CompanyInformation | undefined): LetterSheet {
  const country = company?.countryCode.trim().toUpperCase() ?? ''
  return {
    paper: paperOf(country),
    window: windowOf(country),
    ...(company?.logo && { logo: { attachmentId: company.logo, width: 45, align: 'right' as const } }),
    sender: lines([['Company_Information_Name'], ['Company_Information_Address'], ['Company_Information_Address_2'], townOfOurs]),
    returnLine: true,
    footer: footerOf(wordsOfLetters(language)),
    pageNumbers: true,
    font: 'Calibri',
    fontSize: 11,
  }
}

const townOfOurs: FieldName[] = ['Company_Information_Post_Code', 'Company_Information_City']
const named = (name: FieldName) => `{{${name}}}`
const lines = (rows: readonly FieldName[][]) => rows.map((row) => row.map(named).join(' ')).join('\n')

/** Three columns: who we are, how we are reached, what the law and the bank want to know. */
function footerOf({ phone, account, vat, registration }: LetterWords): string[] {
  const after = (words: string, name: FieldName) => `${words} ${named(name)}`
  return [
    lines([['Company_Information_Name'], ['Company_Information_Address'], townOfOurs]),
    [after(phone, 'Company_Information_Phone_No'), named('Company_Information_Email'), named('Company_Information_Home_Page')].join('\n'),
    [
      named('Company_Information_Bank_Name'),
      after(account, 'Company_Information_Bank_Account_No'),
      after(vat, 'Company_Information_VAT_Registration_No'),
      after(registration, 'Company_Information_Registration_No'),
    ].join('\n'),
  ]
}

/** Where sheets of 8½ × 11 inches are the usual ones (ISO 216 is not in use). */
const onLetter = ['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'PR', 'GT', 'CR', 'PA', 'DO', 'SV', 'HN', 'NI']
const paperOf = (country: string): Paper => (onLetter.includes(country) ? 'Letter' : 'A4')

/** The window that envelopes of a country have most; the Swiss Post recommends the address on the right. */
const windows: Readonly<Record<string, EnvelopeWindow>> = {
  ...{ DE: 'dinB', AT: 'dinB', LU: 'dinB', CH: 'chRight', LI: 'chRight', FR: 'nf', BE: 'nf', NL: 'nen', NO: 'ns' },
}
const windowOf = (country: string): EnvelopeWindow => windows[country] ?? 'none'

const chip = (field: FieldName): LetterInline => ({ type: 'mergeField', attrs: { field } })
const bold = (inline: LetterInline): LetterInline => ({ ...inline, marks: [{ type: 'bold' }] })
const words = (text: string): LetterInline => ({ type: 'text', text })
const paragraph = (...content: LetterInline[]): LetterBlock => (content.length > 0 ? { type: 'paragraph', content } : { type: 'paragraph' })

/** Date, subject, greeting, the place of the words for one person, closing and signature. */
export function newText(language: string, envelope: EnvelopeWindow): LetterBody {
  const { closing } = wordsOfLetters(language)
  const address = envelope === 'none' ? [paragraph(chip('Address_Block')), paragraph(), paragraph()] : []
  return {
    type: 'doc',
    content: [
      ...address,
      { type: 'paragraph', attrs: { textAlign: 'right' }, content: [chip('Document_Date')] },
      paragraph(),
      paragraph(bold(chip('Subject'))),
      ...[paragraph(), paragraph()],
      paragraph(chip('CALC_Formal_Salutation')),
      paragraph(),
      // Here the text begins.
      ...[paragraph(), paragraph()],
      paragraph(chip('Comment')),
      paragraph(words(closing)),
      ...[paragraph(), paragraph(), paragraph()],
      paragraph(chip('Salesperson_Name'), { type: 'hardBreak' }, chip('Salesperson_Job_Title')),
    ],
  }
}
