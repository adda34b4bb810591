// The people of a segment as a list on paper: to look them up (contact list), or to call them one after the other and write down what came
// of it (call list). Everybody once; whoever may not be written to is not on it. BC: Contact/ContactList.Report.al
import type { Day } from '../../base/day.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { withheld } from '../contact/privacy.ts'
import type { Effective } from '../segment/effective.ts'
import { placeOf } from './address.ts'
import { countryCodeOf, isAbroad } from './addressRules.ts'
import { countryName } from './locale.ts'

export type ListKind = 'contactList' | 'callList'

/** What a list can say of somebody; the last two are left blank, to be written in by hand. */
export const listColumns = ['name', 'company', 'jobTitle', 'address', 'phones', 'email', 'lastContact', 'outcome', 'note'] as const
export type ListColumn = (typeof listColumns)[number]

/** The columns that a list begins with. */
export const usualColumns: Record<ListKind, readonly ListColumn[]> = {
  contactList: ['name', 'company', 'address', 'phones', 'email', 'lastContact'],
  callList: ['name', 'company', 'phones', 'lastContact', 'outcome', 'note'],
}

/** On paper a longer list is no list any more. */
export const mostOnPaper = 3000

export interface LastContact {
  day: Day
  description: string
}

export interface ListRow {
  contactId: ContactId
  name: string
  company: string
  jobTitle: string
  street: string
  postCode: string
  city: string
  /** Only abroad. */
  country: string
  mobile: string
  phone: string
  companyPhone: string
  email: string
  last: LastContact | undefined
}

/** Who stands on a list: each contact once, as it first comes, and only who may be written to. */
export function listed(lines: readonly Effective[]): Effective[] {
  const seen = new Set<ContactId>()
  return lines.filter(({ contact }) => {
    if (!contact || withheld(contact) || seen.has(contact.id)) return false
    seen.add(contact.id)
    return true
  })
}

/** Whether there is a number to call. */
export const canBeCalled = (line: Effective): boolean => phonesOf(line).some((phone) => phone !== '')

/** @param ownCountry code of our own country, whose name is left out @param language in which a foreign country is named */
export function listRow(line: Effective, last: LastContact | undefined, ownCountry: string, language: string): ListRow {
  const { contact, reached } = line
  const place = placeOf(line)
  const [mobile, phone, companyPhone] = phonesOf(line)
  return {
    contactId: line.line.contactId,
    name: contact?.name ?? '',
    company: companyBeside(line)?.name ?? '',
    jobTitle: contact?.type === 'person' ? contact.jobTitle : '',
    street: [place?.address, place?.address2].filter(Boolean).join(', '),
    postCode: place?.postCode ?? '',
    city: place?.city ?? '',
    country: place && isAbroad(place.countryCode, ownCountry) ? countryName(countryCodeOf(place.countryCode, ownCountry), language) : '',
    ...{ mobile, phone, companyPhone, email: reached?.email.trim() ?? '', last },
  }
}

/** Mobile, telephone where she is just now, that of her company; none twice. */
function phonesOf(line: Effective): [mobile: string, phone: string, company: string] {
  const mobile = line.contact?.mobilePhone.trim() ?? ''
  const phone = line.reached?.phone.trim() ?? ''
  const company = companyBeside(line)?.phone.trim() ?? ''
  return [mobile, phone === mobile ? '' : phone, company === phone || company === mobile ? '' : company]
}

const companyBeside = ({ contact, company }: Effective): Contact | undefined =>
  company && company.id !== contact?.id ? company : undefined
