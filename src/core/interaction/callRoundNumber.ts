// A number that turned out to be wrong: put right where it stands, with the contact or with its company, in whichever field.
import type { AlternativeAddress, Contact } from '../../model/contact.ts'
import type { Occasion } from '../../model/occasion.ts'
import { noChanges, type Changes } from '../../model/tables.ts'
import { planContactChange } from '../contact/edit.ts'
import { dialled, numbersIn } from '../contact/phones.ts'

export type NumberTrouble = 'noNumber' | 'sameNumber'

/** What stands against the right number that was typed; nothing for a blank one, which takes the wrong one away. */
export function numberTrouble(wrong: string, right: string): NumberTrouble | undefined {
  const typed = right.trim()
  if (typed === '') return undefined
  if (typed.replace(/\D/g, '').length < fewestDigits) return 'noNumber'
  return typed === wrong.trim() || dialled(typed).number === dialled(wrong).number ? 'sameNumber' : undefined
}

/** The shortest there are are those of an emergency. */
const fewestDigits = 3

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
