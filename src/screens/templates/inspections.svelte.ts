// What the stored Word documents hold: fields and findings. Each is read once, in the worker, when somebody needs it.
import { SvelteMap } from 'svelte/reactivity'
import type { House } from '../../actions/house.ts'
import { fieldMeant } from '../../core/letter/values.ts'
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
