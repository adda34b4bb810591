// How well a contact is written, so that of two cards the better one is proposed: a whole first name before an initial, `Karl Schäfer` before
// KARL SCHAEFER, and the spelling and the order that its own e-mail address has. Nothing is changed by it: it is a proposal.
import type { Contact, Person } from '../../model/contact.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { ContactFields } from '../contact/edit.ts'
import { mergedFields } from '../contact/mergedFields.ts'
import { companyNames, nameWeight, personNames } from './names.ts'
import { loose, Recogniser } from './who.ts'

/** Letters of more than one are all capitals, or all small ones. */
export function isIllCased(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '')
  if (letters.length < 2) return false
  const [upper, lower] = [letters.toUpperCase(), letters.toLowerCase()]
  return upper !== lower && (letters === upper || letters === lower)
}

const joined = (text: string) => loose(text).replace(/ /g, '')
const hasUmlauts = (text: string) => /[^\P{L}a-z]/iu.test(text)

/** In front of the `@` and behind it, of all addresses of these. */
function mailsOf(contacts: readonly Contact[]): [local: string, domain: string][] {
  return contacts
    .flatMap(({ email, email2 = '' }) => `${email};${email2}`.split(/[;,]/))
    .flatMap((mail) => {
      const [local = '', domain = ''] = mail.split('@')
      return domain === '' ? [] : [[joined(local), joined(domain)] as [string, string]]
    })
}

/** The points of its name. @param mails of all who may be the same */
function written(contact: Contact, mails: readonly [string, string][]): number {
  const { name } = contact
  const looks = (isIllCased(name) ? 0 : 4) + (hasUmlauts(name) ? 1 : 0)
  if (contact.type === 'person') return looks + wholeness(contact) + Math.max(0, ...mails.map(([local]) => agrees(contact, local)))
  const [first = ''] = loose(name).split(' ')
  const isTheirs = first.length > 3 && mails.some(([, domain]) => domain.includes(first))
  // A legal form says more than none.
  return looks + (isTheirs ? 2 : 0) + name.split(/\s+/).length / 10
}

const wholeness = ({ firstName, surname }: Person) => (surname === '' ? 0 : 4) + (joined(firstName).length > 1 ? 4 : 0)

/** Whether an e-mail address writes the names like this: `sabine.schaefer` is Sabine Schäfer, no Schäfer Sabine and no Sabine Schäffer. */
function agrees({ firstName, surname }: Person, local: string): number {
  const [first, last] = [joined(firstName), joined(surname)]
  const at = last.length > 2 ? local.indexOf(last) : -1
  if (at < 0) return 0
  const before = first.length > 1 ? local.indexOf(first) : -1
  return 3 + (before < 0 ? 0 : before < at ? 3 : 1)
}

/** The one to stay first: the best written, of equals the one of whom most is known, then the older one. */
export function bestFirst(contacts: readonly Contact[]): Contact[] {
  const mails = mailsOf(contacts)
  const points = new Map(contacts.map((contact) => [contact.id, [written(contact, mails), known(contact)] as const]))
  const of = ({ id }: Contact) => points.get(id) ?? [0, 0]
  return [...contacts].sort((a, b) => of(b)[0] - of(a)[0] || of(b)[1] - of(a)[1] || a.id.localeCompare(b.id))
}

const isSaid = (value: unknown) => value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0)
const known = (contact: Contact) => Object.values(contact).filter(isSaid).length

/** What the one that stays gets: as merged, but for what the other one has written better. */
export function proposedFields(kept: Contact, lost: Contact, questionnaires: readonly Questionnaire[]): ContactFields {
  return { ...mergedFields(kept, lost, questionnaires), ...betterWritten(kept, lost) }
}

const texts = ['jobTitle', 'name2'] as const
const places = ['address', 'address2', 'postCode', 'city', 'county', 'countryCode'] as const
type Texts = Partial<Record<string, string>>

/** Values of the other one that say the same, and say it better. */
function betterWritten(kept: Contact, lost: Contact): ContactFields {
  const [own, theirs] = [kept, lost].map((contact) => contact as unknown as Texts) as [Texts, Texts]
  const picked = texts.filter((field) => isBetter(own[field], theirs[field]))
  const [all, others] = [own, theirs].map((one) => places.filter((field) => isSaid(one[field]))) as [string[], string[]]
  const isSamePlace = places.every((field) => !own[field] || isSameText(own[field], theirs[field] ?? ''))
  const isPlaceBetter = isSamePlace && others.length >= all.length && places.some((field) => isBetter(own[field], theirs[field]))
  const fields = [...(isNameBetter(kept, lost) ? nameFields(kept) : []), ...picked, ...(isPlaceBetter ? places : [])]
  return Object.fromEntries(fields.map((field) => [field, theirs[field]]))
}

const nameFields = ({ type }: Contact) => (type === 'person' ? ['firstName', 'middleName', 'surname'] : ['name'])

const isSameText = (own: string, theirs: string) =>
  joined(own).replace(/strasse|str/g, 'str') === joined(theirs).replace(/strasse|str/g, 'str')
const isBetter = (own = '', theirs = '') => isSameText(own, theirs) && isIllCased(own) && !isIllCased(theirs)

/** The names are one but for the writing; another surname, as after a marriage, is no better one. */
function isNameBetter(kept: Contact, lost: Contact): boolean {
  if (kept.type !== lost.type) return false
  const recogniser = new Recogniser()
  const [one, other] = [recogniser.whoOf(kept, ''), recogniser.whoOf(lost, '')]
  const alike = kept.type === 'person' ? personNames(one, other) : companyNames(one, other)
  if (alike < nameWeight.alike || (kept.type === 'person' && !isOneSurname(one, other))) return false
  const mails = mailsOf([kept, lost])
  return written(lost, mails) > written(kept, mails) + (kept.type === 'company' && alike < nameWeight.same ? 1 : 0)
}

/** The same surname, one with a slip, or one that stands with the first names. */
function isOneSurname(one: { first: string; surname: string }, other: { first: string; surname: string }): boolean {
  const swapped = one.first.includes(other.surname) && other.first.includes(one.surname)
  return swapped || one.surname.slice(0, 2) === other.surname.slice(0, 2) || one.surname.slice(-3) === other.surname.slice(-3)
}
