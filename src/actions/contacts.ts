// Contacts: made, changed, with their answers and alternative addresses.
import { ok, refuse, type Result } from '../base/result.ts'
import { planAddressDelete, planAddressSave } from '../core/contact/addressEdit.ts'
import { newCompany, newPerson, planContactChange } from '../core/contact/edit.ts'
import { planAnswers } from '../core/contact/profile.ts'
import type { AlternativeAddress, Company, Contact, Person } from '../model/contact.ts'
import type { Failure } from '../model/failure.ts'
import type { AnswerId, ContactId } from '../model/ids.ts'
import { joinChanges, noChanges, type Changes } from '../model/tables.ts'
import type { Committed } from '../storage/commit.ts'
import { readContact } from '../storage/read/contacts.ts'
import { readListRows } from '../storage/read/lists.ts'
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

type Changed = Promise<Result<Committed & { value: ContactId }, Failure>>

/** Changes fields of a contact as it was read; refused when another window changed it meanwhile. */
export function changeContact(house: House, id: ContactId, rev: number, fields: ContactFields): Changed {
  return changing(house, 'changeContact', id, rev, (contact) => ok(planContactChange(contact, fields, house.occasion())))
}

function changing(
  house: House,
  what: string,
  id: ContactId,
  rev: number,
  plan: (contact: Contact) => Result<Changes, Failure> | Promise<Result<Changes, Failure>>,
): Changed {
  return planAndWrite(house, what, async () => {
    const contact = await readContact(house.db, id)
    if (!contact) return refuse({ code: 'notFound', table: 'contacts', id })
    if (contact.rev !== rev) return refuse({ code: 'stale', table: 'contacts', id })
    const planned = await plan(contact)
    return planned.ok ? ok({ changes: planned.value, value: id }) : planned
  })
}

/** Gives a contact these profile answers and no others. */
export function giveAnswers(house: House, id: ContactId, rev: number, answerIds: readonly AnswerId[]): Changed {
  return changing(house, 'giveAnswers', id, rev, async (contact) =>
    planAnswers(contact, answerIds, await readListRows(house.db, 'questionnaires'), house.occasion()),
  )
}

/** Adds an alternative address, or writes it in place of the one with the code `was`. */
export function saveAlternativeAddress(house: House, id: ContactId, rev: number, address: AlternativeAddress, was?: string): Changed {
  return changing(house, 'saveAlternativeAddress', id, rev, (contact) => planAddressSave(contact, address, was, house.occasion()))
}

export function deleteAlternativeAddress(house: House, id: ContactId, rev: number, code: string): Changed {
  return changing(house, 'deleteAlternativeAddress', id, rev, (contact) => ok(planAddressDelete(contact, code, house.occasion())))
}
