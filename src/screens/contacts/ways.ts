// The ways to a contact: call, mail, map. What holds today at an alternative address comes first; a person without an address or a number
// of her own is found at her company's. Where there are several, one is chosen.
import type { Day } from '../../base/day.ts'
import { activeAddress, contactAt } from '../../core/contact/alternativeAddress.ts'
import { emailsIn, emailsOf } from '../../core/contact/emails.ts'
import { pageAddress } from '../../core/contact/webPage.ts'
import { isPlace, mailPlace } from '../../core/letter/address.ts'
import type { Contact } from '../../model/contact.ts'
import type { IconName } from '../../parts/icons.ts'
import { countryName } from '../../text/format.ts'
import { t, type Key } from '../../text/language.svelte.ts'
import { numbersOf, telHref } from '../pieces/numbers.ts'

export interface Target {
  /** The number, the address. */
  text: string
  /** Which of them it is. */
  detail: string
  href: string
}

export interface Way {
  icon: IconName
  label: Key
  /** The first is the one to take; none when there is nothing to call, write or go to. */
  targets: Target[]
  /** Why there is no way. */
  none: Key
  newPage?: boolean
}

export const mailHref = (email: string): string => `mailto:${encodeURIComponent(email.trim()).replace('%40', '@')}`

/** A home page as a link; nothing when it is none. */
export const pageHref = pageAddress

const placeWords = ({ address, address2, postCode, city, countryCode }: Contact): string =>
  [address || address2, [postCode, city].filter(Boolean).join(' '), countryCode && countryName(countryCode)].filter(Boolean).join(', ')

function places(contact: Contact, company: Contact | undefined, today: Day): Target[] {
  const active = activeAddress(contact, today)
  const there = active && contactAt(contact, active)
  const usual = mailPlace(contact, company)
  const target = (place: Contact, detail: string): Target[] => {
    const text = placeWords(place)
    const found = isPlace(place) || place.city.trim() !== '' || place.address.trim() !== ''
    return found ? [{ text, detail, href: `https://www.openstreetmap.org/search?query=${encodeURIComponent(text)}` }] : []
  }
  return [
    ...(there ? target(there, active.description || active.code) : []),
    ...target(usual, usual.id === contact.id ? t('contact.address') : t('contact.ofCompany')),
  ]
}

function numbers(contact: Contact, company: Contact | undefined, today: Day): Target[] {
  const active = activeAddress(contact, today)?.phone.trim()
  const all = numbersOf(contact, company).map(({ number, label, href }) => ({
    ...{ text: number, detail: t(`interaction.number.${label}`), href, label },
    isFirst: active !== undefined && active !== '' && telHref(number) === telHref(active),
  }))
  const own = all.filter(({ label, isFirst }) => label === 'mobile' || label === 'phone' || isFirst)
  // With one number of her own there is nothing to choose; the company's are a choice where she has several, or none.
  const offered = own.length === 1 ? own : all
  return offered.sort((one, other) => Number(other.isFirst) - Number(one.isFirst)).map(({ text, detail, href }) => ({ text, detail, href }))
}

function emails(contact: Contact, today: Day): Target[] {
  const active = activeAddress(contact, today)
  const there = active ? emailsIn(active.email) : []
  const own = emailsOf(contact).filter((one) => !there.some((other) => other.toLowerCase() === one.toLowerCase()))
  const target = (detail: string) => (text: string) => ({ text, detail, href: mailHref(text) })
  return [...there.map(target(active?.description || active?.code || '')), ...own.map(target(t('contact.email')))]
}

export const waysTo = (contact: Contact, company: Contact | undefined, today: Day): Way[] => [
  { icon: 'phone', label: 'contact.call', targets: numbers(contact, company, today), none: 'contact.noPhone' },
  { icon: 'mail', label: 'contact.mail', targets: emails(contact, today), none: 'contact.noEmail' },
  { icon: 'map', label: 'contact.map', targets: places(contact, company, today), none: 'contact.noAddress', newPage: true },
]
