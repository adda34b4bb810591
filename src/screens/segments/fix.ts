// Which fields of which contact mend a problem: the address of the person, of her company, or the alternative one in force.
import type { ContactFields } from '../../actions/contacts.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import { t, type Key } from '../../text/language.svelte.ts'
import type { Fix } from './problemText.ts'

export interface FixTarget {
  of: 'company' | 'person' | 'alternative'
  contact: Contact
  fix: Fix
  address?: AlternativeAddress
}

export interface FixField {
  name: string
  label: Key
  longest: number
  options?: { value: string; label: string }[]
}

/** Where it can be mended, the likeliest first. Somebody without any address of her own is written to at her company's. */
export function targetsOf(fix: Fix, { contact, company, alternativeAddress }: Effective): FixTarget[] {
  if (!contact) return []
  const self: FixTarget = { of: 'person', contact, fix }
  if (fix !== 'address') return [self]
  const address = alternativeAddress.value
  if (address) return [{ of: 'alternative', contact, fix, address }]
  const hasOwn = [contact.address, contact.address2, contact.postCode, contact.city].some((part) => part.trim() !== '')
  return company && company.id !== contact.id && !hasOwn ? [{ of: 'company', contact: company, fix }, self] : [self]
}

const addressFields: FixField[] = [
  { name: 'address', label: 'contact.street', longest: 100 },
  { name: 'postCode', label: 'contact.postCode', longest: 20 },
  { name: 'city', label: 'contact.city', longest: 30 },
]

export function fixFields(fix: Fix, { contact }: FixTarget): FixField[] {
  switch (fix) {
    case 'address':
      return addressFields
    case 'email':
      return [{ name: 'email', label: 'contact.email', longest: 80 }]
    case 'greeting':
      return greetingFields(contact)
    case 'consent':
      return []
  }
}

function greetingFields({ type, salutationCode }: Contact): FixField[] {
  const known = type === 'company' ? ['COMPANY'] : ['F', 'M', 'UNISEX']
  const codes = salutationCode && !known.includes(salutationCode) ? [...known, salutationCode] : known
  const salutation = { name: 'salutationCode', label: 'contact.salutation' as const, longest: 20 }
  const options = codes.map((value) => ({ value, label: salutationName(value) }))
  if (type === 'company') return [{ ...salutation, options }]
  return [
    { ...salutation, options },
    { name: 'firstName', label: 'contact.firstName', longest: 30 },
    { name: 'surname', label: 'contact.surname', longest: 30 },
  ]
}

function salutationName(code: string): string {
  if (code === 'F') return t('contact.salutationF')
  if (code === 'M') return t('contact.salutationM')
  if (code === 'UNISEX') return t('contact.salutationUnisex')
  return code === 'COMPANY' ? t('contact.salutationCompany') : code
}

/** What stands there now. */
export function storedIn(target: FixTarget): Record<string, string> {
  const row = { ...target.contact, ...target.address } as unknown as Record<string, string | undefined>
  return Object.fromEntries(fixFields(target.fix, target).map(({ name }) => [name, row[name] ?? '']))
}

/** What was typed, as fields of the contact. */
export function patchOf({ contact, address }: FixTarget, typed: Record<string, string>): ContactFields {
  if (!address) return typed
  const alternativeAddresses = contact.alternativeAddresses.map((one) => (one.code === address.code ? { ...one, ...typed } : one))
  return { alternativeAddresses }
}
