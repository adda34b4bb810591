// The postal address as the post of the country it goes to wants it: where the post code stands, who is named first,
// whether the county is written; our own country's name is left out.
// BC: Foundation/Address/FormatAddress.Codeunit.al; the rules are those of the Universal Postal Union's country pages
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { countryName, localeOf } from './locale.ts'

type Place = Pick<Contact, 'address' | 'address2' | 'postCode' | 'city' | 'county' | 'countryCode'>

interface CountryRule {
  /** How the last lines are written, before the country's name. */
  town: (place: Place) => string[]
  first: 'company' | 'person'
}

const words = (...parts: string[]) => parts.filter((part) => part.trim() !== '').join(' ')

const codeThenTown: CountryRule = { town: ({ postCode, city }) => [words(postCode, city)], first: 'company' }
const british: CountryRule = { town: ({ postCode, city, county }) => [city, county, postCode], first: 'person' }
const american: CountryRule = {
  town: ({ postCode, city, county }) => [words([city, county].filter((part) => part.trim() !== '').join(', '), postCode)],
  first: 'person',
}

const rules: Record<string, CountryRule> = {
  ...{ DE: codeThenTown, AT: codeThenTown, CH: codeThenTown, NL: codeThenTown, BE: codeThenTown },
  ...{ NO: codeThenTown, FR: codeThenTown, DK: codeThenTown, SE: codeThenTown },
  ...{ GB: british, US: american },
}

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

const isPlace = (place: Place) => words(place.address, place.address2) !== '' && place.city.trim() !== ''

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
  return linesAt(mailPlace(contact, company), contact, company, ownCountry, language)
}

/** The same for a line, at the address that holds for it: at an alternative one nobody knows the company. */
export function addressLinesOf(line: Reached, ownCountry: string, language: LetterLanguage | undefined): string[] {
  const place = placeOf(line)
  if (!place || !line.reached) return []
  return linesAt(place, line.reached, line.alternativeAddress.value ? undefined : line.company, ownCountry, language)
}

function linesAt(
  place: Place,
  contact: Contact,
  company: Contact | undefined,
  ownCountry: string,
  language: LetterLanguage | undefined,
): string[] {
  const code = (place.countryCode || ownCountry).trim().toUpperCase()
  const rule = rules[code] ?? codeThenTown
  const self = [contact.name, contact.name2]
  const employer = contact.type === 'person' && company ? [company.name, company.name2] : []
  const names = rule.first === 'company' ? [...employer, ...self] : [...self, ...employer]
  const abroad = code === ownCountry.trim().toUpperCase() ? '' : countryName(code, language).toLocaleUpperCase(localeOf(language))
  const lines = [...names, place.address, place.address2, ...rule.town(place), abroad]
  return [...new Set(lines.map((line) => line.trim()).filter((line) => line !== ''))]
}
