// First pages to be drawn small: a document merged for somebody to whom it would go, or as it is, with the names of its fields, where
// there is nobody yet. They are made one after another, when somebody sees them, and kept as long as the page is open.
import { plainOccasion, type House } from '../../actions/house.ts'
import { tryStarter } from '../../actions/starter.ts'
import { docxType } from '../../base/fileTypes.ts'
import type { StarterLanguage, StarterName } from '../../core/letter/starters/starterLetters.ts'
import type { ContactId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import { someoneWriting } from './someone.ts'

/** Larger files are not unpacked for a small picture. */
const largest = 4_000_000

export class Thumbnails {
  readonly #house: House
  readonly #made = new Map<string, Promise<Blob | undefined>>()
  readonly #people = new Map<string, Promise<ContactId | undefined>>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(house: House) {
    this.#house = house
  }

  /** What a thumbnail shows; another name is another picture. */
  static nameOf = (template: InteractionTemplate, { languageCode, attachmentId }: LetterDocument): string =>
    [template.id, template.rev, languageCode, attachmentId].join(' ')

  /** The document with which this template's letter is shown: the one of its own language, else its first. */
  static documentOf = ({ documents, languageCode }: InteractionTemplate): LetterDocument | undefined =>
    documents.find((one) => one.languageCode === languageCode) ?? documents[0]

  /** Nothing where the file is too large or cannot be read. */
  document(template: InteractionTemplate, document: LetterDocument): Promise<Blob | undefined> {
    return this.#kept(Thumbnails.nameOf(template, document), () => this.#letter(template, document))
  }

  starter(name: StarterName, language: StarterLanguage): Promise<Blob | undefined> {
    return this.#kept(`${name} ${language}`, async () => {
      const made = await tryStarter(this.#house, name, language, await this.#someone(language))
      return made.ok ? made.value : undefined
    })
  }

  #kept(name: string, make: () => Promise<Blob | undefined>): Promise<Blob | undefined> {
    const before = this.#made.get(name)
    if (before) return before
    const made = this.#last.then(make).catch(() => undefined)
    this.#made.set(name, made)
    this.#last = made
    return made
  }

  #someone(language: string): Promise<ContactId | undefined> {
    const found = this.#people.get(language) ?? someoneWriting(this.#house, language)
    this.#people.set(language, found)
    return found
  }

  async #letter(template: InteractionTemplate, { attachmentId, languageCode }: LetterDocument): Promise<Blob | undefined> {
    const attachment = await this.#house.db.attachments.get(attachmentId)
    if (!attachment || attachment.size > largest) return undefined
    const somebody = await this.#someone(languageCode)
    const { calls } = this.#house
    const made = somebody && (await calls.work.lookAtTrialLetter(somebody, template.id, languageCode, plainOccasion(this.#house)))
    return made && made.ok ? made.value.content : new Blob([attachment.bytes], { type: docxType })
  }
}
