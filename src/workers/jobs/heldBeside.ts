// What contacts hold and no column knows: web sources, and the countries of alternative addresses. Few contacts have any.
import { heldIds, type HeldList } from '../../core/contact/lists.ts'
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { eachContact, readTouchedContacts } from '../../storage/read/pending.ts'
import { ReadingOn, type Touched } from './readingOn.ts'

type Kept = Record<'webSources' | 'countries', readonly string[]>

export class HeldBeside extends ReadingOn {
  #of = new Map<ContactId, Kept>()

  protected async readAll(): Promise<void> {
    this.#of = new Map()
    await eachContact(this.db, (contacts) => {
      for (const contact of contacts) this.#take(contact.id, contact)
    })
  }

  protected async readTouched(touched: Touched): Promise<void> {
    for (const [id, contact] of await readTouchedContacts(this.db, touched('contacts'))) this.#take(id, contact)
  }

  #take(id: ContactId, contact: Contact | undefined): void {
    const webSources = contact ? heldIds(contact, 'webSources') : []
    const countries = contact && contact.alternativeAddresses.length > 0 ? heldIds(contact, 'countries') : []
    if (webSources.length + countries.length > 0) this.#of.set(id, { webSources, countries })
    else this.#of.delete(id)
  }

  /** Contacts that have one of these here. */
  holders(list: HeldList, keys: readonly string[]): ContactId[] {
    if (list !== 'webSources' && list !== 'countries') return []
    return [...this.#of].flatMap(([id, kept]) => (kept[list].some((key) => keys.includes(key)) ? id : []))
  }

  /** Every id or code that stands here. */
  keys(list: HeldList): Set<string> {
    return new Set(list === 'webSources' || list === 'countries' ? [...this.#of.values()].flatMap((kept) => kept[list]) : [])
  }
}
