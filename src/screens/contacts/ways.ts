// The ways to a contact: call, mail, map. A person without an address of her own is found at her company's.
import type { Contact } from '../../model/contact.ts'
import { numbersOf, telHref } from '../pieces/numbers.ts'
import { mailPlace } from '../../core/letter/address.ts'
import type { IconName } from '../../parts/icons.ts'
import { countryName } from '../../text/format.ts'
import type { Key } from '../../text/language.svelte.ts'

export interface Way {
  icon: IconName
  label: Key
  /** Missing when there is nothing to call, write or go to. */
  href: string | undefined
  /** Why there is no way. */
  none: Key
  newPage?: boolean
}

/** The first of several addresses. */
export const mailHref = (email: string): string => `mailto:${encodeURIComponent(email.split(/[;,]/)[0]?.trim() ?? '').replace('%40', '@')}`

export function mapHref(contact: Contact, company: Contact | undefined): string | undefined {
  const { address, postCode, city, countryCode } = mailPlace(contact, company)
  if (!address.trim() && !city.trim()) return undefined
  const words = [address, [postCode, city].filter(Boolean).join(' '), countryCode && countryName(countryCode)]
  return `https://www.openstreetmap.org/search?query=${encodeURIComponent(words.filter(Boolean).join(', '))}`
}

export function waysTo(contact: Contact, company: Contact | undefined): Way[] {
  const phone = numbersOf(contact, company)[0]?.number ?? ''
  const map = mapHref(contact, company)
  return [
    { icon: 'phone', label: 'contact.call', href: phone ? telHref(phone) : undefined, none: 'contact.noPhone' },
    { icon: 'mail', label: 'contact.mail', href: contact.email ? mailHref(contact.email) : undefined, none: 'contact.noEmail' },
    { icon: 'map', label: 'contact.map', href: map, none: 'contact.noAddress', newPage: true },
  ]
}
