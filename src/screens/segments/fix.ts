// Which fields of which contact mend a problem: the address of the person, of her company, or the alternative one in force.
import type { ContactFields } from '../../actions/contacts.ts'
import type { Effective } from '../../core/segment/effective.ts'
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { Salutation } from '../../model/lists.ts'
import { salutationOptions } from '../pieces/salutations.ts'
import type { Key } from '../../text/language.svelte.ts'
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

/** @param own salutations of one's own, to be chosen besides those that are shipped */
export function fixFields(fix: Fix, { contact }: FixTarget, own: readonly Salutation[] = []): FixField[] {
  switch (fix) {
    case 'address':
      return addressFields
    case 'email':
      return [{ name: 'email', label: 'contact.email', longest: 80 }]
    case 'greeting':
      return greetingFields(contact, own)
    case 'consent':
      return []
  }
}

function greetingFields({ type, salutationCode }: Contact, own: readonly Salutation[]): FixField[] {
  const options = salutationOptions(type, salutationCode, own)
  const salutation: FixField = { name: 'salutationCode', label: 'contact.salutation', longest: 20, options }
  if (type === 'company') return [salutation]
  return [
    salutation,
    { name: 'firstName', label: 'contact.firstName', longest: 30 },
    { name: 'surname', label: 'contact.surname', longest: 30 },
  ]
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
