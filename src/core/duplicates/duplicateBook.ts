// Who may be twice among all contacts: every contact in its plain form, the keys it is met under, and the pairs for whom enough speaks.
// It is filled in steps, so that whoever does it can tell how far it is, and kept up to date contact by contact from then on.
import type { Contact } from '../../model/contact.ts'
import type { ContactId } from '../../model/ids.ts'
import { pairId } from '../../model/merge.ts'
import type { Likeness } from './likeness.ts'
import { PossibleDuplicates } from './possibleDuplicates.ts'
import { Recogniser, type Saying, type Who } from './who.ts'

/** Two who may be one. */
export interface Pair extends Likeness {
  one: ContactId
  other: ContactId
}

/** So many are looked at between two words about how far it is. */
const step = 500

export class DuplicateBook {
  readonly #ids: ContactId[] = []
  /** Nothing where a contact is gone. */
  readonly #whos: (Who | undefined)[] = []
  readonly #companies: (ContactId | undefined)[] = []
  readonly #places = new Map<ContactId, number>()
  readonly #companyNames = new Map<ContactId, string>()
  readonly #table = new PossibleDuplicates()
  readonly #recogniser = new Recogniser()
  /** By place, both ways. */
  readonly #pairs = new Map<number, Map<number, Likeness>>()

  get size(): number {
    return this.#places.size
  }

  /** A contact as it stands; it takes part once `filing` has come by, or `put` was called. Those whose company comes later are mended by then. */
  register(contact: Contact): number {
    const place = this.#places.get(contact.id) ?? this.#ids.length
    this.#places.set(contact.id, place)
    this.#ids[place] = contact.id
    this.#companies[place] = contact.type === 'person' ? contact.companyId : undefined
    if (contact.type === 'company') this.#companyNames.set(contact.id, contact.name)
    this.#whos[place] = this.#recogniser.whoOf(contact, this.#companyNames.get(this.#companies[place] ?? ('' as ContactId)) ?? '')
    return place
  }

  /** Compares all who were registered, each with those before; yields how many are through. */
  *filing(): Generator<number, void> {
    for (let place = 0; place < this.#ids.length; place++) {
      this.#named(place)
      this.#file(place)
      if (place % step === step - 1) yield place + 1
    }
  }

  /** A contact was changed, or came: its pairs are found anew, and those of the people whose company has another name now. */
  put(contact: Contact): void {
    const before = this.#companyNames.get(contact.id)
    const known = this.#places.get(contact.id)
    const was = known === undefined ? undefined : this.#whos[known]
    const place = this.register(contact)
    // Most changes are of groups, notes, salespeople: who she is has not changed by them.
    if (!was || !isSame(was, this.#whos[place])) {
      this.#forget(known)
      this.#file(place)
    }
    if (contact.type !== 'company' || before === contact.name) return
    for (const [place, companyId] of this.#companies.entries()) {
      if (companyId !== contact.id || !this.#whos[place]) continue
      this.#forget(place)
      this.#named(place)
      this.#file(place)
    }
  }

  drop(id: ContactId): void {
    const place = this.#places.get(id)
    if (place === undefined) return
    this.#forget(place)
    this.#whos[place] = undefined
    this.#companies[place] = undefined
    this.#places.delete(id)
    this.#companyNames.delete(id)
  }

  /** All pairs, each once. */
  pairs(): Pair[] {
    const found: Pair[] = []
    for (const [place, others] of this.#pairs)
      for (const [other, likeness] of others) if (place < other) found.push({ ...likeness, ...this.#idsOf(place, other) })
    return found
  }

  /**
   * Whom somebody looks like who is being typed in, the most alike first.
   * @param except the contact itself, while it is changed
   * @param apart pairs that were looked at and found to be two
   */
  looksLike(isPerson: boolean, said: Saying, companyName: string, except: ContactId | undefined, apart: ReadonlySet<string>): Pair[] {
    const who = this.#recogniser.who(isPerson, said, companyName)
    const found: Pair[] = []
    this.#table.each(who, this.#whoAt, (place, likeness) => {
      const other = this.#ids[place]
      if (other === undefined || other === except || (except && apart.has(pairId(except, other)))) return
      found.push({ ...likeness, one: except ?? ('' as ContactId), other })
    })
    return found.sort((a, b) => b.score - a.score)
  }

  /** The name of a company, for somebody typed in who is to belong to it. */
  companyName = (id: ContactId): string => this.#companyNames.get(id) ?? ''

  readonly #whoAt = (place: number): Who | undefined => this.#whos[place]

  #idsOf(place: number, other: number): { one: ContactId; other: ContactId } {
    return { one: this.#ids[place] ?? ('' as ContactId), other: this.#ids[other] ?? ('' as ContactId) }
  }

  /** Her company under the name it has now. */
  #named(place: number): void {
    const who = this.#whos[place]
    if (!who?.isPerson) return
    const { folded, bare } = this.#recogniser.company(this.companyName(this.#companies[place] ?? ('' as ContactId)))
    if (who.company === folded && who.bare === bare) return
    this.#whos[place] = { ...who, company: folded, bare }
  }

  #file(place: number): void {
    const who = this.#whos[place]
    if (!who) return
    this.#table.each(who, this.#whoAt, (other, likeness) => {
      if (other === place) return
      this.#link(place, other, likeness)
      this.#link(other, place, likeness)
    })
    this.#table.add(who, place)
  }

  #link(place: number, other: number, likeness: Likeness): void {
    const links = this.#pairs.get(place) ?? new Map<number, Likeness>()
    this.#pairs.set(place, links.set(other, likeness))
  }

  #forget(place: number | undefined): void {
    if (place === undefined) return
    for (const other of this.#pairs.get(place)?.keys() ?? []) this.#pairs.get(other)?.delete(place)
    this.#pairs.delete(place)
  }
}

const isSame = (one: Who, other: Who | undefined): boolean => JSON.stringify(one) === JSON.stringify(other)
