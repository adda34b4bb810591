// The values of a contact in words, row by row, for looking at two side by side.
import { heldIds, type ListTable } from '../../core/contact/lists.ts'
import type { RowKey } from '../../core/duplicates/mergeRows.ts'
import type { Company, Contact, Person } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, currencyName, letterLanguageName, mediumDay } from '../../text/format.ts'
import { t, type Key } from '../../text/language.svelte.ts'
import { salutationName } from '../pieces/salutations.ts'
import { correspondenceName } from './choices.ts'

interface Around {
  lists: Lists | undefined
  companies: ReadonlyMap<ContactId, string>
}
type Lines = (contact: Contact, around: Around) => (string | undefined)[]

const ofPerson =
  (lines: (person: Person, around: Around) => (string | undefined)[]): Lines =>
  (contact, around) =>
    contact.type === 'person' ? lines(contact, around) : []
const ofCompany =
  (lines: (company: Company, around: Around) => (string | undefined)[]): Lines =>
  (contact, around) =>
    contact.type === 'company' ? lines(contact, around) : []

type Coded = readonly { id: string; description: string; code: string }[]
const named = (rows: Coded | undefined, ids: readonly string[]) =>
  (rows ?? []).filter(({ id }) => ids.includes(id)).map(({ description, code }) => description || code)
/** Rows of a short list that the contact has. */
const held =
  (list: ListTable): Lines =>
  (contact, { lists }) =>
    named(lists?.[list], heldIds(contact, list))

/** Each row: what it is called, and what a contact says in it. */
const rows: Record<RowKey, readonly [Key, Lines]> = {
  title: ['duplicates.title', ofPerson(({ title }) => [title])],
  name: ['contact.groupName', ({ name }) => [name]],
  companyName: ['contact.companyName', ({ name }) => [name]],
  name2: ['contact.name2', ({ name2 }) => [name2]],
  company: ['contact.company', ofPerson(({ companyId }, { companies }) => [companyId && companies.get(companyId)])],
  jobTitle: ['contact.jobTitle', ofPerson(({ jobTitle }) => [jobTitle])],
  initials: ['duplicates.initials', ofPerson(({ initials }) => [initials])],
  email: ['contact.email', ({ email }) => [email]],
  email2: ['duplicates.moreEmails', ({ email2 }) => [email2]],
  phone: ['contact.phone', ({ phone }) => [phone]],
  extensionNo: ['contact.extensionNo', ({ extensionNo }) => [extensionNo]],
  mobile: ['contact.mobile', ({ mobilePhone }) => [mobilePhone]],
  fax: ['contact.fax', ({ fax }) => [fax]],
  pager: ['contact.pager', ({ pager }) => [pager]],
  homePage: ['contact.homePage', ({ homePage }) => [homePage]],
  address: [
    'contact.address',
    ({ address, address2, postCode, city, county, countryCode }) => [
      ...[address, address2, `${postCode} ${city}`, county],
      countryCode && countryName(countryCode),
    ],
  ],
  birthday: ['contact.birthday', ofPerson(({ birthday }) => [birthday && mediumDay(birthday)])],
  image: ['contact.photo', ({ imageId }) => [imageId && t('duplicates.hasPhoto')]],
  salesperson: [
    'contact.salesperson',
    ({ salespersonId }, { lists }) =>
      (lists?.salespeople ?? []).filter(({ id }) => id === salespersonId).map(({ name, code }) => name || code),
  ],
  territory: ['contact.territory', held('territories')],
  language: ['contact.language', ({ languageCode }) => [languageCode && letterLanguageName(languageCode)]],
  salutation: ['contact.salutation', ({ salutationCode }) => [salutationName(salutationCode)]],
  correspondence: ['contact.correspondence', ({ correspondenceType }) => [correspondenceType && correspondenceName(correspondenceType)]],
  organizationalLevel: ['contact.organizationalLevel', held('organizationalLevels')],
  vatNo: ['contact.vatNo', ({ vatNo }) => [vatNo]],
  registrationNo: ['contact.registrationNo', ofCompany(({ registrationNo }) => [registrationNo])],
  currency: ['contact.currency', ofCompany(({ currencyCode }) => [currencyCode && currencyName(currencyCode)])],
  externalId: ['contact.externalId', ({ externalId }) => [externalId]],
  alternativeAddresses: [
    'contact.alternativeAddresses',
    ({ alternativeAddresses }) => alternativeAddresses.map(({ description, code }) => description || code),
  ],
  mailingGroups: ['contact.mailingGroups', held('mailingGroups')],
  industryGroups: ['contact.industryGroups', held('industryGroups')],
  businessRelations: ['contact.businessRelations', held('businessRelations')],
  jobResponsibilities: ['contact.jobResponsibilities', held('jobResponsibilities')],
  webSources: [
    'contact.webSources',
    ofCompany(({ webSources = [] }, { lists }) =>
      named(
        lists?.webSources,
        webSources.map(({ webSourceId }) => webSourceId),
      ),
    ),
  ],
  profile: [
    'contact.groupProfile',
    ({ answerIds }, { lists }) =>
      (lists?.questionnaires ?? [])
        .flatMap(({ questions }) => questions.flatMap(({ answers }) => answers))
        .filter(({ id }) => answerIds.includes(id))
        .map(({ description }) => description),
  ],
  notes: ['contact.notes', ({ notes = [] }) => notes.map(({ text }) => text)],
  excludeFromSegment: [
    'contact.segments',
    ({ excludeFromSegment }) => [excludeFromSegment ? t('contact.excludedYes') : t('contact.excludedNo')],
  ],
  privacyBlocked: ['contact.privacyLabel', ({ privacyBlocked }) => [privacyBlocked ? t('contact.blockedYes') : t('contact.blockedNo')]],
  minor: [
    'contact.minor',
    ofPerson(({ minor, parentalConsent }) => [minor ? (parentalConsent ? t('contact.minorConsented') : t('contact.minorYes')) : '']),
  ],
}

export const rowLabel = (key: RowKey): string => t(rows[key][0])

/** What the contact says in this row; nothing where it says nothing. */
export const rowLines = (contact: Contact, key: RowKey, around: Around): string[] =>
  rows[key][1](contact, around).flatMap((line) => line?.trim() || [])
