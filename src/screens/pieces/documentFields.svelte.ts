// Which fields the documents of the templates in use hold, and what they ask of whoever makes letters. Read once per document, in the worker.
import { SvelteMap } from 'svelte/reactivity'
import type { House } from '../../actions/house.ts'
import type { AttachmentId } from '../../model/ids.ts'
import type { Question } from '../../workers/jobs/documents.ts'

export class DocumentFields {
  #names = new SvelteMap<AttachmentId, readonly string[]>()
  #questions = new SvelteMap<AttachmentId, readonly Question[]>()
  #asked = new Set<AttachmentId>()
  readonly #house: House

  constructor(house: House) {
    this.#house = house
  }

  /** Field names of a document; nothing while they are not known yet. */
  of = (id: AttachmentId): readonly string[] | undefined => this.#names.get(id)

  /** What a document asks of whoever makes letters; nothing while it is not known yet. */
  questionsOf = (id: AttachmentId): readonly Question[] | undefined => this.#questions.get(id)

  /** All that is known so far, to be sent to a worker. */
  get known(): (readonly [AttachmentId, readonly string[]])[] {
    return [...this.#names]
  }

  /** Starts reading the documents that are not known yet. */
  need(ids: readonly AttachmentId[]): void {
    for (const id of ids) {
      if (this.#asked.has(id)) continue
      this.#asked.add(id)
      void this.#read(id)
    }
  }

  async #read(id: AttachmentId): Promise<void> {
    const attachment = await this.#house.db.attachments.get(id)
    if (!attachment) return
    const inspected = await this.#house.calls.work.inspectDocument(attachment.bytes, attachment.fileName)
    if (!inspected.ok) return
    const { fields, questions } = inspected.value
    if (questions.length > 0) this.#questions.set(id, questions)
    this.#names.set(
      id,
      fields.map((field) => field.name),
    )
  }
}
