// Contacts as rows of a file. A company's name stands in the column Company, as a person's company does: so our own import, and any other,
// tells them apart even without the type.
import type { Company, Contact, Person } from '../model/contact.ts'
import { column, further, type ColumnOf } from './exportColumn.ts'
import { listName, listNames, type ExportNames } from './exportNames.ts'

export interface ContactOut {
  contact: Contact
  /** A person's company; of a company, itself. */
  company: Company | undefined
  names: ExportNames
  /** Of one contact handed on as a card. */
  picture?: CardPicture | undefined
}

export interface CardPicture {
  type: 'image/png' | 'image/jpeg' | 'image/gif'
  bytes: Uint8Array
}

const person =
  (read: (contact: Person, names: ExportNames) => string | boolean | undefined) =>
  ({ contact, names }: ContactOut) =>
    contact.type === 'person' ? read(contact, names) : undefined
const company =
  (read: (contact: Company, names: ExportNames) => string) =>
  ({ contact, names }: ContactOut) =>
    contact.type === 'company' ? read(contact, names) : undefined
/** A flag that is not set says nothing. */
const flag = (is: boolean) => is || undefined

export const contactColumns: readonly ColumnOf<ContactOut>[] = [
  column('type', 'text', 12, ({ contact }, say) => say(contact.type)),
  column('externalId', 'code', 14, ({ contact }) => contact.externalId),
  column('no', 'code', 14, ({ contact }) => contact.no),
  further('name', 'text', 28, ({ contact }) => contact.name),
  column('salutation', 'text', 10, ({ contact }) => contact.salutationCode),
  column(
    'title',
    'text',
    10,
    person(({ title }) => title),
  ),
  column(
    'firstName',
    'text',
    16,
    person(({ firstName }) => firstName),
  ),
  column(
    'middleName',
    'text',
    14,
    person(({ middleName }) => middleName),
  ),
  column(
    'surname',
    'text',
    18,
    person(({ surname }) => surname),
  ),
  further(
    'initials',
    'text',
    8,
    person(({ initials }) => initials),
  ),
  column(
    'jobTitle',
    'text',
    20,
    person(({ jobTitle }) => jobTitle),
  ),
  column('company', 'text', 28, (row) => row.company?.name),
  column('name2', 'text', 16, ({ contact }) => contact.name2),
  column('address', 'text', 24, ({ contact }) => contact.address),
  column('address2', 'text', 16, ({ contact }) => contact.address2),
  column('postCode', 'code', 10, ({ contact }) => contact.postCode),
  column('city', 'text', 18, ({ contact }) => contact.city),
  column('county', 'text', 14, ({ contact }) => contact.county),
  column('country', 'text', 8, ({ contact }) => contact.countryCode),
  column('phone', 'code', 18, ({ contact }) => contact.phone),
  column('mobilePhone', 'code', 18, ({ contact }) => contact.mobilePhone),
  column('email', 'text', 28, ({ contact }) => contact.email),
  column('homePage', 'text', 22, ({ contact }) => contact.homePage),
  column(
    'birthday',
    'day',
    12,
    person(({ birthday }) => birthday),
  ),
  column('language', 'text', 10, ({ contact }) => contact.languageCode),
  column('salespersonCode', 'code', 12, ({ contact, names }) => names.salespeople.get(contact.salespersonId ?? '')?.code),
  further('salesperson', 'text', 20, ({ contact, names }) => names.salespeople.get(contact.salespersonId ?? '')?.name),
  column('correspondenceType', 'text', 14, ({ contact }, say) => say(contact.correspondenceType)),
  column('mailingGroups', 'text', 24, ({ contact, names }) => listNames(contact.mailingGroupIds, names.mailingGroups)),
  column(
    'industryGroups',
    'text',
    24,
    company(({ industryGroupIds }, names) => listNames(industryGroupIds, names.industryGroups)),
  ),
  further(
    'businessRelations',
    'text',
    20,
    company(({ businessRelations }, names) =>
      listNames(
        businessRelations.map(({ businessRelationId }) => businessRelationId),
        names.businessRelations,
      ),
    ),
  ),
  further(
    'jobResponsibilities',
    'text',
    20,
    person(({ jobResponsibilityIds }, names) => listNames(jobResponsibilityIds, names.jobResponsibilities)),
  ),
  further(
    'organizationalLevel',
    'text',
    16,
    person(({ organizationalLevelId }, names) => listName(names.organizationalLevels.get(organizationalLevelId ?? ''))),
  ),
  further('territory', 'text', 14, ({ contact, names }) => listName(names.territories.get(contact.territoryId ?? ''))),
  column('vatNo', 'code', 16, ({ contact }) => contact.vatNo),
  column('excludeFromSegment', 'yes', 12, ({ contact }) => flag(contact.excludeFromSegment)),
  column('privacyBlocked', 'yes', 12, ({ contact }) => flag(contact.privacyBlocked)),
  further(
    'minor',
    'yes',
    10,
    person(({ minor }) => flag(minor)),
  ),
  further(
    'parentalConsent',
    'yes',
    12,
    person(({ parentalConsent }) => flag(parentalConsent)),
  ),
  further('cadenceDays', 'number', 10, ({ contact }) => contact.cadenceDays),
]
