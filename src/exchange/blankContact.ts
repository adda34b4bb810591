// A blank contact of an import. Each is a copy of one, so that 100 000 of them share their lists and their shape in memory.
import { emptyContact } from '../core/contact/edit.ts'
import type { Contact } from '../model/contact.ts'

/** Lists of a contact are never written in place: all blank ones share these. */
const blank: Record<Contact['type'], Contact> = { company: emptyContact('company'), person: emptyContact('person') }

/** Without id and number: they are given when the plan is whole. */
export const blankContact = (type: Contact['type'], changedAt: string): Contact => ({ ...blank[type], changedAt })
