// Whom a row of interactions or purchases is about: by our own number, the external id, the e-mail, the name with the company. One is found,
// none, or several; nobody is guessed.
import type { Contact } from '../model/contact.ts'
import { fold } from '../base/fold.ts'
import type { SheetCells } from './sheetCells.ts'
import type { SheetRow } from './sheet.ts'
import { nameOfPerson } from '../core/contact/name.ts'
import { bareCompany } from '../core/duplicates/who.ts'
import { splitName } from '../core/contact/personName.ts'

/** What a row says about whom it means, and the column of the first word of it. */
export interface Named {
  no: string
  externalId: string
  email: string
  name: string
  companyName: string
  postCode: string
  column: number | undefined
  /** What stands there. */
  cell: string
}

export type Found = { contact: Contact } | { problem: 'noContactGiven' | 'contactNotFound' | 'contactSeveral'; detail: string }

const targets = ['contactNo', 'externalId', 'email', 'fullName', 'surname', 'companyName'] as const

export function namedIn(row: SheetRow, cells: SheetCells): Named {
  const text = (target: string) => (cells.has(target) ? cells.text(row, target) : '')
  const typed = nameOfPerson({ firstName: text('firstName'), middleName: '', surname: text('surname') })
  const full = text('fullName')
  // The first word that is said, so that a mended cell is one that decides; the first column where none is.
  const said = targets.find((target) => text(target) !== '') ?? targets.find((target) => cells.has(target))
  const split = splitName(full, cells.nameOrder('fullName'))
  return {
    no: text('contactNo'),
    externalId: text('externalId'),
    email: text('email'),
    name: typed || (full.includes(',') || cells.nameOrder('fullName') ? nameOfPerson(split) : full),
    companyName: text('companyName'),
    postCode: text('postCode'),
    column: said === undefined ? undefined : cells.columns(said)[0],
    cell: said === undefined ? '' : text(said),
  }
}

export class ContactFinder {
  readonly #byId = new Map<string, Contact>()
  readonly #byKey = new Map<string, Contact[]>()

  constructor(contacts: readonly Contact[]) {
    for (const contact of contacts) if (!contact.sample) this.#byId.set(contact.id, contact)
    for (const contact of this.#byId.values()) {
      this.#file('n', contact.no, contact)
      this.#file('x', contact.externalId, contact)
      for (const { no, externalId } of contact.former ?? []) {
        this.#file('N', no, contact)
        this.#file('X', externalId, contact)
      }
      for (const email of contact.email.split(/[;,]/)) this.#file('m', email, contact)
      this.#file('f', contact.name, contact)
      if (contact.type === 'company') this.#file('b', bareCompany(contact.name), contact)
    }
  }

  #file(kind: string, text: string, contact: Contact): void {
    const folded = fold(text)
    if (folded === '') return
    const key = `${kind}${folded}`
    const list = this.#byKey.get(key)
    if (list) list.push(contact)
    else this.#byKey.set(key, [contact])
  }

  #at = (kind: string, text: string): Contact[] => this.#byKey.get(`${kind}${fold(text)}`) ?? []

  companyOf(contact: Contact): Contact | undefined {
    if (contact.type === 'company') return contact
    return contact.companyId ? this.#byId.get(contact.companyId) : undefined
  }

  /** The surest word decides; words beside it tell several apart. */
  find(named: Named): Found {
    const said = [named.no, named.externalId, named.email, named.name, named.companyName].filter((text) => text !== '').join(' · ')
    if (said === '') return { problem: 'noContactGiven', detail: '' }
    const former = [this.#at('N', named.no), this.#at('X', named.externalId)]
    const attempts = [this.#at('n', named.no), this.#at('x', named.externalId), ...former, this.#at('m', named.email), this.#byName(named)]
    for (const found of attempts) {
      if (found.length === 0) continue
      const rest = this.#narrowed(found, named)
      const [contact] = rest
      return rest.length === 1 && contact ? { contact } : { problem: 'contactSeveral', detail: said }
    }
    return { problem: 'contactNotFound', detail: said }
  }

  /** A name needs no company; a company given beside it must be hers. Without a name it is the company itself. */
  #byName({ name, companyName }: Named): Contact[] {
    if (name === '') {
      const exact = this.#at('f', companyName).filter(({ type }) => type === 'company')
      return exact.length > 0 || companyName === '' ? exact : this.#at('b', bareCompany(companyName))
    }
    const named = this.#at('f', name)
    if (companyName === '') return named
    const bare = bareCompany(companyName)
    return named.filter((contact) => bareCompany(this.companyOf(contact)?.name ?? '') === bare)
  }

  #narrowed(found: Contact[], { name, companyName, postCode }: Named): Contact[] {
    const by = (list: Contact[], fits: (contact: Contact) => boolean) => {
      const fitting = list.length > 1 ? list.filter(fits) : list
      return fitting.length > 0 ? fitting : list
    }
    let list = by(found, (contact) => name !== '' && fold(contact.name) === fold(name))
    list = by(list, (contact) => companyName !== '' && fold(this.companyOf(contact)?.name ?? '') === fold(companyName))
    list = by(list, (contact) => postCode !== '' && fold(contact.postCode) === fold(postCode))
    return by(list, (contact) => name === '' && contact.type === 'company')
  }
}
