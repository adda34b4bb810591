// Contacts: made, changed.
import { ok, refuse, type Result } from '../base/result.ts'
import { newCompany, newPerson, planContactChange } from '../core/contact/edit.ts'
import type { Company, Contact, Person } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { ContactId } from '../model/ids.ts'
import { joinChanges, noChanges } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContact } from '../storage/read/contacts.ts'
import { planAndWrite, type House } from './house.ts'
import { nextNumber } from './numbers.ts'

/** What a person fills in; the rest is ours. */
export type ContactFields = Partial<Omit<Company, 'id' | 'no' | 'rev' | 'type'>> & Partial<Omit<Person, 'id' | 'no' | 'rev' | 'type'>>

/** Makes a company or a person with the next number. */
export function createContact(
  house: House,
  type: Contact['type'],
  fields: ContactFields,
): Promise<Result<Committed & { value: ContactId }, Failure>> {
  return planAndWrite(house, 'createContact', async () => {
    const { no, changes } = await nextNumber(house.db, 'contact')
    const occasion = house.occasion()
    const contact: Contact = type === 'company' ? newCompany(occasion, no, fields) : newPerson(occasion, no, fields)
    return ok({ changes: joinChanges(changes, { ...noChanges(), put: { contacts: [contact] } }), value: contact.id })
  })
}

/** Changes fields of a contact as it was read; refused when another window changed it meanwhile. */
export function changeContact(
  house: House,
  id: ContactId,
  rev: number,
  fields: ContactFields,
): Promise<Result<Committed & { value: ContactId }, Failure>> {
  return planAndWrite(house, 'changeContact', async () => {
    const contact = await readContact(house.db, id)
    if (!contact) return refuse({ code: 'notFound', table: 'contacts', id })
    if (contact.rev !== rev) return refuse({ code: 'stale', table: 'contacts', id })
    return ok({ changes: planContactChange(contact, fields, house.occasion()), value: id })
  })
}
