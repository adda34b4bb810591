// The contact with whom a letter is tried while it is written: what each field says of her, and the real letter she would get.
import type { House } from '../../../actions/house.ts'
import { tryWrittenLetter } from '../../../actions/writtenLetters.ts'
import type { Result } from '../../../base/result.ts'
import { nowhere } from '../../../core/interaction/oneContact.ts'
import { letterOf } from '../../../core/letter/letters.ts'
import type { Failure } from '../../../model/failure.ts'
import type { AttachmentId, ContactId, SegmentId, TemplateId } from '../../../model/ids.ts'
import type { LetterDocument, LetterValues } from '../../../model/letter.ts'
import type { LetterLanguage } from '../../../model/parts.ts'
import type { WrittenLetter } from '../../../model/writtenLetter.ts'
import { readContact, readContacts } from '../../../storage/read/contacts.ts'
import { aroundOf, readAround, readSegment } from '../../../storage/read/segments.ts'
import type { MadeLetters } from '../../../workers/jobs/letterMaking.ts'
import { exampleIn } from '../fieldExamples.ts'

/** What the letter is for: a template, or one line of a segment. */
export interface TriedFor {
  language: LetterLanguage
  template?: TemplateId | undefined
  segment?: SegmentId | undefined
  lineNo?: number | undefined
}

/** It stays the same contact for all templates until another one is chosen. */
let last: ContactId | undefined
/** So many contacts are looked through for one to begin with. */
const some = 60

export class Tried {
  contactId = $state.raw<ContactId | undefined>()
  name = $state('')
  #values = $state.raw<Readonly<LetterValues>>({})
  readonly #house: House
  readonly #for: TriedFor

  constructor(house: House, wish: TriedFor) {
    this.#house = house
    this.#for = wish
  }

  /** What a field says of her, in one line; blank when there is nothing. */
  exampleOf = (field: string): string => exampleIn(this.#values, field, this.#for.language)

  /** Begins with the line's own contact, with whoever was tried last, or with somebody who reads this language. */
  async begin(contact?: ContactId): Promise<void> {
    const id = contact ?? last ?? (await this.#someone())
    if (id) await this.choose(id)
  }

  async choose(id: ContactId): Promise<void> {
    const contact = await readContact(this.#house.db, id)
    if (!this.#for.segment) last = contact && id
    this.contactId = contact && id
    this.name = contact?.name ?? ''
    this.#values = contact ? await this.#valuesOf(id) : {}
  }

  /** The letter she would get of what is written so far. */
  letter(letter: WrittenLetter, title: string, subject: string): Promise<Result<MadeLetters, Failure>> {
    const { language, template, segment, lineNo } = this.#for
    if (!this.contactId) return Promise.resolve({ ok: false, failure: { code: 'noDocument', count: 1 } })
    const of = { ...(template && { template }), ...(segment && { segment }), ...(lineNo !== undefined && { lineNo }) }
    return tryWrittenLetter(this.#house, letter, { language, title, contact: this.contactId, ...(subject && { subject }), ...of })
  }

  async #valuesOf(contactId: ContactId): Promise<Readonly<LetterValues>> {
    const { language, template, segment, lineNo } = this.#for
    const around = aroundOf(await readAround(this.#house.db, [contactId]))
    const stored = segment && (await readSegment(this.#house.db, segment))
    const header = stored ? stored.segment : { ...nowhere, day: this.#house.occasion().today }
    const own = { languageCode: language, ...(template && { templateId: template }) }
    const line = (stored && stored.lines.lines.find((one) => one.lineNo === lineNo)) ?? { lineNo: 1, contactId, own, comment: '' }
    return letterOf({ ...line, document: draftIn(language) }, header, around)?.values ?? {}
  }

  async #someone(): Promise<ContactId | undefined> {
    const { rows } = await this.#house.calls.index.search('', some)
    const free = rows.filter(({ withheld }) => !withheld)
    const people = free.filter(({ type }) => type === 'person')
    const ids = people.map(({ id }) => id)
    const contacts = await readContacts(this.#house.db, ids)
    const base = this.#for.language.split('-')[0] ?? ''
    return (contacts.find((one) => one.languageCode?.startsWith(base)) ?? people[0] ?? free[0])?.id
  }
}

/** In place of the document that is only being written. */
const draftIn = (languageCode: LetterLanguage): LetterDocument => ({
  ...{ languageCode, attachmentId: '' as AttachmentId, fileName: '', subject: '', mapping: {} },
})
