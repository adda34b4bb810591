// Trying documents with one contact: who it is, what the fields say of her, and the letter that she would get. It stays the same contact
// for all templates until another one is chosen.
import type { House } from '../../actions/house.ts'
import { makeTrialLetter } from '../../actions/letters.ts'
import { trialLetterOf } from '../../core/letter/letters.ts'
import type { Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, TemplateId } from '../../model/ids.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { aroundOf, readAround } from '../../storage/read/segments.ts'
import type { LetterFile } from '../../workers/jobs/letterMaking.ts'
import { exampleIn } from '../pieces/fieldExamples.ts'
import { readContact, readContacts } from '../../storage/read/contacts.ts'

let lastTried: ContactId | undefined
/** So many contacts are looked through for one to begin with. */
const some = 60

export interface Tried {
  file: LetterFile
  /** Paragraph by paragraph. */
  words: string[]
}

export class Trial {
  contactId = $state.raw<ContactId | undefined>()
  name = $state('')
  #language = $state.raw<LetterLanguage | undefined>()
  #values = $state.raw<Awaited<ReturnType<typeof valuesOf>>>({})
  readonly #house: House
  readonly #templateId: TemplateId

  constructor(house: House, templateId: TemplateId) {
    this.#house = house
    this.#templateId = templateId
  }

  /** What a field says of the contact; blank when there is nothing. */
  exampleOf = (field: string): string => exampleIn(this.#values, field, this.#language)

  /** Begins with whoever was tried last, else with a person to whom this document would go. */
  async begin(document: LetterDocument): Promise<void> {
    const id = lastTried ?? (await this.#someone(document))
    if (id) await this.choose(id, document)
  }

  async choose(id: ContactId, document: LetterDocument): Promise<void> {
    lastTried = id
    const contact = await readContact(this.#house.db, id)
    this.contactId = contact && id
    this.name = contact?.name ?? ''
    this.#language = document.languageCode
    this.#values = contact ? await valuesOf(this.#house, id, this.#templateId, document) : {}
  }

  /** The real letter, made by the engine, and its words. */
  async letter(document: LetterDocument): Promise<Result<Tried, Failure>> {
    if (!this.contactId) return { ok: false, failure: { code: 'noDocument', count: 1 } }
    const made = await makeTrialLetter(this.#house, this.contactId, this.#templateId, document.languageCode)
    if (!made.ok) return made
    const file = made.value.files[0]
    if (!file) return { ok: false, failure: { code: 'noDocument', count: 1 } }
    const words = await this.#house.calls.work.readLetter(await file.content.arrayBuffer(), file.name)
    return words.ok ? { ok: true, value: { file, words: words.value } } : words
  }

  async #someone({ languageCode }: LetterDocument): Promise<ContactId | undefined> {
    const { rows } = await this.#house.calls.index.search('', some)
    const free = rows.filter(({ withheld }) => !withheld)
    const people = free.filter(({ type }) => type === 'person')
    const contacts = await readContacts(
      this.#house.db,
      people.map(({ id }) => id),
    )
    const base = languageCode.split('-')[0] ?? ''
    return (contacts.find((one) => one.languageCode?.startsWith(base)) ?? people[0] ?? free[0])?.id
  }
}

async function valuesOf(house: House, id: ContactId, templateId: TemplateId, document: LetterDocument) {
  const around = aroundOf(await readAround(house.db, [id]))
  return trialLetterOf(id, templateId, document.languageCode, house.occasion().today, around)?.values ?? {}
}
