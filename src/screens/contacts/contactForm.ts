// The forms of the contact card: which fields stand in which group, what is saved of them, and what is wrong with what was typed.
// BC: Contact/Contact.Table.al (no letters in a phone number, e-mail validated, several addresses allowed)
import { isDay, type Day } from '../../base/day.ts'
import { isEmail } from '../../core/contact/email.ts'
import type { ContactFields } from '../../actions/contacts.ts'
import type { Contact, HasBusinessRelation } from '../../model/contact.ts'
import type {
  ContactId,
  IndustryGroupId,
  JobResponsibilityId,
  MailingGroupId,
  OrganizationalLevelId,
  SalespersonId,
  TerritoryId,
} from '../../model/ids.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import type { Key } from '../../text/language.svelte.ts'

export type FormGroup = 'name' | 'reach' | 'business' | 'role' | 'privacy'

/** What is typed, with a blank text for every value that is missing. */
export interface ContactForm {
  /** The contact's `rev` when the form was opened. */
  rev: number
  name: string
  name2: string
  firstName: string
  middleName: string
  surname: string
  jobTitle: string
  birthday: string
  companyId: ContactId | ''
  phone: string
  mobilePhone: string
  email: string
  homePage: string
  address: string
  address2: string
  postCode: string
  city: string
  county: string
  countryCode: string
  salespersonId: string
  territoryId: string
  languageCode: string
  salutationCode: string
  correspondenceType: '' | 'hardCopy' | 'email'
  mailingGroupIds: MailingGroupId[]
  industryGroupIds: IndustryGroupId[]
  businessRelations: HasBusinessRelation[]
  jobResponsibilityIds: JobResponsibilityId[]
  organizationalLevelId: string
  vatNo: string
  externalId: string
  excludeFromSegment: boolean
  privacyBlocked: boolean
  minor: boolean
  parentalConsent: boolean
}

export function formOf(contact: Contact): ContactForm {
  const { rev, name, name2, phone, mobilePhone, email, homePage, address, address2, postCode, city, county, countryCode } = contact
  const person = contact.type === 'person' ? contact : undefined
  return {
    ...{ rev, name, name2, phone, mobilePhone, email, homePage, address, address2, postCode, city, county, countryCode },
    firstName: person?.firstName ?? '',
    middleName: person?.middleName ?? '',
    surname: person?.surname ?? '',
    jobTitle: person?.jobTitle ?? '',
    birthday: person?.birthday ?? '',
    companyId: person?.companyId ?? '',
    salespersonId: contact.salespersonId ?? '',
    territoryId: contact.territoryId ?? '',
    languageCode: contact.languageCode ?? '',
    salutationCode: contact.salutationCode,
    correspondenceType: contact.correspondenceType ?? '',
    mailingGroupIds: [...contact.mailingGroupIds],
    industryGroupIds: contact.type === 'company' ? [...contact.industryGroupIds] : [],
    businessRelations: contact.type === 'company' ? contact.businessRelations.map((relation) => ({ ...relation })) : [],
    jobResponsibilityIds: [...(person?.jobResponsibilityIds ?? [])],
    organizationalLevelId: person?.organizationalLevelId ?? '',
    vatNo: contact.vatNo,
    externalId: contact.externalId,
    excludeFromSegment: contact.excludeFromSegment,
    privacyBlocked: contact.privacyBlocked,
    minor: person?.minor ?? false,
    parentalConsent: person?.parentalConsent ?? false,
  }
}

/** What is kept while a form is open: what is typed, and what stood there when it was opened. */
export type OpenForm = ContactForm & { was: ContactForm }

/** Only what was changed in the form: a field she did not touch is not written over what another window wrote there. */
export function changedFields({ was, ...form }: OpenForm, group: FormGroup, type: Contact['type']): ContactFields {
  const before = fieldsOf(was, group, type)
  const isChanged = ([key, value]: [string, unknown]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof ContactFields])
  return Object.fromEntries(Object.entries(fieldsOf(form, group, type)).filter(isChanged))
}

/** What a group holds: its own fields and no others. */
export function fieldsOf(form: ContactForm, group: FormGroup, type: Contact['type']): ContactFields {
  switch (group) {
    case 'name':
      return type === 'company' ? nameOfCompany(form) : nameOfPerson(form)
    case 'reach':
      return reach(form)
    case 'business':
      return business(form)
    case 'role':
      return type === 'company' ? roleOfCompany(form) : roleOfPerson(form)
    case 'privacy':
      return privacy(form, type)
  }
}

const nameOfCompany = ({ name, name2, vatNo, externalId }: ContactForm): ContactFields => ({ name, name2, vatNo, externalId })

const nameOfPerson = ({ firstName, middleName, surname, jobTitle, birthday, companyId, externalId }: ContactForm): ContactFields => ({
  ...{ firstName, middleName, surname, jobTitle, externalId },
  birthday: isDay(birthday) ? birthday : undefined,
  companyId: companyId || undefined,
})

function reach(form: ContactForm): ContactFields {
  const { phone, mobilePhone, email, homePage, address, address2, postCode, city, county, countryCode } = form
  return { phone, mobilePhone, email, homePage, address, address2, postCode, city, county, countryCode }
}

function business(form: ContactForm): ContactFields {
  const { salutationCode, mailingGroupIds } = form
  return {
    ...{ salutationCode, mailingGroupIds },
    salespersonId: (form.salespersonId || undefined) as SalespersonId | undefined,
    territoryId: (form.territoryId || undefined) as TerritoryId | undefined,
    languageCode: form.languageCode ? toLetterLanguage(form.languageCode) : undefined,
    correspondenceType: form.correspondenceType || undefined,
  }
}

const roleOfCompany = ({ industryGroupIds, businessRelations }: ContactForm): ContactFields => ({
  industryGroupIds,
  businessRelations: businessRelations.map((relation) => ({ ...relation, no: relation.no.trim() })),
})

const roleOfPerson = ({ jobResponsibilityIds, organizationalLevelId }: ContactForm): ContactFields => ({
  jobResponsibilityIds,
  organizationalLevelId: (organizationalLevelId || undefined) as OrganizationalLevelId | undefined,
})

function privacy({ excludeFromSegment, privacyBlocked, minor, parentalConsent }: ContactForm, type: Contact['type']): ContactFields {
  return { excludeFromSegment, privacyBlocked, ...(type === 'person' ? { minor, parentalConsent } : {}) }
}

export type Troubles = Partial<Record<'name' | 'birthday' | 'phone' | 'mobilePhone' | 'email', Key>>

/** What is wrong with the fields of this group, each with the key of its sentence. */
export function troublesOf(form: ContactForm, group: FormGroup, type: Contact['type'], today: Day): Troubles {
  if (group === 'name') return { ...(hasName(form, type) ? {} : { name: 'contact.noName' }), ...birthdayTrouble(form, today) }
  if (group !== 'reach') return {}
  return { ...reachTroubles(form), ...(hasLetters(form.mobilePhone) ? { mobilePhone: 'contact.phoneLetters' as const } : {}) }
}

function birthdayTrouble({ birthday }: ContactForm, today: Day): Troubles {
  if (!birthday || (isDay(birthday) && birthday >= '1850-01-01' && birthday <= today)) return {}
  return { birthday: 'contact.birthdayWrong' }
}

export const reachTroubles = ({ phone, email }: { phone: string; email: string }): Troubles => ({
  ...(hasLetters(phone) ? { phone: 'contact.phoneLetters' as const } : {}),
  ...(isEmail(email) ? {} : { email: 'contact.emailWrong' as const }),
})

function hasName(form: ContactForm, type: Contact['type']): boolean {
  const names = type === 'company' ? [form.name] : [form.firstName, form.middleName, form.surname]
  return names.some((name) => name.trim() !== '')
}

const hasLetters = (phone: string) => /\p{L}/u.test(phone)
