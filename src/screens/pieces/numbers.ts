// The telephone numbers of a contact and of its company, each once; the mobile one first, as she is on a tablet.
// BC: Segment/MakePhoneCall.Page.al (the picker shows the contact's numbers and its company's)
import type { Contact } from '../../model/contact.ts'

export interface CallNumber {
  number: string
  label: 'mobile' | 'phone' | 'other' | 'company'
}

/** The link that calls: without "(0)", and without what people put between the digits. */
export const telHref = (phone: string): string => `tel:${phone.replace(/\(0\)/g, '').replace(/[^\d+*#]/g, '')}`

export function numbersOf(contact: Contact, company: Contact | undefined): CallNumber[] {
  const of = (number: string, label: CallNumber['label']): CallNumber => ({ number: number.trim(), label })
  const all = [
    of(contact.mobilePhone, 'mobile'),
    of(contact.phone, 'phone'),
    ...contact.alternativeAddresses.map(({ phone }) => of(phone, 'other')),
    ...(company && company.id !== contact.id ? [of(company.mobilePhone, 'company'), of(company.phone, 'company')] : []),
  ].filter(({ number }) => number !== '')
  return [...new Map(all.toReversed().map((one) => [telHref(one.number), one])).values()].reverse()
}
