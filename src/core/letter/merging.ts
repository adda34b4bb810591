// What a letter answers when its document asks for a whole address, a greeting, or a part of an address by Word's own name. All of it
// comes from the letter's values, so that a logged letter answers the same for ever.
import { fold } from '../../base/fold.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { FieldName } from './fields.ts'
import { areOfSeveral } from './valuesTogether.ts'

/** What the document wishes of an address (Word's ADDRESSBLOCK). */
export interface AddressWish {
  /** The country never, always, or unless it is one of `except`. */
  country: 'never' | 'always' | 'unless'
  except: string
  /** Laid out as the post of the recipient's country wants it. */
  byCountry: boolean
  /** The lines that the document's own layout gives, if it has one. */
  written: readonly string[] | undefined
}

/** What the document wishes of a greeting (Word's GREETINGLINE). */
export interface GreetingWish {
  /** The line that the document's own layout gives, where the name can be used. */
  written: string | undefined
}

const saidOf = (values: Readonly<LetterValues>, name: FieldName): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

/**
 * The lines of the address: by the rules of the country's post, unless the document lays it out itself without asking for them. A name
 * that the document's layout leaves out is left out, and the person is named as it says: with a title, or without.
 */
export function addressAsked(asked: AddressWish, values: Readonly<LetterValues>): readonly string[] | undefined {
  // A layout of the document's own knows one person only.
  if (asked.written && !asked.byCountry && !areOfSeveral(values)) return undefined
  const block = saidOf(values, 'Address_Block')
    .split('\n')
    .filter((line) => line.trim() !== '')
  if (block.length === 0) return undefined
  const lines = asked.written ? named(block, asked.written, values) : block
  return withCountry(lines, asked, values)
}

function named(block: readonly string[], written: readonly string[], values: Readonly<LetterValues>): string[] {
  if (areOfSeveral(values)) return [...block]
  const company = saidOf(values, 'Company_Name')
  const [name, surname] = [saidOf(values, 'Name'), saidOf(values, 'Surname')]
  const ofPerson = surname ? written.find((line) => line !== company && line.includes(surname)) : undefined
  const hasCompany = company === '' || company === name || written.some((line) => line.includes(company))
  return block.flatMap((line) => {
    if (line === company && company !== name) return hasCompany ? [line] : []
    if (line !== name || !surname) return [line]
    return ofPerson === undefined ? [] : [ofPerson]
  })
}

/** Abroad the last line of our address is the country, in capitals. Our own is written only where a document's layout wants it always. */
function withCountry(lines: readonly string[], { country, except, written }: AddressWish, values: Readonly<LetterValues>): string[] {
  const theirs = saidOf(values, 'Country')
  const isAbroad = theirs !== '' && lines.at(-1) !== theirs && fold(lines.at(-1) ?? '') === fold(theirs)
  const without = isAbroad ? lines.slice(0, -1) : [...lines]
  if (country === 'never') return without
  if (country === 'always') {
    if (isAbroad || !written) return [...lines]
    const named = theirs || saidOf(values, 'Company_Information_Country')
    return named ? [...lines, named.toUpperCase()] : [...lines]
  }
  const excepted = [except, ...except.split(/[,;]/)].map(fold)
  const isExcepted = [theirs, saidOf(values, 'CountryRegion_Code')].some((name) => name !== '' && excepted.includes(fold(name)))
  return isAbroad && !isExcepted ? [...lines] : without
}

/** The document's own greeting of one person, or our formal one in the letter's language; nothing when there is neither. */
export function greetingAsked({ written }: GreetingWish, values: Readonly<LetterValues>): string | undefined {
  const ours = saidOf(values, 'CALC_Formal_Salutation') || undefined
  return areOfSeveral(values) ? (ours ?? written) : (written ?? ours)
}

/** Where each of Word's own names finds its value; what is not here we know of nobody. */
const standard: Readonly<Partial<Record<string, FieldName>>> = {
  'Unique Identifier': 'Contact_No',
  'Courtesy Title': 'Courtesy_Title',
  'First Name': 'First_Name',
  'Middle Name': 'Middle_Name',
  'Last Name': 'Surname',
  Nickname: 'First_Name',
  'Job Title': 'Job_Title',
  Company: 'Company_Name',
  'Address 1': 'Address',
  'Address 2': 'Address_2',
  City: 'City',
  State: 'State',
  'Postal Code': 'ZIP_Code',
  'Country or Region': 'Country',
  'Business Phone': 'Phone_No',
  'E-mail Address': 'Email',
  'Web Page': 'Home_Page',
}

/** The value of a part of an address by Word's own name. */
export function standardPart(name: string, values: Readonly<LetterValues>): string | undefined {
  const field = standard[name]
  return field && saidOf(values, field)
}
