// A contact's values as they stand on the card: label, words, and where a tap leads.
import { addressLines, mailPlace } from '../../core/letter/address.ts'
import type { Contact } from '../../model/contact.ts'
import type { Lists } from '../../storage/read/lists.ts'
import { countryName, letterLanguageName } from '../../text/format.ts'
import { language, t } from '../../text/language.svelte.ts'
import { toLetterLanguage } from '../../model/parts.ts'
import { correspondenceName, salutationName } from './choices.ts'
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

export function businessFacts(contact: Contact, company: Contact | undefined, lists: Lists | undefined): Fact[] {
  const none = t('contact.notSet')
  const named = (groups: readonly { id: string; description: string; code: string }[] | undefined, ids: readonly string[]) =>
    text(
      (groups ?? [])
        .filter(({ id }) => ids.includes(id))
        .map(({ description, code }) => description || code)
        .join(', '),
    )
  const salesperson = lists?.salespeople.find(({ id }) => id === contact.salespersonId)
  const industries = contact.type === 'company' ? contact : company?.type === 'company' ? company : undefined
  return shown([
    { label: t('contact.salesperson'), lines: text(salesperson?.name || salesperson?.code), none },
    { label: t('contact.language'), lines: contact.languageCode ? [letterLanguageName(contact.languageCode)] : [], none },
    { label: t('contact.salutation'), lines: text(salutationName(contact.salutationCode)), none: t('contact.salutationNone') },
    { label: t('contact.correspondence'), lines: contact.correspondenceType ? [correspondenceName(contact.correspondenceType)] : [], none },
    { label: t('contact.mailingGroups'), lines: named(lists?.mailingGroups, contact.mailingGroupIds), none: t('contact.noneOf') },
    {
      label: t('contact.industryGroups'),
      lines: named(lists?.industryGroups, industries?.industryGroupIds ?? []),
      ...(contact.type === 'person' && industries ? { from: t('contact.ofCompany') } : {}),
      ...(contact.type === 'company' ? { none: t('contact.noneOf') } : {}),
    },
    { label: t('contact.vatNo'), lines: text(contact.vatNo) },
    { label: t('contact.externalId'), lines: text(contact.externalId) },
  ])
}
