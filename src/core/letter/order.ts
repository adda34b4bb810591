// In which order letters, labels and lists come out: as the list stands, by country and post code as the post sorts them, or by name.
import type { Company, Person } from '../../model/contact.ts'
import type { LetterValues } from '../../model/letter.ts'
import type { Effective } from '../segment/effective.ts'
import type { LettersPer } from '../../model/segment.ts'
import { countryCodeOf } from './addressRules.ts'
import { nameLines, peopleOf, placeTogether } from './addressTogether.ts'
import { countryName, localeOf } from './locale.ts'
import type { Together } from './together.ts'
import { nameOfSeveral } from './valuesTogether.ts'

/** As the list stands, by country and post code, or by name. */
export type LetterOrder = 'list' | 'postCode' | 'name'

/** What one row is put in its place by. */
export interface OrderKey {
  countryCode: string
  postCode: string
  town: string
  name: string
}

/**
 * The lines in this order; those that are equal stay as the list stands.
 * @param language of the letters, by whose alphabet names are sorted @param ownCountry code of our own country: its mail comes first
 */
export function inOrder(
  lines: readonly Effective[],
  order: LetterOrder | undefined,
  language: string | undefined,
  ownCountry = '',
): Effective[] {
  return sortedBy(lines, orderKeyOf, order, language, ownCountry)
}

/** The letters in this order, each put in its place by where it goes and by the names that stand on it. */
export const lettersInOrder = (
  letters: readonly Together[],
  per: LettersPer | undefined,
  order: LetterOrder | undefined,
  language: string | undefined,
  ownCountry = '',
): Together[] => sortedBy(letters, (letter) => orderKeyTogether(letter, per), order, language, ownCountry)

/** The same for rows of another kind, such as those of a logged segment. */
export function sortedBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => OrderKey,
  order: LetterOrder | undefined,
  language: string | undefined,
  ownCountry = '',
): T[] {
  if (!order || order === 'list') return [...rows]
  const compare = comparing(order, language, ownCountry)
  return rows
    .map((row) => ({ row, key: postalKey(keyOf(row), ownCountry) }))
    .sort((one, other) => compare(one.key, other.key))
    .map(({ row }) => row)
}

/** Where the letter of a line goes that is hers alone, and whose it is. */
export const orderKeyOf = (line: Effective): OrderKey => orderKeyTogether({ lead: line, others: [] }, undefined)

/** The same of a letter for one or several: the place that stands on it, not the one of whoever leads it. */
export function orderKeyTogether(letter: Together, per: LettersPer | undefined): OrderKey {
  const place = placeTogether(letter, per)
  return {
    countryCode: place?.countryCode ?? '',
    postCode: place?.postCode ?? '',
    town: place?.city ?? '',
    name: nameTogether(letter),
  }
}

/** The same of a letter as it was frozen. */
export function orderKeyOfValues(values: Readonly<LetterValues>): OrderKey {
  const said = (name: string) => {
    const value = values[name]
    return typeof value === 'string' ? value : ''
  }
  const person = said('Surname') ? `${said('Surname')}, ${said('First_Name')}` : said('Name')
  return { countryCode: said('CountryRegion_Code'), postCode: said('ZIP_Code'), town: said('City'), name: person }
}

/** People by their surname, several as their letter names them. */
function nameTogether(letter: Together): string {
  const { contact, languageCode } = letter.lead
  const people = letter.others.length > 0 ? peopleOf(letter) : []
  if (people.length < 2) return contact ? sortName(contact, contact.name) : ''
  const names = nameLines(people).join('\n')
  const one = nameOfSeveral(people, contact, languageCode.value)
  return one ? sortName({ type: 'person', ...one }, names) : names
}

const sortName = (of: Pick<Person, 'type' | 'firstName' | 'surname'> | Company, name: string) =>
  of.type === 'person' && of.surname.trim() !== '' ? `${of.surname}, ${of.firstName}` : name

type PostalKey = OrderKey & { code: string }

function postalKey(key: OrderKey, ownCountry: string): PostalKey {
  const countryCode = countryCodeOf(key.countryCode, ownCountry)
  return { ...key, countryCode, code: sortablePostCode(key.postCode, countryCode) }
}

/**
 * A post code as it is compared: without the country's letters in front (`D-20095`, `CH 8000`) and without blanks (Swedish `111 20`);
 * letters that belong to the code stay (`VLT 1117` in Malta). Of a British one the district stands apart from the last three signs, so
 * that `SW2` comes before `SW10`.
 */
export function sortablePostCode(postCode: string, countryCode: string): string {
  const bare = postCode
    .trim()
    .toUpperCase()
    .replace(lettered.has(countryCode) ? /^[A-Z]{1,3}-(?=\d)/ : /^[A-Z]{1,3}[-\s]+(?=\d)/, '')
    .replace(/\s+/g, '')
  return countryCode === 'GB' && bare.length > 3 ? `${bare.slice(0, -3)} ${bare.slice(-3)}` : bare
}

/** Here a code may begin with letters, a blank and figures, which are no sign of a country. */
const lettered = new Set('GB GG JE IM IE CA MT BM BN AR KY SZ'.split(' '))

function comparing(order: 'postCode' | 'name', language: string | undefined, ownCountry: string) {
  const words = new Intl.Collator(localeOf(language), { numeric: true })
  const own = countryCodeOf('', ownCountry)
  const byName = (one: PostalKey, other: PostalKey) => words.compare(one.name, other.name) || words.compare(one.town, other.town)
  if (order === 'name') return byName
  const country = ({ countryCode }: PostalKey) => (countryCode === own ? '' : countryName(countryCode, language))
  return (one: PostalKey, other: PostalKey) =>
    words.compare(country(one), country(other)) ||
    Number(one.code === '') - Number(other.code === '') ||
    words.compare(one.code, other.code) ||
    words.compare(one.town, other.town) ||
    byName(one, other)
}
