// What a contact gets from its duplicate when the two become one: its own values stay, what it lacks comes from the other one, lists are
// joined, and of consents the strictest holds. BC: Contact/ContactDuplicate.Table.al leaves this to the person; here it is proposed.
import type { AlternativeAddress, Company, Contact, Person } from '../../model/contact.ts'
import type { AnswerId } from '../../model/ids.ts'
import type { Questionnaire } from '../../model/lists.ts'
import { given } from '../asRead.ts'
import type { ContactFields } from './edit.ts'

const ownTexts = [
  'name2',
  'phone',
  'mobilePhone',
  'homePage',
  'fax',
  'pager',
  'extensionNo',
  'salutationCode',
  'vatNo',
  'externalId',
] as const
const ownChoices = ['languageCode', 'salespersonId', 'territoryId', 'correspondenceType', 'imageId', 'cadenceDays'] as const
const addressBlock = ['address', 'address2', 'postCode', 'city', 'county', 'countryCode'] as const

/** The fields of the one that stays, as proposed; only those that differ from its own. @param questionnaires say which questions take one answer */
export function mergedFields(kept: Contact, lost: Contact, questionnaires: readonly Questionnaire[]): ContactFields {
  const merged: ContactFields = {
    ...lacking(kept, lost, ownTexts),
    ...lacking(kept, lost, ownChoices),
    ...(hasPlace(kept) && !saysMore(lost, kept) ? {} : picked(lost, addressBlock)),
    ...emails(kept, lost),
    mailingGroupIds: union(kept.mailingGroupIds, lost.mailingGroupIds),
    answerIds: answers(kept.answerIds, lost.answerIds, questionnaires),
    alternativeAddresses: addresses(kept.alternativeAddresses, lost.alternativeAddresses),
    excludeFromSegment: kept.excludeFromSegment || lost.excludeFromSegment,
    privacyBlocked: kept.privacyBlocked || lost.privacyBlocked,
    ...notes(kept, lost),
    ...(kept.type === 'person' && lost.type === 'person' ? ofPersons(kept, lost) : {}),
    ...(kept.type === 'company' && lost.type === 'company' ? ofCompanies(kept, lost) : {}),
  }
  return onlyOther(kept, merged)
}

/** What may not be weakened by choosing: these hold if they held for one of the two. */
export function strictest(kept: Contact, lost: Contact): ContactFields {
  const both = {
    excludeFromSegment: kept.excludeFromSegment || lost.excludeFromSegment,
    privacyBlocked: kept.privacyBlocked || lost.privacyBlocked,
  }
  if (kept.type !== 'person' || lost.type !== 'person') return both
  const consented = [kept, lost].filter(({ minor }) => minor).every(({ parentalConsent }) => parentalConsent)
  return { ...both, minor: kept.minor || lost.minor, parentalConsent: consented && (kept.parentalConsent || lost.parentalConsent) }
}

function ofPersons(kept: Person, lost: Person): ContactFields {
  return {
    ...strictest(kept, lost),
    ...lacking(kept, lost, ['companyId', 'title', 'jobTitle', 'initials', 'organizationalLevelId', 'birthday']),
    ...(fuller(lost) > fuller(kept) ? picked(lost, ['firstName', 'middleName', 'surname']) : {}),
    jobResponsibilityIds: union(kept.jobResponsibilityIds, lost.jobResponsibilityIds),
  }
}

function ofCompanies(kept: Company, lost: Company): ContactFields {
  const relations = new Set(kept.businessRelations.map(({ businessRelationId, no }) => `${businessRelationId} ${no}`))
  const sources = new Set((kept.webSources ?? []).map(({ webSourceId, searchWord }) => `${webSourceId} ${searchWord}`))
  const webSources = [
    ...(kept.webSources ?? []),
    ...(lost.webSources ?? []).filter(({ webSourceId, searchWord }) => !sources.has(`${webSourceId} ${searchWord}`)),
  ]
  return {
    ...lacking(kept, lost, ['name', 'registrationNo', 'currencyCode']),
    industryGroupIds: union(kept.industryGroupIds, lost.industryGroupIds),
    businessRelations: [
      ...kept.businessRelations,
      ...lost.businessRelations.filter(({ businessRelationId, no }) => !relations.has(`${businessRelationId} ${no}`)),
    ],
    ...(webSources.length > 0 ? { webSources } : {}),
  }
}

/** How much of a name is written out: an initial says less than a first name, no surname less than one. */
const fuller = ({ firstName, surname }: Person): number =>
  (surname === '' ? 0 : 2) + (firstName.replace(/[^\p{L}]/gu, '').length > 1 ? 1 : 0)

/** The same place, and more of it: a street where there is but a town. */
function saysMore(other: Contact, kept: Contact): boolean {
  const plain = (text: string) => text.trim().toLowerCase()
  const said = (contact: Contact) => addressBlock.filter((field) => plain(contact[field]) !== '')
  return said(kept).every((field) => plain(kept[field]) === plain(other[field])) && said(other).length > said(kept).length
}

const hasPlace = ({ address, address2, postCode, city }: Contact) => [address, address2, postCode, city].some((text) => text !== '')

/** Of these fields those that the kept one lacks and the other one has. */
function lacking<C extends Contact, K extends keyof C>(kept: C, lost: C, fields: readonly K[]): Pick<C, K> {
  const isBlank = (value: unknown) => value === undefined || value === ''
  return picked(
    lost,
    fields.filter((field) => isBlank(kept[field]) && !isBlank(lost[field])),
  )
}

const picked = <C extends object, K extends keyof C>(from: C, fields: readonly K[]): Pick<C, K> =>
  Object.fromEntries(fields.map((field) => [field, from[field]])) as Pick<C, K>

/** Every address once: those of the other one stand behind, so that letters go where they went. */
function emails(kept: Contact, lost: Contact): ContactFields {
  const each = (contact: Contact) => [contact.email, contact.email2 ?? ''].flatMap(addressesIn)
  const own = new Set(each(kept).map((address) => address.toLowerCase()))
  const more = each(lost).filter((address) => !own.has(address.toLowerCase()))
  if (more.length === 0) return {}
  if (kept.email === '') return { email: more[0] ?? '', ...(more.length > 1 ? { email2: more.slice(1).join('; ') } : {}) }
  return { email2: [...addressesIn(kept.email2 ?? ''), ...more].join('; ') }
}

const addressesIn = (text: string): string[] => text.split(/[;,]/).flatMap((address) => address.trim() || [])

const union = <T>(one: readonly T[], other: readonly T[]): T[] => [...new Set([...one, ...other])]

/** Where a question takes one answer, the kept one's holds. */
function answers(kept: readonly AnswerId[], lost: readonly AnswerId[], questionnaires: readonly Questionnaire[]): AnswerId[] {
  const given = new Set(kept)
  const single = questionnaires.flatMap(({ questions }) => questions.filter(({ multiple }) => !multiple))
  const taken = new Set(
    single.filter((question) => question.answers.some(({ id }) => given.has(id))).flatMap((question) => question.answers),
  )
  const barred = new Set([...taken].map(({ id }) => id))
  return union(
    kept,
    lost.filter((id) => !barred.has(id)),
  )
}

/** All addresses; another one under a code that is taken gets a figure behind it. */
function addresses(kept: readonly AlternativeAddress[], lost: readonly AlternativeAddress[]): AlternativeAddress[] {
  const all = [...kept]
  for (const address of lost) {
    if (all.some((other) => JSON.stringify(other) === JSON.stringify(address))) continue
    let { code } = address
    for (let count = 2; all.some((other) => other.code.toUpperCase() === code.toUpperCase()); count++)
      code = `${address.code}${String(count)}`
    all.push({ ...address, code })
  }
  return all
}

function notes(kept: Contact, lost: Contact): ContactFields {
  const all = [...(kept.notes ?? []), ...(lost.notes ?? [])]
  return all.length > 0 ? { notes: all.sort((a, b) => a.day.localeCompare(b.day)) } : {}
}

function onlyOther(kept: Contact, merged: ContactFields): ContactFields {
  const own = kept as unknown as Record<string, unknown>
  const other = Object.entries(given(merged)).filter(([field, value]) => JSON.stringify(own[field]) !== JSON.stringify(value))
  return Object.fromEntries(other)
}
