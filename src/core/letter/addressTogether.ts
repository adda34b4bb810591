// The address of a letter for several: all their names by the rule of the country's post, then the place they share. A letter for a
// company is addressed to the company, then to its people.
import type { Contact } from '../../model/contact.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { LettersPer } from '../../model/segment.ts'
import { printedName } from '../contact/name.ts'
import { addressLinesOf, canBePosted, companyInAddress, isPlace, linesAt, placeOf, type Named } from './address.ts'
import type { Effective } from '../segment/effective.ts'
import { boxOf } from './letterBox.ts'
import { salutationCodeOf } from './shippedFormulas.ts'
import type { Together } from './together.ts'

/** Up to so many are named one by one, in the address and in the greeting: a window holds six lines (DIN 5008). */
export const mostNamed = 4

/** Everybody whom the letter is for, each once: women first, then as the list has them, in the address as in the greeting. */
export function peopleOf({ lead, others }: Together): Contact[] {
  const contacts = [lead, ...others].flatMap(({ reached }) => reached ?? [])
  const each = [...new Map(contacts.map((contact) => [contact.id, contact])).values()]
  const isWoman = ({ type, salutationCode }: Contact) => type === 'person' && salutationCodeOf(salutationCode) === 'F'
  return [...each.filter(isWoman), ...each.filter((contact) => !isWoman(contact))]
}

/** Whose names stand there: the persons, or the company where nobody of it is among them. */
function named(people: readonly Contact[]): Contact[] {
  const persons = people.filter(({ type }) => type === 'person')
  return persons.length > 0 ? persons : [...people]
}

/** Their names, a line each; of more than `mostNamed` several share a line. There are always as many lines as tell one from several. */
export function nameLines(people: readonly Contact[]): string[] {
  const names = named(people).map(printedName)
  return names.length > mostNamed ? sharedLines(names) : names
}

/** The names with what stands under them; what all have under theirs stands once. */
function namesOf(people: readonly Contact[]): string[] {
  const each = named(people)
  const seconds = new Set(each.map(({ name2 }) => name2.trim()))
  if (each.length > mostNamed || seconds.size === 1) return [...nameLines(people), ...(each.length > mostNamed ? [] : seconds)]
  return each.flatMap((contact) => [printedName(contact), contact.name2])
}

/** Signs that fit into a line of the window. */
const width = 40

function sharedLines(names: readonly string[]): string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + name.length < width) lines[lines.length - 1] = `${last}, ${name}`
    else lines.push(name)
  }
  return lines.length > 1 ? lines : [names.slice(0, -1).join(', '), ...names.slice(-1)]
}

/**
 * Where the letter goes: of a company to its own address if it has one. So goes the letter of one person of it whose own address is not
 * whole, whether others of it stand on the list or not.
 */
export function placeTogether({ lead, others }: Together, per: LettersPer | undefined): Contact | undefined {
  const company = per === 'company' && (others.length > 0 || !canBePosted(lead)) ? companyInAddress(lead) : undefined
  return company && boxOf(company) !== '' ? company : placeOf(lead)
}

/** Whether the letter of a line would find its way; those who share a letter are all reached by it, or none. */
export function isReachedByPost(line: Effective, per: LettersPer | undefined): boolean {
  const place = placeTogether({ lead: line, others: [] }, per)
  return place !== undefined && isPlace(place)
}

/** The lines of the address, without blank ones; our own country's name is left out. @param language of the letter */
export function addressTogether(
  letter: Together,
  per: LettersPer | undefined,
  ownCountry: string,
  language: LetterLanguage | undefined,
): string[] {
  const place = placeTogether(letter, per)
  if (!place || (letter.others.length === 0 && place === placeOf(letter.lead))) return addressLinesOf(letter.lead, ownCountry, language)
  return linesAt(place, namedTogether(letter, per), ownCountry, language)
}

/** Of more people of a company than can be named the company alone: it knows them. */
function namedTogether(letter: Together, per: LettersPer | undefined): Named {
  const employer = companyInAddress(letter.lead)
  const people = peopleOf(letter)
  const isToCompany = per === 'company'
  const isOnlyCompany = employer !== undefined && (people.length > mostNamed || people.every(({ id }) => id === employer.id))
  return {
    people: isOnlyCompany ? [] : namesOf(people),
    company: employer ? [employer.name, employer.name2] : [],
    isToCompany,
  }
}
