// The postal address as the post of the country it goes to wants it (addressRules.ts); our own country's name is left out.
// BC: Foundation/Address/FormatAddress.Codeunit.al
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { printedName } from '../contact/name.ts'
import { countryCodeOf, isAbroad, isPersonFirst, layoutOf, type Layout } from './addressRules.ts'
import { countryName, localeOf } from './locale.ts'

type Place = Pick<Contact, 'address' | 'address2' | 'postCode' | 'city' | 'county' | 'countryCode'>

/** Whose address the letter goes to: the contact's own if it has any, else the company's. */
export function mailPlace(contact: Contact, company: Contact | undefined): Contact {
  const hasOwn = [contact.address, contact.address2, contact.postCode, contact.city].some((part) => part.trim() !== '')
  return hasOwn || !company ? contact : company
}

/** A line as far as its address goes: the contact as it is reached, and whether that is an alternative address. */
export interface Reached {
  reached: Contact | undefined
  company: Contact | undefined
  alternativeAddress: { value: AlternativeAddress | undefined }
}

/** Where the letter of a line goes: an alternative address as it is, without the company's street; else as `mailPlace`. */
export function placeOf({ reached, company, alternativeAddress }: Reached): Contact | undefined {
  return reached && (alternativeAddress.value ? reached : mailPlace(reached, company))
}

/** Whether the letter of a line would find its way, at the address that holds for it: a street or box, and a town. */
export function canBePosted(line: Reached): boolean {
  const place = placeOf(line)
  return place !== undefined && isPlace(place)
}

/** A street or box, and a town. */
export const isPlace = ({ address, address2, city }: Place): boolean => `${address}${address2}`.trim() !== '' && city.trim() !== ''

/**
 * The lines of the address, without blank ones.
 * @param company the contact's company; a person without an address is written to there
 * @param ownCountry code of our own country; its name is left out
 * @param language of the letter, in which a foreign country is named
 */
export function addressLines(
  contact: Contact,
  company: Contact | undefined,
  ownCountry: string,
  language: LetterLanguage | undefined,
): string[] {
  return linesAt(mailPlace(contact, company), namedOf(contact, company), ownCountry, language)
}

/** The address alone, without the names above it. */
export const placeAlone = (place: Place, ownCountry: string, language: LetterLanguage | undefined): string[] =>
  linesAt(place, { people: [], company: [] }, ownCountry, language)

/** The same for a line, at the address that holds for it: at an alternative one nobody knows the company. */
export function addressLinesOf(line: Reached, ownCountry: string, language: LetterLanguage | undefined): string[] {
  const place = placeOf(line)
  if (!place || !line.reached) return []
  return linesAt(place, namedOf(line.reached, companyInAddress(line)), ownCountry, language)
}

/** The company that stands in the address of a line. */
export const companyInAddress = ({ company, alternativeAddress }: Reached): Contact | undefined =>
  alternativeAddress.value ? undefined : company

/** Who is named above the street, line by line. */
export interface Named {
  people: readonly string[]
  company: readonly string[]
  /** The company stands first whatever the country's habit. */
  isToCompany?: boolean
}

const namedOf = (contact: Contact, company: Contact | undefined): Named => ({
  people: [printedName(contact), contact.name2],
  company: contact.type === 'person' && company ? [company.name, company.name2] : [],
})

/** The lines of an address to these names. */
export function linesAt(
  place: Place,
  { people, company, isToCompany }: Named,
  ownCountry: string,
  language: LetterLanguage | undefined,
): string[] {
  const code = countryCodeOf(place.countryCode, ownCountry)
  const names = isPersonFirst(code) && !isToCompany ? [...people, ...company] : [...company, ...people]
  const country = isAbroad(code, ownCountry) ? countryName(code, language).toLocaleUpperCase(localeOf(language)) : ''
  const lines = [...names, ...placeLines(place, layoutOf(code)), country]
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))]
}

/** Street, town, post code and state in their places; blank parts take what stands before or behind them along. */
function placeLines(place: Place, layout: Layout): string[] {
  return layout.split('|').flatMap((line) => (line === 'A' ? [place.address, place.address2] : [filled(line, place)]))
}

function filled(line: Layout, place: Place): string {
  let text = ''
  let between = ''
  for (const piece of line.match(/[CTUSP]|[^CTUSP]+/g) ?? []) {
    const said = parts[piece]
    if (!said) between = piece
    else if (said(place) !== '') text += (text && between) + said(place)
  }
  return text
}

const parts: Readonly<Partial<Record<string, (place: Place) => string>>> = {
  C: ({ postCode }) => postCode.trim(),
  T: ({ city }) => city.trim(),
  U: ({ city }) => city.trim().toUpperCase(),
  S: ({ county }) => county.trim(),
  P: ({ county }) => (/^\p{L}{2,3}$/u.test(county.trim()) ? county.trim().toUpperCase() : ''),
}
