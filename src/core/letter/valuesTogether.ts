// The values of a letter for several. Names stand together, the greeting is one for all; first name and surname are those of all where
// they bear the same surname, else those of who leads the letter. What else belongs to a person stands only where all have the same: no
// one's title, telephone or initials under the names of others.
import type { Contact, Person } from '../../model/contact.ts'
import type { LetterValues } from '../../model/letter.ts'
import { SalutationKind } from '../../model/lists.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import type { Segment } from '../../model/segment.ts'
import type { Around } from '../segment/effective.ts'
import { placeOf } from './address.ts'
import { addressTogether, nameLines, peopleOf, placeTogether } from './addressTogether.ts'
import { greetingFields, type FieldName } from './fields.ts'
import { countryName } from './locale.ts'
import { allOf, severalGreeting } from './severalGreeting.ts'
import type { Together } from './together.ts'
import { isList } from './valueKinds.ts'
import { fillSubject, letterValues } from './values.ts'

/** What belongs to one person. */
const personal: readonly FieldName[] = [
  ...(['Contact_No', 'Company_Name', 'Name_2', 'Job_Title', 'Academic_Title', 'Initials', 'Phone_No', 'Mobile_Phone_No', 'Email'] as const),
  ...(['Home_Page', 'VAT_Registration_No'] as const),
]

/** The values of a letter; of one for one person, hers. */
export function valuesTogether(letter: Together, segment: Segment, around: Around): LetterValues {
  const values = letterValues(letter.lead, segment, around)
  const people = peopleOf(letter)
  const language = letter.lead.languageCode.value
  const set: Setter = (name, value) => {
    values[name] = value
  }
  const place = placeTogether(letter, segment.lettersPer)
  if (people.length > 1 || place !== placeOf(letter.lead)) {
    setPlace(set, place, language)
    set('Address_Block', addressTogether(letter, segment.lettersPer, around.company?.countryCode ?? '', language).join('\n'))
  }
  if (people.length < 2) return values
  const others = letter.others.map((line) => letterValues(line, segment, around))
  for (const name of personal) if (others.some((other) => other[name] !== values[name])) set(name, '')
  set('Name', nameLines(people).join('\n'))
  set('Courtesy_Title', '')
  set('Comment', '')
  // What one of them answered, or looks like, is told to none of the others.
  if (isList(values['Answers'])) values['Answers'] = { list: [] }
  delete values['Photo']
  setNames(set, people, letter.lead.contact, language)
  const employer = letter.lead.company?.name ?? ''
  for (const kind of SalutationKind.options)
    set(greetingFields[kind], severalGreeting(people, language, kind, around.formulas, employer).text)
  fillSubject(values, letter.lead)
  return values
}

function setNames(set: Setter, people: readonly Contact[], lead: Contact | undefined, language: LetterLanguage | undefined): void {
  const name = nameOfSeveral(people, lead, language)
  if (!name) return
  set('First_Name', name.firstName)
  set('Middle_Name', name.middleName)
  set('Surname', name.surname)
}

/** "Anna und Karl" "Huber" where all bear one surname, else the names of who leads the letter; a company leads through its first person. */
export function nameOfSeveral(
  people: readonly Contact[],
  lead: Contact | undefined,
  language: LetterLanguage | undefined,
): Pick<Person, 'firstName' | 'middleName' | 'surname'> | undefined {
  const persons = people.filter((contact): contact is Person => contact.type === 'person')
  const one = lead?.type === 'person' ? lead : persons[0]
  if (!one) return undefined
  const isOfOne = new Set(persons.map(({ middleName, surname }) => `${middleName.trim()} ${surname.trim()}`)).size === 1
  const first = persons.map(({ firstName }) => firstName.trim())
  const isShared = isOfOne && !first.includes('')
  const { middleName, surname } = one
  return { firstName: isShared ? allOf(first, language) : one.firstName, middleName, surname }
}

type Setter = (name: FieldName, value: string) => void

function setPlace(set: Setter, place: Contact | undefined, language: LetterLanguage | undefined): void {
  if (!place) return
  set('Address', place.address)
  set('Address_2', place.address2)
  set('ZIP_Code', place.postCode)
  set('City', place.city)
  set('State', place.county)
  set('CountryRegion_Code', place.countryCode)
  set('Country', countryName(place.countryCode, language))
}

/** Whether these values are of a letter for several, also long after: their names stand in lines. */
export const areOfSeveral = ({ Name: name }: Readonly<LetterValues>): boolean => typeof name === 'string' && name.includes('\n')
