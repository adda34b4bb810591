// What the stored Word documents hold: fields and findings. Each is read once, in the worker, when somebody needs it.
import { SvelteMap } from 'svelte/reactivity'
import type { House } from '../../actions/house.ts'
import { wrongLanguage } from '../../core/letter/textLanguage.ts'
import { fieldMeant } from '../../core/letter/values.ts'
import { missingHere } from '../../core/letter/writtenParts.ts'
import { troublesOf, type WrittenTrouble } from '../../core/letter/writtenTroubles.ts'
import type { Failure } from '../../model/failure.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { InteractionTemplate } from '../../model/interaction.ts'
import type { LetterDocument } from '../../model/letter.ts'
import type { FoundField, InspectedDocument } from '../../workers/jobs/documents.ts'

export type Inspection = { is: 'here'; document: InspectedDocument } | { is: 'failed'; failure: Failure }

export class Inspections {
  #known = new SvelteMap<AttachmentId, Inspection>()
  // Nothing is drawn from it.

  readonly #asked = new Set<AttachmentId>()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
  }

  /** Nothing while it is being read. */
  of = (id: AttachmentId): Inspection | undefined => this.#known.get(id)

  /** Starts reading those that are not known yet. */
  need(documents: readonly LetterDocument[]): void {
    for (const { attachmentId } of documents) {
      if (this.#asked.has(attachmentId)) continue
      this.#asked.add(attachmentId)
      void this.#read(attachmentId)
    }
  }

  /** Fields of the document that mean nothing yet: neither known nor mapped. */
  unknown(document: LetterDocument): FoundField[] {
    const found = this.of(document.attachmentId)
    if (found?.is !== 'here') return []
    return found.document.fields.filter((field) => fieldMeant(field.name, document.mapping) === undefined)
  }

  /** The language of its words, where that is not the one it is for. */
  otherLanguage(document: LetterDocument): string | undefined {
    const found = this.of(document.attachmentId)
    return found?.is === 'here' ? wrongLanguage(found.document.language, document.languageCode) : undefined
  }

  async #read(id: AttachmentId): Promise<void> {
    const attachment = await this.#house.db.attachments.get(id)
    if (!attachment) {
      this.#known.set(id, { is: 'failed', failure: { code: 'notFound', table: 'attachments', id } })
      return
    }
    const inspected = await this.#house.calls.work.inspectDocument(attachment.bytes, attachment.fileName)
    this.#known.set(id, inspected.ok ? { is: 'here', document: inspected.value } : { is: 'failed', failure: inspected.failure })
  }
}

/** A template that asks for a letter and has no document cannot be merged. */
export const lacksDocument = (template: InteractionTemplate): boolean =>
  template.correspondenceType === 'hardCopy' && template.documents.length === 0

/** What is still to be done at a letter that was written here; nothing of a file that came from outside. */
export const troublesIn = ({ written }: LetterDocument): WrittenTrouble[] => (written ? troublesOf(written.text, written.sheet) : [])

/** Places in square brackets that nobody has filled in yet. */
export const placesIn = (document: LetterDocument): string[] =>
  troublesIn(document).flatMap((trouble) => (trouble.is === 'placeholder' ? [trouble.words] : []))

/** How many things the written letter of another language has and this one has not; that of the template's own language is the measure. */
export function lacking(
  template: InteractionTemplate,
  { languageCode, written }: LetterDocument,
): { count: number; than: string } | undefined {
  const others = template.documents.filter((one) => one.written && one.languageCode !== languageCode)
  const other = others.find((one) => one.languageCode === template.languageCode) ?? others[0]
  if (!written || !other?.written) return undefined
  const { length: count } = missingHere(written.text, other.written.text)
  return count > 0 ? { count, than: other.languageCode } : undefined
}

export interface StillOpen {
  /** It asks for a letter and has no document. */
  document: boolean
  /** Fields that nobody knows. */
  fields: number
  /** Places in written letters that are still to be filled in. */
  places: number
  /** A document is in another language than it is for. */
  language: boolean
}

/** What is missing in a template, over all its documents. */
export function stillOpen(template: InteractionTemplate, inspections: Inspections): StillOpen {
  const { documents } = template
  return {
    document: lacksDocument(template),
    fields: documents.reduce((sum, document) => sum + inspections.unknown(document).length, 0),
    places: documents.reduce((sum, document) => sum + placesIn(document).length, 0),
    language: documents.some((document) => inspections.otherLanguage(document) !== undefined),
  }
}

/** How much is still to be done at one document. */
export const openIn = (template: InteractionTemplate, document: LetterDocument, inspections: Inspections): number =>
  inspections.unknown(document).length +
  placesIn(document).length +
  (lacking(template, document)?.count ?? 0) +
  (inspections.otherLanguage(document) === undefined ? 0 : 1)
