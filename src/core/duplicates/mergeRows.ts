// Two contacts side by side before they become one: which of their fields say something, whose value stays by default, and what the one that
// stays gets when the person chose otherwise. Lists are joined and consents are the strictest of both: there is nothing to choose there.
import type { Contact } from '../../model/contact.ts'
import type { Questionnaire } from '../../model/lists.ts'
import type { ContactFields } from '../contact/edit.ts'
import { proposedFields } from './writing.ts'

/** Fields of which one value stays; an address stays whole. */
const choices = {
  title: ['title'],
  name: ['firstName', 'middleName', 'surname'],
  companyName: ['name'],
  name2: ['name2'],
  company: ['companyId'],
  jobTitle: ['jobTitle'],
  initials: ['initials'],
  email: ['email'],
  phone: ['phone'],
  extensionNo: ['extensionNo'],
  mobile: ['mobilePhone'],
  fax: ['fax'],
  pager: ['pager'],
  homePage: ['homePage'],
  address: ['address', 'address2', 'postCode', 'city', 'county', 'countryCode'],
  birthday: ['birthday'],
  image: ['imageId'],
  salesperson: ['salespersonId'],
  territory: ['territoryId'],
  language: ['languageCode'],
  salutation: ['salutationCode'],
  correspondence: ['correspondenceType'],
  organizationalLevel: ['organizationalLevelId'],
  vatNo: ['vatNo'],
  registrationNo: ['registrationNo'],
  currency: ['currencyCode'],
  externalId: ['externalId'],
} as const
/** Lists that are joined. */
const joined = {
  email2: ['email2'],
  alternativeAddresses: ['alternativeAddresses'],
  mailingGroups: ['mailingGroupIds'],
  industryGroups: ['industryGroupIds'],
  businessRelations: ['businessRelations'],
  jobResponsibilities: ['jobResponsibilityIds'],
  webSources: ['webSources'],
  profile: ['answerIds'],
  notes: ['notes'],
} as const
const strict = {
  excludeFromSegment: ['excludeFromSegment'],
  privacyBlocked: ['privacyBlocked'],
  minor: ['minor', 'parentalConsent'],
} as const

export type ChoiceKey = keyof typeof choices
export type RowKey = ChoiceKey | keyof typeof joined | keyof typeof strict
export type Side = 'kept' | 'lost'
export type Picks = Partial<Record<ChoiceKey, Side>>

export type MergeRow = { same: boolean } & (
  | { kind: 'choice'; key: ChoiceKey; /** Whose value stays if nothing is chosen. */ side: Side }
  | { kind: 'joined'; key: keyof typeof joined }
  | { kind: 'strictest'; key: keyof typeof strict }
)

type Values = Record<string, unknown>
const valuesOf = (contact: Contact | ContactFields) => contact as unknown as Values
const isBlank = (value: unknown) => value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
const text = (contact: Contact, fields: readonly string[]) => JSON.stringify(fields.map((field) => plain(valuesOf(contact)[field])))
const plain = (value: unknown) => (isBlank(value) ? '' : typeof value === 'string' ? value.trim() : value)
const isNamed = (key: RowKey, type: Contact['type']) => (type === 'company' ? key !== 'name' : key !== 'companyName')

/** What is to be seen of the two, in the order of the card: every field that says something in one of them. */
export function mergeRows(kept: Contact, lost: Contact, questionnaires: readonly Questionnaire[]): MergeRow[] {
  const merged = valuesOf(proposedFields(kept, lost, questionnaires))
  const says = (fields: readonly string[]) => [kept, lost].some((one) => fields.some((field) => !isBlank(valuesOf(one)[field])))
  const rowsOf = <K extends RowKey>(kinds: Record<K, readonly string[]>) =>
    (Object.entries(kinds) as [K, readonly string[]][])
      .filter(([key, fields]) => isNamed(key, kept.type) && says(fields))
      .map(([key, fields]) => ({ key, fields, same: isSame(key, kept, lost, fields) }))
  return [
    ...rowsOf(choices).map(({ key, fields, same }) => {
      const isTheirs = fields.some((field) => field in merged && merged[field] === valuesOf(lost)[field])
      return { kind: 'choice' as const, key, same, side: isTheirs && !same ? ('lost' as const) : ('kept' as const) }
    }),
    ...rowsOf(joined).map(({ key, same }) => ({ kind: 'joined' as const, key, same })),
    ...rowsOf(strict).map(({ key, same }) => ({ kind: 'strictest' as const, key, same })),
  ]
}

/** An e-mail address in capitals is the same. */
const isSame = (key: RowKey, kept: Contact, lost: Contact, fields: readonly string[]) =>
  key === 'email' ? kept.email.trim().toLowerCase() === lost.email.trim().toLowerCase() : text(kept, fields) === text(lost, fields)

/** What the one that stays gets: as proposed, but for what was chosen. */
export function fieldsChosen(kept: Contact, lost: Contact, picks: Picks, questionnaires: readonly Questionnaire[]): ContactFields {
  const fields: Values = { ...valuesOf(proposedFields(kept, lost, questionnaires)) }
  for (const [key, side] of Object.entries(picks) as [ChoiceKey, Side][]) {
    if (key === 'email') Object.assign(fields, emails(kept, lost, side))
    else for (const field of choices[key]) fields[field] = valuesOf(side === 'lost' ? lost : kept)[field]
  }
  return fields
}

/** The chosen address first, all others behind it: none is lost. */
function emails(kept: Contact, lost: Contact, side: Side): Values {
  const [first, second] = side === 'lost' ? [lost, kept] : [kept, lost]
  const all = [first.email, first.email2 ?? '', second.email, second.email2 ?? '']
    .flatMap((one) => one.split(/[;,]/))
    .map((one) => one.trim())
  const each = new Map(
    all
      .filter((one) => one !== '')
      .reverse()
      .map((one) => [one.toLowerCase(), one]),
  )
  const left = [...each.values()].reverse()
  const own = left.findIndex((one) => one.toLowerCase() === (first.email.split(/[;,]/)[0] ?? '').trim().toLowerCase())
  const [email] = own < 0 ? [''] : left.splice(own, 1)
  return { email: email ?? '', email2: left.length > 0 ? left.join('; ') : undefined }
}

/** Values of the contact that went which the one that stayed did not take over. */
export function notTaken(lost: Contact, after: Contact): ChoiceKey[] {
  const mails = `${after.email};${after.email2 ?? ''}`.toLowerCase()
  return (Object.entries(choices) as [ChoiceKey, readonly string[]][]).flatMap(([key, fields]) => {
    if (!isNamed(key, lost.type) || fields.every((field) => isBlank(valuesOf(lost)[field]))) return []
    const isTaken = key === 'email' ? mails.includes(lost.email.trim().toLowerCase()) : isSame(key, after, lost, fields)
    return isTaken ? [] : [key]
  })
}
