// Who is already there: contacts by our own number, by external id, by e-mail and name, and by name, company and post code; and who may be.
// It knows the contacts of the tablet and, while a file is read, those of its rows, so that a person who stands twice comes in once.
import { fold } from '../base/fold.ts'
import type { Contact, FormerContact } from '../model/contact.ts'
import type { ContactRow } from './contactRow.ts'
import { hashOf, KeyTable } from '../core/duplicates/keyTable.ts'
import { likenessOf, type Because } from '../core/duplicates/likeness.ts'
import { PossibleDuplicates } from '../core/duplicates/possibleDuplicates.ts'
import { postKey, Recogniser, type Who } from '../core/duplicates/who.ts'

/** One contact during the import: as it was, and as it will be. */
export interface Slot {
  contact: Contact
  /** Missing = made by this import; then `contact` has no id and no number yet. */
  original: Contact | undefined
  /** The company of a person. */
  company?: Slot | undefined
  /** Row of this file that spoke about it first; 0 = none yet. */
  lineNo: number
  place: number
  who: Who
}

const noCompany = { folded: '', bare: '' }

const kind = { no: 11, externalId: 12, email: 13, name: 14, bare: 15 }

export class ContactIndex {
  readonly slots: Slot[] = []
  readonly #byId = new Map<string, Slot>()
  readonly #sure = new KeyTable()
  readonly #likely = new PossibleDuplicates()
  readonly #recogniser = new Recogniser()

  byId = (id: string): Slot | undefined => this.#byId.get(id)

  /** A contact of the tablet. Companies come first, so that persons are filed with theirs. */
  known(contact: Contact): void {
    const company = contact.type === 'person' && contact.companyId ? this.#byId.get(contact.companyId) : undefined
    const slot: Slot = { contact, original: contact, company, lineNo: 0, place: this.slots.length, who: this.#whoOf(contact, company) }
    this.#byId.set(contact.id, slot)
    this.#add(slot)
  }

  /** A contact that this import makes. @param said who the row is, if all of the contact comes from it */
  made(contact: Contact, company: Slot | undefined, lineNo: number, said?: Who): Slot {
    const who = said ? this.#whoFrom(said, contact, company) : this.#whoOf(contact, company)
    const slot: Slot = { contact, original: undefined, company, lineNo, place: this.slots.length, who }
    this.#add(slot)
    return slot
  }

  /** The contact has no number yet, the name of its company as that writes it, and its middle name apart. */
  #whoFrom(said: Who, contact: Contact, company: Slot | undefined): Who {
    const first = contact.type === 'person' && contact.middleName !== '' ? this.#recogniser.given(contact.firstName) : said.first
    const { folded, bare } = contact.type === 'person' ? this.#recogniser.company(company?.contact.name ?? '') : noCompany
    if (said.no === '' && first === said.first && folded === said.company && bare === said.bare) return said
    return { ...said, no: '', first, company: folded, bare }
  }

  /** It is now found by what it has become. */
  changed(slot: Slot): void {
    slot.who = this.#whoOf(slot.contact, slot.company)
    this.#file(slot)
  }

  #add(slot: Slot): void {
    this.slots.push(slot)
    this.#file(slot)
  }

  #file({ who, place }: Slot): void {
    const type = who.isPerson ? 'p' : 'c'
    if (who.no !== '') this.#sure.add(hashOf(kind.no, type, who.no), place)
    if (who.externalId !== '') this.#sure.add(hashOf(kind.externalId, type, who.externalId), place)
    for (const { no, externalId } of this.slots[place]?.contact.former ?? []) {
      if (no !== '') this.#sure.add(hashOf(kind.no, type, fold(no)), place)
      if (externalId !== '') this.#sure.add(hashOf(kind.externalId, type, fold(externalId)), place)
    }
    if (who.email !== '') this.#sure.add(hashOf(kind.email, type, who.email, who.name), place)
    this.#sure.add(hashOf(kind.name, type, who.name, who.company), place)
    if (!who.isPerson) this.#sure.add(hashOf(kind.bare, who.surname), place)
    this.#likely.add(who, place)
  }

  #whoOf = (contact: Contact, company: Slot | undefined) => this.#recogniser.whoOf(contact, company?.contact.name ?? '')

  whoOfRow({ type, name, parts, companyName, no, values }: ContactRow): Who {
    const firstName = parts ? (parts.middleName === '' ? parts.firstName : `${parts.firstName} ${parts.middleName}`) : ''
    const { email, phone, mobilePhone, postCode, city, address, externalId, vatNo, birthday } = values
    const reached = { email, phone, mobilePhone, postCode, city, address }
    const said = { name, firstName, surname: parts?.surname ?? '', no, externalId, vatNo, birthday, ...reached }
    return this.#recogniser.who(type === 'person', said, companyName)
  }

  /** The contact this row is about beyond doubt. */
  find(who: Who): Slot | undefined {
    const type = who.isPerson ? 'p' : 'c'
    const byNo = who.no ? this.#first(hashOf(kind.no, type, who.no), (other) => other.no === who.no && isNoStranger(who, other)) : undefined
    if (byNo) return byNo
    const byId = this.#byExternalId(who, sameName) ?? this.#byExternalId(who, namedAlike) ?? this.#byFormer(who)
    if (byId) return byId
    const byMail =
      who.email !== '' &&
      this.#first(
        hashOf(kind.email, type, who.email, who.name),
        (other, slot) => other.email === who.email && other.name === who.name && !contradicts(slot, who),
      )
    return byMail || this.#byPlace(who)
  }

  /** A company is known by its external id whatever its name is now; people of one company may all bear the company's. */
  #byExternalId(who: Who, fits: (who: Who, other: Who) => boolean = anybody): Slot | undefined {
    if (who.externalId === '') return undefined
    const key = hashOf(kind.externalId, who.isPerson ? 'p' : 'c', who.externalId)
    const bears = (other: Who) => other.externalId === who.externalId && other.isPerson === who.isPerson
    return this.#first(key, (other) => bears(other) && (!who.isPerson || fits(who, other)))
  }

  /** The contact that another one was merged into, of which the row still speaks. A company may bear another name since. */
  #byFormer(who: Who): Slot | undefined {
    const type = who.isPerson ? 'p' : 'c'
    const by = (field: 'no' | 'externalId') =>
      who[field] === ''
        ? undefined
        : this.#first(
            hashOf(kind[field], type, who[field]),
            (other, { contact }) => bearsFormer(contact, field, who[field]) && (!who.isPerson || isNoStranger(who, other)),
          )
    return by('no') ?? by('externalId')
  }

  /**
   * Same name and company: the post code decides. Where one side has none, a company's name (or a person's and the company's) is enough;
   * a person's name alone is not.
   */
  #byPlace(who: Who): Slot | undefined {
    const key = hashOf(kind.name, who.isPerson ? 'p' : 'c', who.name, who.company)
    const same = (other: Who, slot: Slot) =>
      other.isPerson === who.isPerson && other.name === who.name && other.company === who.company && !contradicts(slot, who)
    const exact = this.#first(key, (other, slot) => other.postCode === who.postCode && same(other, slot))
    if (exact && (who.postCode !== '' || !who.isPerson || who.company !== '')) return exact
    if (who.isPerson && who.company === '') return who.postCode === '' ? exact : undefined
    return this.#first(key, (other, slot) => (who.postCode === '' || other.postCode === '') && same(other, slot))
  }

  /** This file has already used the row's external id, for another name. */
  usesIdTwice(who: Who): boolean {
    const slot = this.#byExternalId(who, sameName) ?? this.#byExternalId(who)
    return slot !== undefined && slot.lineNo > 0 && slot.who.name !== who.name
  }

  /** The company with this name; of several, the one with this post code; else the only one that has it but for the legal form. */
  company(name: string, postCode: string): Slot | undefined {
    const { folded, bare } = this.#recogniser.company(name)
    const key = hashOf(kind.name, 'c', folded, '')
    const named = (other: Who) => !other.isPerson && other.name === folded
    const post = postCode === '' ? '' : postKey(postCode)
    const exact = this.#first(key, (other) => named(other) && other.postCode === post) ?? this.#first(key, named)
    if (exact) return exact
    let found: Slot | undefined
    let count = 0
    this.#sure.each(hashOf(kind.bare, bare), 3, (place) => {
      const slot = this.slots[place]
      if (!slot || slot === found || slot.who.isPerson || slot.who.surname !== bare) return
      if (post !== '' && slot.who.postCode !== '' && slot.who.postCode !== post) return
      found = slot
      count++
    })
    return count === 1 ? found : undefined
  }

  /** Who it may be, with the reasons. */
  likeliest(who: Who): { slot: Slot; because: Because[] } | undefined {
    const likely = this.#likely.likeliest(who, (place) => this.slots[place]?.who)
    const slot = likely && this.slots[likely.place]
    if (slot) return { slot, because: likely.because }
    const bearer = this.#byExternalId(who)
    return bearer && { slot: bearer, because: ['externalId'] }
  }

  #first(key: number, fits: (other: Who, slot: Slot) => boolean): Slot | undefined {
    let found: Slot | undefined
    this.#sure.each(key, 500, (place) => {
      const slot = this.slots[place]
      if (slot && (found === undefined || isBefore(slot, found)) && fits(slot.who, slot)) found = slot
    })
    return found
  }
}

/** Of several that fit the one of whom more is known, then the older one: so the order of a file does not decide, nor its second import. */
function isBefore(one: Slot, other: Slot): boolean {
  for (const field of ['externalId', 'email', 'postCode', 'phone', 'city', 'street'] as const) {
    if (one.who[field] !== other.who[field]) return one.who[field] > other.who[field]
  }
  return one.place < other.place
}

/** Another external id is another contact; so is another e-mail address, once a row of the same file has given one. */
function contradicts(slot: Slot, who: Who): boolean {
  const other = slot.who
  if (other.externalId !== '' && who.externalId !== '' && other.externalId !== who.externalId) return true
  return slot.lineNo > 0 && other.email !== '' && who.email !== '' && other.email !== who.email
}

/** Whether a contact with this number was merged into it. @param folded the number in its plain form */
export const bearsFormer = ({ former = [] }: Contact, field: Exclude<keyof FormerContact, 'id'>, folded: string): boolean =>
  folded !== '' && former.some((one) => fold(one[field]) === folded)

const anybody = () => true
const sameName = (who: Who, other: Who) => who.name === other.name

/** Colleagues share the company's number, its e-mail and its telephone: it takes something of the name. */
const namedAlike = (who: Who, other: Who) =>
  likenessOf(who, other).score > 0 || (who.company !== '' && who.company === other.company && who.first === other.first)

/** Our own number on somebody of whom nothing else is the same is the number of another tablet. */
const isNoStranger = (who: Who, other: Who) =>
  who.name === other.name ||
  namedAlike(who, other) ||
  (who.email !== '' && who.email === other.email) ||
  (who.phone !== '' && who.phone === other.phone)
