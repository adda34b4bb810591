// Who is already there: contacts by external id, by e-mail and name, and by name, company and post code.
// It knows the contacts of the tablet and, while a file is read, those of its rows, so that a person who stands twice comes in once.
import { fold } from '../base/fold.ts'
import type { Company, Contact } from '../model/contact.ts'
import type { ContactRow } from './contactRow.ts'

/** One contact during the import: as it was, and as it will be. */
export interface Slot {
  contact: Contact
  /** Missing = made by this import. */
  original?: Contact
  /** A row of this file has spoken about it. */
  touched: boolean
  /** Place among all contacts; the oldest is first. */
  order: number
}

const externalKey = (type: string, externalId: string) => `e|${type}|${fold(externalId)}`
const mailKey = (type: string, email: string, name: string) => `m|${type}|${fold(email)}|${fold(name)}`
const placeKey = (type: string, name: string, company: string) => `p|${type}|${fold(name)}|${fold(company)}`

export class ContactIndex {
  readonly slots = new Map<string, Slot>()
  private readonly byKey = new Map<string, Slot[]>()
  private readonly keys = new Map<Slot, string[]>()

  /** Adds a contact, or makes a changed one findable by what it is now. */
  put(slot: Slot) {
    const keys = this.keysOf(slot.contact)
    this.keys.set(slot, keys)
    this.slots.set(slot.contact.id, slot)
    for (const key of keys) {
      const list = this.byKey.get(key)
      if (!list) this.byKey.set(key, [slot])
      else if (list.at(-1) !== slot && !list.includes(slot)) list.push(slot)
    }
  }

  /** The contact this row is about, or nothing: then it is a new one. */
  find(row: ContactRow): Slot | undefined {
    const { externalId = '', email = '' } = row.values
    const byId = externalId ? this.at(externalKey(row.type, externalId))[0] : undefined
    if (byId) return byId
    const possible = (key: string) => this.at(key).filter((slot) => !contradicts(slot, row))
    const byMail = email ? possible(mailKey(row.type, email, row.name))[0] : undefined
    return byMail ?? fittingPlace(possible(placeKey(row.type, row.name, row.companyName)), row)
  }

  /** This file has already used the row's external id, for another name. */
  usesIdTwice(row: ContactRow): boolean {
    const { externalId = '' } = row.values
    const byId = externalId ? this.at(externalKey(row.type, externalId))[0] : undefined
    return byId !== undefined && byId.touched && fold(byId.contact.name) !== fold(row.name)
  }

  /** The company with this name; of several, the one with this post code. */
  company(name: string, postCode: string): Slot | undefined {
    const all = this.at(placeKey('company', name, ''))
    return all.find((slot) => samePostCode(slot, postCode)) ?? all[0]
  }

  companyOf(contact: Contact): Company | undefined {
    const company = contact.type === 'person' && contact.companyId ? this.slots.get(contact.companyId)?.contact : undefined
    return company?.type === 'company' ? company : undefined
  }

  /** The oldest first. A contact may have changed since it was filed under a key. */
  private at(key: string): Slot[] {
    const slots = (this.byKey.get(key) ?? []).filter((slot) => this.keys.get(slot)?.includes(key))
    return slots.length > 1 ? slots.sort((one, other) => one.order - other.order) : slots
  }

  private keysOf(contact: Contact): string[] {
    const keys = [placeKey(contact.type, contact.name, this.companyOf(contact)?.name ?? '')]
    if (contact.externalId) keys.push(externalKey(contact.type, contact.externalId))
    if (contact.email) keys.push(mailKey(contact.type, contact.email, contact.name))
    return keys
  }
}

/** Another external id is another contact; so is another e-mail address, once a row of the same file has given one. */
function contradicts(slot: Slot, row: ContactRow): boolean {
  const differ = (mine: string, theirs = '') => mine !== '' && theirs !== '' && fold(mine) !== fold(theirs)
  if (differ(slot.contact.externalId, row.values.externalId)) return true
  return slot.touched && differ(slot.contact.email, row.values.email)
}

const samePostCode = (slot: Slot, postCode: string) => fold(slot.contact.postCode) === fold(postCode)

/**
 * Same name and company: the post code decides. Where one side has none, a company's name (or a person's and the company's) is enough;
 * a person's name alone is not.
 */
function fittingPlace(slots: Slot[], row: ContactRow): Slot | undefined {
  const postCode = row.values.postCode ?? ''
  const exact = slots.find((slot) => samePostCode(slot, postCode))
  if (row.type === 'person' && row.companyName === '') return exact
  return postCode === '' ? slots[0] : (exact ?? slots.find((slot) => slot.contact.postCode === ''))
}
