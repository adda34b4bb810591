// A contact's values as they stand on the card: label, words, and where a tap leads.
import type { Day } from '../../base/day.ts'
import { byPriority } from '../../core/contact/profile.ts'
import { isRating } from '../../core/contact/rating.ts'
import { activeAddress } from '../../core/contact/alternativeAddress.ts'
import { mailPlace, placeAlone } from '../../core/letter/address.ts'
import { emailsOf } from '../../core/contact/emails.ts'
import { heldIds } from '../../core/contact/lists.ts'
import type { Contact } from '../../model/contact.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, currencyName, letterLanguageName } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { salutationName } from '../pieces/salutations.ts'
import { correspondenceName } from './choices.ts'
import { telHref } from '../pieces/numbers.ts'
import { mailHref, pageHref } from './ways.ts'

export interface Fact {
  label: string
  lines: string[]
  href?: string | undefined
  /** The link leads out of the app. */
  newPage?: boolean
  /** Small words under the value: where it comes from. */
  from?: string
  /** Words in place of a missing value; without them a missing value is not shown. */
  none?: string
}

const shown = (facts: Fact[]): Fact[] => facts.filter(({ lines, none }) => lines.length > 0 || none !== undefined)
const text = (value: string | undefined): string[] => (value?.trim() ? [value.trim()] : [])

export function reachFacts(contact: Contact, company: Contact | undefined, today: Day, ownCountry: string): Fact[] {
  const { mobilePhone, phone, homePage } = contact
  const companyPhone = !mobilePhone && !phone ? (company?.phone ?? '') : ''
  const place = mailPlace(contact, company)
  const address = placeAlone(place, ownCountry, toLetterLanguage(language())).map((line) =>
    line === countryName(place.countryCode).toLocaleUpperCase(language()) ? countryName(place.countryCode) : line,
  )
  const instead = activeAddress(contact, today)
  const from = [
    place.id === contact.id ? '' : t('contact.ofCompany'),
    instead ? t('contact.addressInstead', { name: instead.description || instead.code }) : '',
  ]
    .join(' ')
    .trim()
  return shown([
    { label: t('contact.mobile'), lines: text(mobilePhone), href: telHref(mobilePhone) },
    { label: t('contact.phone'), lines: text(phone), href: telHref(phone) },
    { label: t('contact.phone'), lines: text(companyPhone), href: telHref(companyPhone), from: t('contact.ofCompany') },
    { label: t('contact.extensionNo'), lines: text(contact.extensionNo) },
    ...emailsOf(contact).map((email) => ({ label: t('contact.email'), lines: [email], href: mailHref(email) })),
    { label: t('contact.homePage'), lines: text(homePage), href: pageHref(homePage), newPage: true },
    { label: t('contact.fax'), lines: text(contact.fax) },
    { label: t('contact.pager'), lines: text(contact.pager) },
    { label: t('contact.address'), lines: address, ...(from ? { from } : {}) },
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

/** How the contact is written to, and what it is called elsewhere. */
export function businessFacts(contact: Contact): Fact[] {
  const none = t('contact.notSet')
  const company = contact.type === 'company' ? contact : undefined
  return shown([
    { label: t('contact.language'), lines: contact.languageCode ? [letterLanguageName(contact.languageCode)] : [], none },
    { label: t('contact.salutation'), lines: text(salutationName(contact.salutationCode)), none: t('contact.salutationNone') },
    { label: t('contact.correspondence'), lines: contact.correspondenceType ? [correspondenceName(contact.correspondenceType)] : [], none },
    { label: t('contact.currency'), lines: company?.currencyCode ? [currencyName(company.currencyCode)] : [] },
    { label: t('contact.vatNo'), lines: text(contact.vatNo) },
    { label: t('contact.registrationNo'), lines: text(company?.registrationNo) },
    { label: t('contact.externalId'), lines: text(contact.externalId) },
  ])
}

/** What a person takes over from her company. */
export function inheritedFacts(company: Contact | undefined, lists: Lists | undefined): Fact[] {
  const relations = company?.type === 'company' ? company.businessRelations : []
  const lines = relations.map(({ businessRelationId, no }) =>
    [...named(lists?.businessRelations, [businessRelationId]), no].filter(Boolean).join(' '),
  )
  const groups = company ? named(lists?.industryGroups, heldIds(company, 'industryGroups')) : []
  const from = t('contact.ofCompany')
  return shown([
    { label: t('contact.businessRelations'), lines, from },
    { label: t('contact.industryGroups'), lines: groups, from },
  ])
}

/** What was answered, question by question; a question without an answer is not shown, nor is what has a very low priority. */
export function profileFacts(contact: Contact, questionnaires: readonly Questionnaire[]): Fact[] {
  const questions = byPriority(questionnaires.filter(({ priority }) => priority !== 'veryLow')).flatMap(
    (questionnaire) => questionnaire.questions,
  )
  return shown(
    questions.map((question) => ({
      label: question.description,
      lines: byPriority(question.answers)
        .filter(({ id, priority }) => priority !== 'veryLow' && contact.answerIds.includes(id))
        .map((answer) => answer.description),
      ...(isRating(question) ? { from: t('contact.rated') } : {}),
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
