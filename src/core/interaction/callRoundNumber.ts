// A number that turned out to be wrong: put right where it stands, with the contact or with its company, in whichever field.
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { planContactChange } from '../contact/edit.ts'
import { numbersIn } from '../contact/phones.ts'

/** The field with the one number in place of the other; blank takes it away, and the others stay. */
function withNumber(field: string, wrong: string, right: string): string {
  const numbers = numbersIn(field)
  if (!numbers.includes(wrong)) return field
  return numbers.flatMap((number) => (number === wrong ? (right.trim() === '' ? [] : [right.trim()]) : [number])).join('; ')
}

/** Nothing where the number stands with neither of them any more. */
export function planNumber(contact: Contact, company: Contact | undefined, wrong: string, right: string, occasion: Occasion): Changes {
  if (wrong.trim() === '' || wrong === right.trim()) return noChanges()
  const own = corrected(contact, wrong, right, occasion)
  if (own.put.contacts || !company || company.id === contact.id) return own
  return corrected(company, wrong, right, occasion)
}

function corrected(contact: Contact, wrong: string, right: string, occasion: Occasion): Changes {
  const fix = (field: string) => withNumber(field, wrong, right)
  const alternativeAddresses = contact.alternativeAddresses.map((address): AlternativeAddress => ({
    ...address,
    phone: fix(address.phone),
  }))
  return planContactChange(contact, { phone: fix(contact.phone), mobilePhone: fix(contact.mobilePhone), alternativeAddresses }, occasion)
}
