// The telephone numbers of a contact and of its company, each once; the mobile one first, as she is on a tablet.
// BC: Segment/MakePhoneCall.Page.al (the picker shows the contact's numbers and its company's)
import { dialled, numbersIn } from '../../core/contact/phones.ts'
import type { Contact } from '../../model/contact.ts'

export interface CallNumber {
  number: string
  label: 'mobile' | 'phone' | 'other' | 'company'
  href: string
}

/**
 * The link that calls the first number of a field; an extension is pressed after a pause.
 * @param country ISO code of whose number it is; blank = ours, and it is dialled as it stands
 */
export function telHref(phone: string, country = ''): string {
  const { number, extension } = dialled(phone, country)
  return `tel:${number}${extension && `,${extension}`}`
}

export function numbersOf(contact: Contact, company: Contact | undefined): CallNumber[] {
  const of = (numbers: string, label: CallNumber['label'], country: string): CallNumber[] =>
    numbersIn(numbers).map((number) => ({ number, label, href: telHref(number, country) }))
  const land = contact.countryCode || (company?.countryCode ?? '')
  const all = [
    ...of(contact.mobilePhone, 'mobile', land),
    ...of(contact.phone, 'phone', land),
    ...contact.alternativeAddresses.flatMap(({ phone, countryCode }) => of(phone, 'other', countryCode || land)),
    ...(company && company.id !== contact.id
      ? [company.mobilePhone, company.phone].flatMap((phone) => of(phone, 'company', company.countryCode))
      : []),
  ]
  return [...new Map(all.toReversed().map((one) => [one.href, one])).values()].reverse()
}
