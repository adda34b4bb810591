// A contact's values as they stand on the card: label, words, and where a tap leads.
import { addressLines, mailPlace } from '../../core/letter/address.ts'
import { heldIds } from '../../core/contact/lists.ts'
import type { Contact } from '../../model/contact.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, letterLanguageName } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { salutationName } from '../pieces/salutations.ts'
import { correspondenceName } from './choices.ts'
import { telHref } from '../pieces/numbers.ts'
import { mailHref } from './ways.ts'

export interface Fact {
  label: string
  lines: string[]
  href?: string
  /** Small words under the value: where it comes from. */
  from?: string
  /** Words in place of a missing value; without them a missing value is not shown. */
  none?: string
}

const shown = (facts: Fact[]): Fact[] => facts.filter(({ lines, none }) => lines.length > 0 || none !== undefined)
const text = (value: string | undefined): string[] => (value?.trim() ? [value.trim()] : [])

export function reachFacts(contact: Contact, company: Contact | undefined, ownCountry: string): Fact[] {
  const { mobilePhone, phone, email, homePage } = contact
  const companyPhone = !mobilePhone && !phone ? (company?.phone ?? '') : ''
  const place = mailPlace(contact, company)
  const nameless = { ...place, name: '', name2: '' }
  const address = addressLines(nameless, undefined, ownCountry, toLetterLanguage(language())).map((line) =>
    line === countryName(place.countryCode).toLocaleUpperCase(language()) ? countryName(place.countryCode) : line,
  )
  return shown([
    { label: t('contact.mobile'), lines: text(mobilePhone), href: telHref(mobilePhone) },
    { label: t('contact.phone'), lines: text(phone), href: telHref(phone) },
    { label: t('contact.phone'), lines: text(companyPhone), href: telHref(companyPhone), from: t('contact.ofCompany') },
    { label: t('contact.email'), lines: text(email), href: mailHref(email) },
    { label: t('contact.homePage'), lines: text(homePage) },
    { label: t('contact.address'), lines: address, ...(place.id === contact.id ? {} : { from: t('contact.ofCompany') }) },
  ])
}

type Coded = readonly { id: string; description: string; code: string }[] | undefined

/** The rows of a short list that these ids name, as one text. */
const named = (rows: Coded, ids: readonly string[]): string[] =>
  text(
    (rows ?? [])
      .filter(({ id }) => ids.includes(id))
      .map(({ description, code }) => description || code)
      .join(', '),
  )

export function businessFacts(contact: Contact, lists: Lists | undefined): Fact[] {
  const none = t('contact.notSet')
  const salesperson = lists?.salespeople.find(({ id }) => id === contact.salespersonId)
  return shown([
    { label: t('contact.salesperson'), lines: text(salesperson?.name || salesperson?.code), none },
    { label: t('contact.territory'), lines: named(lists?.territories, heldIds(contact, 'territories')) },
    { label: t('contact.language'), lines: contact.languageCode ? [letterLanguageName(contact.languageCode)] : [], none },
    { label: t('contact.salutation'), lines: text(salutationName(contact.salutationCode)), none: t('contact.salutationNone') },
    { label: t('contact.correspondence'), lines: contact.correspondenceType ? [correspondenceName(contact.correspondenceType)] : [], none },
    { label: t('contact.mailingGroups'), lines: named(lists?.mailingGroups, contact.mailingGroupIds), none: t('contact.noneOf') },
    { label: t('contact.vatNo'), lines: text(contact.vatNo) },
    { label: t('contact.externalId'), lines: text(contact.externalId) },
  ])
}

/** What a company is to us, or what a person does; what she takes over from her company says so. */
export function roleFacts(contact: Contact, company: Contact | undefined, lists: Lists | undefined): Fact[] {
  const none = t('contact.noneOf')
  if (contact.type === 'company') return ofCompany(contact, lists).map((fact) => ({ ...fact, none }))
  const inherited = company ? ofCompany(company, lists).map((fact) => ({ ...fact, from: t('contact.ofCompany') })) : []
  const level = named(lists?.organizationalLevels, heldIds(contact, 'organizationalLevels'))
  return shown([
    { label: t('contact.organizationalLevel'), lines: level, none: t('contact.notSet') },
    { label: t('contact.jobResponsibilities'), lines: named(lists?.jobResponsibilities, contact.jobResponsibilityIds), none },
    ...inherited,
  ])
}

function ofCompany(company: Contact, lists: Lists | undefined): Fact[] {
  const relations = company.type === 'company' ? company.businessRelations : []
  const lines = relations.map(({ businessRelationId, no }) =>
    [...named(lists?.businessRelations, [businessRelationId]), no].filter(Boolean).join(' '),
  )
  return [
    { label: t('contact.businessRelations'), lines },
    { label: t('contact.industryGroups'), lines: named(lists?.industryGroups, heldIds(company, 'industryGroups')) },
  ]
}

/** What was answered, question by question; a question without an answer is not shown. */
export function profileFacts(contact: Contact, questionnaires: readonly Questionnaire[]): Fact[] {
  const questions = questionnaires.flatMap((questionnaire) => questionnaire.questions)
  return shown(
    questions.map(({ description, answers }) => ({
      label: description,
      lines: answers.filter(({ id }) => contact.answerIds.includes(id)).map((answer) => answer.description),
    })),
  )
}

export function privacyFacts(contact: Contact): Fact[] {
  const minor = contact.type === 'person' && contact.minor
  return shown([
    { label: t('contact.segments'), lines: [contact.excludeFromSegment ? t('contact.excludedYes') : t('contact.excludedNo')] },
    { label: t('contact.privacyLabel'), lines: [contact.privacyBlocked ? t('contact.blockedYes') : t('contact.blockedNo')] },
    { label: t('contact.minor'), lines: minor ? [contact.parentalConsent ? t('contact.minorConsented') : t('contact.minorYes')] : [] },
  ])
}
