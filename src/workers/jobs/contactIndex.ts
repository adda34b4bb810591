// All contacts, what happened with each and what their companies bought, in memory, kept fresh from the log of changes.
import type { Day } from '../../base/day.ts'
import { bearsAll, searchKey, wordsOf } from '../../base/fold.ts'
import { withheld, type Withheld } from '../../core/contact/privacy.ts'
import type { Facts } from '../../core/criteria/facts.ts'
import { matcher } from '../../core/criteria/matches.ts'
import { choiceOf, textOf } from '../../core/criteria/values.ts'
import type { Contact } from '../../model/contact.ts'
import { ChoiceField, type Criteria, type TextField } from '../../model/criteria.ts'
import type { ContactId, EntryId, LoggedSegmentId, PurchaseId } from '../../model/ids.ts'
import type { InteractionLogEntry } from '../../model/interaction.ts'
import type { Purchase } from '../../model/purchase.ts'
import type { Line } from '../../model/segment.ts'
import { changesSince, lastRev } from '../../storage/changes.ts'
import type { Database } from '../../storage/database.ts'
import { byId } from '../../storage/read/watch.ts'
import { KeptFacts } from './keptFacts.ts'

/** A contact as a list shows it. */
export interface ContactRow {
  id: ContactId
  type: 'company' | 'person'
  no: string
  name: string
  companyName: string
  city: string
  countryCode: string
  lastInteraction: Day | undefined
  excludeFromSegment: boolean
  /** Why nothing may be done with this contact. */
  withheld: Withheld | undefined
  sample: boolean
}

export interface SearchAnswer {
  total: number
  all: number
  rows: ContactRow[]
}

interface Indexed {
  contact: Contact
  key: string
}

export class ContactIndex {
  #rev = -1
  #contacts = new Map<ContactId, Contact>()
  entries = new Map<EntryId, InteractionLogEntry>()
  cancelled = new Set<LoggedSegmentId>()
  #purchases = new Map<PurchaseId, Purchase>()
  #sorted: Indexed[] = []
  #reading: Promise<this> = Promise.resolve(this)
  #facts = new KeptFacts(this.#contacts, [], this.cancelled, [])
  readonly db: Database

  constructor(db: Database) {
    this.db = db
  }

  /** This index with all commits that are on the disk now; readings stand in a queue, so that none misses a commit made before it was asked. */
  fresh(): Promise<this> {
    this.#reading = this.#reading.catch(() => this).then(() => this.#readOn())
    return this.#reading
  }

  async #readOn(): Promise<this> {
    const rev = await lastRev(this.db)
    if (rev === this.#rev) return this
    const changes = this.#rev < 0 ? [] : await changesSince(this.db, this.#rev)
    if (this.#rev < 0 || changes.some((change) => change.what === 'restore')) await this.#readAll()
    else for (const change of changes) await this.#patch(change.ids)
    this.#rev = rev
    return this
  }

  async #readAll(): Promise<void> {
    this.#contacts = byId(await this.db.contacts.toArray())
    this.entries = byId(await this.db.entries.toArray())
    this.#purchases = byId(await this.db.purchases.toArray())
    await this.#readCancelled()
    this.#sort()
  }

  /** Reads what a commit touched; a commit of nothing that is kept here costs nothing. */
  async #patch(ids: Partial<Record<string, string[]>>): Promise<void> {
    const entryIds = (ids['entries'] ?? []) as EntryId[]
    for (const [at, row] of (await this.db.entries.bulkGet(entryIds)).entries()) {
      this.#facts.replaceEntry(put(this.entries, entryIds[at], row), row, this.cancelled)
    }
    const purchaseIds = (ids['purchases'] ?? []) as PurchaseId[]
    for (const [at, row] of (await this.db.purchases.bulkGet(purchaseIds)).entries()) {
      this.#facts.replacePurchase(put(this.#purchases, purchaseIds[at], row), row)
    }
    if (ids['loggedStates']) await this.#readCancelled()
    const contactIds = (ids['contacts'] ?? []) as ContactId[]
    for (const [at, row] of (await this.db.contacts.bulkGet(contactIds)).entries()) put(this.#contacts, contactIds[at], row)
    if (contactIds.length > 0) this.#sort()
  }

  /** Which logged segments are cancelled, and with them the facts: what counts is another matter now. */
  async #readCancelled(): Promise<void> {
    const states = await this.db.loggedStates.toArray()
    this.cancelled = new Set(states.filter((state) => state.cancelled).map((state) => state.id))
    this.#facts = new KeptFacts(this.#contacts, this.entries.values(), this.cancelled, this.#purchases.values())
  }

  /** The number of the last commit that is in here. */
  get rev(): number {
    return this.#rev
  }

  get facts(): Facts {
    return this.#facts
  }

  #sort(): void {
    const collator = new Intl.Collator()
    this.#sorted = [...this.#contacts.values()]
      .map((contact) => ({ contact, key: this.#keyOf(contact) }))
      .sort((a, b) => collator.compare(sortName(a.contact), sortName(b.contact)))
  }

  #keyOf(contact: Contact): string {
    const { name, name2, no, email, phone, mobilePhone, address, city, postCode } = contact
    const digits = `${phone} ${mobilePhone}`.replace(/[^\d ]/g, '')
    return searchKey([name, name2, this.#companyName(contact), no, email, phone, mobilePhone, digits, address, postCode, city].join(' '))
  }

  #companyName(contact: Contact): string {
    return contact.type === 'person' && contact.companyId ? (this.#contacts.get(contact.companyId)?.name ?? '') : ''
  }

  search(text: string, limit: number): SearchAnswer {
    const words = wordsOf(text)
    const found = this.#sorted.filter(({ key }) => bearsAll(key, words))
    const rows = found.slice(0, limit).map(({ contact }) => this.#rowOf(contact))
    return { total: found.length, all: this.#sorted.length, rows }
  }

  #rowOf(contact: Contact): ContactRow {
    const { id, type, no, name, city, countryCode, excludeFromSegment } = contact
    return {
      id,
      type,
      no,
      name,
      companyName: this.#companyName(contact),
      city,
      countryCode,
      lastInteraction: this.facts.lastInteraction.get(id),
      excludeFromSegment,
      withheld: withheld(contact),
      sample: contact.sample === true,
    }
  }

  counts(of: readonly Line[] | undefined, criteria: readonly Criteria[], today: Day): number[] {
    const { contacts } = this.facts
    const listed = of && new Set(of.map((line) => line.contactId))
    const asked = [...contacts.values()].filter((contact) => !listed || listed.has(contact.id))
    return criteria.map((one) => asked.filter(matcher(one, this.facts, today)).length)
  }

  values(field: TextField | ChoiceField, limit: number): { value: string; count: number }[] {
    const counts = new Map<string, number>()
    for (const contact of this.#contacts.values()) {
      const value = this.#valueOf(contact, field)
      if (value) counts.set(value, (counts.get(value) ?? 0) + 1)
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, limit)
  }

  #valueOf(contact: Contact, field: TextField | ChoiceField): string {
    return isChoice(field) ? choiceOf(contact, field) : textOf(contact, field, this.facts)
  }
}

const isChoice = (field: TextField | ChoiceField): field is ChoiceField => ChoiceField.options.includes(field as ChoiceField)

/** Puts the row, or takes it out when there is none. @returns what was there before */
function put<K, V>(map: Map<K, V>, key: K | undefined, row: V | undefined): V | undefined {
  if (key === undefined) return undefined
  const before = map.get(key)
  if (row === undefined) map.delete(key)
  else map.set(key, row)
  return before
}

/** Persons stand under their surname, companies under their name. */
const sortName = (contact: Contact) =>
  contact.type === 'person' && contact.surname ? `${contact.surname} ${contact.firstName}` : contact.name
