// The forms of the contact card: which fields stand in which group, what is saved of them, and what is wrong with what was typed.
// Phones, e-mails and post codes are hinted at beside their fields and kept as they were typed. BC: Contact/Contact.Table.al
import { isDay, type Day } from '../../base/day.ts'
import { plainEmails } from '../../core/contact/email.ts'
import type { Along, ContactFields } from '../../actions/contacts.ts'
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
  title: string
  firstName: string
  middleName: string
  surname: string
  initials: string
  jobTitle: string
  birthday: string
  companyId: ContactId | ''
  /** A company that is not there yet, by its name: it is made along with the person. */
  newCompany: string
  /** Contacts this one looks like, and is not. */
  toldApart: ContactId[]
  /** Companies the new one looks like, and is not. */
  companyToldApart: ContactId[]
  phone: string
  mobilePhone: string
  fax: string
  pager: string
  extensionNo: string
  email: string
  email2: string
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
  registrationNo: string
  currencyCode: string
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
    title: person?.title ?? '',
    firstName: person?.firstName ?? '',
    middleName: person?.middleName ?? '',
    surname: person?.surname ?? '',
    initials: person?.initials ?? '',
    jobTitle: person?.jobTitle ?? '',
    birthday: person?.birthday ?? '',
    companyId: person?.companyId ?? '',
    ...{ newCompany: '', toldApart: [], companyToldApart: [] },
    ...furtherReach(contact),
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
    ...ofCompany(contact),
    externalId: contact.externalId,
    excludeFromSegment: contact.excludeFromSegment,
    privacyBlocked: contact.privacyBlocked,
    minor: person?.minor ?? false,
    parentalConsent: person?.parentalConsent ?? false,
  }
}

const ofCompany = (contact: Contact) =>
  contact.type === 'company'
    ? { registrationNo: contact.registrationNo ?? '', currencyCode: contact.currencyCode ?? '' }
    : { registrationNo: '', currencyCode: '' }

const furtherReach = ({ fax = '', pager = '', extensionNo = '', email2 = '' }: Contact) => ({ fax, pager, extensionNo, email2 })

/** What is kept while a form is open: what is typed, and what stood there when it was opened. */
export type OpenForm = ContactForm & { was: ContactForm }

/** What is made and remembered along with the contact. */
export const alongOf = ({ companyId, newCompany, toldApart, companyToldApart }: ContactForm, type: Contact['type']): Along => ({
  newCompany: type === 'person' && companyId === '' ? newCompany.trim() : '',
  ...{ toldApart, companyToldApart },
})

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
      return { ...business(form), ...(type === 'company' ? businessOfCompany(form) : {}) }
    case 'role':
      return type === 'company' ? roleOfCompany(form) : roleOfPerson(form)
    case 'privacy':
      return privacy(form, type)
  }
}

const nameOfCompany = ({ name, name2, vatNo, externalId }: ContactForm): ContactFields => ({ name, name2, vatNo, externalId })

const nameOfPerson = ({ birthday, companyId, title, ...form }: ContactForm): ContactFields => ({
  ...{ firstName: form.firstName, middleName: form.middleName, surname: form.surname, initials: form.initials },
  ...{ jobTitle: form.jobTitle, name2: form.name2, salutationCode: form.salutationCode, externalId: form.externalId },
  title: title.trim() || undefined,
  birthday: isDay(birthday) ? birthday : undefined,
  companyId: companyId || undefined,
})

function reach(form: ContactForm): ContactFields {
  const { phone, mobilePhone, homePage, address, address2, postCode, city, county, countryCode } = form
  return {
    ...{ phone, mobilePhone, homePage, address, address2, postCode, city, county, countryCode },
    email: plainEmails(form.email),
    email2: plainEmails(form.email2) || undefined,
    fax: form.fax.trim() || undefined,
    pager: form.pager.trim() || undefined,
    extensionNo: form.extensionNo.trim() || undefined,
  }
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

const businessOfCompany = ({ registrationNo, currencyCode }: ContactForm): ContactFields => ({
  registrationNo: registrationNo.trim() || undefined,
  currencyCode: currencyCode || undefined,
})

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

export type Troubles = Partial<Record<'name' | 'birthday', Key>>

/** What is wrong with the fields of this group, each with the key of its sentence. */
export function troublesOf(form: ContactForm, group: FormGroup, type: Contact['type'], today: Day): Troubles {
  if (group !== 'name') return {}
  return { ...(hasName(form, type) ? {} : { name: 'contact.noName' }), ...birthdayTrouble(form, today) }
}

function birthdayTrouble({ birthday }: ContactForm, today: Day): Troubles {
  if (!birthday || (isDay(birthday) && birthday >= '1850-01-01' && birthday <= today)) return {}
  return { birthday: 'contact.birthdayWrong' }
}

function hasName(form: ContactForm, type: Contact['type']): boolean {
  const names = type === 'company' ? [form.name] : [form.firstName, form.middleName, form.surname]
  return names.some((name) => name.trim() !== '')
}
