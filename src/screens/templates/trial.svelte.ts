// Trying documents with one contact: who it is, what the fields say of her, and the letter that she would get. It stays the same contact
// for all templates until another one is chosen.
import { plainOccasion, type House } from '../../actions/house.ts'
import { makeTrialLetter } from '../../actions/letters.ts'
import { trialLetterOf } from '../../core/letter/letters.ts'
import { ok, refuse, type Result } from '../../base/result.ts'
import type { Failure } from '../../model/failure.ts'
import type { ContactId, TemplateId } from '../../model/ids.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { LetterLanguage } from '../../model/parts.ts'
import { aroundOf, readAround } from '../../storage/read/segments.ts'
import type { LookedAtLetter } from '../../workers/jobs/letterLooks.ts'
import type { LetterFile } from '../../workers/jobs/letterMaking.ts'
import { exampleIn } from '../pieces/fieldExamples.ts'
import { readContact } from '../../storage/read/contacts.ts'
import { someoneFor, triedWith } from './someone.ts'

export interface Tried {
  seen: LookedAtLetter
  file: LetterFile
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
    const id = await someoneFor(this.#house, document.languageCode)
    if (id) await this.choose(id, document)
  }

  async choose(id: ContactId, document: LetterDocument): Promise<void> {
    triedWith(id)
    const contact = await readContact(this.#house.db, id)
    this.contactId = contact && id
    this.name = contact?.name ?? ''
    this.#language = document.languageCode
    this.#values = contact ? await valuesOf(this.#house, id, this.#templateId, document) : {}
  }

  /** The real letter, made by the engine: to be looked at, with what was merged marked in it, and as it goes out. */
  async letter(document: LetterDocument): Promise<Result<Tried, Failure>> {
    const { contactId } = this
    if (!contactId) return refuse({ code: 'noDocument', count: 1 })
    const { languageCode } = document
    const { calls } = this.#house
    const seen = await calls.work.lookAtTrialLetter(contactId, this.#templateId, languageCode, plainOccasion(this.#house))
    if (!seen.ok) return seen
    const made = await makeTrialLetter(this.#house, contactId, this.#templateId, languageCode)
    if (!made.ok) return made
    const file = made.value.files[0]
    return file ? ok({ seen: seen.value, file }) : refuse({ code: 'noDocument', count: 1 })
  }
}

async function valuesOf(house: House, id: ContactId, templateId: TemplateId, document: LetterDocument) {
  const around = aroundOf(await readAround(house.db, [id]))
  return trialLetterOf(id, templateId, document.languageCode, house.occasion().today, around)?.values ?? {}
}
